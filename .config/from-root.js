import { fileURLToPath } from 'node:url';

/** The path of a file, by its path in the repository. */
export const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
