import { css } from 'lit';

/** How things stand: review, outcomes, errors. */
export const status = css`
  /* Veriff’s frame is best at 800 px (SDK 2.5.0). */
  :host(:state(_embedding)) {
    max-inline-size: max(var(--_kyc-max-width), 800px);
  }
  .notice {
    max-inline-size: 66ch;
    padding: calc(3 * var(--_kyc-space)) calc(4 * var(--_kyc-space));
    border: 1px solid var(--_kyc-border-color);
    border-radius: var(--_kyc-box-radius);
    background: color-mix(in srgb, var(--_kyc-accent-color) 7%, transparent);
    text-wrap: pretty;
  }
  .list {
    padding-inline-start: calc(5 * var(--_kyc-space));
    list-style: disc;
  }
  .tips .list {
    display: grid;
    gap: calc(1 * var(--_kyc-space));
    padding-block: calc(1 * var(--_kyc-space));
  }
  .announcer {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .status .text {
    color: var(--_kyc-muted-color);
  }
  .status {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(2 * var(--_kyc-space));
  }
  .status-icon {
    display: grid;
    place-items: center;
    inline-size: calc(2 * var(--_kyc-icon-size));
    block-size: calc(2 * var(--_kyc-icon-size));
    margin-block-end: calc(1 * var(--_kyc-space));
    border-radius: 50%;
    color: var(--_kyc-tone);
    background: color-mix(in srgb, var(--_kyc-tone) 12%, transparent);
  }
  .neutral {
    --_kyc-tone: var(--_kyc-ink);
  }
  .success {
    --_kyc-tone: var(--_kyc-success-color);
  }
  .warning {
    --_kyc-tone: var(--_kyc-warning-color);
  }
  .danger {
    --_kyc-tone: var(--_kyc-danger-color);
  }
  .review > li {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: calc(4 * var(--_kyc-space));
    padding-block-end: calc(4 * var(--_kyc-space));
  }
  .review > li:last-child {
    padding-block-end: 0;
  }
  .review > li:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: var(--_kyc-icon-size) 0;
    inset-inline-start: calc(var(--_kyc-icon-size) / 2 - 1px);
    border-inline-start: 2px solid var(--_kyc-border-color);
  }
  .marker {
    grid-row: 1 / span 2;
    position: relative;
    inline-size: var(--_kyc-icon-size);
    block-size: var(--_kyc-icon-size);
    border: 2px solid var(--_kyc-border-color);
    border-radius: 50%;
  }
  .done .marker {
    border: 0;
    color: var(--_kyc-success-color);
  }
  .current .marker {
    border-color: var(--_kyc-ink);
  }
  .current .marker::after {
    content: '';
    position: absolute;
    inset: 4px;
    border-radius: 50%;
    background: var(--_kyc-ink);
  }
  .current .timeline-text {
    color: var(--_kyc-ink);
    font-weight: 600;
  }
  .next .timeline-title {
    font-weight: 400;
  }
  .reasons {
    display: grid;
    gap: calc(1 * var(--_kyc-space));
    padding: calc(4 * var(--_kyc-space));
    border: 1px solid var(--_kyc-border-color);
    border-radius: var(--_kyc-box-radius);
    background: var(--_kyc-surface-color);
  }
  .reasons .list {
    display: grid;
    gap: calc(1 * var(--_kyc-space));
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
