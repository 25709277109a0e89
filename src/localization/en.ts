import { firstEn } from './en-first.js';
import { laterEn } from './en-later.js';
import type { Messages } from './messages.js';

/** All English words at once, as every other language has them. */
export const en: Messages = { ...firstEn, ...laterEn };
