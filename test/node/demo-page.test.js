import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { createServer } from 'vite';
import { launchEngine } from '../helpers/launch-engine.js';
import { root } from '../helpers/repository.js';
import { TO_REVIEW, veriffScreen, walkVeriff } from '../helpers/walk-world.js';

describe('the demo page', () => {
  let server;
  let browser;
  let origin;
  const pages = [];

  before(async () => {
    server = await createServer({ configFile: join(root, 'vite.config.ts'), logLevel: 'error', server: { port: 5190, hmr: false, watch: null } });
    await server.listen();
    origin = server.resolvedUrls.local[0].replace(/\/$/, '');
    browser = await launchEngine();
  });
  after(async () => {
    await browser.close();
    await server.close();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) {
      assert.deepEqual(page.faults, []);
      await page.close();
    }
  });

  /** A page of the demo, in a browser of its own, once it shows its onboarding. */
  async function open(address) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    page.faults = [];
    page.on('pageerror', (error) => page.faults.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && page.faults.push(message.text()));
    await page.evaluateOnNewDocument(() => {
      window.hints = [];
      const { warn } = console;
      console.warn = (text) => void (window.hints.push(text), warn(text));
    });
    pages.push(page);
    await page.goto(new URL(address, origin).href);
    await settled(page);
    return page;
  }
  const settled = (page) => page.waitForFunction(() => /[?&]onboarding=US_/.test(location.search) && document.querySelector('kyc-verification')?.state === 'guidance');
  const onboardingOf = (page) => new URL(page.url()).searchParams.get('onboarding');
  const elements = (page) => page.$eval('kyc-verification', (element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])));
  const resumeLink = (page) => page.$eval('#resume-link', ({ href }) => href);
  const sessionUrl = (onboardingId) =>
    fetch(`${origin}/api/kyc`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ onboardingId }) })
      .then((response) => response.json())
      .then((body) => body.sessionUrl);
  const notes = (page) => page.$$eval('#events .entry-note', (all) => all.map(({ textContent }) => textContent));

  it('shows the same onboarding when it is reloaded, and in another browser by its resume link', async () => {
    const page = await open('/?scenario=decline&speed=600');
    const id = onboardingOf(page);
    assert.equal((await elements(page))['onboarding-id'], id);
    await page.reload();
    await settled(page);
    assert.equal(onboardingOf(page), id);
    const other = await open(await resumeLink(page));
    assert.equal(onboardingOf(other), id);
    assert.equal((await elements(other))['onboarding-id'], id);
    const form = await other.$$eval('#scenario, #speed', (fields) => fields.map(({ value }) => value));
    assert.deepEqual(form, ['decline', '600']);
    assert.match((await notes(other)).at(0), /The onboarding of the address: decline, Veriff/);
  });

  it('begins anew by Start over, and where the address names an onboarding that is gone', async () => {
    const page = await open('/?onboarding=US_gone');
    const first = onboardingOf(page);
    assert.notEqual(first, 'US_gone');
    assert.match((await notes(page)).at(0), /New onboarding/);
    await page.$eval('#start-over', (button) => button.click());
    await page.waitForFunction((old) => !location.search.includes(old), {}, first);
    assert.equal((await elements(page))['onboarding-id'], onboardingOf(page));
    // The sandbox answered 404 to the first.
    assert.equal(page.faults.splice(0).length, 1);
  });

  it('signs a user who is verified again in where the resume link is opened', async () => {
    const page = await open('/?reverify=1');
    const other = await open(await resumeLink(page));
    assert.equal((await elements(other)).reverify, '');
    assert.equal(onboardingOf(other), onboardingOf(page));
  });

  it('hands its choice of presentation and the resume link to the element', async () => {
    const page = await open('/');
    const plain = await elements(page);
    assert.deepEqual([plain.presentation, plain['handover-url']], [undefined, undefined]);
    await page.select('#presentation', 'embedded');
    await page.$eval('[name="handover"]', (box) => box.click());
    await page.$eval('#start-over', (button) => button.click());
    await page.waitForFunction(() => location.search.includes('presentation=embedded'));
    const chosen = await elements(page);
    assert.equal(chosen.presentation, 'embedded');
    assert.equal(chosen['handover-url'], `${origin}/?onboarding=${onboardingOf(page)}`);
  });

  it('is where Veriff’s page leads at its end, with the same onboarding and the same choices', async () => {
    const page = await open('/?presentation=redirect&theme=dark&speed=1');
    const id = onboardingOf(page);
    await page.locator('kyc-verification >>> [part~="start-button"]').click();
    await page.waitForFunction(() => document.title === 'Veriff sandbox');
    await veriffScreen(page, 'welcome');
    await walkVeriff(page, ...TO_REVIEW, 'submit', 'done');
    await page.waitForFunction(() => document.querySelector('kyc-verification')?.state === 'reviewing');
    assert.equal(page.url(), `${origin}/?speed=1&presentation=redirect&theme=dark&onboarding=${id}`);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  });

  it('is where Veriff’s page leads when it is closed, too', async () => {
    const page = await open('/?presentation=redirect');
    const id = onboardingOf(page);
    await page.goto(await sessionUrl(id));
    await walkVeriff(page, 'begin', 'cancel');
    await settled(page);
    assert.equal(onboardingOf(page), id);
  });

  describe('pretends', () => {
    const seen = {
      'in-app-browser': () => /Instagram/.test(navigator.userAgent),
      'camera-policy': () => !document.featurePolicy.allowsFeature('camera'),
      'camera-unsupported': () => navigator.mediaDevices === undefined,
      'camera-missing': async () => (await navigator.mediaDevices.enumerateDevices()).every(({ kind }) => kind !== 'videoinput'),
      'camera-denied': async () => (await navigator.permissions.query({ name: 'camera' })).state === 'denied',
      'frame-blocked': () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective === 'frame-src'), { once: true });
          const frame = Object.assign(document.createElement('iframe'), { src: 'https://magic.veriff.me/', hidden: true });
          document.body.append(frame);
        }),
    };
    for (const [name, holds] of Object.entries(seen)) {
      it(`${name}, and goes on with the same onboarding`, async () => {
        const page = await open('/');
        const id = onboardingOf(page);
        if (name !== 'frame-blocked') assert.equal(await page.evaluate(holds), false, 'before');
        await Promise.all([page.waitForNavigation(), page.select('#pretend', name)]);
        await settled(page);
        assert.equal(await page.evaluate(holds), true);
        assert.equal(onboardingOf(page), id);
        await page.locator('kyc-verification >>> [part~="start-button"]').click();
        // The user is told, and nothing was asked for yet.
        await page.waitForSelector('kyc-verification >>> [part~="status-icon"]');
        assert.equal(await page.$eval('kyc-verification', ({ state }) => state), 'guidance');
        await page.waitForFunction((warning) => window.hints.join().includes(`<kyc-verification> ${warning}: `), {}, name);
        if (name === 'frame-blocked') assert.match(page.faults.splice(0).join(), /Content Security Policy/);
      });
    }
  });
});
