import type { Adopt } from './painting-anew.js';

/** A file of its own: only pages that a server has painted need it. */
export const loadHydration = async (): Promise<Adopt> => (await import('./hydration.js')).adopt;
