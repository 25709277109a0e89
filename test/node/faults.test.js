import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { HTTP, VALUES } from '../helpers/fault-http.js';
import { LINE } from '../helpers/fault-line.js';
import { PLACES } from '../helpers/fault-places.js';
import { ABREAST } from '../helpers/fault-suite.js';
import { startWalk } from '../helpers/fault-walk.js';
import { launchEngine } from '../helpers/launch-engine.js';
import { countHeld } from '../helpers/fault-count.js';
import { isProof } from '../helpers/proof.js';

const ENGINES = isProof ? ['chromium', 'firefox'] : ['chromium'];
const MB = 1024 * 1024;

for (const engine of ENGINES) {
  describe(`a fault strikes, is borne, and is over (${engine})`, () => {
    let browser;
    const cases = countHeld('network and HTTP faults held', engine);
    before(async () => {
      browser = await launchEngine(engine);
    });
    after(async () => {
      await browser.close();
      cases.write();
    });

    for (const [group, faults] of Object.entries({ line: LINE, HTTP, value: VALUES })) {
      describe(group, { concurrency: ABREAST[engine] }, () => {
        for (const fault of faults) {
          for (const place of placesOf(fault)) {
            cases.declare();
            it(`${fault.name}: ${place}`, async () => {
              await suffer(browser, complete(fault, engine), PLACES[place]);
              cases.hold();
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

/** What answers, or lets through late, counts for itself; where nothing is answered, each request has failed. */
function assertStruck({ answer, isTrue }, world, requests) {
  if (answer !== undefined || isTrue) return assert.ok(world.hits > 0, 'the fault has struck');
  const failures = requests.filter(({ method }) => world.isHit(method)).map(({ failure }) => failure);
  assert.ok(failures.length > 0 && failures.every((name) => name === 'TypeError'), `the fault has struck: ${failures}`);
}

async function suffer(browser, fault, place) {
  const walk = await startWalk(browser);
  const { world } = walk;
  let { truth } = world;
  let before = 0;
  const struck = {
    ...fault,
    async strike() {
      ({ truth } = world);
      await fault.strike(walk);
      walk.isTimeless = fault.isTimeless === true;
      // What had left the page before the browser was told is let through.
      if (fault.answer === undefined) before = await walk.rest();
      // A read that is not struck betrays itself: what the server says well would lead on.
      if (world.isHit('GET') && !fault.isTrue) world.truth = 'VERIFIED';
    },
  };
  try {
    await fault.prepare(walk);
    await place(walk, struck);
    await walk.checkAlways();
    assertStruck(fault, world, (await walk.look()).requests.slice(before));
    world.truth = truth;
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
