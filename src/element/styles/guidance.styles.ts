import { css } from 'lit';

/** What is needed before the start. */
export const guidance = css`
  .content {
    container-type: inline-size;
  }
  .steps {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: calc(3 * var(--_space));
    padding-block-end: calc(1 * var(--_space));
  }
  .steps > li {
    display: grid;
    align-content: start;
    padding-block-start: calc(2 * var(--_space));
    border-block-start: 3px solid var(--_border-color);
  }
  .steps > li:first-child {
    border-color: var(--_ink);
  }
  @container (max-width: 26em) {
    .steps {
      grid-template-columns: minmax(0, 1fr);
      gap: calc(1 * var(--_space));
    }
    .steps > li {
      display: flex;
      flex-wrap: wrap;
      column-gap: calc(3 * var(--_space));
      align-items: baseline;
      justify-content: space-between;
      padding-block: 0;
      padding-inline-start: calc(3 * var(--_space));
      border-block-start: 0;
      border-inline-start: 3px solid var(--_border-color);
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
    border: 1px solid var(--_border-color);
    border-radius: var(--_box-radius);
    background: var(--_surface-color);
  }
  .document {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: calc(4 * var(--_space));
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
  }
  .document + .document {
    border-block-start: 1px solid var(--_border-color);
  }
  .document-icon {
    grid-row: 1 / span 2;
    align-self: center;
    color: var(--_ink);
  }
  .document-title {
    font-weight: 600;
  }
  .tips-title {
    inline-size: fit-content;
    min-block-size: 24px;
    padding-block: calc(1 * var(--_space));
    font-weight: 600;
    color: var(--_ink);
    cursor: pointer;
  }
  .tips .list {
    display: grid;
    gap: calc(1 * var(--_space));
    padding-block: calc(1 * var(--_space));
  }
  .privacy {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(2 * var(--_space));
  }
  .privacy .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
  }
`;
