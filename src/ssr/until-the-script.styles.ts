import { css } from 'lit';

/**
 * For the time from the first paint to the script. Where there will be none, or it does not come, what the partner has put into the element
 * for that case shows: nobody is left with a button that does nothing.
 */
export const untilTheScript = css`
  slot:not([name]) {
    display: block;
    position: absolute;
    visibility: hidden;
    animation: kyc-fallback 0s 10s forwards;
  }
  @keyframes kyc-fallback {
    to {
      position: static;
      visibility: visible;
    }
  }
  [part~='actions'] {
    animation: kyc-no-start 0s 10s forwards;
  }
  @keyframes kyc-no-start {
    to {
      position: absolute;
      visibility: hidden;
    }
  }
  @media (scripting: none) {
    slot:not([name]),
    [part~='actions'] {
      animation-delay: 0s;
    }
  }
  @supports selector(:has-slotted) {
    [part~='footer']:not(:has(:has-slotted)) {
      display: none;
    }
  }
`;
