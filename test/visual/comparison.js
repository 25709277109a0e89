import { fileURLToPath } from 'node:url';

/** Stands between the name of a picture and that of a change which is tried on it. */
export const TRIED = '~';

const pictureOf = (name) => name.split(TRIED, 1)[0];
const folderOf = (name) => (name.includes(TRIED) ? 'failed/tried' : 'failed');

/**
 * How two pictures are compared, and where they lie. A pixel counts when it differs by more than ten of 256 shades of grey or so.
 * Measured: none counts between runs, nor between Chromium 150 and 156; of the faults in `mutations.visual.ts`, the smallest counts 31.
 */
export const comparison = {
  baseDir: fileURLToPath(new URL('.', import.meta.url)),
  getBaselineName: ({ name }) => `baseline/${pictureOf(name)}`,
  getFailedName: ({ name }) => `${folderOf(name)}/${name}`,
  getDiffName: ({ name }) => `${folderOf(name)}/${name}-difference`,
  diffOptions: { threshold: 0.04, includeAA: true },
  failureThreshold: 12,
  failureThresholdType: 'pixel',
};
