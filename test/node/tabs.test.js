import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { launchEngine } from '../helpers/launch-engine.js';
import { ELEMENT, SCRIPT, startPageWorld } from '../helpers/page-world.js';
import { StatusTable, forgeReadings, readersOf } from '../helpers/tabs-world.js';

// A tab behind another draws no frames, on which waiting would hang by default.
const WAIT = { timeout: 20_000, polling: 100 };
/** A gap grows with the wait: a second and 6.5 % of it, up to a fifth more by chance. */
const usualGap = (waited) => (1_000 + 0.065 * waited) * 1.2;

/** Tabs of one browser with the same onboarding id, on the built file. */
describe('two tabs with the same onboarding id', () => {
  let world;
  let browser;
  let context;
  let reads;

  before(async () => {
    world = await startPageWorld({
      '/': { body: `<!doctype html><html lang="en"><title>Tab</title>${SCRIPT}${ELEMENT}` },
      '/other': { body: '<!doctype html><html lang="en"><title>Another page</title>' },
    });
    browser = await launchEngine();
  });
  beforeEach(async () => {
    await context?.close();
    context = await browser.createBrowserContext();
    reads = new StatusTable(world);
    world.calls.length = 0;
  });
  after(async () => {
    await browser?.close();
    await world?.stop();
  });

  /** A window of its own, so that both are in view. */
  async function open(tag) {
    const page = await context.newPage();
    await page.evaluateOnNewDocument((name) => {
      const { fetch } = window;
      window.fetch = (url, init) => fetch(url, { ...init, headers: [...init.headers, ['x-tab', name]] });
      window.told = [];
      for (const type of ['canceled', 'verified', 'pending']) addEventListener(`kyc-${type}`, () => window.told.push(type));
      // A headless browser shows one tab of a window at a time; users have two windows side by side.
      Object.defineProperty(document, 'visibilityState', { get: () => window.seen ?? 'visible' });
    }, tag);
    await page.goto(world.origin);
    return page;
  }
  const inState = (page, state) => page.waitForFunction((name) => document.querySelector('kyc-verification').state === name, WAIT, state);
  const press = (page, part) => page.$eval(`kyc-verification >>> [part~="${part}"]`, (button) => button.click());
  const title = (page) => page.$eval('kyc-verification', (element) => element.shadowRoot.querySelector('h2').textContent.trim());
  const titled = (page, text) =>
    page.waitForFunction((words) => document.querySelector('kyc-verification').shadowRoot.textContent.includes(words), WAIT, text);
  const titledNoMore = (page, text) =>
    page.waitForFunction((words) => !document.querySelector('kyc-verification').shadowRoot.textContent.includes(words), WAIT, text);
  const told = (page) => page.evaluate(() => window.told);
  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const until = async (fact, what) => {
    for (const end = performance.now() + WAIT.timeout; !(await fact()); await pause(WAIT.polling)) assert.ok(performance.now() < end, `not seen: ${what}`);
  };
  /** Its process ends without a word. */
  async function crash(page) {
    const session = await page.createCDPSession();
    const gone = new Promise((resolve) => page.once('error', resolve));
    void session.send('Page.crash').catch(() => undefined);
    await gone;
  }
  const posts = () => world.calls.filter((call) => call.startsWith('POST')).length;

  it('one reads for both, and both tell the verdict', { timeout: 60_000 }, async () => {
    reads.state = 'PENDING';
    const [first, second] = [await open('first'), await open('second')];
    await inState(first, 'reviewing');
    await inState(second, 'reviewing');
    // What each read on its own page load is no part of the waiting.
    await pause(1500);
    reads.clear();
    await pause(8_000);
    const { first: a = 0, second: b = 0 } = reads.counts;
    assert.ok(Math.max(a, b) >= 4, `nobody reads: ${a} and ${b}`);
    assert.ok(Math.min(a, b) <= 1, `both read: ${a} and ${b}`);
    reads.state = 'VERIFIED';
    await inState(first, 'verified');
    await inState(second, 'verified');
    assert.deepEqual([await told(first), await told(second)], [['verified'], ['verified']]);
  });

  it('the other takes over when the one that reads is closed', { timeout: 60_000 }, async () => {
    reads.state = 'PENDING';
    const pages = { first: await open('first'), second: await open('second') };
    for (const page of Object.values(pages)) await inState(page, 'reviewing');
    const since = performance.now();
    await pause(1500);
    reads.clear();
    await until(() => Object.values(reads.counts).some((count) => count >= 3), 'three reads of one');
    const reader = (reads.counts.first ?? 0) > (reads.counts.second ?? 0) ? 'first' : 'second';
    const other = reader === 'first' ? 'second' : 'first';
    assert.equal(await readersOf(pages[other]), 1);
    await pages[reader].close();
    await until(async () => (await readersOf(pages[other])) === 1, 'another reader');
    reads.clear();
    await until(() => reads.counts[other] >= 4, 'four reads of the other');
    // Who does not lead waits twice as long at least; a busy machine makes single gaps longer.
    const [shortest] = reads.gaps(other).sort((one, another) => one - another);
    assert.ok(shortest < 1.5 * usualGap(performance.now() - since), `reads every ${shortest} ms`);
    reads.state = 'VERIFIED';
    await inState(pages[other], 'verified');
  });

  it('no words of another script keep a tab from reading for ever', { timeout: 60_000 }, async () => {
    reads.state = 'PENDING';
    const forger = await context.newPage();
    await forger.goto(`${world.origin}/other`);
    await forgeReadings(forger, `kyc-verification ${world.origin}/verify US_bare 1`, { verificationState: 'PENDING', updatedAt: null });
    const page = await open('first');
    await inState(page, 'reviewing');
    reads.state = 'VERIFIED';
    reads.clear();
    const since = performance.now();
    await page.waitForFunction(() => document.querySelector('kyc-verification').state === 'verified', { ...WAIT, timeout: 40_000 });
    const gap = performance.now() - since;
    assert.ok(gap > 5_000, `the forger was not believed: a read after ${gap} ms`);
  });

  it('the second offers to go on in the first, or here', { timeout: 60_000 }, async () => {
    const [first, second] = [await open('first'), await open('second')];
    await inState(second, 'guidance');
    await press(first, 'start-button');
    await inState(first, 'verifying');
    await titled(second, 'Continue in your other tab');
    assert.equal(await title(second), 'Continue in your other tab');
    // PENDING may be said from the moment a session is created: here it means nothing yet.
    reads.state = 'PENDING';
    await pause(2500);
    assert.equal(await second.$eval('kyc-verification', ({ state }) => state), 'guidance');
    await press(second, 'continue-button');
    await inState(second, 'verifying');
    await inState(first, 'guidance');
    await titled(first, 'Continue in your other tab');
    assert.deepEqual(await told(first), ['canceled']);
    assert.equal(posts(), 2);
  });

  it('a tab that comes later knows; when the first is closed it offers what is left', { timeout: 60_000 }, async () => {
    const first = await open('first');
    await press(first, 'start-button');
    await inState(first, 'verifying');
    const second = await open('second');
    await titled(second, 'Continue in your other tab');
    await first.close();
    await titledNoMore(second, 'other tab');
    assert.equal(await second.$eval('kyc-verification', ({ state }) => state), 'guidance');
  });

  it('when the first crashes, the second offers what is left', { timeout: 60_000 }, async () => {
    const [first, second] = [await open('first'), await open('second')];
    await press(first, 'start-button');
    await inState(first, 'verifying');
    await titled(second, 'Continue in your other tab');
    await crash(first);
    await titledNoMore(second, 'other tab');
    await press(second, 'start-button');
    await inState(second, 'verifying');
  });

  it('Start in both at once leads to one Veriff, and to a way on in the other', { timeout: 60_000 }, async () => {
    const pages = [await open('first'), await open('second')];
    for (const page of pages) await inState(page, 'guidance');
    await Promise.all(pages.map((page) => press(page, 'start-button')));
    const states = () => Promise.all(pages.map((page) => page.$eval('kyc-verification', ({ state }) => state)));
    await until(async () => String((await states()).sort()) === 'guidance,verifying', 'one Veriff');
    await pause(1500);
    const settled = await states();
    assert.deepEqual([...settled].sort(), ['guidance', 'verifying']);
    assert.ok(posts() <= 2, `${posts()} exchanges`);
    const [left, open_] = settled[0] === 'guidance' ? pages : [pages[1], pages[0]];
    await titled(left, 'Continue in your other tab');
    await press(left, 'continue-button');
    await inState(left, 'verifying');
    await inState(open_, 'guidance');
  });

  it('one that comes back from the back/forward cache knows what the other has opened meanwhile', { timeout: 60_000 }, async () => {
    const [first, second] = [await open('first'), await open('second')];
    await inState(first, 'guidance');
    await first.evaluate(() => addEventListener('pageshow', ({ persisted }) => (window.persisted = persisted)));
    await first.goto(`${world.origin}/other`);
    await press(second, 'start-button');
    await inState(second, 'verifying');
    // It may take the browser for a navigation that never loads.
    void first.goBack().catch(() => undefined);
    await first.waitForFunction(() => window.persisted === true, WAIT);
    await titled(first, 'Continue in your other tab');
    assert.equal(await second.$eval('kyc-verification', ({ state }) => state), 'verifying');
    await second.close();
    await titledNoMore(first, 'other tab');
  });

  it('what was sent in the first is in review in the second', { timeout: 60_000 }, async () => {
    const [first, second] = [await open('first'), await open('second')];
    await press(first, 'start-button');
    await inState(first, 'verifying');
    await titled(second, 'Continue in your other tab');
    const frame = await first.waitForFrame((one) => one.url().includes('/session/'));
    reads.state = 'PENDING';
    for (const word of ['SUBMITTED', 'FINISHED']) await frame.$eval(`text/${word}`, (button) => button.click());
    await inState(first, 'reviewing');
    await inState(second, 'reviewing');
    assert.deepEqual(await told(second), []);
    reads.state = 'VERIFIED';
    await inState(second, 'verified');
    assert.deepEqual([await told(first), await told(second)], [['pending', 'verified'], ['verified']]);
  });

  it('another onboarding id, or another endpoint, is another verification', { timeout: 60_000 }, async () => {
    const [first, second] = [await open('first'), await open('second')];
    await second.$eval('kyc-verification', (element) => element.setAttribute('onboarding-id', 'US_other'));
    await inState(second, 'guidance');
    await press(first, 'start-button');
    await inState(first, 'verifying');
    await pause(500);
    assert.notEqual(await title(second), 'Continue in your other tab');
  });
});
