import { css } from 'lit';

/** How things stand: review, outcomes, errors. */
export const status = css`
  .status {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(2 * var(--_space));
  }
  .status-icon {
    display: grid;
    place-items: center;
    inline-size: calc(2 * var(--_icon-size));
    block-size: calc(2 * var(--_icon-size));
    margin-block-end: calc(1 * var(--_space));
    border-radius: 50%;
    color: var(--_tone);
    background: color-mix(in srgb, var(--_tone) 12%, transparent);
  }
  .neutral {
    --_tone: var(--_ink);
  }
  .success {
    --_tone: var(--_success-color);
  }
  .warning {
    --_tone: var(--_warning-color);
  }
  .danger {
    --_tone: var(--_danger-color);
  }
  .review > li {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: calc(4 * var(--_space));
    padding-block-end: calc(4 * var(--_space));
  }
  .review > li:last-child {
    padding-block-end: 0;
  }
  .review > li:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: var(--_icon-size) 0;
    inset-inline-start: calc(var(--_icon-size) / 2 - 1px);
    border-inline-start: 2px solid var(--_border-color);
  }
  .marker {
    grid-row: 1 / span 2;
    position: relative;
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
    border: 2px solid var(--_border-color);
    border-radius: 50%;
  }
  .done .marker {
    border: 0;
    color: var(--_success-color);
  }
  .current .marker {
    border-color: var(--_ink);
  }
  .current .marker::after {
    content: '';
    position: absolute;
    inset: 4px;
    border-radius: 50%;
    background: var(--_ink);
  }
  .current .timeline-text {
    color: var(--_ink);
    font-weight: 600;
  }
  .next .timeline-title {
    font-weight: 400;
  }
  .reasons {
    display: grid;
    gap: calc(1 * var(--_space));
    padding: calc(4 * var(--_space));
    border: 1px solid var(--_border-color);
    border-radius: var(--_box-radius);
    background: var(--_surface-color);
  }
  .reasons .list {
    display: grid;
    gap: calc(1 * var(--_space));
  }
  .error-code {
    font-family: ui-monospace, monospace;
    user-select: all;
  }
  @media (forced-colors: active) {
    .status-icon {
      border: 1px solid CanvasText;
    }
    .current .marker::after {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
