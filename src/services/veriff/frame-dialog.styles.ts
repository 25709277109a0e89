/** Inline styles of the dialog around Veriff: the element's theme, or system colours, which follow `color-scheme`. */
export type Styles = Readonly<Record<string, string>>;

/** Custom properties of the element that reach the dialog (contract, section 7). */
export const CUSTOM_PROPERTIES = [
  '--kyc-accent-color',
  '--kyc-on-accent-color',
  '--kyc-text-color',
  '--kyc-muted-color',
  '--kyc-surface-color',
  '--kyc-border-color',
  '--kyc-success-color',
  '--kyc-warning-color',
  '--kyc-danger-color',
  '--kyc-backdrop-color',
  '--kyc-radius',
  '--kyc-space',
  '--kyc-font-family',
  '--kyc-font-size',
  '--kyc-heading-size',
  '--kyc-focus-ring',
  '--kyc-icon-size',
  '--kyc-max-width',
] as const;

/** What the element computes from them for contrast. */
export const DERIVED_PROPERTIES = ['--_kyc-fill', '--_kyc-fill-edge', '--_kyc-on-fill', '--_kyc-ink', '--_kyc-control-color'] as const;

const BAR_HEIGHT = 'calc(max(48px, 3rem, 1.5 * var(--kyc-font-size, 1rem) + 18px) + env(safe-area-inset-top, 0px))';
const SURFACE = 'var(--kyc-surface-color, Canvas)';
const INK = 'var(--kyc-text-color, CanvasText)';
const ACCENT = 'var(--_kyc-ink, LinkText)';
const LINE = 'var(--kyc-border-color, color-mix(in srgb, CanvasText 20%, Canvas))';
const FONT: Styles = {
  'font-family': 'var(--kyc-font-family, system-ui, sans-serif)',
  'font-size': 'var(--kyc-font-size, 1rem)',
  'line-height': '1.5',
  color: INK,
};
const BOX: Styles = { display: 'block', 'box-sizing': 'border-box' };
const FILL: Styles = { ...BOX, position: 'absolute', inset: `${BAR_HEIGHT} 0 0 0`, width: '100%' };

export const DIALOG: Styles = {
  ...FONT,
  ...BOX,
  position: 'fixed',
  inset: '0',
  width: '100%',
  height: '100%',
  overflow: 'hidden',
  background: 'var(--kyc-backdrop-color, Canvas)',
};

export const BAR: Styles = {
  ...BOX,
  position: 'absolute',
  inset: '0 0 auto 0',
  height: BAR_HEIGHT,
  display: 'flex',
  'flex-direction': 'row-reverse',
  'align-items': 'center',
  'justify-content': 'space-between',
  gap: '16px',
  'padding-block': 'env(safe-area-inset-top, 0px) 0',
  'padding-inline': '16px 4px',
  background: SURFACE,
  'border-bottom': `1px solid ${LINE}`,
};

export const LABEL: Styles = {
  ...FONT,
  display: 'block',
  'min-width': '0',
  overflow: 'hidden',
  'text-overflow': 'ellipsis',
  'white-space': 'nowrap',
};
export const TITLE: Styles = { ...FONT, display: 'block', 'font-size': '1.125em', 'font-weight': '600' };
export const TEXT: Styles = { ...FONT, display: 'block', margin: '4px 0 16px' };

/** Until the frame has answered; a user who works by keyboard may already be in it. */
export const COVER: Styles = {
  ...FILL,
  display: 'none',
  'align-content': 'center',
  'justify-items': 'center',
  gap: '8px',
  padding: '24px',
  background: SURFACE,
  'z-index': '1',
  'pointer-events': 'none',
  overflow: 'hidden',
};
export const PROGRESS: Styles = {
  position: 'absolute',
  'inset-block-start': '0',
  'inset-inline-start': '0',
  display: 'block',
  width: '100%',
  height: '2px',
};
export const MOVER = { width: '40%', height: '100%', background: ACCENT } as const;
export const SLOW: Styles = { ...FONT, display: 'block', 'text-align': 'center', 'text-wrap': 'balance', 'max-width': '26em' };
export const OPENING: Styles = { ...SLOW, 'font-weight': '600' };

export const SCRIM: Styles = {
  ...FILL,
  display: 'none',
  'place-items': 'center',
  padding: '16px',
  background: 'rgb(0 0 0 / 0.5)',
  'z-index': '2',
};
export const PANEL: Styles = {
  ...BOX,
  width: '100%',
  'max-width': '24em',
  padding: '24px',
  background: SURFACE,
  border: `1px solid ${LINE}`,
  'border-radius': 'min(var(--kyc-radius, 12px), 24px)',
};
export const ANSWERS: Styles = { display: 'flex', 'flex-wrap': 'wrap', gap: '12px' };

export const BUTTON: Styles = {
  ...FONT,
  ...BOX,
  flex: '1 1 8em',
  'min-height': '44px',
  padding: '8px 16px',
  'font-weight': '600',
  'text-align': 'center',
  'text-decoration': 'var(--_kyc-line, none)',
  border: `var(--_kyc-border, 1px) solid var(--_kyc-control-color, ${INK})`,
  'border-radius': 'min(var(--kyc-radius, 12px), 22px)',
  outline: 'var(--_kyc-outline, none)',
  'outline-offset': '2px',
  cursor: 'pointer',
};
/** What most users want of two. */
export const PRIMARY: Styles = {
  ...BUTTON,
  color: 'var(--_kyc-on-fill, Canvas)',
  background: 'var(--_kyc-fill, CanvasText)',
  'border-color': 'var(--_kyc-fill-edge, transparent)',
};
export const CLOSE: Styles = {
  ...BUTTON,
  flex: '0 0 auto',
  'min-width': '44px',
  padding: '8px 12px',
  'font-weight': '500',
  'border-color': 'transparent',
  'outline-offset': '-2px',
};

/** What the SDK wraps around its frame. */
export const WRAPPER: Styles = { ...FILL, overflow: 'auto' };
export const FRAME: Styles = { ...FILL, inset: '0', height: '100%', border: '0' };

/** What can't be inline: the buttons' own styles take it from here. */
export const FOCUS_RING = `
  dialog.kyc-verification-dialog::before,
  dialog.kyc-verification-dialog::after,
  dialog.kyc-verification-dialog ::before,
  dialog.kyc-verification-dialog ::after {
    content: none !important;
  }
  dialog.kyc-verification-dialog button:focus-visible {
    --_kyc-outline: var(--kyc-focus-ring, 2px solid Highlight);
  }
  dialog.kyc-verification-dialog button:hover {
    --_kyc-line: underline;
  }
  @media (forced-colors: active) {
    dialog.kyc-verification-dialog [role='alertdialog'] button:first-child {
      --_kyc-border: 3px;
    }
  }
`;

/**
 * Through the CSSOM, which a strict `style-src` allows, and important, which no rule of the page outdoes. Each element
 * says all of itself: what is not named here is as CSS has it at first, not as the page has it.
 */
export function paint<T extends HTMLElement>(element: T, styles: Styles): T {
  element.style.setProperty('all', 'initial', 'important');
  element.style.setProperty('color-scheme', 'inherit', 'important');
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
  return element;
}
