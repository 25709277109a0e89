import { css } from 'lit';

/** Buttons and links. */
export const controls = css`
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(3 * var(--_kyc-space));
  }
  .actions:not(:has(*)) {
    display: none;
  }
  /* On phones, and in columns as narrow, Start is always in reach. Within the content: it never covers the heading. */
  @container (max-width: 30em) {
    .sticky {
      position: sticky;
      inset-block-end: calc(3 * var(--_kyc-space));
      z-index: 1;
    }
    .sticky .primary {
      box-shadow: 0 2px 12px rgb(0 0 0 / 0.2);
    }
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
  .primary,
  .secondary {
    display: inline-flex;
    flex: 1 1 12em;
    gap: calc(2 * var(--_kyc-space));
    align-items: center;
    justify-content: center;
    min-block-size: 48px;
    margin: 0;
    padding: calc(2 * var(--_kyc-space)) calc(5 * var(--_kyc-space));
    border: 1px solid transparent;
    border-radius: var(--_kyc-radius);
    font: inherit;
    font-weight: 600;
    letter-spacing: inherit;
    word-spacing: inherit;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  .primary {
    border-color: var(--_kyc-fill-edge);
    background: var(--_kyc-fill);
    color: var(--_kyc-on-fill);
  }
  /* The words stay where they are when the busy sign comes and goes, as far as there is room. */
  [aria-busy='true'] {
    display: inline-grid;
    grid-template-columns: 1fr auto 1fr;
  }
  [aria-busy='true'] > .spinner {
    justify-self: end;
  }
  .primary:hover {
    background: var(--_kyc-fill-hover);
    box-shadow: 0 2px 8px rgb(0 0 0 / 0.25);
  }
  .primary:active,
  .secondary:active {
    transform: translateY(1px);
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
  .spinner {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    border: 2px solid color-mix(in srgb, currentColor 30%, transparent);
    border-block-start-color: currentColor;
    border-radius: 50%;
    animation: turn 800ms linear infinite;
  }
  @media (forced-colors: active) {
    .primary,
    .secondary {
      border-color: ButtonText;
    }
    .primary {
      border-width: 3px;
    }
    .primary:hover,
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
