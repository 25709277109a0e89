import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchEngine } from '../helpers/launch-engine.js';
import { startPageWorld } from '../helpers/page-world.js';
import { hold } from '../helpers/pages-hold.js';
import { GROUPS } from '../helpers/pages-table.js';
import { figure, isProof } from '../helpers/proof.js';

/** How many pages are walked at a time: each has a world of its own. In Firefox a window that is behind another gets no keys. */
const AT_A_TIME = { chromium: 2, firefox: 1 };

/** `npm test` walks one page in so many of each group, and those that are `always` walked. */
const USUAL_STEP = 5;

for (const engine of isProof ? ['chromium', 'firefox'] : ['chromium']) {
  describe(`the built file on hostile pages, from the documents to the verdict, in ${engine}`, () => {
    let browser;
    let held = 0;
    let total = 0;

    before(async () => {
      browser = await launchEngine(engine);
    });
    after(async () => {
      await browser.close();
      figure('hostile pages held', `${held} of ${total}`, engine);
    });

    for (const [group, entries] of Object.entries(GROUPS)) {
      describe(group, { concurrency: AT_A_TIME[engine] }, () => {
        for (const entry of entries.filter(({ rare, always }, index) => isProof || always || (!rare && index % USUAL_STEP === 0))) {
          const skip = entry.without?.[engine] ?? false;
          if (!skip) total += 1;
          it(entry.name, { skip }, async () => {
            const world = await startPageWorld();
            try {
              assert.ok(await hold({ browser, engine, world, entry, thoroughly: isProof }));
              held += 1;
            } finally {
              await world.stop();
            }
          });
        }
      });
    }
  });
}
