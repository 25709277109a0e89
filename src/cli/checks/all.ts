import type { Check } from '../check.js';
import { ANSWERS } from './answers.js';
import { BODIES } from './bodies.js';
import { CORS } from './cors.js';
import { REACH } from './reach.js';
import { REFUSALS } from './refusals.js';
import { SESSION } from './session.js';
import { STATUS } from './status.js';
import { STREAM_CHECKS } from './stream.js';

/** Every check, in the order in which they run: what others depend on comes first, what looks at all answers last. */
export const CHECKS: readonly Check[] = [...REACH, ...STATUS, ...SESSION, ...STREAM_CHECKS, ...REFUSALS, ...BODIES, ...CORS, ...ANSWERS];
