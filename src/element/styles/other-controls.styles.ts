import { css } from 'lit';

/** What buttons do when they are touched, those beside the first one, and links. */
export const otherControls = css`
  .actions:not(:has(*)) {
    display: none;
  }
  .primary:hover {
    background: var(--_kyc-fill-hover);
    box-shadow: 0 2px 8px rgb(0 0 0 / 0.25);
  }
  .primary:active,
  .secondary:active {
    /* Nothing moves: browsers would count it as a shift of the layout. */
    box-shadow: inset 0 2px 5px rgb(0 0 0 / 0.3);
  }
  [aria-disabled='true'] {
    cursor: progress;
  }
  :focus-visible {
    outline: var(--_kyc-focus-ring);
    outline-offset: 2px;
  }
  /* Headings take the focus only to be read out. */
  [tabindex='-1']:focus {
    outline: none;
  }
  @container (max-width: 30em) {
    /* Two, one above the other: nothing is to be read between them, and in a low window they go with the rest. */
    .sticky:has(.secondary) {
      inset-block-end: 0;
      margin-block: calc(-3 * var(--_kyc-space));
      padding-block: calc(3 * var(--_kyc-space));
      background: var(--_kyc-surface-color);
    }
  }
  @media (max-height: 30em) {
    .sticky:has(.secondary) {
      position: static;
    }
  }
  .secondary {
    border-color: var(--_kyc-control-color);
    background: transparent;
    color: var(--_kyc-text-color);
  }
  .secondary:hover {
    background: color-mix(in srgb, var(--_kyc-text-color) 6%, var(--_kyc-surface-color));
  }
  .link {
    display: flex;
    flex-wrap: wrap;
    gap: calc(3 * var(--_kyc-space));
  }
  .link-field {
    flex: 3 1 12em;
    min-inline-size: 0;
    min-block-size: 48px;
    box-sizing: border-box;
    margin: 0;
    padding: calc(2 * var(--_kyc-space)) calc(3 * var(--_kyc-space));
    border: 1px solid var(--_kyc-control-color);
    border-radius: var(--_kyc-radius);
    background: var(--_kyc-surface-color);
    color: var(--_kyc-text-color);
    font: inherit;
    text-overflow: ellipsis;
  }
  .link > :is(.primary, .secondary) {
    flex: 1 0 auto;
  }
  .code {
    inline-size: min(100%, 15em);
    aspect-ratio: 1;
  }
  /* Phones read dark on light, whatever the theme. */
  .qr-code {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    border: 1px solid var(--_kyc-border-color);
    border-radius: var(--_kyc-box-radius);
    background: #fff;
    fill: #000;
    forced-color-adjust: none;
  }
  @media (forced-colors: active) {
    .primary:hover {
      border-color: Highlight;
    }
    .secondary {
      border-color: ButtonText;
    }
    .secondary:hover {
      border-color: Highlight;
    }
    /* Half a ring would be forced to a whole one, which seems to stand still. */
    .spinner {
      border-color: transparent;
      border-block-start-color: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
