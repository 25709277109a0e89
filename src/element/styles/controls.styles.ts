import { css } from 'lit';

/** Buttons and links. */
export const controls = css`
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(3 * var(--_space));
  }
  .actions:not(:has(*)) {
    display: none;
  }
  .sticky {
    position: sticky;
    inset-block-end: calc(3 * var(--_space));
    z-index: 1;
    pointer-events: none;
  }
  .sticky > * {
    pointer-events: auto;
  }
  .sticky .primary {
    box-shadow: 0 2px 12px rgb(0 0 0 / 0.2);
  }
  .sticky .secondary {
    background: var(--_surface);
  }
  .primary,
  .secondary {
    display: inline-flex;
    flex: 1 1 12rem;
    gap: calc(2 * var(--_space));
    align-items: center;
    justify-content: center;
    min-block-size: 48px;
    padding: calc(2 * var(--_space)) calc(5 * var(--_space));
    border: 1px solid transparent;
    border-radius: var(--_radius);
    font: inherit;
    font-weight: 600;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition: background-color 120ms;
  }
  .primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }
  .secondary {
    border-color: var(--_border-strong);
    background: transparent;
    color: var(--_text);
  }
  .secondary:hover {
    background: color-mix(in srgb, var(--_text) 6%, transparent);
  }
  [aria-disabled='true'] {
    cursor: progress;
  }
  :focus-visible {
    outline: var(--_focus-ring);
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
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 4s;
    }
    .primary,
    .secondary {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .primary,
    .secondary {
      border-color: ButtonText;
    }
  }
`;
