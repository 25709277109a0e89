import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { reportOf, startEnvironmentWorld } from '../helpers/environment-world.js';
import { launchEngine } from '../helpers/launch-engine.js';
import { isProof } from '../helpers/proof.js';

/** The fake camera is there, and Chromium grants it. */
const FINE = { secureContext: true, supported: true, mediaDevices: true, camera: 'present', cameraPermission: 'granted', cameraPolicy: 'allowed', inAppBrowser: null, frame: 'allowed', warnings: [] };
const FINE_IN = { chromium: FINE, firefox: { ...FINE, cameraPermission: 'prompt' } };
const policy = (value) => ({ 'permissions-policy': value });
const csp = (value) => ({ 'content-security-policy': value });

const WITHHELD = { cameraPermission: 'unknown', cameraPolicy: 'blocked', warnings: ['camera-policy'] };
const KEPT_FROM_FRAMES = { cameraPolicy: 'blocked', warnings: ['camera-policy'] };
/** A frame that is not given the camera: Chromium lists it all the same. */
const NOT_GIVEN = { chromium: WITHHELD, firefox: { ...WITHHELD, camera: 'unknown' } };
/** Firefox has no such header. */
const ofHeader = (found) => ({ chromium: found, firefox: {} });
const BLOCKED = { frame: 'blocked', warnings: ['frame-blocked'] };
const GIVEN = { allow: 'camera *; microphone *' };

/** What browsers call the end of a request that nobody waits for any more; a host that is not found has other names. */
const GIVEN_UP = /^net::ERR_ABORTED$|^NS_BINDING_ABORTED$|^Browsing context already closed\.$/;

