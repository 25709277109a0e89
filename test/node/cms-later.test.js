import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { launchEngine } from '../helpers/launch-engine.js';
import { SCRIPT, startPageWorld } from '../helpers/page-world.js';

// Without its fetching of links before they are pressed: the fallback is one, until it is filled.
const TURBO = '<meta name="turbo-prefetch" content="false"><script src="/modules/@hotwired/turbo/dist/turbo.es2017-umd.js"></script>';
const MORPH = '<meta name="turbo-refresh-method" content="morph">';
const HTMX = '<script src="/modules/htmx.org/dist/htmx.js"></script>';
const HISTORY = '<script src="/modules/htmx.org/dist/ext/hx-history-cache.js"></script>';

const FALLBACK = '<a href="/help">Verify another way</a>';
const DIV = `<div id="identity" data-kyc-verification data-onboarding-id="US_later 1" data-endpoint="/verify?partner=7" data-session-hosts="127.0.0.1:*" data-poll-interval="1">${FALLBACK}</div>`;
const html = (body, head = '') => ({ body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">${head}${SCRIPT}</head><body>${body}</body></html>` });

describe('a placeholder that comes to the page later, with the built file, from the documents to the verdict', () => {
  let browser;
  let world;
  let page;

  before(async () => {
    browser = await launchEngine();
  });
  after(() => browser.close());

  beforeEach(async () => {
    world = await startPageWorld();
    page = await browser.newPage();
    page.said = [];
    page.on('pageerror', (error) => page.said.push(String(error)));
    page.on('console', (message) => page.said.push(message.text()));
    await page.evaluateOnNewDocument(() => {
      globalThis.seen = [];
      for (const name of ['start', 'opened', 'submitted', 'verified', 'error']) document.addEventListener(`kyc-${name}`, () => globalThis.seen.push(name));
    });
  });
  afterEach(async () => {
    const { said } = page;
    await page.close();
    await world.stop();
    assert.deepEqual(said, []);
  });

  const open = (path = '/') => page.goto(world.origin + path);
  const press = (part) => page.locator(`kyc-verification >>> [part~="${part}"]`).click();
  const state = (name) => page.waitForFunction((wanted) => document.querySelector('kyc-verification')?.state === wanted, {}, name);
  const gone = () => page.waitForFunction(() => document.querySelector('kyc-verification') === null);
  /** One element on the page, in its placeholder, with the fallback in it and not beside it. */
  async function isFilledOnce() {
    const [elements, children, links] = await page.evaluate(() => [
      document.querySelectorAll('kyc-verification').length,
      [...document.querySelector('[data-kyc-verification]').children].map(({ localName }) => localName),
      document.querySelectorAll('[data-kyc-verification] a').length,
    ]);
    assert.deepEqual([elements, children, links], [1, ['kyc-verification'], 1]);
  }

  async function say(...messages) {
    const frame = await page.waitForFrame((one) => one.url().includes('/session/'));
    await frame.waitForSelector('body[data-rendered]');
    for (const message of messages) await frame.evaluate((text) => [...document.querySelectorAll('button')].find((button) => button.textContent === text).click(), message);
  }

  async function walk() {
    await state('guidance');
    await isFilledOnce();
    await press('start-button');
    await say('STARTED', 'SUBMITTED', 'FINISHED');
    await state('reviewing');
    world.status.body = { verificationState: 'VERIFIED' };
    await state('verified');
    assert.deepEqual(await page.evaluate(() => globalThis.seen), ['start', 'opened', 'submitted', 'verified']);
    assert.deepEqual(world.calls.filter((call) => call.startsWith('POST')), ['POST ?partner=7{"onboardingId":"US_later 1"}']);
  }

  it('as a page builder writes its blocks, and again and again as somebody edits them', async () => {
    world.pages['/'] = html('<main></main>');
    await open();
    for (const title of ['V', 'Ve', 'Verify']) {
      await page.$eval('main', (main, block) => void (main.innerHTML = block), `<section><h2>${title}</h2>${DIV}</section>`);
      await state('guidance');
    }
    await walk();
  });

  it('with another body', async () => {
    world.pages['/'] = html('<p>Before</p>');
    await open();
    await page.evaluate((content) => {
      const { body } = new DOMParser().parseFromString(content, 'text/html');
      document.body = document.adoptNode(body);
    }, `<body class="next">${DIV}</body>`);
    await walk();
  });

  it('as part of the page that a framework makes, attribute by attribute', async () => {
    world.pages['/'] = html('<main></main>');
    await open();
    await page.evaluate(async (markup) => {
      const template = document.createElement('template');
      template.innerHTML = markup;
      const made = document.createElement('div');
      document.querySelector('main').append(made);
      for (const { name, value } of template.content.firstElementChild.attributes) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        made.setAttribute(name, value);
      }
      made.innerHTML = '';
    }, DIV);
    await state('guidance');
    await page.$eval('#identity', (div, link) => div.firstElementChild.insertAdjacentHTML('beforeend', link), FALLBACK);
    await walk();
    // Between its attributes it said what was still missing.
    for (const line of page.said.splice(0)) assert.match(line, /^<kyc-verification> shows nothing yet: set /);
  });

  it('by a swap of htmx, and by the next one anew', async () => {
    world.pages['/'] = html('<button type="button" hx-get="/part" hx-target="#step">Next</button><main id="step"></main>', HTMX);
    world.pages['/part'] = { body: `<h2>Your identity</h2>${DIV}` };
    await open();
    for (let times = 0; times < 2; times++) {
      await page.locator('button[hx-get]').click();
      await state('guidance');
      await page.waitForNetworkIdle({ idleTime: 100 });
    }
    await walk();
  });

  it('with a page that htmx brings back from its history', async () => {
    const head = `${HTMX}${HISTORY}`;
    world.pages['/'] = html(`<a hx-boost="true" href="/other">Other</a>${DIV}`, head);
    world.pages['/other'] = html('<p>Other</p>', head);
    await open();
    await state('guidance');
    await page.locator('a[hx-boost]').click();
    await gone();
    await page.goBack();
    await walk();
  });

  it('by a visit of Turbo', async () => {
    world.pages['/'] = html('<a href="/verify-page">Next</a>', TURBO);
    world.pages['/verify-page'] = html(DIV, TURBO);
    await open();
    await page.locator('a').click();
    await walk();
  });

  it('with a page that Turbo brings back from its cache', async () => {
    world.pages['/'] = html(`${DIV}<p><a id="next" href="/other">Other</a></p>`, TURBO);
    world.pages['/other'] = html('<p>Other</p>', TURBO);
    // A visit that is left before its end is told as a fault, by Turbo itself.
    const leave = async () => {
      const left = page.evaluate(() => new Promise((resolve) => document.addEventListener('turbo:load', () => resolve(), { once: true })));
      await page.locator('#next').click();
      await left;
      await gone();
    };
    await open();
    await state('guidance');
    await leave();
    await page.goBack();
    await walk();
    await leave();
    await page.goBack();
    await state('verified');
    await isFilledOnce();
  });

  it('goes on where Turbo refreshes its page by morphing, which puts back the div as the server wrote it', async () => {
    world.pages['/'] = html(DIV, TURBO + MORPH);
    await open();
    await state('guidance');
    await press('start-button');
    await say('STARTED', 'SUBMITTED', 'FINISHED');
    await state('reviewing');
    await page.$eval('kyc-verification', (element) => void (globalThis.element = element));
    await page.evaluate(() => new Promise((resolve) => {
      document.addEventListener('turbo:load', resolve, { once: true });
      globalThis.Turbo.visit(location.href, { action: 'replace' });
    }));
    await isFilledOnce();
    assert.deepEqual(await page.evaluate(() => [document.querySelector('kyc-verification') === globalThis.element, globalThis.element.state]), [true, 'reviewing']);
    world.status.body = { verificationState: 'VERIFIED' };
    await state('verified');
    assert.deepEqual(await page.evaluate(() => globalThis.seen), ['start', 'opened', 'submitted', 'verified']);
  });
});

describe('what the console says on a page with a placeholder', () => {
  let browser;
  let world;

  before(async () => {
    [browser, world] = await Promise.all([launchEngine(), startPageWorld()]);
  });
  after(() => Promise.all([browser?.close(), world?.stop()]));

  /** All lines, whatever their level, and errors, until the page has come to rest, and a placeholder more. */
  async function linesOf(div) {
    const page = await browser.newPage();
    const lines = [];
    page.on('pageerror', (error) => lines.push(String(error)));
    page.on('console', (message) => lines.push(`${message.type()} ${message.text()}`));
    world.pages['/'] = html(div);
    await page.goto(world.origin);
    await page.waitForFunction(() => document.querySelector('kyc-verification')?.shadowRoot?.querySelector('[part]'));
    await page.waitForNetworkIdle({ idleTime: 200 });
    await page.evaluate(() => {
      for (let count = 0; count < 200; count++) document.body.append(document.createElement('p'));
      document.querySelector('[data-kyc-verification]').title = 'x';
    });
    await page.waitForNetworkIdle({ idleTime: 100 });
    await page.close();
    return lines;
  }

  const cases = {
    'nothing where all is well': [DIV, []],
    'one line where onboarding-id-from can’t be used': [
      DIV.replace('data-onboarding-id="US_later 1"', 'data-onboarding-id-from="cookie:kyc"'),
      ['warn <kyc-verification> shows nothing yet: set `onboarding-id`. `onboarding-id-from` can’t be used: it is `query:NAME` or `session-storage:KEY`.'],
    ],
    'nothing of an onboarding-id-from beside an id': [DIV.replace('data-endpoint', 'data-onboarding-id-from="cookie:kyc" data-endpoint'), []],
    'nothing of attributes that there are not, or of values that fall back': [DIV.replace('data-endpoint', 'data-onclick="x(" data-style="color: red" data-region="mars" data-documents="library-card" data-poll-interval="soon" data-endpoint'), []],
    'one line where the endpoint is missing': [DIV.replace(/ data-endpoint="[^"]*"/, ''), ['warn <kyc-verification> shows nothing yet: set `endpoint`.']],
  };
  for (const [title, [div, expected]] of Object.entries(cases)) {
    it(`is ${title}`, async () => {
      assert.deepEqual(await linesOf(div), expected);
    });
  }
});
