import { ar } from '../localization/ar.js';
import { de } from '../localization/de.js';
import { en } from '../localization/en.js';
import { es } from '../localization/es.js';
import { fr } from '../localization/fr.js';
import { it } from '../localization/it.js';
import type { Messages } from '../localization/messages.js';
import { nl } from '../localization/nl.js';
import { pl } from '../localization/pl.js';
import { pt } from '../localization/pt.js';

/** All words at once: a server pays for a file once, and its frameworks render without waiting. */
export const WORDS: readonly Messages[] = [en, ar, de, es, fr, it, nl, pl, pt];
