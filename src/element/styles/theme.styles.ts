import { css } from 'lit';

/**
 * The default theme behind the public custom properties: `--_kyc-NAME` is what `--kyc-NAME` says, else the
 * default. Colours keep AA contrast (4.5:1 for text, 3:1 for lines that matter) in light and dark, which follow `color-scheme`.
 * What the screens after the first need is in `later-theme.styles.ts`. Sizes follow the text of the page at this place, so that a page that counts `rem` in tens of pixels does not shrink it.
 */
export const theme = css`
  :host {
    --_kyc-accent-color: var(--kyc-accent-color, #1d4ed8);
    --_kyc-text-color: var(--kyc-text-color, #14181f);
    --_kyc-muted-color: var(--kyc-muted-color, #525b6b);
    --_kyc-surface-color: var(--kyc-surface-color, #ffffff);
    --_kyc-border-color: var(--kyc-border-color, #d5dae3);
    --_kyc-radius: var(--kyc-radius, 12px);
    /* Of boxes that hold text: round enough for pills is too round for them. */
    --_kyc-box-radius: min(var(--_kyc-radius), 24px);
    --_kyc-space: var(--kyc-space, 4px);
    --_kyc-font-family: var(--kyc-font-family, system-ui, sans-serif);
    --_kyc-font-size: var(--kyc-font-size, max(1em, 16px));
    --_kyc-heading-size: var(--kyc-heading-size, 1.5em);
    --_kyc-icon-size: var(--kyc-icon-size, 24px);
    --_kyc-max-width: var(--kyc-max-width, max(36em, 576px));

    /* Where no colour can be computed from another: what can be read whatever the accent is. */
    --_kyc-fill: var(--_kyc-text-color);
    --_kyc-fill-edge: var(--_kyc-text-color);
    --_kyc-on-fill: var(--_kyc-surface-color);
    --_kyc-ink: var(--_kyc-text-color);
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_kyc-accent-color: var(--kyc-accent-color, light-dark(#1d4ed8, #8db4ff));
      --_kyc-text-color: var(--kyc-text-color, light-dark(#14181f, #eef1f6));
      --_kyc-muted-color: var(--kyc-muted-color, light-dark(#525b6b, #a9b2c0));
      --_kyc-surface-color: var(--kyc-surface-color, light-dark(#ffffff, #14181f));
      --_kyc-border-color: var(--kyc-border-color, light-dark(#d5dae3, #39424f));
    }
  }
  @supports (color: light-dark(red, red)) and (color: oklch(from light-dark(red, red) l c h)) {
    :host {
      --_kyc-fill: var(--_kyc-accent-color);
      /* 1 where white contrasts more with the accent than black does: below a luminance of 0.179 (WCAG 2.2, contrast ratio). */
      --_kyc-white: clamp(0, (0.1791 - y) * 1e6, 1);
      --_kyc-on-fill: var(--kyc-on-accent-color, color(from var(--_kyc-fill) xyz-d65 calc(0.9505 * var(--_kyc-white)) var(--_kyc-white) calc(1.089 * var(--_kyc-white)) / 1));
      /* An edge for fills that are nearly as light, or as dark, as what they stand on. */
      --_kyc-fill-edge: light-dark(oklch(from var(--_kyc-fill) min(l, 0.68) c h), oklch(from var(--_kyc-fill) max(l, 0.5) c h));
      /* The accent as words and lines: as dark, or as light, as it must be to be read. */
      --_kyc-ink: light-dark(oklch(from var(--_kyc-accent-color) min(l, 0.49) min(c, 0.25) h), oklch(from var(--_kyc-accent-color) max(l, 0.75) min(c, 0.13 + max(0, l - 0.6)) h));
    }
  }
`;
