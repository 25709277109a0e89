import { css } from 'lit';

/**
 * The default theme behind the public custom properties (contract, section 7). Colours keep AA contrast (4.5:1 for text,
 * 3:1 for lines that matter) in light and dark, which follow `color-scheme`.
 */
export const theme = css`
  :host {
    --_accent: var(--kyc-accent-color, #1d4ed8);
    --_on-accent: var(--kyc-on-accent-color, #ffffff);
    --_text: var(--kyc-text-color, #14181f);
    --_muted: var(--kyc-muted-color, #525b6b);
    --_surface: var(--kyc-surface-color, #ffffff);
    --_border: var(--kyc-border-color, #d5dae3);
    --_border-strong: color-mix(in srgb, var(--_text) 55%, transparent);
    --_success: var(--kyc-success-color, #15713a);
    --_warning: var(--kyc-warning-color, #8a5200);
    --_danger: var(--kyc-danger-color, #b3261e);
    --_radius: var(--kyc-radius, 12px);
    --_space: var(--kyc-space, 4px);
    --_font-family: var(--kyc-font-family, system-ui, sans-serif);
    --_font-size: var(--kyc-font-size, 1rem);
    --_heading-size: var(--kyc-heading-size, 1.5rem);
    --_focus-ring: var(--kyc-focus-ring, 2px solid var(--_accent));
    --_icon-size: var(--kyc-icon-size, 24px);
    --_max-width: var(--kyc-max-width, 36rem);
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_accent: var(--kyc-accent-color, light-dark(#1d4ed8, #8db4ff));
      --_on-accent: var(--kyc-on-accent-color, light-dark(#ffffff, #0b1220));
      --_text: var(--kyc-text-color, light-dark(#14181f, #eef1f6));
      --_muted: var(--kyc-muted-color, light-dark(#525b6b, #a9b2c0));
      --_surface: var(--kyc-surface-color, light-dark(#ffffff, #14181f));
      --_border: var(--kyc-border-color, light-dark(#d5dae3, #39424f));
      --_success: var(--kyc-success-color, light-dark(#15713a, #6ed598));
      --_warning: var(--kyc-warning-color, light-dark(#8a5200, #f2bd6a));
      --_danger: var(--kyc-danger-color, light-dark(#b3261e, #ff9d94));
    }
  }
`;
