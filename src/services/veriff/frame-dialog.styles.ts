/** Inline styles of the dialog around Veriff: system colours follow `color-scheme` and keep their contrast. */
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

const BAR_HEIGHT = 'calc(52px + env(safe-area-inset-top, 0px))';
const FONT: Styles = {
  'font-family': 'var(--kyc-font-family, system-ui, sans-serif)',
  'font-size': 'var(--kyc-font-size, 1rem)',
  'font-style': 'normal',
  'line-height': '1.5',
  'letter-spacing': 'normal',
  'text-align': 'start',
  'text-transform': 'none',
  color: 'var(--kyc-text-color, CanvasText)',
};
const SURFACE: Styles = { background: 'var(--kyc-surface-color, Canvas)' };

/** The SDK and many resets style what they find: each box says all that matters for its place. */
const BOX: Styles = {
  width: '100%',
  'min-width': '0',
  'max-width': 'none',
  'min-height': '0',
  'max-height': 'none',
  margin: '0',
  padding: '0',
  border: '0',
  transform: 'none',
  'box-sizing': 'border-box',
};
const FILL: Styles = { ...BOX, position: 'absolute', inset: `${BAR_HEIGHT} 0 0 0`, height: 'auto' };

export const DIALOG: Styles = {
  ...FONT,
  ...BOX,
  position: 'fixed',
  inset: '0',
  display: 'block',
  height: '100%',
  overflow: 'hidden',
  visibility: 'visible',
  opacity: '1',
  filter: 'none',
  background: 'var(--kyc-backdrop-color, Canvas)',
};

export const BAR: Styles = {
  ...SURFACE,
  position: 'absolute',
  inset: '0 0 auto 0',
  height: BAR_HEIGHT,
  display: 'flex',
  'flex-direction': 'row-reverse',
  'align-items': 'center',
  'justify-content': 'space-between',
  gap: '16px',
  margin: '0',
  padding: 'env(safe-area-inset-top, 0px) 8px 0 16px',
  'box-sizing': 'border-box',
  'border-bottom': '1px solid var(--kyc-border-color, color-mix(in srgb, CanvasText 20%, Canvas))',
};

export const TITLE: Styles = {
  ...FONT,
  display: 'block',
  'min-width': '0',
  margin: '0',
  'font-weight': '600',
  overflow: 'hidden',
  'text-overflow': 'ellipsis',
};

export const TEXT: Styles = { ...FONT, display: 'block', margin: '8px 0', padding: '0', 'font-weight': '400' };

const CENTERED: Styles = { ...TEXT, 'text-align': 'center', 'max-width': '26rem' };
export const OPENING: Styles = { ...CENTERED, 'font-weight': '600' };
export const SLOW: Styles = CENTERED;

export const COVER: Styles = {
  ...FILL,
  ...SURFACE,
  display: 'none',
  'align-content': 'center',
  'justify-items': 'center',
  padding: '24px',
  'z-index': '1',
  'pointer-events': 'none',
};

export const PANEL: Styles = {
  ...SURFACE,
  position: 'absolute',
  'inset-block-start': `calc(${BAR_HEIGHT} + 8px)`,
  'inset-inline-end': '8px',
  width: 'min(22rem, calc(100% - 16px))',
  margin: '0',
  padding: '16px',
  'box-sizing': 'border-box',
  'z-index': '2',
  border: '1px solid var(--kyc-border-color, color-mix(in srgb, CanvasText 20%, Canvas))',
  'border-radius': 'var(--kyc-radius, 12px)',
  'box-shadow': '0 8px 24px rgb(0 0 0 / 0.24)',
};

export const BUTTON: Styles = {
  ...FONT,
  display: 'inline-block',
  'flex-shrink': '0',
  width: 'auto',
  'min-height': '44px',
  'min-width': '44px',
  margin: '0 8px 0 0',
  padding: '8px 16px',
  'font-weight': '600',
  background: 'transparent',
  border: '1px solid color-mix(in srgb, currentColor 45%, transparent)',
  'border-radius': 'min(var(--kyc-radius, 12px), 22px)',
  'box-shadow': 'none',
  cursor: 'pointer',
};

/** What most users want of two. */
export const PRIMARY: Styles = {
  ...BUTTON,
  color: 'var(--kyc-on-accent-color, Canvas)',
  background: 'var(--kyc-accent-color, CanvasText)',
  border: '1px solid transparent',
};

/** What the SDK wraps around its frame. */
export const WRAPPER: Styles = { ...FILL, display: 'block', overflow: 'auto', 'z-index': '0', background: 'transparent' };

export const FRAME: Styles = { ...FILL, inset: '0', height: '100%', display: 'block', visibility: 'visible', opacity: '1' };

export const FOCUS_RING = `
  dialog.kyc-verification-dialog button:focus-visible {
    outline: var(--kyc-focus-ring, 2px solid Highlight) !important;
    outline-offset: 2px !important;
  }
  dialog.kyc-verification-dialog button:hover {
    text-decoration: underline !important;
  }
`;

/** Through the CSSOM, which a strict `style-src` allows, and important, which no rule of the page outdoes. */
export function paint<T extends HTMLElement>(element: T, styles: Styles): T {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
  return element;
}
