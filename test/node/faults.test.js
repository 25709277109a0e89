import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { HTTP, VALUES } from '../helpers/fault-http.js';
import { LINE } from '../helpers/fault-line.js';
import { PLACES } from '../helpers/fault-places.js';
import { startWalk } from '../helpers/fault-walk.js';
import { launchEngine } from '../helpers/launch-engine.js';
import { figure, isProof } from '../helpers/proof.js';

const ENGINES = isProof ? ['chromium', 'firefox'] : ['chromium'];
/** Pages at work at the same time. A tab of Firefox is hidden behind the next. */
const ABREAST = { chromium: 3, firefox: 1 };
const MB = 1024 * 1024;

for (const engine of ENGINES) {
  describe(`a fault strikes, is borne, and is over (${engine})`, () => {
    let browser;
    let held = 0;
    before(async () => {
      browser = await launchEngine(engine);
    });
    after(async () => {
      await browser.close();
      figure('network and HTTP faults held', held, engine);
    });

    for (const [group, faults] of Object.entries({ line: LINE, HTTP, value: VALUES })) {
      describe(group, { concurrency: ABREAST[engine] }, () => {
        for (const fault of faults) {
          for (const place of placesOf(fault)) {
            it(`${fault.name}: ${place}`, async () => {
              await suffer(browser, complete(fault, engine), PLACES[place]);
              held++;
            });
          }
        }
      });
    }
  });
}

/** In the usual run each fault strikes once, where that tells most. */
function placesOf({ places = Object.keys(PLACES), at }) {
  return isProof ? places : [at];
}

function complete(fault, engine) {
  return {
    strike: ({ world }) => void (world.fault = fault.answer),
    lift: ({ world }) => void (world.fault = null),
    prepare: () => undefined,
    ...fault,
    ...fault[engine],
  };
}

async function suffer(browser, fault, place) {
  const walk = await startWalk(browser);
  const { strike } = fault;
  const struck = {
    ...fault,
    async strike() {
      await strike(walk);
      walk.isTimeless = fault.isTimeless === true;
    },
  };
  try {
    fault.prepare(walk);
    await place(walk, struck);
    await walk.checkAlways();
    if (fault.answer !== undefined) assert.ok(walk.world.hits > 0, 'the fault has struck');
    await fault.lift(walk);
    await walk.carryOn();
    await walk.checkAlways();
    await walk.checkGone();
    assert.equal(walk.world.strays, 0, 'no redirect is followed');
    assert.ok(walk.world.mostSent < 16 * MB, `${walk.world.mostSent} bytes were let in`);
  } finally {
    await walk.end();
  }
}
