import { readPieces, writePieces } from './fragment.js';
import { readTheme, themePieces, type Theme } from './theme-model.js';
import { readView, viewPieces, type View } from './view-settings.js';

/** Browsers slow a page down that changes its address with every keystroke. */
const DELAY = 300;

export interface Addressed {
  readonly theme: Theme;
  readonly view: View;
}

export interface KnownNames {
  readonly properties: readonly string[];
  readonly starts: readonly string[];
  readonly languages: readonly string[];
}

/** Keeps the theme and the view in the page's address. */
export class Address {
  readonly #known: KnownNames;
  #pending: Addressed | null = null;
  #timer = 0;

  constructor(known: KnownNames, onRead: (found: Addressed) => void) {
    this.#known = known;
    // Only a link or the user changes it so that this is heard; our own writing is not.
    addEventListener('hashchange', () => onRead(this.read()));
    addEventListener('pagehide', () => this.flush());
  }

  read(): Addressed {
    clearTimeout(this.#timer);
    this.#pending = null;
    const pieces = readPieces(location.hash);
    return { theme: readTheme(pieces, this.#known), view: readView(pieces, this.#known.languages) };
  }

  write(shown: Addressed): void {
    this.#pending = shown;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.flush(), DELAY);
  }

  /** Writes what is due now. Returns the link, and whether all of the theme is in it. */
  flush(): { url: string; whole: boolean } {
    clearTimeout(this.#timer);
    const { theme, view } = this.#pending ?? this.read();
    this.#pending = null;
    const { text, whole } = writePieces([...themePieces(theme), ...viewPieces(view)]);
    const url = new URL(location.href);
    url.hash = text;
    if (url.href !== location.href) history.replaceState(history.state, '', url);
    return { url: url.href, whole };
  }
}
