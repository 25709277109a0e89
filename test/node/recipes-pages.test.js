import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { loadModule } from '../helpers/cms-world.js';
import { launchEngine } from '../helpers/launch-engine.js';
import { startRecipesWorld } from '../helpers/recipes-world.js';
import { readText } from '../helpers/repository.js';
import { waitFor } from '../helpers/wait-for.js';

const { FRAME_ORIGINS } = await loadModule('src/core/frame-origins.ts');
/** A camera that needs nobody's leave. */
const CAMERA = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];

describe('a page of the recipes, from its first sight to the verdict', () => {
  let browser;
  let world;
  let page;

  before(async () => {
    [browser, world] = await Promise.all([launchEngine('chromium', CAMERA), startRecipesWorld()]);
  });
  after(() => Promise.all([browser?.close(), world?.stop()]));

  beforeEach(async () => {
    page = await browser.newPage();
    page.said = [];
    page.on('pageerror', (error) => page.said.push(String(error)));
    // The icon that browsers ask every page for is no affair of the snippet's.
    page.on('console', (message) => message.location().url?.endsWith('/favicon.ico') || page.said.push(message.text()));
    await page.setViewport({ width: 1000, height: 900 });
  });
  afterEach(async () => {
    // No error, no refusal of a policy, no word of ours.
    assert.deepEqual(page.said, []);
    await page.close();
  });

  const open = (path) => page.goto(`${world.origin}/recipes/${path}`, { waitUntil: 'load' });
  const state = (frame, name) => frame.waitForFunction((wanted) => document.querySelector('kyc-verification')?.state === wanted, {}, name);
  const press = (frame, part) => frame.locator(`kyc-verification >>> [part~="${part}"]`).click();

  /** Presses Start, and comes to Veriff's page in its frame within `frame`. */
  async function openVeriff(frame) {
    await state(frame, 'guidance');
    await press(frame, 'start-button');
    const veriff = await page.waitForFrame((one) => one.parentFrame() === frame && one.url() !== '' && one.url() !== 'about:blank');
    await veriff.waitForSelector('[data-screen="welcome"]:not([hidden])');
    return veriff;
  }

  /** All that a person does at Veriff, with the camera. */
  async function walk(frame) {
    const veriff = await openVeriff(frame);
    assert.equal(await veriff.evaluate(() => document.featurePolicy.allowsFeature('camera')), true);
    const tracks = await veriff.evaluate(async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: true, audio: true });
      const kinds = stream.getTracks().map((track) => (track.stop(), track.kind));
      return kinds.sort();
    });
    assert.deepEqual(tracks, ['audio', 'video']);
    for (const action of ['begin', 'passport']) await veriff.locator(`[data-action="${action}"]`).click();
    for (let shot = 0; shot < 2; shot++) {
      await veriff.waitForSelector('[data-screen="capture"] video:not([hidden])');
      await veriff.locator('[data-action="capture"]').click();
    }
    await veriff.locator('[data-action="submit"]').click();
    await state(frame, 'verified');
  }

  it('on a static host', async () => {
    await open('static/');
    await walk(page.mainFrame());
    const link = await page.$eval('kyc-verification >>> [part~="link-button"]', ({ href }) => href);
    assert.equal(link, `${world.origin}/recipes/static/done.html`);
  });

  it('on a static host without the script: the way that is left', async () => {
    await page.setRequestInterception(true);
    page.on('request', (request) => (request.url().includes('/dist/') ? request.abort() : request.continue()));
    await open('static/');
    const shown = await page.$eval('kyc-verification > p > a', (link) => link.checkVisibility());
    assert.equal(shown, true);
    assert.match(page.said.splice(0).join(), /Failed to load resource/);
  });

  for (const outer of ['snippet.html', 'outer.html']) {
    it(`in a frame of another site, by ${outer}`, async () => {
      await open(`iframe/${outer}`);
      const inside = await page.waitForFrame((one) => one.url().startsWith(`${world.frameOrigin}/recipes/iframe/verify.html?onboarding=`));
      assert.equal(new URL(page.url()).origin, world.origin);
      await walk(inside);
      assert.equal(await inside.evaluate(() => document.referrer), `${world.origin}/`);
    });
  }

  it('in a frame without the allow of the snippet has no camera: the user is told before a session is spent', async () => {
    await open('iframe/snippet.html');
    await page.$eval('iframe', (frame) => {
      frame.allow = '';
      frame.src += '&anew';
    });
    const inside = await page.waitForFrame((one) => one.url().endsWith('&anew'));
    await state(inside, 'guidance');
    assert.equal(await inside.evaluate(() => document.featurePolicy.allowsFeature('camera')), false);
    await press(inside, 'start-button');
    await inside.waitForSelector('kyc-verification >>> [part~="continue-button"]');
    // The words of the console's lines are a file of their own.
    await waitFor(() => page.said.length > 0);
    const [line, ...others] = page.said.splice(0);
    assert.match(line, /^<kyc-verification> camera-policy: .*`allow` of an iframe/);
    assert.deepEqual(others, []);
  });

  it('in a frame has the height of what is in it, and room for Veriff', async () => {
    await open('iframe/outer.html');
    const inside = await page.waitForFrame((one) => one.url().includes('/verify.html'));
    await state(inside, 'guidance');
    const height = () => page.$eval('iframe', (frame) => frame.getBoundingClientRect().height);
    const content = () => inside.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
    // What is inside may still be on its way to its height.
    const fits = async (wanted) => {
      let seen = [];
      for (let tries = 0; tries < 100; tries++) {
        seen = [await height(), await wanted()];
        if (seen[0] === seen[1]) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      assert.fail(`the frame is ${seen[0]} px high, not ${seen[1]}`);
    };
    await fits(content);
    await page.setViewport({ width: 420, height: 900 });
    await fits(content);
    await inside.$eval('kyc-verification', (element) => element.setAttribute('preview', 'verified'));
    await fits(async () => Math.max(await content(), 320));
    await inside.$eval('kyc-verification', (element) => element.removeAttribute('preview'));
    await openVeriff(inside);
    await fits(async () => Math.max(await content(), 720));
    assert.ok((await height()) >= 720);
  });

  it('in a frame tells the page around what has happened, and nothing of who it is', async () => {
    await page.evaluateOnNewDocument(() => {
      globalThis.heard = [];
      addEventListener('message', ({ data, origin }) => typeof data === 'object' && globalThis.heard.push([origin, data]));
    });
    await open('iframe/outer.html');
    const inside = await page.waitForFrame((one) => one.url().includes('/verify.html'));
    assert.equal(await page.$eval('#next', ({ hidden }) => hidden), true);
    await walk(inside);
    await page.waitForSelector('#next:not([hidden])');
    const heard = await page.evaluate(() => globalThis.heard.filter(([, { type }]) => type === 'kyc-verification'));
    const shapes = heard.map(([origin, data]) => [origin, Object.keys(data).sort().join(), typeof data.height]);
    assert.deepEqual([...new Set(shapes.map(String))], [`${world.frameOrigin},event,height,type,number`]);
    const told = heard.map(([, { event }]) => event).filter((event) => !['resize', 'kyc-state-change'].includes(event));
    assert.deepEqual(told.filter((event) => event !== 'kyc-pending'), ['kyc-start', 'kyc-opened', 'kyc-submitted', 'kyc-verified']);
  });

  it('in a frame says nothing to a page of another origin than the one it names', async () => {
    await page.evaluateOnNewDocument(() => {
      globalThis.heard = [];
      addEventListener('message', ({ data }) => globalThis.heard.push(data));
    });
    await open('iframe/outer.html');
    // Its own words are all said before it makes way.
    await state(await page.waitForFrame((one) => one.url().includes('/verify.html')), 'guidance');
    // The page inside now takes its own origin for the one around it.
    await page.$eval('iframe', (frame) => {
      frame.referrerPolicy = 'no-referrer';
      frame.src += '&anew';
    });
    const inside = await page.waitForFrame((one) => one.url().endsWith('&anew'));
    await page.evaluate(() => globalThis.heard.splice(0));
    await state(inside, 'guidance');
    await inside.waitForFunction(() => document.body.getBoundingClientRect().height > 300);
    assert.deepEqual(await page.evaluate(() => globalThis.heard), []);
    // The browser notes each one that it keeps back.
    for (const line of page.said.splice(0)) assert.match(line, /postMessage.*does not match/);
  });

  it('around a frame listens to nobody else', async () => {
    await open('iframe/outer.html');
    const inside = await page.waitForFrame((one) => one.url().includes('/verify.html'));
    await state(inside, 'guidance');
    const lie = { type: 'kyc-verification', event: 'kyc-verified', height: 4000 };
    // By the page itself, and by another frame of the right origin.
    await page.evaluate((data) => postMessage(data, '*'), lie);
    await page.evaluate((src) => new Promise((resolve) => document.body.append(Object.assign(document.createElement('iframe'), { src, onload: resolve }))), `${world.frameOrigin}/recipes/static/page.css`);
    const other = page.frames().find((one) => one.url().endsWith('/page.css'));
    await other.evaluate((data) => parent.postMessage(data, '*'), lie);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    assert.equal(await page.$eval('#next', ({ hidden }) => hidden), true);
    assert.ok((await page.$eval('iframe', (frame) => frame.getBoundingClientRect().height)) < 4000);
    // The one frame is heard.
    await inside.evaluate((data) => parent.postMessage(data, '*'), lie);
    await page.waitForSelector('#next:not([hidden])');
  });

  it('of htmx', async () => {
    await open('htmx.html');
    await page.locator('button[hx-get]').click();
    await walk(page.mainFrame());
  });

  it('of Turbo, and back', async () => {
    await open('turbo.html');
    const mark = await page.evaluate(() => (globalThis.mark = Math.random()));
    await page.locator('a').click();
    await walk(page.mainFrame());
    assert.equal(await page.evaluate(() => globalThis.mark), mark);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('kyc-verification') === null);
    await page.goForward();
    await state(page.mainFrame(), 'verified');
    assert.equal((await page.$$('[data-kyc-verification] > kyc-verification')).length, 1);
  });
});

describe('the snippet for a builder', () => {
  const iframeOf = (path) => /<iframe\b[^>]*>/.exec(readText(path))?.[0];

  it('is the one that the page around has', () => {
    assert.ok(iframeOf('demo/recipes/iframe/snippet.html'));
    assert.equal(iframeOf('demo/recipes/iframe/outer.html'), iframeOf('demo/recipes/iframe/snippet.html'));
  });

  it('hands the camera on to the hosts that the element itself hands it to', () => {
    assert.ok(FRAME_ORIGINS.length > 3);
    const [, allow] = /allow="(.*?)"/.exec(iframeOf('demo/recipes/iframe/snippet.html'));
    for (const feature of ['camera', 'microphone']) assert.ok(allow.split('; ').includes(`${feature} 'src' ${FRAME_ORIGINS.join(' ')}`), feature);
  });
});
