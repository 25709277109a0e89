import type { Dress } from '../dress.js';
import { none } from './none.js';

/** Rules that no theme should have, and that some have. For tests only. */
export const hostile: Dress = { styles: ['hostile.css'], body: none.body };
