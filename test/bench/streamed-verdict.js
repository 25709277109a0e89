import { launchEngine } from '../helpers/launch-engine.js';
import { SCRIPT, startPageWorld } from '../helpers/page-world.js';
import { freshPage, inState } from './fresh-page.js';

const PAGE = `<!doctype html><html lang="en"><title>Review</title><link rel="icon" href="data:,">${SCRIPT}
<kyc-verification onboarding-id="US_1" endpoint="/verify"></kyc-verification>`;
const PENDING = { verificationState: 'PENDING' };
/** A line of an event stream. */
const event = (body) => `data: ${JSON.stringify(body)}\n\n`;
/** Milliseconds in which a read would come that is still due: the shortest gap, and its spread. */
const UNTIL_QUIET = 6_500;

const now = () => performance.timeOrigin + performance.now();

/** Pages that are loaded in review, at an endpoint that says changes by a stream. */
export async function openStreamedWorld() {
  const world = await startPageWorld({ '/': { body: PAGE } });
  const browser = await launchEngine();
  let opened;

  return {
    /**
     * One such page, and its verdict: what it has asked for since the stream was opened, itself included, and how many milliseconds lie between the
     * server's writing of the verdict and the page's event.
     */
    async follow({ throttling = 1, isQuiet = false } = {}) {
      const streaming = new Promise((resolve) => (opened = resolve));
      world.calls.length = 0;
      let before = NaN;
      world.status = (request, response) => {
        if (request.headers.accept !== 'text/event-stream') return { status: 200, body: { ...PENDING, stream: true } };
        before = world.calls.length - 1;
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write(event(PENDING));
        opened(response);
        return null;
      };
      const { page, close } = await freshPage(browser, { throttling });
      try {
        await page.evaluateOnNewDocument(() => addEventListener('kyc-verified', () => (globalThis.toldAt = performance.timeOrigin + performance.now())));
        await page.goto(world.origin);
        const response = await streaming;
        await inState(page, 'reviewing');
        await new Promise((resolve) => setTimeout(resolve, isQuiet ? UNTIL_QUIET : 300));
        const saidAt = now();
        response.write(event({ verificationState: 'VERIFIED' }));
        await inState(page, 'verified');
        return { before, requests: world.calls.length - before, lateness: (await page.evaluate(() => globalThis.toldAt)) - saidAt };
      } finally {
        await close();
      }
    },
    async stop() {
      await browser.close();
      await world.stop();
    },
  };
}
