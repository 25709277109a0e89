/** Inline styles of what stands around Veriff's frame: the element's theme, or system colours, which follow `color-scheme`. */
export type Styles = Readonly<Record<string, string>>;

/** Custom properties of the element that reach it. */
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

const BAR_HEIGHT = 'calc(max(48px, 3rem, 1.5 * var(--kyc-font-size, 1rem) + 18px) + var(--_kyc-safe-area, 0px))';
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
  '--_kyc-safe-area': 'env(safe-area-inset-top, 0px)',
  visibility: 'visible',
  'pointer-events': 'auto',
  position: 'fixed',
  inset: '0',
  width: '100%',
  height: '100%',
  overflow: 'hidden',
  background: 'var(--kyc-backdrop-color, Canvas)',
};

/** Veriff wants 600 × 680 px at least, and 800 × 800 at best. */
const LEAST_WIDTH = '600px';
/**
 * As wide as its place. All in it is out of flow: where the place is as wide as what is in it, the column says how wide
 * that would be, and it asks for no room that there is not.
 */
export const CONTAINER: Styles = {
  ...FONT,
  ...BOX,
  position: 'relative',
  isolation: 'isolate',
  display: 'grid',
  'grid-template-columns': 'minmax(0, 800px)',
  width: '100%',
  height: `calc(${BAR_HEIGHT} + clamp(680px, 100vh - ${BAR_HEIGHT}, 800px))`,
  overflow: 'hidden',
  background: 'var(--kyc-backdrop-color, Canvas)',
  // Outside, so that it takes nothing of the width; and it stays in forced colours.
  outline: `1px solid ${LINE}`,
  'border-radius': 'min(var(--kyc-radius, 12px), 24px)',
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
  'padding-block': 'var(--_kyc-safe-area, 0px) 0',
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
/** In a narrower place its wrapper scrolls. */
export const EMBEDDED_FRAME: Styles = { ...FRAME, 'min-width': LEAST_WIDTH };

const ROOT = ':is(dialog.kyc-verification-dialog, div.kyc-verification-frame)';

/** What can't be inline: the buttons' own styles take it from here. */
export const FOCUS_RING = `
  ${ROOT}::before,
  ${ROOT}::after,
  ${ROOT} ::before,
  ${ROOT} ::after {
    content: none !important;
  }
  ${ROOT} button:focus-visible {
    --_kyc-outline: var(--kyc-focus-ring, 2px solid Highlight);
  }
  ${ROOT} button:hover {
    --_kyc-line: underline;
  }
  @media (forced-colors: active) {
    ${ROOT} [role='alertdialog'] button:first-child {
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
  // The scheme is that of the theme; the spacing that of the page, which users may have widened to read with more ease; what is
  // hidden or kept from being pressed is so with its place in the page.
  for (const name of ['color-scheme', 'letter-spacing', 'word-spacing', 'visibility', 'pointer-events']) element.style.setProperty(name, 'inherit', 'important');
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
  return element;
}
