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
    --_tone: var(--_accent);
  }
  .success {
    --_tone: var(--_success);
  }
  .warning {
    --_tone: var(--_warning);
  }
  .danger {
    --_tone: var(--_danger);
  }
  .timeline li {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: calc(4 * var(--_space));
    padding-block-end: calc(4 * var(--_space));
  }
  .timeline li:last-child {
    padding-block-end: 0;
  }
  .timeline li:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: var(--_icon-size) 0;
    inset-inline-start: calc(var(--_icon-size) / 2 - 1px);
    border-inline-start: 2px solid var(--_border);
  }
  .timeline .mark {
    grid-row: 1 / span 2;
    position: relative;
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
    border: 2px solid var(--_border);
    border-radius: 50%;
  }
  .timeline .done .mark {
    border: 0;
    color: var(--_success);
  }
  .timeline .current .mark {
    border-color: var(--_accent);
  }
  .timeline .current .mark::after {
    content: '';
    position: absolute;
    inset: 4px;
    border-radius: 50%;
    background: var(--_accent);
    forced-color-adjust: none;
  }
  .timeline .current > span:last-child {
    color: var(--_accent);
    font-weight: 600;
  }
  .timeline li:not(.done, .current) strong {
    font-weight: 400;
  }
  .reasons {
    padding: calc(4 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .reasons li {
    margin-block-start: calc(1 * var(--_space));
    margin-inline-start: calc(5 * var(--_space));
    list-style: disc;
  }
  .code code {
    font-family: ui-monospace, monospace;
    user-select: all;
  }
`;
