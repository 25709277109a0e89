import { launchEngine } from '../helpers/launch-engine.js';
import { ELEMENT, SCRIPT, startPageWorld } from '../helpers/page-world.js';
import { freshPage, inState } from './fresh-page.js';

const PAGE = `<!doctype html><html lang="en"><title>Review</title><link rel="icon" href="data:,">${SCRIPT}${ELEMENT}`;
/** A line of an event stream. */
const event = (verificationState) => `data: ${JSON.stringify({ verificationState })}\n\n`;
/** Milliseconds in which a read would come that is still due: twice the shortest gap of that element, with what is added by chance. */
const UNTIL_QUIET = 2_500;

const now = () => performance.timeOrigin + performance.now();
const wait = (span) => new Promise((resolve) => setTimeout(resolve, span));

/** Pages at an endpoint that says changes by a stream. */
export async function openStreamedWorld() {
  const world = await startPageWorld({ '/': { body: PAGE } });
  const browser = await launchEngine();

  /** Opens a page, and hands `act` what it needs once the stream is open. */
  async function visit({ throttling, state, begin = () => undefined }, act) {
    const asked = [];
    const streaming = new Promise((resolve) => {
      world.status = (request, response) => {
        const isStream = request.headers.accept === 'text/event-stream';
        asked.push(isStream ? 'stream' : 'read');
        if (!isStream) return { status: 200, body: { verificationState: state, stream: true } };
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write(event(state));
        resolve(response);
        return null;
      };
    });
    const { page, close } = await freshPage(browser, { throttling });
    try {
      await page.evaluateOnNewDocument(() => addEventListener('kyc-verified', () => (globalThis.toldAt = performance.timeOrigin + performance.now())));
      await page.goto(world.origin);
      await begin(page);
      return await act({ page, asked, response: await streaming });
    } finally {
      await close();
    }
  }

  return {
    /** Of a page that is loaded in review: what it asks for besides the read that says there is a stream. */
    loaded: () =>
      visit({ state: 'PENDING' }, async ({ page, asked }) => {
        await inState(page, 'reviewing');
        await wait(UNTIL_QUIET);
        return asked.slice(1).length;
      }),

    /** Of a page on which documents are sent, while its stream is open: what it asks for from then on. */
    sent() {
      const inFrame = async (page, message) => {
        const frame = await page.waitForFrame((one) => one.url().includes('/session/'));
        await frame.waitForSelector('body[data-rendered]');
        await frame.evaluate((text) => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === text).click(), message);
      };
      const begin = async (page) => {
        await inState(page, 'guidance');
        await page.$eval('kyc-verification', (element) => void element.start());
        await inFrame(page, 'STARTED');
      };
      return visit({ state: 'UNVERIFIED', begin }, async ({ page, asked, response }) => {
        await wait(UNTIL_QUIET);
        const before = asked.length;
        await inFrame(page, 'SUBMITTED');
        response.write(event('PENDING'));
        await wait(UNTIL_QUIET);
        await inFrame(page, 'FINISHED');
        await wait(UNTIL_QUIET);
        return asked.length - before;
      });
    },

    /** Milliseconds between the server's writing of a verdict and the page's event. */
    lateness: (throttling) =>
      visit({ throttling, state: 'PENDING' }, async ({ page, response }) => {
        await inState(page, 'reviewing');
        await wait(300);
        const saidAt = now();
        response.write(event('VERIFIED'));
        await inState(page, 'verified');
        return (await page.evaluate(() => globalThis.toldAt)) - saidAt;
      }),

    async stop() {
      await browser.close();
      await world.stop();
    },
  };
}
