import { css } from 'lit';

/**
 * Spacing is a multiple of one unit (4 px); three sizes of type; logical properties only, for right-to-left scripts. A
 * page's theme gets in by the custom properties and parts alone.
 */
export const layout = css`
  :host {
    display: block;
    /* All the room there is, also where the page would shrink it to its words: a flex row, a centred column. */
    inline-size: -moz-available;
    inline-size: -webkit-fill-available;
    inline-size: stretch;
    max-inline-size: var(--_kyc-max-width);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  ol,
  li {
    margin: 0;
    padding: 0;
    font: inherit;
  }
  ul,
  ol {
    list-style: none;
  }
  /*
   * What inherits begins anew here, where no rule of the page reaches, be it for every element. Spacing of letters and
   * words follows the page, since readers set their own there (WCAG 2.2, 1.4.12).
   */
  .base {
    all: initial;
    visibility: inherit;
    pointer-events: inherit;
    color-scheme: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    box-sizing: border-box;
    position: relative;
    /* The page’s own layers stay above the button that sticks. */
    isolation: isolate;
    font: 400 var(--_kyc-font-size) / 1.5 var(--_kyc-font-family);
    color: var(--_kyc-text-color);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    overflow-wrap: anywhere;
    /* Else the browser would keep what is below in place when a screen is replaced, and scroll the page for it. */
    overflow-anchor: none;
  }
  .base,
  .content {
    display: grid;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(5 * var(--_kyc-space));
  }
  .dark {
    color-scheme: dark;
  }
  /* Words from right to left in slots of a page whose language has no words here. */
  .base[dir] ::slotted(*) {
    unicode-bidi: plaintext;
  }
  /* Where there is no dark half the light one brings its ground along. */
  @supports not (color: light-dark(red, red)) {
    .base {
      background: var(--_kyc-surface-color);
    }
  }
  slot[name='guidance'] {
    display: contents;
  }
  .header,
  .guidance {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(2 * var(--_kyc-space));
  }
  .guidance {
    gap: calc(4 * var(--_kyc-space));
  }
  .title {
    font-size: var(--_kyc-heading-size);
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
  }
  .section-title {
    font-weight: 600;
  }
  .text {
    max-inline-size: 66ch;
    text-wrap: pretty;
  }
  .header .text {
    color: var(--_kyc-muted-color);
  }
  .icon {
    display: block;
    inline-size: var(--_kyc-icon-size);
    block-size: var(--_kyc-icon-size);
  }
  .small {
    font-size: 0.875em;
    line-height: 1.4286;
    color: var(--_kyc-muted-color);
  }
`;
