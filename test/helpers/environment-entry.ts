/** What a page of the environment's tests is given, as one script. */
export { basics } from '../../src/services/environment/basics.js';
export { inspectEnvironment } from '../../src/services/environment/inspection.js';
