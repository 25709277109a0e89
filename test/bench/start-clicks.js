import { bundle } from '../helpers/bundle.js';
import { launchEngine } from '../helpers/launch-engine.js';
import { SCRIPT, startPageWorld } from '../helpers/page-world.js';
import { freshPage } from './fresh-page.js';

/** One of Veriff's, as `session-hosts` is by default: what looks at the page before a start tries frames of that. */
const SESSION_URL = 'https://magic.veriff.me/v/secret-1';
const page = (body) => `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Start</title><link rel="icon" href="data:,">${body}`;
const PAGES = {
  '/element': page(`${SCRIPT}<kyc-verification onboarding-id="US_1" endpoint="/verify"></kyc-verification>`),
  '/sdk': page('<button>Start</button><script src="/sdk.js"></script>'),
};
/** The least that a page of its own would do. */
const SDK = `import { createVeriffFrame } from '@veriff/incontext-sdk';
document.querySelector('button').addEventListener('click', async () => {
  const response = await fetch('/verify', { method: 'POST', body: '{}' });
  createVeriffFrame({ url: (await response.json()).sessionUrl });
});`;
/** Nothing leaves this machine: that Veriff's page is asked for is all that is to be seen. */
const FLAGS = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];
const PATIENCE = 20_000;

/** Pages with a Start button, whose endpoint answers at once: of the element, `/element`, and of Veriff's SDK without it, `/sdk`. */
export async function openStartWorld() {
  const world = await startPageWorld(Object.fromEntries(Object.entries(PAGES).map(([path, body]) => [path, { body }])));
  world.pages['/sdk.js'] = { body: await bundle(SDK), type: 'text/javascript' };
  world.exchange = { status: 200, body: { sessionUrl: SESSION_URL } };
  const browser = await launchEngine('chromium', FLAGS);

  return {
    /**
     * From the click on Start to the request of the session URL, in milliseconds: all times are of the browser's one monotonic clock, the click's is that
     * of the input itself.
     *
     * @param isWarm the pointer has been on the button for a while, and nothing is loading; else it is clicked as soon as it is painted
     */
    async click({ path, throttling, isWarm }) {
      const { page, devtools, close } = await freshPage(browser, { throttling });
      try {
        await devtools.send('Performance.enable');
        const requests = await watchRequests(devtools);
        await page.evaluateOnNewDocument(() => addEventListener('click', ({ timeStamp }) => (globalThis.clickedAt ??= timeStamp), true));
        await page.goto(world.origin + path, { waitUntil: 'domcontentloaded' });
        const place = await paintedStart(page);
        if (isWarm) {
          await page.mouse.move(place.x, place.y);
          await page.waitForNetworkIdle({ idleTime: 700 });
          await page.waitForFunction(() => document.querySelector('kyc-verification')?.matches(':state(guidance)') ?? true);
        }
        await press(devtools, place);
        const framedAt = await requests.asked(SESSION_URL);
        return partsOf(requests.all, (await clickedAt(page, devtools)) * 1_000, framedAt);
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

/** All requests of the page with the times at which they were asked for and done, in milliseconds. */
async function watchRequests(devtools) {
  const all = new Map();
  const waiting = [];
  devtools.on('Network.requestWillBeSent', ({ requestId, request, type, timestamp }) => {
    all.set(requestId, { url: request.url, method: request.method, type, askedAt: timestamp * 1_000, doneAt: NaN });
    for (const look of waiting) look();
  });
  devtools.on('Network.loadingFinished', ({ requestId, timestamp }) => {
    const request = all.get(requestId);
    if (request !== undefined) request.doneAt = timestamp * 1_000;
  });
  await devtools.send('Network.enable');
  return {
    get all() {
      return [...all.values()];
    },
    asked: (start) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${start} was not asked for in ${PATIENCE} ms`)), PATIENCE);
        const look = () => {
          const found = [...all.values()].find(({ url }) => url.startsWith(start));
          if (found === undefined) return;
          clearTimeout(timer);
          resolve(found.askedAt);
        };
        waiting.push(look);
        look();
      }),
  };
}

/** Where the button is, once the browser has painted it. */
async function paintedStart(page) {
  const handle = await page.waitForFunction(
    () => {
      const start = document.querySelector('kyc-verification')?.shadowRoot?.querySelector('[part~="start-button"]') ?? document.querySelector('button');
      const box = start?.getBoundingClientRect();
      // A task that is asked for in a frame comes after its paint.
      return box !== undefined && new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve({ x: box.x + box.width / 2, y: box.y + box.height / 2 }))));
    },
    { polling: 'raf' },
  );
  return handle.jsonValue();
}

/** Both at once: between them nothing of the driver's is waited for. */
function press(devtools, place) {
  const mouse = (type) => devtools.send('Input.dispatchMouseEvent', { type, ...place, button: 'left', clickCount: 1 });
  return Promise.all([mouse('mousePressed'), mouse('mouseReleased')]);
}

/** Seconds of the browser's clock: the page's own is told from the beginning of its navigation. */
async function clickedAt(page, devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const began = metrics.find(({ name }) => name === 'NavigationStart').value;
  return began + (await page.evaluate(() => globalThis.clickedAt)) / 1_000;
}

/** `look`: until the endpoint is asked; `exchange`: until it has answered; `open`: until the frame's page is asked for. `files`: when the last script was there. */
function partsOf(requests, clickAt, framedAt) {
  const exchange = requests.find(({ method }) => method === 'POST');
  const scripts = requests.filter(({ type, doneAt }) => type === 'Script' && doneAt > clickAt).map(({ doneAt }) => doneAt - clickAt);
  return {
    total: framedAt - clickAt,
    look: exchange.askedAt - clickAt,
    exchange: exchange.doneAt - exchange.askedAt,
    open: framedAt - exchange.doneAt,
    files: Math.max(0, ...scripts),
  };
}
