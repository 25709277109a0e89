import type { Journey } from './heard-journey.js';
import { ERRORS } from './heard-journeys-errors.js';
import { OUTCOMES } from './heard-journeys-outcomes.js';
import { WAITS } from './heard-journeys-waits.js';
import { WAYS } from './heard-journeys-ways.js';

export const JOURNEYS: readonly Journey[] = [...OUTCOMES, ...WAITS, ...ERRORS, ...WAYS];
