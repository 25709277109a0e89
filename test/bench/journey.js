import { launchEngine } from '../helpers/launch-engine.js';
import { WalkTab } from '../helpers/walk-tab.js';
import { applyPage } from '../helpers/walk-suite.js';
import { TO_REVIEW, startWalkWorld, walkVeriff } from '../helpers/walk-world.js';
import { brotliOf, filesOf } from './files.js';

/** From the guidance to the verdict, in English, with the endpoint of the package and the demo's stand-in for Veriff: what scripts it loads. */
export async function journey() {
  const [world, browser] = await Promise.all([startWalkWorld({ '/apply': applyPage('') }), launchEngine('chromium')]);
  try {
    const user = await WalkTab.open(world, browser);
    await user.visit(await world.arrive());
    await user.until('guidance');
    await user.press('start-button');
    await walkVeriff(await user.veriffFrame(), ...TO_REVIEW, 'submit', 'done');
    await user.until('verified');
    const files = await filesOf(user.page, '/assets');
    const sizes = { requests: files.length, brotli: brotliOf(files), names: files.map(({ url }) => url.split('/').at(-1)) };
    await user.close();
    return sizes;
  } finally {
    await browser.close();
    await world.stop();
  }
}
