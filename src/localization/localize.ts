import { firstEn } from './en-first.js';
import type { FirstMessages, Messages } from './messages.js';

/** A language tag of plausible form (BCP 47), so that nothing else reaches Veriff's address. */
const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i;

/** The first English words are always there; each other language is a file of its own, loaded when a page needs it. */
const FILES: Readonly<Record<string, () => Promise<{ readonly words: Messages }>>> = {
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  it: () => import('./it.js'),
  nl: () => import('./nl.js'),
  pl: () => import('./pl.js'),
  pt: () => import('./pt.js'),
};

/** The languages that have words: primary subtags of BCP 47. */
export const LANGUAGES: readonly string[] = /* @__PURE__ */ [firstEn.lang, ...Object.keys(FILES)].sort();

const loaded = new Map<string, FirstMessages>([[firstEn.lang, firstEn]]);

/** The words of a language tag, as far as they have been loaded; else English. */
export function messages(tag: string): FirstMessages {
  return loaded.get(primary(tag)) ?? firstEn;
}

/** Loads the words of a language tag, if there are any and they are still to be had. Rejects when their file can't be loaded. */
export function loadMessages(tag: string): Promise<void> | null {
  const language = primary(tag);
  const file = Object.hasOwn(FILES, language) && !loaded.has(language) ? FILES[language] : undefined;
  return file === undefined ? null : file().then(({ words }) => void loaded.set(language, words));
}

/** A form with a field named `parentNode` would lead into that field, and from there back, forever. */
const parentOf = (node: Node): Node | null => Reflect.get(Node.prototype, 'parentNode', node);

/** The element's language: its own `lang`, else that of the nearest ancestor, through shadow roots; else the browser's; else English. */
export function languageOf(element: Element): string {
  for (let node: Node | null = element; node !== null; node = node instanceof ShadowRoot ? node.host : parentOf(node)) {
    const lang = node instanceof Element ? Element.prototype.getAttribute.call(node, 'lang') : null;
    if (lang !== null && LANGUAGE_TAG.test(lang)) return lang;
  }
  const { language } = navigator;
  return LANGUAGE_TAG.test(language) ? language : firstEn.lang;
}

/** The direction of words where it may not be the page's: from right to left, or not in the language of `tag`; `null` where the page's holds. */
export function ownDirection(tag: string, { lang, dir }: FirstMessages): FirstMessages['dir'] | null {
  return dir === 'rtl' || !isOf(tag, lang) ? dir : null;
}

/** Whether a tag is of a language: `pt-BR` of `pt`. */
export function isOf(tag: string, language: string): boolean {
  return primary(tag) === language;
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? '';
}
