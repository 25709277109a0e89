import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { launchEngine } from '../helpers/launch-engine.js';
import { startWalkWorld, TO_REVIEW, veriffScreen, walkVeriff } from '../helpers/walk-world.js';

const DEVICES = {
  phone: { width: 360, height: 640, isMobile: true, hasTouch: true },
  desktop: { width: 1280, height: 800 },
};
const BACK = '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Back</title><h1>Back at the partner’s</h1>';

describe('the page of Veriff’s flow, when the browser goes to it', () => {
  let browser;
  let world;
  let page;

  before(async () => {
    browser = await launchEngine();
    world = await startWalkWorld({ '/done': BACK });
  });
  after(async () => {
    await browser.close();
    await world.stop();
  });
  beforeEach(async () => {
    page = await browser.newPage();
    page.faults = [];
    page.on('pageerror', (error) => page.faults.push(String(error)));
    page.on('console', (message) => ['error', 'warn'].includes(message.type()) && page.faults.push(message.text()));
  });
  afterEach(async () => {
    assert.deepEqual(page.faults, []);
    await page.close();
  });

  async function open(options) {
    const onboardingId = await world.arrive(options);
    await page.goto(await world.sessionUrl(onboardingId));
    await veriffScreen(page, 'welcome');
    return onboardingId;
  }

  /** Waits until the page has come to the callback. */
  const landed = (onboardingId) =>
    page.waitForFunction((url) => location.href === url && document.readyState === 'complete', {}, `${world.origin}/done?onboarding=${onboardingId}`);
  const callback = '{origin}/done?onboarding={onboardingId}';
  const withCallback = () => ({ callback: callback.replace('{origin}', world.origin) });
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight);

  for (const [name, viewport] of Object.entries(DEVICES)) {
    it(`is walked with the camera on a ${name}, and leads to the callback`, async () => {
      await page.setViewport(viewport);
      const onboardingId = await open(withCallback());
      assert.ok(await fits());
      await walkVeriff(page, 'begin');
      assert.ok(await fits());
      await walkVeriff(page, 'national-id', 'capture');
      await page.waitForSelector('h1 [data-shot="back"]:not([hidden])');
      assert.ok(await fits());
      await walkVeriff(page, 'capture');
      await page.waitForSelector('h1 [data-shot="selfie"]:not([hidden])');
      await walkVeriff(page, 'capture');
      await veriffScreen(page, 'review');
      assert.equal((await page.$$('.shots canvas')).length, 3);
      await walkVeriff(page, 'submit');
      await veriffScreen(page, 'thanks');
      await landed(onboardingId);
      const sent = (await world.calls(onboardingId)).map(({ from, to, method }) => `${from} ${to} ${method}`);
      assert.ok(sent.includes('Baanx endpoint POST'), 'the partner is told by a webhook');
    });

    it(`says on a ${name} that it can be closed where nobody waits`, async () => {
      await page.setViewport(viewport);
      await open();
      await walkVeriff(page, ...TO_REVIEW, 'submit');
      await veriffScreen(page, 'done');
      assert.match(await page.$eval('[data-screen="done"]', (screen) => screen.textContent), /You can close this page/);
      assert.ok(await fits());
      // Longer than the thanks are shown.
      await new Promise((resolve) => setTimeout(resolve, 2000));
      assert.equal(new URL(page.url()).origin, world.veriffOrigin);
      assert.deepEqual(await page.$$eval('button', (buttons) => buttons.filter((button) => button.checkVisibility()).length), 0);
    });
  }

  it('leads to the callback at once when Done is pressed', async () => {
    const onboardingId = await open(withCallback());
    await walkVeriff(page, ...TO_REVIEW, 'submit', 'done');
    await landed(onboardingId);
  });

  it('leads to the callback when it is closed, and the same session goes on', async () => {
    const onboardingId = await open(withCallback());
    const url = page.url();
    await walkVeriff(page, 'begin', 'cancel');
    await landed(onboardingId);
    assert.equal((await world.sessionUrl(onboardingId)) === url, true);
    await page.goto(url);
    await walkVeriff(page, ...TO_REVIEW, 'submit', 'done');
    await landed(onboardingId);
  });

  it('says that nothing was sent when it is closed and nobody waits', async () => {
    await open();
    await walkVeriff(page, 'begin', 'cancel');
    await veriffScreen(page, 'left');
    assert.match(await page.$eval('[data-screen="left"]', (screen) => screen.textContent), /Nothing was sent/);
  });

  it('leads to the callback from a session that is over, and the way back leads there again', async () => {
    const onboardingId = await open({ ...withCallback(), scenario: 'slow-review' });
    const url = page.url();
    await walkVeriff(page, ...TO_REVIEW, 'submit', 'done');
    await landed(onboardingId);
    await page.goto(url);
    await veriffScreen(page, 'submitted');
    await page.locator('[data-screen="submitted"] [data-action="done"]').click();
    await landed(onboardingId);
  });

  it('spends the link of a signed-in user when it is closed, and leads to the callback', async () => {
    const made = await fetch(`${world.origin}/sandbox/onboardings`, { method: 'POST', body: JSON.stringify({ reverify: true, ...withCallback() }) });
    const { onboardingId } = await made.json();
    const cookie = made.headers.get('set-cookie').split(';')[0];
    const headers = { cookie, 'content-type': 'application/json' };
    const exchange = await fetch(`${world.origin}/api/kyc`, { method: 'POST', headers, body: JSON.stringify({ reverify: true }) });
    const { sessionUrl } = await exchange.json();
    await page.goto(sessionUrl);
    await walkVeriff(page, 'begin', 'cancel');
    await landed(onboardingId);
    assert.equal((await fetch(sessionUrl)).status, 410);
  });

  for (const what of ['force-reload', 'reload-request']) {
    it(`reloads itself where it would ask for it in a frame: ${what}`, async () => {
      await open();
      await walkVeriff(page, 'begin');
      await page.locator('.drawer summary').click();
      await Promise.all([page.waitForNavigation(), walkVeriff(page, what)]);
      await veriffScreen(page, 'welcome');
      assert.equal(new URL(page.url()).origin, world.veriffOrigin);
    });
  }

  it('posts no message, and keeps nothing', async () => {
    await page.evaluateOnNewDocument(() => {
      window.posted = [];
      window.postMessage = (message) => void window.posted.push(message);
    });
    await open();
    await walkVeriff(page, ...TO_REVIEW, 'submit');
    await veriffScreen(page, 'done');
    const kept = await page.evaluate(() => ({ posted: window.posted, storage: [{ ...localStorage }, { ...sessionStorage }, document.cookie] }));
    assert.deepEqual(kept, { posted: [], storage: [{}, {}, ''] });
  });
});