/** What is found on a page, beside what is fine; by engine where they differ. */
const PAGES = [
  { name: 'no headers', page: (world) => world.page() },

  { name: 'Permissions-Policy camera=()', page: (world) => world.page(policy('camera=(), microphone=()')), found: ofHeader(WITHHELD) },
  { name: 'Permissions-Policy camera=(self), which keeps it from Veriff', page: (world) => world.page(policy('camera=(self)')), found: ofHeader(KEPT_FROM_FRAMES) },
  { name: 'Permissions-Policy camera=(self) for a redirect', page: (world) => world.page(policy('camera=(self)')), options: { framed: false }, found: { frame: 'unknown' } },
  { name: 'Permissions-Policy camera=() for a redirect', page: (world) => world.page(policy('camera=()')), options: { framed: false }, found: { chromium: { ...WITHHELD, frame: 'unknown' }, firefox: { frame: 'unknown' } } },
  { name: 'Permissions-Policy with Veriff’s hosts', page: (world) => world.page(policy('camera=(self "https://*.veriff.com" "https://*.veriff.me")')) },
  { name: 'Permissions-Policy with one of Veriff’s hosts', page: (world) => world.page(policy('camera=(self "https://magic.veriff.me")')), found: ofHeader({ cameraPolicy: 'unknown' }) },
  { name: 'Permissions-Policy with the host that sessions have', page: (world) => world.page(policy('camera=(self "https://magic.veriff.me")')), options: { sessionHosts: 'magic.veriff.me' } },
  { name: 'Permissions-Policy with Veriff’s hosts and without the page', page: (world) => world.page(policy('camera=("https://*.veriff.com" "https://*.veriff.me")')), found: ofHeader(WITHHELD) },
  { name: 'Permissions-Policy camera=*', page: (world) => world.page(policy('camera=*')) },

  { name: 'a frame of another origin without allow', page: (world) => world.page({}, { page: world.pageElsewhere() }), found: NOT_GIVEN },
  { name: 'a frame of another origin with allow', page: (world) => world.page({}, { page: world.pageElsewhere(), ...GIVEN }) },
  { name: 'a frame of the same origin without allow', page: (world) => world.page({}, { page: world.page() }) },
  { name: 'a frame with allow, of a page with Permissions-Policy camera=()', page: (world) => world.page(policy('camera=()'), { page: world.pageElsewhere(), ...GIVEN }), found: ofHeader(WITHHELD) },
  { name: 'a frame with allow that has Permissions-Policy camera=(self)', page: (world) => world.page({}, { page: world.pageElsewhere(policy('camera=(self)')), ...GIVEN }), found: ofHeader(KEPT_FROM_FRAMES) },
  { name: 'a sandboxed frame with allow', page: (world) => world.page({}, { page: world.pageElsewhere(), ...GIVEN, sandbox: 'allow-scripts' }) },
  { name: 'a sandboxed frame without allow', page: (world) => world.page({}, { page: world.pageElsewhere(), sandbox: 'allow-scripts allow-same-origin' }), found: NOT_GIVEN },
  { name: 'a frame within a frame, both with allow', page: (world) => world.page({}, { page: world.pageElsewhere({}, { page: world.page(), ...GIVEN }), ...GIVEN }) },
  { name: 'a frame within a frame, the inner one without allow', page: (world) => world.page({}, { page: world.pageElsewhere({}, { page: world.page() }), ...GIVEN }), found: NOT_GIVEN },

  { name: `CSP default-src 'self'`, page: (world) => world.page(csp(`default-src 'self'`)), found: BLOCKED },
  { name: `CSP default-src 'self' for a redirect`, page: (world) => world.page(csp(`default-src 'self'`)), options: { framed: false }, found: { frame: 'unknown' } },
  { name: `CSP frame-src 'none'`, page: (world) => world.page(csp(`frame-src 'none'`)), found: BLOCKED },
  { name: `CSP child-src 'self'`, page: (world) => world.page(csp(`child-src 'self'`)), found: BLOCKED },
  { name: 'CSP frame-src with Veriff’s hosts', page: (world) => world.page(csp(`default-src 'self'; frame-src https://*.veriff.com https://*.veriff.me`)) },
  { name: 'CSP frame-src with one of Veriff’s hosts', page: (world) => world.page(csp(`default-src 'self'; frame-src https://magic.veriff.me`)), found: { frame: 'unknown' } },
  { name: 'CSP frame-src with the host that sessions have', page: (world) => world.page(csp(`default-src 'self'; frame-src https://magic.veriff.me`)), options: { sessionHosts: 'magic.veriff.me' } },
  { name: 'CSP frame-src with another host than sessions have', page: (world) => world.page(csp(`frame-src https://*.veriff.me`)), options: { sessionHosts: 'kyc.partner.example' }, found: BLOCKED },
  { name: 'CSP that names the path of sessions', page: (world) => world.page(csp('frame-src https://magic.veriff.me/v/ https://alchemy.veriff.com/v/')) },
  { name: 'two policies, one of which forbids frames', page: (world) => world.page(csp(`frame-src https:, frame-src 'self'`)), found: BLOCKED },
  { name: 'a policy that only reports', page: (world) => world.page({ 'content-security-policy-report-only': `default-src 'none'` }) },
  { name: 'trusted types', page: (world) => world.page(csp(`require-trusted-types-for 'script'; trusted-types 'none'`)) },
  { name: 'a sandbox that allows only scripts', page: (world) => world.page(csp('sandbox allow-scripts')) },
  { name: 'hosts that name no origin', page: (world) => world.page(csp(`default-src 'self'`)), options: { sessionHosts: '127.0.0.1:*' }, found: { chromium: { cameraPolicy: 'unknown', frame: 'unknown' }, firefox: { frame: 'unknown' } } },
];

/** `npm test` asks Chromium alone. */
const ENGINES = isProof ? ['chromium', 'firefox'] : ['chromium'];

for (const engine of ENGINES) {
  describe(`where a page stands, in ${engine}`, () => {
    let browser;
    let world;
    before(async () => {
      [browser, world] = await Promise.all([launchEngine(engine), startEnvironmentWorld()]);
      // The first page of a browser takes its time.
      await visit(browser, world.page());
    });
    after(() => Promise.all([browser.close(), world.stop()]));

    for (const { name, page, options, found = {} } of PAGES) {
      it(`is told: ${name}`, async () => {
        assert.deepEqual(await visit(browser, page(world), options), { ...FINE_IN[engine], ...(found[engine] ?? (found.chromium ? {} : found)) });
      });
    }

    it('leaves nothing on the page, in its history or on the console where all is allowed', async () => {
      const page = await browser.newPage();
      const lines = [];
      await page.goto(world.page());
      page.on('console', (line) => lines.push(line.text()));
      const traces = () => page.evaluate(() => [document.documentElement.outerHTML, history.length, window.length]);
      const before = await traces();
      assert.equal((await reportOf(page)).frame, 'allowed');
      assert.deepEqual([await traces(), lines], [before, []]);
      await page.close();
    });

    it('loads nothing: what the browser begins to ask for it gives up', async () => {
      const page = await browser.newPage();
      const [asked, failed] = [[], []];
      const ofVeriff = (request) => request.url().includes('veriff');
      page.on('request', (request) => ofVeriff(request) && asked.push(request.url()));
      page.on('requestfailed', (request) => ofVeriff(request) && failed.push([request.url(), GIVEN_UP.test(request.failure()?.errorText)]));
      await page.goto(world.page());
      assert.equal((await reportOf(page)).frame, 'allowed');
      assert.deepEqual(failed.sort(), asked.map((url) => [url, true]).sort());
      await page.close();
    });

    it('is told within a second, and once it is known at once', async () => {
      const page = await browser.newPage();
      await page.goto(world.page());
      const time = () => page.evaluate(/* global environment */ async () => {
        const began = performance.now();
        await environment.inspectEnvironment(environment.basics(), { sessionHosts: '*.veriff.com *.veriff.me', framed: true });
        return performance.now() - began;
      });
      const [first, second] = [await time(), await time()];
      assert.ok(first < 1000, `${first} ms`);
      assert.ok(second < first, `${second} ms after ${first} ms`);
      await page.close();
    });
  });
}

