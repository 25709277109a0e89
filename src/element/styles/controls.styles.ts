import { css } from 'lit';

/** The button of the first screen. */
export const controls = css`
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(3 * var(--_kyc-space));
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
  .spinner {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    border: 2px solid color-mix(in srgb, currentColor 30%, transparent);
    border-block-start-color: currentColor;
    border-radius: 50%;
    animation: turn 800ms linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 4s;
    }
  }
  @media (forced-colors: active) {
    .primary {
      border: 3px solid ButtonText;
    }
  }
`;
