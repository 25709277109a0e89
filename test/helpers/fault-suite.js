import { after, before, describe, it } from 'node:test';
import { countHeld } from './fault-count.js';
import { startWalk } from './fault-walk.js';
import { launchEngine } from './launch-engine.js';
import { isProof } from './proof.js';

/** Pages at work at the same time. A tab of Firefox is hidden behind the next. */
export const ABREAST = { chromium: 3, firefox: 1 };

/**
 * Tests that each walk a page through a fault, in a browser of their own; in the proof in two engines.
 *
 * @param figure what the cases count for in the table of the proof
 * @param declare declares them: `walk` one that holds as a whole, `walkOver` one that holds so many cases by itself, by `hold`
 */
export function describeFaults(title, figure, declare) {
  for (const engine of isProof ? ['chromium', 'firefox'] : ['chromium']) {
    describe(`${title} (${engine})`, { concurrency: ABREAST[engine] }, () => {
      let browser;
      const cases = countHeld(figure, engine);
      before(async () => {
        browser = await launchEngine(engine);
      });
      after(async () => {
        await browser.close();
        cases.write();
      });

      function walkOver(name, count, test, onHeld = () => undefined) {
        cases.declare(count);
        it(name, async () => {
          const walk = await startWalk(browser);
          try {
            await test(walk);
            await walk.checkAlways();
            await walk.checkGone();
            onHeld();
          } finally {
            await walk.end();
          }
        });
      }
      const walk = (name, test) => walkOver(name, 1, test, cases.hold);

      declare({ engine, walk, walkOver, hold: cases.hold });
    });
  }
}
