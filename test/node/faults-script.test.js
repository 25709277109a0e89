import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { countHeld } from '../helpers/fault-count.js';
import { startWalk } from '../helpers/fault-walk.js';
import { launchEngine } from '../helpers/launch-engine.js';
import { isProof } from '../helpers/proof.js';

const html = { status: 200, contentType: 'text/html', body: '<!doctype html><title>Free Wi-Fi</title>' };
const script = (body) => ({ status: 200, contentType: 'text/javascript', body });
/**
 * What can become of the file that opens Veriff. `isLasting`: the browser has taken what came as the module, and takes
 * nothing else until the page is loaded anew.
 */
const FAULTS = [
  { name: 'can’t be fetched', answer: (request) => request.abort('failed') },
  { name: 'is blocked', answer: (request) => request.abort('blockedbyclient') },
  { name: 'is missing', answer: (request) => request.respond({ status: 404, contentType: 'text/javascript', body: '' }) },
  { name: 'is answered by a server that is down', answer: (request) => request.respond({ status: 503, contentType: 'text/plain', body: 'down' }) },
  { name: 'is the page of a captive portal', answer: (request) => request.respond(html) },
  { name: 'never comes', answer: (request, waiting) => void waiting.push(request), code: 'timeout', isTimeless: true },
  { name: 'is cut off', answer: (request) => request.respond(script('export function openVeriffFrame(')), isLasting: true },
  { name: 'is the empty script of a blocker', answer: (request) => request.respond(script('')), isLasting: true },
  { name: 'throws', answer: (request) => request.respond(script('throw new Error("no")')), isLasting: true },
];

for (const engine of isProof ? ['chromium', 'firefox'] : ['chromium']) {
  describe(`the file that opens Veriff (${engine})`, { concurrency: engine === 'firefox' ? 1 : 3 }, () => {
    let browser;
    const cases = countHeld('network and HTTP faults held', engine);
    before(async () => {
      browser = await launchEngine(engine);
    });
    after(async () => {
      await browser.close();
      cases.write();
    });

    for (const { name, answer, code = 'network', isTimeless = false, isLasting = false } of FAULTS) {
      cases.declare();
      it(`${name}: that is said, and the user goes on when it is over`, async () => {
        const walk = await startWalk(browser);
        let isStruck = true;
        const waiting = [];
        try {
          await walk.page.setRequestInterception(true);
          walk.page.on('request', (request) => void Promise.resolve(isStruck && /\.veriff-frame-/.test(request.url()) ? answer(request, waiting) : request.continue()).catch(() => undefined));
          await walk.open();
          await walk.untilState('guidance');
          walk.isTimeless = isTimeless;
          await walk.press();
          const { error } = await walk.untilState('failed', isTimeless ? { pace: 1_000 } : {});
          assert.deepEqual([error.code, error.phase], [code, 'frame']);
          await walk.checkAlways();
          isStruck = false;
          for (const request of waiting) await request.abort('timedout');
          if (isLasting) await walk.open();
          await walk.carryOn();
          await walk.checkAlways();
          await walk.checkGone();
          cases.hold();
        } finally {
          await walk.end();
        }
      });
    }
  });
}
