import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { startBareWorld } from '../helpers/bare-world.js';
import { launchEngine } from '../helpers/launch-engine.js';

describe('the built CDN file on a bare page, with back ends that know only the contract', () => {
  let browser;
  let world;
  let page;

  before(async () => {
    browser = await launchEngine();
  });
  after(() => browser.close());

  beforeEach(async () => {
    world = await startBareWorld();
    page = await browser.newPage();
    page.faults = [];
    page.on('pageerror', (error) => page.faults.push(String(error)));
    await page.evaluateOnNewDocument(() => {
      globalThis.seen = [];
      for (const name of ['start', 'opened', 'submitted', 'canceled', 'pending', 'verified', 'rejected', 'resubmission', 'expired', 'stalled', 'error']) {
        document.addEventListener(`kyc-${name}`, () => globalThis.seen.push(name));
      }
    });
  });
  afterEach(async () => {
    const { faults } = page;
    await page.close();
    await world.stop();
    assert.deepEqual(faults, []);
  });

  const open = () => page.goto(world.origin);
  const press = (part) => page.locator(`kyc-verification >>> [part~="${part}"]`).click();
  const seen = () => page.evaluate(() => globalThis.seen);
  const state = (name) => page.waitForFunction((wanted) => document.querySelector('kyc-verification')?.state === wanted, {}, name);

  /** Presses in the frame, once it has been rendered by the SDK's answer to its handshake. */
  async function say(message) {
    const frame = await page.waitForFrame((one) => one.url().includes('/session/'));
    await frame.waitForSelector('body[data-rendered]');
    await frame.evaluate((text) => [...document.querySelectorAll('button')].find((button) => button.textContent === text).click(), message);
  }

  it('goes from the documents to success, with one exchange and one verdict', async () => {
    await open();
    await state('guidance');
    await press('start-button');
    await say('STARTED');
    await say('SUBMITTED');
    world.status.body = { verificationState: 'PENDING' };
    await say('FINISHED');
    await state('reviewing');
    world.status.body = { verificationState: 'VERIFIED', name: 'Jane Doe' };
    await press('check-button');
    await state('verified');
    const calls = world.calls.filter((call) => call.startsWith('POST'));
    assert.deepEqual(calls, ['POST ?partner=7{"onboardingId":"US_bare 1"}']);
    assert.ok(world.calls.includes('GET ?partner=7&onboardingId=US_bare+1'));
    assert.deepEqual((await seen()).filter((name) => name !== 'pending'), ['start', 'opened', 'submitted', 'verified']);
  });

  it('loads what opens Veriff when the user is about to start, not before', async () => {
    const scripts = [];
    page.on('request', (request) => request.url().includes('/assets/') && scripts.push(new URL(request.url()).pathname));
    await open();
    await state('guidance');
    await page.waitForNetworkIdle();
    const later = () => scripts.slice(1).map((path) => /^\/assets\/kyc-verification\.([a-z-]+)-[\w-]+\.js$/.exec(path)?.[1]);
    assert.deepEqual(later(), ['flow-behavior']);
    await page.locator('kyc-verification >>> [part~="start-button"]').hover();
    await page.waitForNetworkIdle();
    assert.deepEqual(later(), ['flow-behavior', 'start']);
  });

  it('draws its icons whole', async () => {
    await open();
    for (const preview of ['guidance', 'reviewing', 'verified', 'failed']) {
      const [icons, nested] = await page.$eval('kyc-verification', async (element, name) => {
        element.setAttribute('preview', name);
        await element.updateComplete;
        return ['svg', 'svg > * > *'].map((selector) => element.shadowRoot.querySelectorAll(selector).length);
      }, preview);
      assert.ok(icons > 0, preview);
      // A shape within another is not painted.
      assert.equal(nested, 0, preview);
    }
  });

  const title = () => page.$eval('kyc-verification >>> [part~="title"]', (element) => element.textContent);

  it('loads the words of the page’s language from a file beside the script, and no other', async () => {
    const scripts = [];
    page.on('request', (request) => request.url().includes('/assets/') && scripts.push(new URL(request.url()).pathname));
    world.lang = 'de-AT';
    await open();
    await state('guidance');
    await page.waitForSelector('kyc-verification >>> [part~="title"]');
    assert.equal(await title(), 'Bestätigen Sie Ihre Identität');
    await page.waitForNetworkIdle();
    const later = scripts.slice(1).map((path) => /^\/assets\/kyc-verification\.([a-z-]+)-[\w-]+\.js$/.exec(path)?.[1]);
    assert.deepEqual(later.sort(), ['de', 'flow-behavior']);
  });

  for (const [fault, answer] of [['is missing', (request) => request.respond({ status: 404 })], ['does not come', () => undefined]]) {
    it(`is English where the file of the page’s language ${fault}`, async () => {
      await page.setRequestInterception(true);
      page.on('request', (request) => (request.url().includes('kyc-verification.de') ? answer(request) : request.continue()));
      world.lang = 'de';
      await open();
      await state('guidance');
      await page.waitForSelector('kyc-verification >>> [part~="title"]');
      assert.equal(await title(), 'Verify your identity');
      await press('start-button');
      await state('verifying');
    });
  }

  it('continues a canceled session with the same URL', async () => {
    await open();
    await state('guidance');
    await press('start-button');
    await say('CANCELED');
    await state('guidance');
    await press('continue-button');
    await say('FINISHED');
    await state('reviewing');
    assert.equal(world.calls.filter((call) => call.startsWith('POST')).length, 1);
    assert.deepEqual(await seen(), ['start', 'opened', 'canceled', 'start', 'opened', 'submitted']);
  });

  it('tells a rejection with its reasons, and a retry exchanges anew', async () => {
    world.status.body = { verificationState: 'REJECTED', reasons: ['document-expired'] };
    await open();
    await state('rejected');
    const reasons = await page.$eval('kyc-verification >>> [part~="reasons"]', (element) => element.textContent);
    assert.match(reasons, /expired/);
    await press('retry-button');
    await say('FINISHED');
    await state('reviewing');
    // The old verdict is still there: it is no news.
    await press('check-button');
    await state('reviewing');
    world.status.body = { verificationState: 'RESUBMISSION_REQUESTED', reasons: ['document-unreadable'] };
    await state('resubmission');
    await press('retry-button');
    await say('FINISHED');
    world.status.body = { verificationState: 'VERIFIED' };
    await state('verified');
    assert.equal(world.calls.filter((call) => call.startsWith('POST')).length, 2);
    assert.deepEqual((await seen()).filter((name) => /ed$|ion$/.test(name) && !['opened', 'submitted'].includes(name)), ['rejected', 'resubmission', 'verified']);
  });

  for (const [status, code] of [[400, 'onboarding-invalid'], [401, 'unauthorized'], [404, 'onboarding-not-found'], [429, 'rate-limited'], [498, 'client-key'], [500, 'server']]) {
    it(`says ${code} when the exchange is answered ${status}, and goes on when it is mended`, async () => {
      const mended = world.exchange;
      world.exchange = { status, body: { message: 'secret words of the server' } };
      await open();
      await state('guidance');
      await press('start-button');
      await state('failed');
      assert.equal(await page.evaluate(() => document.querySelector('kyc-verification').error.code), code);
      world.exchange = mended;
      await press('retry-button');
      await state('verifying');
    });
  }
});
