import { css } from 'lit';

/**
 * What moves says something: a result settles, a finished step is ticked, a control answers. Words are there at once; nothing
 * that is to be read or pressed fades in. How one screen follows another is in `motion.ts`.
 */
export const motion = css`
  @keyframes settle {
    from {
      transform: scale(0.8);
    }
  }
  @keyframes draw {
    from {
      stroke-dashoffset: 1;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .primary,
    .secondary {
      transition:
        background-color 120ms,
        box-shadow 120ms;
    }
    .status-icon {
      animation: settle 320ms cubic-bezier(0.2, 0, 0, 1);
    }
    .stroke {
      stroke-dasharray: 1;
      animation: draw 480ms 120ms ease-out backwards;
    }
    /* Tips unfold, where the browser can tell how high they are. */
    .tips {
      interpolate-size: allow-keywords;
    }
    .tips::details-content {
      overflow: clip;
      block-size: 0;
      transition:
        block-size 200ms,
        content-visibility 200ms allow-discrete;
    }
    .tips[open]::details-content {
      block-size: auto;
    }
  }
`;
