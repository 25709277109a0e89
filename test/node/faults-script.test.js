import assert from 'node:assert/strict';
import { describeFaults } from '../helpers/fault-suite.js';

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

describeFaults('the file that opens Veriff', 'network and HTTP faults held', ({ walk: suffers }) => {
  for (const { name, answer, code = 'network', isTimeless = false, isLasting = false } of FAULTS) {
    suffers(`${name}: that is said, and the user goes on when it is over`, async (walk) => {
      let isStruck = true;
      const waiting = [];
      await walk.page.setRequestInterception(true);
      walk.page.on('request', (request) => void Promise.resolve(isStruck && /\.start-/.test(request.url()) ? answer(request, waiting) : request.continue()).catch(() => undefined));
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
    });
  }
});
