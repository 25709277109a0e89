import { css } from 'lit';

/**
 * The default theme behind the public custom properties (contract, section 7): `--_NAME` is what `--kyc-NAME` says, else the
 * default. Colours keep AA contrast (4.5:1 for text, 3:1 for lines that matter) in light and dark, which follow `color-scheme`.
 * Sizes follow the text of the page at this place, so that a page that counts `rem` in tens of pixels does not shrink it.
 */
export const theme = css`
  :host {
    --_accent-color: var(--kyc-accent-color, #1d4ed8);
    --_text-color: var(--kyc-text-color, #14181f);
    --_muted-color: var(--kyc-muted-color, #525b6b);
    --_surface-color: var(--kyc-surface-color, #ffffff);
    --_border-color: var(--kyc-border-color, #d5dae3);
    --_success-color: var(--kyc-success-color, #15713a);
    --_warning-color: var(--kyc-warning-color, #8a5200);
    --_danger-color: var(--kyc-danger-color, #b3261e);
    --_backdrop-color: var(--kyc-backdrop-color, Canvas);
    --_radius: var(--kyc-radius, 12px);
    /* Of boxes that hold text: round enough for pills is too round for them. */
    --_box-radius: min(var(--_radius), 24px);
    --_space: var(--kyc-space, 4px);
    --_font-family: var(--kyc-font-family, system-ui, sans-serif);
    --_font-size: var(--kyc-font-size, max(1em, 16px));
    --_heading-size: var(--kyc-heading-size, 1.5em);
    --_focus-ring: var(--kyc-focus-ring, 2px solid var(--_ink));
    --_icon-size: var(--kyc-icon-size, 24px);
    --_max-width: var(--kyc-max-width, max(36em, 576px));

    /* Where no colour can be computed from another: what can be read whatever the accent is. */
    --_fill: var(--_text-color);
    --_fill-hover: var(--_text-color);
    --_fill-edge: var(--_text-color);
    --_on-fill: var(--_surface-color);
    --_ink: var(--_text-color);
    --_control-color: var(--_text-color);
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_accent-color: var(--kyc-accent-color, light-dark(#1d4ed8, #8db4ff));
      --_text-color: var(--kyc-text-color, light-dark(#14181f, #eef1f6));
      --_muted-color: var(--kyc-muted-color, light-dark(#525b6b, #a9b2c0));
      --_surface-color: var(--kyc-surface-color, light-dark(#ffffff, #14181f));
      --_border-color: var(--kyc-border-color, light-dark(#d5dae3, #39424f));
      --_success-color: var(--kyc-success-color, light-dark(#15713a, #6ed598));
      --_warning-color: var(--kyc-warning-color, light-dark(#8a5200, #f2bd6a));
      --_danger-color: var(--kyc-danger-color, light-dark(#b3261e, #ff9d94));
      --_control-color: color-mix(in srgb, var(--_text-color) 60%, transparent);
    }
  }
  @supports (color: light-dark(oklch(from red l c h), red)) {
    :host {
      --_fill: var(--_accent-color);
      /* 1 where white contrasts more with the accent than black does: below a luminance of 0.179 (WCAG 2.2, contrast ratio). */
      --_white: clamp(0, (0.1791 - y) * 1e6, 1);
      --_on-fill: var(
        --kyc-on-accent-color,
        color(from var(--_fill) xyz-d65 calc(0.9505 * var(--_white)) var(--_white) calc(1.089 * var(--_white)) / 1)
      );
      --_fill-hover: color-mix(in oklab, var(--_fill) 86%, rgb(from var(--_on-fill) calc(255 - r) calc(255 - g) calc(255 - b)));
      /* An edge for fills that are nearly as light, or as dark, as what they stand on. */
      --_fill-edge: light-dark(oklch(from var(--_fill) min(l, 0.68) c h), oklch(from var(--_fill) max(l, 0.5) c h));
      /* The accent as words and lines: as dark, or as light, as it must be to be read. */
      --_ink: light-dark(oklch(from var(--_accent-color) min(l, 0.49) min(c, 0.25) h), oklch(from var(--_accent-color) max(l, 0.75) c h));
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --_muted-color: var(--_text-color);
      --_border-color: var(--_text-color);
      --_control-color: var(--_text-color);
      --_ink: var(--_text-color);
      --_focus-ring: var(--kyc-focus-ring, 3px solid var(--_text-color));
    }
  }
`;
