import { css } from 'lit';

/** What is needed before the start. */
export const guidance = css`
  .content {
    container-type: inline-size;
  }
  .steps {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: calc(3 * var(--_kyc-space));
    padding-block-end: calc(1 * var(--_kyc-space));
  }
  .steps > li {
    display: grid;
    align-content: start;
    padding-block-start: calc(2 * var(--_kyc-space));
    border-block-start: 3px solid var(--_kyc-border-color);
  }
  .steps > li:first-child {
    border-color: var(--_kyc-ink);
  }
  @container (max-width: 26em) {
    .steps {
      grid-template-columns: minmax(0, 1fr);
      gap: calc(1 * var(--_kyc-space));
    }
    .steps > li {
      display: flex;
      flex-wrap: wrap;
      column-gap: calc(3 * var(--_kyc-space));
      align-items: baseline;
      justify-content: space-between;
      padding-block: 0;
      padding-inline-start: calc(3 * var(--_kyc-space));
      border-block-start: 0;
      border-inline-start: 3px solid var(--_kyc-border-color);
    }
  }
  @container (max-width: 20em) {
    .steps > li {
      display: grid;
    }
  }
  .timeline-title {
    font-weight: 600;
  }
  .documents {
    border: 1px solid var(--_kyc-border-color);
    border-radius: var(--_kyc-box-radius);
    background: var(--_kyc-surface-color);
  }
  .document {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: calc(4 * var(--_kyc-space));
    padding: calc(3 * var(--_kyc-space)) calc(4 * var(--_kyc-space));
  }
  .document + .document {
    border-block-start: 1px solid var(--_kyc-border-color);
  }
  .document-icon {
    grid-row: 1 / span 2;
    align-self: center;
    color: var(--_kyc-ink);
  }
  .document-title {
    font-weight: 600;
  }
  .tips-title {
    inline-size: fit-content;
    min-block-size: 24px;
    padding-block: calc(1 * var(--_kyc-space));
    font-weight: 600;
    color: var(--_kyc-ink);
    cursor: pointer;
  }
  .privacy {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(2 * var(--_kyc-space));
  }
  .privacy .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
  }
`;
