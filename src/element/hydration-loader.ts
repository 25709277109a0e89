import type { Adopt } from './hydration.js';

/** A file of its own: only pages that a server has painted need it. `null` in builds that have none. */
export const loadHydration: (() => Promise<Adopt>) | null = async () => (await import('./hydration.js')).adopt;
