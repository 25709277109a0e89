import { words as ar } from '../localization/ar.js';
import { words as de } from '../localization/de.js';
import { en } from '../localization/en.js';
import { words as es } from '../localization/es.js';
import { words as fr } from '../localization/fr.js';
import { words as it } from '../localization/it.js';
import type { Messages } from '../localization/messages.js';
import { words as nl } from '../localization/nl.js';
import { words as pl } from '../localization/pl.js';
import { words as pt } from '../localization/pt.js';

/** All words at once: a server pays for a file once, and its frameworks render without waiting. */
export const WORDS: readonly Messages[] = [en, ar, de, es, fr, it, nl, pl, pt];
