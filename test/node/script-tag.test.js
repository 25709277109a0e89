import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchEngine } from '../helpers/launch-engine.js';
import { startPageWorld } from '../helpers/page-world.js';
import { hold } from '../helpers/pages-hold.js';
import { isProof } from '../helpers/proof.js';
import { SCRIPT_TAGS } from '../helpers/script-tag-pages.js';

/** How many pages are walked at a time, as in `pages.test.js`. */
const AT_A_TIME = { chromium: 2, firefox: 1 };

for (const engine of isProof ? ['chromium', 'firefox'] : ['chromium']) {
  describe(`a script tag for another origin, from the documents to the verdict, in ${engine}`, () => {
    let browser;
    before(async () => {
      browser = await launchEngine(engine);
    });
    after(() => browser.close());

    for (const [build, entries] of Object.entries(SCRIPT_TAGS)) {
      describe(build, { concurrency: AT_A_TIME[engine] }, () => {
        for (const entry of entries) {
          it(entry.name, async () => {
            const [world, cdn] = await Promise.all([startPageWorld(), startPageWorld()]);
            world.cdn = cdn;
            entry.setUp?.(world);
            try {
              assert.ok(await hold({ browser, engine, world, entry }));
            } finally {
              await Promise.all([world.stop(), cdn.stop()]);
            }
          });
        }
      });
    }
  });
}
