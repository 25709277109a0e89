/** What a start needs: the look around before it, and Veriff's frame. One file, so that whoever starts waits for one. */
export { inspectEnvironment } from './environment/inspection.js';
export { openVeriffFrame } from './veriff/veriff-frame.js';
