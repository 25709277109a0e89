import { en } from './en.js';
import type { Messages } from './messages.js';

/** A language tag of plausible form (BCP 47), so that nothing else reaches Veriff's address. */
const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i;

/** The words to show. */
export function messages(): Messages {
  return en;
}

/** The element's language: its own `lang`, else that of the nearest ancestor, through shadow roots; else the browser's; else English. */
export function languageOf(element: Element): string {
  for (let node: Node | null = element; node !== null; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    const lang = node instanceof Element ? node.getAttribute('lang') : null;
    if (lang !== null && LANGUAGE_TAG.test(lang)) return lang;
  }
  const { language } = navigator;
  return LANGUAGE_TAG.test(language) ? language : en.lang;
}
