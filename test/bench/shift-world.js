import { launchEngine } from '../helpers/launch-engine.js';
import { ELEMENT, SCRIPT, startPageWorld } from '../helpers/page-world.js';
import { SCRIPTS, painted } from '../helpers/server-rendered-world.js';
import { freshPage, inState } from './fresh-page.js';

export const VIEWPORTS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

/** Higher than the window, so that the page scrolls. */
const AROUND = '<style>:root { color-scheme: light dark } p { height: 120vh }</style>';
const PAGES = {
  '/': `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Page</title><link rel="icon" href="data:,">${AROUND}<h1>Above</h1>${SCRIPT}${ELEMENT}<p>Below</p>`,
  '/painted': `${painted({ script: SCRIPTS.tag })}${AROUND}`,
};
/** A screen settles within 240 ms. */
const SETTLED = 300;

/** Pages on which an element goes from one state to the next, while it is watched whether anything moves. */
export async function openShiftWorld() {
  const world = await startPageWorld(Object.fromEntries(Object.entries(PAGES).map(([path, body]) => [path, { body }])));
  const browser = await launchEngine();
  return {
    /** Layout shift of the transition, and how many pixels the text below the element moved at most, there and back. */
    async walk({ prepare, act }, viewport) {
      const { page, close } = await freshPage(browser, { viewport: VIEWPORTS[viewport] });
      const stage = await stageOf(world, page);
      try {
        await page.evaluateOnNewDocument(watchShifts);
        await prepare(stage);
        await page.evaluate((span) => globalThis.shifts.begin(span), SETTLED);
        await act(stage);
        return await page.evaluate((span) => globalThis.shifts.end(span), SETTLED);
      } finally {
        stage.releaseAll();
        await close();
      }
    },
    async stop() {
      await browser.close();
      await world.stop();
    },
  };
}

const partOf = (name) => `kyc-verification >>> [part~="${name}"]`;

/** What a transition does with its page. */
async function stageOf(world, page) {
  const held = { status: null, exchange: null, scripts: null };
  const verdict = { verificationState: 'UNVERIFIED' };
  const session = { sessionUrl: `${world.veriffOrigin}/session/secret-1` };
  const given = (kind, body) => async () => {
    await held[kind]?.until;
    return { status: 200, body };
  };
  world.status = given('status', verdict);
  world.exchange = given('exchange', session);
  await page.setRequestInterception(true);
  page.on('request', async (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/assets/') && held.scripts?.holds(pathname)) await held.scripts.until;
    // The page may be gone by then.
    await request.continue().catch(() => undefined);
  });
  const release = (what) => {
    held[what]?.release();
    held[what] = null;
  };
  return {
    page,
    /** `status`, `exchange` or `scripts` wait from now on; of scripts those of which `holds` says so. */
    hold(what, holds = () => true) {
      let open;
      const until = new Promise((resolve) => (open = resolve));
      held[what] = { until, release: open, holds };
    },
    release,
    releaseAll: () => Object.keys(held).forEach(release),
    open: (path = '/') => page.goto(world.origin + path, { waitUntil: [] }),
    state: (name) => inState(page, name),
    says: (state) => (verdict.verificationState = state),
    /** A part is there that matches, or none does any more. */
    shows: (selector, is = true) =>
      page.waitForFunction((wanted, there) => (document.querySelector('kyc-verification')?.shadowRoot?.querySelector(wanted) != null) === there, { polling: 'raf' }, selector, is),
    /** By the keyboard: no pointer changes how the button looks. */
    async press(part) {
      await (await page.waitForSelector(partOf(part))).focus();
      await page.keyboard.press('Enter');
    },
    /** By a pointer, which is down for as long as a person's is. */
    click: (part) => page.click(partOf(part), { delay: 100 }),
    run: (act) => page.$eval('kyc-verification', act),
    /** Veriff's frame, once the SDK has answered it. */
    async frame() {
      const frame = await page.waitForFrame((one) => one.url().includes('/session/'));
      await frame.waitForSelector('body[data-rendered]');
      return frame;
    },
    prefers: (scheme) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]),
  };
}

/** Runs in the page before anything else of it, handed there as text. */
function watchShifts() {
  if (window !== window.top) return;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const wait = (span) => new Promise((resolve) => setTimeout(resolve, span));
  let entries = [];
  let places = [];
  let isWatching = false;
  // Also what moves right after the user's own input, which the sum that pages are judged by leaves out.
  const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
  observer.observe({ type: 'layout-shift' });

  async function watch() {
    const below = document.querySelector('kyc-verification ~ p');
    isWatching = true;
    while (isWatching) {
      const { left, top, width } = below.getBoundingClientRect();
      places.push([left, top + scrollY, width]);
      await frame();
    }
  }
  globalThis.shifts = {
    async begin(span) {
      await wait(span);
      observer.takeRecords();
      [entries, places] = [[], []];
      void watch();
      await frame();
    },
    async end(span) {
      await wait(span);
      await frame();
      isWatching = false;
      entries.push(...observer.takeRecords());
      const moved = [0, 1, 2].map((axis) => Math.max(...places.map((place) => Math.abs(place[axis] - places[0][axis]))));
      return { shift: entries.reduce((sum, { value }) => sum + value, 0), moved: Math.max(...moved) };
    },
  };
}
