import { TAG } from './manifest-names.js';

/** A style sheet of the page whose text can be changed; the page's own rules come before it. */
export class Sheet {
  readonly #sheet = new CSSStyleSheet();
  #text = '';

  constructor() {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
  }

  /** Returns whether anything has changed. */
  set(text: string): boolean {
    if (text === this.#text) return false;
    this.#text = text;
    this.#sheet.replaceSync(text);
    return true;
  }
}

/** Outlines every occurrence of a part in the gallery. Names of parts are words, so they need no escape. */
export function highlightCss(name: string | null): string {
  return name === null ? '' : `.gallery ${TAG}::part(${name}) { outline: 2px solid #c2188b !important; outline-offset: 1px !important; }`;
}
