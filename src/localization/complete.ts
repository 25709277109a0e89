import { laterEn } from './en-later.js';
import type { FirstMessages, Messages } from './messages.js';

/** All words of a language. English alone comes in two parts: of the others one file holds both. */
export function complete(first: FirstMessages): Messages {
  return hasAll(first) ? first : { ...first, ...laterEn };
}

function hasAll(words: FirstMessages): words is Messages {
  return 'errors' in words;
}