describe('what the user has answered, and the device', () => {
  let world;
  before(async () => {
    world = await startEnvironmentWorld();
  });
  after(() => world.stop());

  /** One report of a browser of its own. */
  async function report(url, launched, prepare = () => undefined) {
    const browser = await launched;
    try {
      await prepare(browser);
      return await visit(browser, url);
    } finally {
      await browser.close();
    }
  }
  const answered = (setting) => async (browser) => {
    const protocol = await browser.target().createCDPSession();
    await protocol.send('Browser.setPermission', { origin: world.origin, permission: { name: 'camera' }, setting });
  };
  const DENIED = { cameraPermission: 'denied', warnings: ['camera-denied'] };

  for (const [setting, found] of Object.entries({ granted: {}, prompt: { cameraPermission: 'prompt' }, denied: DENIED })) {
    it(`is told in Chromium: ${setting}`, async () => {
      assert.deepEqual(await report(world.page(), launchEngine('chromium'), answered(setting)), { ...FINE, ...found });
    });
  }

  it('is told in Chromium: denied, but by the page’s policy before all', async () => {
    assert.deepEqual(await report(world.page(policy('camera=()')), launchEngine('chromium'), answered('denied')), { ...FINE, ...WITHHELD });
  });

  for (const [setting, preference, found] of isProof ? [['granted', 1, {}], ['denied', 2, DENIED]] : []) {
    it(`is told in Firefox: ${setting}`, async () => {
      const preferences = { 'permissions.default.camera': preference };
      assert.deepEqual(await report(world.page(), launchEngine('firefox', [], preferences)), { ...FINE, ...found });
    });

    it(`is told in a frame of Firefox that was given the camera: ${setting}`, async () => {
      const preferences = { 'permissions.default.camera': preference };
      const page = world.page({}, { page: world.pageElsewhere(), ...GIVEN });
      assert.deepEqual(await report(page, launchEngine('firefox', [], preferences)), { ...FINE, ...found });
    });
  }

  it('is told: no camera, in Chromium', async () => {
    const none = launchEngine('chromium', ['--use-fake-device-for-media-stream=device-count=0']);
    assert.deepEqual(await report(world.page(), none), { ...FINE, camera: 'missing', warnings: ['camera-missing'] });
  });

  const inFirefox = { skip: !isProof && 'asked in npm run prove' };

  it('is told: no camera, in Firefox', inFirefox, async () => {
    const none = launchEngine('firefox', [], { 'media.navigator.streams.fake': false, 'media.video_loopback_dev': 'none' });
    assert.deepEqual(await report(world.page(), none), { ...FINE, cameraPermission: 'prompt', camera: 'missing', warnings: ['camera-missing'] });
  });

  it('is told: an insecure page, which has no cameras at all', async () => {
    const mapped = launchEngine('chromium', ['--host-resolver-rules=MAP insecure.example 127.0.0.1']);
    const insecure = world.page().replace('127.0.0.1', 'insecure.example');
    const found = await report(insecure, mapped);
    assert.deepEqual([found.secureContext, found.mediaDevices, found.camera, found.warnings], [false, false, 'unknown', []]);
  });

  it('is told: the app in whose browser the page is open', async () => {
    const userAgent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [LinkedInApp]/9.29.6160';
    const found = await report(world.page(), launchEngine('chromium', [`--user-agent=${userAgent}`]));
    assert.deepEqual(found, { ...FINE, inAppBrowser: 'LinkedIn', warnings: ['in-app-browser'] });
  });
});

async function visit(browser, url, options) {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    return await reportOf(page, options);
  } finally {
    await page.close();
  }
}
