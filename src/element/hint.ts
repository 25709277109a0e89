import { warn } from './warn.js';

type Hints = typeof import('./hints.js');

/** Tells the integrator what to look at. Its words are loaded for it; where they can't be, that is told. */
export function hint(which: (hints: Hints) => string): void {
  void import('./hints.js')
    .then(which)
    // Also where something else has come as that file.
    .catch(() => 'something is wrong, and the file that says what could not be loaded. Are all files of dist/cdn beside the script?')
    .then(warn);
}
