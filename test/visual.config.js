import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { visualRegressionPlugin } from '@web/test-runner-visual-regression/plugin';
import { chromiumLauncher } from './helpers/engines.js';
import { comparison, TRIED } from './visual/comparison.js';
import { pageCommand } from './visual/page-command.js';
import base from './web-test-runner.config.js';

const pictures = (path) => fileURLToPath(new URL(`visual/${path}`, import.meta.url));

/** Pictures are taken anew, in place of those that were there. What is tried on pictures waits for them. */
const update = process.argv.includes('--update-visual-baseline');
const all = !process.argv.includes('--files');

rmSync(pictures('failed'), { recursive: true, force: true });
if (update && all) rmSync(pictures('baseline'), { recursive: true, force: true });

function saveNothingTried({ name }) {
  if (update && name.includes(TRIED)) throw new Error('What is only tried is no picture.');
  return comparison.getBaselineName({ name });
}

/** What makes letters, edges and colours the same on every Linux machine; the fonts are the page's own. */
const flags = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-gpu',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--hide-scrollbars',
];

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  ...base,
  files: [pictures('*.visual.ts'), ...(update ? [`!${pictures('mutations.visual.ts')}`] : [])],
  browsers: [chromiumLauncher(flags)],
  plugins: [...base.plugins, visualRegressionPlugin({ ...comparison, getBaselineName: saveNothingTried, update }), pageCommand()],
};
