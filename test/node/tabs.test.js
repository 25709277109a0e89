import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { launchEngine } from '../helpers/launch-engine.js';
import { ELEMENT, SCRIPT, startPageWorld } from '../helpers/page-world.js';
import { StatusTable } from '../helpers/tabs-world.js';

// A tab behind another draws no frames, on which waiting would hang by default.
const WAIT = { timeout: 20_000, polling: 100 };

/** Tabs of one browser with the same onboarding id, on the built file. */
describe('two tabs with the same onboarding id', () => {
  let world;
  let browser;
  let context;
  let reads;

  before(async () => {
    world = await startPageWorld({ '/': { body: `<!doctype html><html lang="en"><title>Tab</title>${SCRIPT}${ELEMENT}` } });
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
  const told = (page) => page.evaluate(() => window.told);
  const posts = () => world.calls.filter((call) => call.startsWith('POST')).length;

  it('one reads for both, and both tell the verdict', { timeout: 60_000 }, async () => {
    reads.state = 'PENDING';
    const [first, second] = [await open('first'), await open('second')];
    await inState(first, 'reviewing');
    await inState(second, 'reviewing');
    // What each read on its own page load is no part of the waiting.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    reads.clear();
    await new Promise((resolve) => setTimeout(resolve, 8_000));
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
    const [first, second] = [await open('first'), await open('second')];
    await inState(first, 'reviewing');
    await inState(second, 'reviewing');
    await first.close();
    reads.state = 'VERIFIED';
    await inState(second, 'verified');
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
    await new Promise((resolve) => setTimeout(resolve, 2500));
    assert.equal(await second.$eval('kyc-verification', ({ state }) => state), 'guidance');
    await press(second, 'continue-button');
    await inState(second, 'verifying');
    await inState(first, 'guidance');
    await titled(first, 'Continue in your other tab');
    assert.deepEqual(await told(first), ['canceled']);
    assert.equal(posts(), 2);
  });

  it('a tab that comes later knows; when the first is closed, or crashes, it offers what is left', { timeout: 60_000 }, async () => {
    const first = await open('first');
    await press(first, 'start-button');
    await inState(first, 'verifying');
    const second = await open('second');
    await titled(second, 'Continue in your other tab');
    await first.close();
    await second.waitForFunction(() => !document.querySelector('kyc-verification').shadowRoot.textContent.includes('other tab'), WAIT);
    assert.equal(await second.$eval('kyc-verification', ({ state }) => state), 'guidance');
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
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.notEqual(await title(second), 'Continue in your other tab');
  });
});
