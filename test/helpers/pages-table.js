import { HEADERS } from './pages-headers.js';
import { LOADING } from './pages-loading.js';
import { PLACES } from './pages-places.js';
import { GLOBALS, LIBRARIES, PROTOTYPES } from './pages-scripts.js';
import { STYLES } from './pages-styles.js';

/**
 * Every page that is walked, in groups.
 *
 * - The page: `html` (else a plain one), `headers`, `type`, `files` (further paths), `frameHeaders` (of the stand-in for Veriff); each may be a
 *   function of the world. `hurry`: its time runs faster. `without`: engines that can't, and why. `rare`: only
 *   in `npm run prove`; `always`: never left out of `npm test`.
 * - Where the element is: `inside` (part of the URL of the frame), `handout` (what gives it out of a closed tree).
 * - The walk: `press` (`'keyboard'`, or `'script'` where the page lets no user press), `prepare`, `before` the start, `whileOpen`,
 *   `afterwards` in review, `finally`; `cancels` once before; `glides`, where the page itself moves as things get the focus.
 * - `expects`: `'verdict'` where it is not given; a code of `kyc-error`; `'any'` of these; `'fallback'`: the script can't run, the browser says why
 *   once, and what the partner put into the element stays to be seen; `'another'`: the page's own element of that name stays.
 * - `lines` of our console beside errors (surely only in the engines `linesIn`: Firefox tells of a policy by what it withholds, if in time), none where it `isMute`; `uncaught`: what the browser says;
 *   `violations`: the page's policy forbids something by intent.
 */
export const GROUPS = { headers: HEADERS, styles: STYLES, places: PLACES, libraries: LIBRARIES, globals: GLOBALS, loading: LOADING, prototypes: PROTOTYPES };
