/**
 * In the place of `dom-focus-lock` in the builds for a script tag. `@veriff/incontext-sdk` 2.5.0 turns it on for its modal frame; it lets
 * the focus be wherever `data-no-focus-lock` stands, and so does nothing in our dialog, outside of which all is inert.
 */
export default {
  on: (): void => undefined,
  off: (): void => undefined,
};
