import { css, unsafeCSS } from 'lit';

/** Newer than the checker of templates, which takes it for a mistake; in a file of its own, since this keeps one from being minified. */
const INTERACTIVITY = unsafeCSS('interactivity');

/** What a page makes inert by CSS takes the inside along. */
export const interactivity = css`.base { ${INTERACTIVITY}: inherit; }`;
