import { css } from 'lit';

/** What `theme.styles.ts` leaves to the time after the first paint. */
export const laterTheme = css`
  :host {
    --_kyc-success-color: var(--kyc-success-color, #15713a);
    --_kyc-warning-color: var(--kyc-warning-color, #8a5200);
    --_kyc-danger-color: var(--kyc-danger-color, #b3261e);
    --_kyc-backdrop-color: var(--kyc-backdrop-color, Canvas);
    --_kyc-focus-ring: var(--kyc-focus-ring, 2px solid var(--_kyc-ink));
    --_kyc-fill-hover: var(--_kyc-text-color);
    --_kyc-control-color: var(--_kyc-text-color);
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_kyc-success-color: var(--kyc-success-color, light-dark(#15713a, #6ed598));
      --_kyc-warning-color: var(--kyc-warning-color, light-dark(#8a5200, #f2bd6a));
      --_kyc-danger-color: var(--kyc-danger-color, light-dark(#b3261e, #ff9d94));
      --_kyc-control-color: color-mix(in srgb, var(--_kyc-text-color) 60%, transparent);
    }
  }
  @supports (color: light-dark(red, red)) and (color: oklch(from light-dark(red, red) l c h)) {
    :host {
      --_kyc-fill-hover: color-mix(in oklab, var(--_kyc-fill) 86%, rgb(from var(--_kyc-on-fill) calc(255 - r) calc(255 - g) calc(255 - b)));
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --_kyc-muted-color: var(--_kyc-text-color);
      --_kyc-border-color: var(--_kyc-text-color);
      --_kyc-control-color: var(--_kyc-text-color);
      --_kyc-ink: var(--_kyc-text-color);
      --_kyc-focus-ring: var(--kyc-focus-ring, 3px solid var(--_kyc-text-color));
    }
  }
`;
