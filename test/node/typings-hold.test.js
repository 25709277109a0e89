import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { appOf, compileSvelte } from '../helpers/framework-apps.js';
import { launchEngine } from '../helpers/launch-engine.js';
import { startPageWorld } from '../helpers/page-world.js';

/** What an attribute says, and the property that has to have it then. A preview talks to no network. */
const SAID = [
  ['onboarding-id', 'US_1', 'onboardingId'],
  ['onboarding-id-from', 'query:id', 'onboardingIdFrom'],
  ['endpoint', '/verify', 'endpoint'],
  ['credentials', 'include', 'credentials'],
  ['session-hosts', '127.0.0.1:*', 'sessionHosts'],
  ['documents', 'passport national-id', 'documents'],
  ['region', 'us', 'region'],
  ['poll-interval', 7, 'pollInterval'],
  ['handover-url', '/phone', 'handoverUrl'],
  ['continue-url', '/next', 'continueUrl'],
  ['presentation', 'embedded', 'presentation'],
  ['preview', 'guidance', 'preview'],
  ['lang', 'de', 'lang'],
  ['reverify', true, 'reverify'],
  ['proof-of-address', true, 'proofOfAddress'],
];
const FLAGS = ['reverify', 'proof-of-address'];
const apartFromEvents = (name) => name.replace(/^on/, 'On');
const same = (name) => name;

/** How each framework spells attributes and listeners, and whether it takes `false` for a flag. React 18 has no listeners. */
const FRAMEWORKS = {
  react: { spelling: same, listener: 'onkyc-verified', false: true },
  'react-18': { spelling: same },
  preact: { spelling: apartFromEvents, listener: 'onkyc-verified', false: true },
  svelte: { spelling: apartFromEvents, listener: 'onkyc-verified' },
  vue: { spelling: same, listener: 'onKycVerified' },
};

/** Runs in the page: shows the element by its app, and tells what has reached it. */
async function showAndRead({ props, late, way = 'show' }) {
  const load = () => import('/assets/kyc-verification.js');
  const turn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
  let heard = 0;
  // What can't be handed over from the test: by the name of what is meant.
  const made = { undefined, headers: () => ({ 'X-Test': '1' }), listener: () => heard++ };
  const given = Object.fromEntries(Object.entries(props).map(([name, value]) => [name, value?.made === undefined ? value : made[value.made]]));
  if (!late) await load();
  window.Lib[way](document.querySelector('#root'), given);
  await turn();
  if (late) await load();
  const element = document.querySelector('kyc-verification');
  await element.updateComplete;
  element.dispatchEvent(new CustomEvent('kyc-verified'));
  const names = ['onboardingId', 'onboardingIdFrom', 'endpoint', 'credentials', 'sessionHosts', 'documents', 'region', 'pollInterval', 'handoverUrl', 'continueUrl', 'presentation', 'preview', 'lang', 'reverify', 'proofOfAddress'];
  return { heard, headers: typeof element.headers, ...Object.fromEntries(names.map((name) => [name, element[name]])) };
}

const HEADERS = { made: 'headers' };
const LISTENER = { made: 'listener' };
const UNDEFINED = { made: 'undefined' };

describe('what the typings accept reaches the element, and what they refuse would not, in', () => {
  let world;
  let browser;

  before(async () => {
    [world, browser] = await Promise.all([startPageWorld(), launchEngine()]);
  });
  after(() => Promise.all([browser?.close(), world?.stop()]));

  /** What reached the element of a page of its own. */
  async function shown(framework, props, how = {}) {
    const app = await appOf(framework, Object.keys(props));
    world.pages['/'] = { body: `<!doctype html><title>App</title><div id="root"></div><script>${app.replaceAll('</script', '<\\/script')}</script>` };
    const page = await browser.newPage();
    try {
      await page.goto(`${world.origin}/`);
      return await page.evaluate(showAndRead, { props, ...how });
    } finally {
      await page.close();
    }
  }

  for (const [framework, { spelling, listener, false: takesFalse = false }] of Object.entries(FRAMEWORKS)) {
    describe(framework, () => {
      const said = Object.fromEntries(SAID.map(([name, value]) => [spelling(name), value]));
      const expected = Object.fromEntries(SAID.map(([, value, property]) => [property, value]));

      for (const late of [false, true]) {
        const when = late ? 'is registered only after it' : 'is registered before it';

        it(`attributes, where the element ${when}`, async () => {
          const { heard, headers, ...reached } = await shown(framework, said, { late });
          assert.deepEqual(reached, expected);
          assert.deepEqual([heard, headers], [0, 'undefined']);
        });

        it(`flags that are off, where the element ${when}`, async () => {
          for (const off of [UNDEFINED, ...(takesFalse ? [false] : [])]) {
            const { reverify, proofOfAddress } = await shown(framework, { preview: 'guidance', ...Object.fromEntries(FLAGS.map((name) => [name, off])) }, { late });
            // Svelte sets the property to what it was given: `undefined`.
            assert.deepEqual([Boolean(reverify), proofOfAddress], [false, false]);
          }
        });
      }

      if (listener !== undefined) {
        it('a listener, and headers where the element is registered before', async () => {
          const props = { preview: 'guidance', [listener]: LISTENER, headers: HEADERS };
          const before = await shown(framework, props);
          assert.deepEqual([before.heard, before.headers], [1, 'function']);
          const late = await shown(framework, props, { late: true });
          assert.deepEqual([late.heard, late.headers], [1, 'undefined']);
        });
      }
    });
  }

  describe('React 18', () => {
    it('neither listeners, nor headers, nor a flag that is false', async () => {
      const reached = await shown('react-18', { preview: 'guidance', reverify: false, 'onkyc-verified': LISTENER, headers: HEADERS });
      assert.deepEqual([reached.reverify, reached.heard, reached.headers], [true, 0, 'undefined']);
    });
  });

  describe('React 19', () => {
    it('neither listeners nor headers on what a server has rendered', async () => {
      const reached = await shown('react', { 'preview': 'guidance', 'onboarding-id': 'US_1', 'reverify': false, 'onkyc-verified': LISTENER, 'headers': HEADERS }, { way: 'hydrate' });
      assert.deepEqual([reached.onboardingId, reached.reverify, reached.heard, reached.headers], ['US_1', false, 0, 'undefined']);
    });
  });

  describe('Preact', () => {
    it('not onboarding-id, which it takes for an event', async () => {
      const reached = await shown('preact', { 'preview': 'guidance', 'onboarding-id': 'US_1', 'onboarding-id-from': 'query:id', 'onboardingId': 'US_1' });
      assert.deepEqual([reached.onboardingId, reached.onboardingIdFrom], ['', '']);
    });
  });

  describe('Svelte', () => {
    it('not onboarding-id, which it takes for an event, nor a flag that is false', async () => {
      assert.throws(() => compileSvelte([], 'onboarding-id="US_1"'), /Event attribute must be a JavaScript expression/);
      const reached = await shown('svelte', { 'preview': 'guidance', 'onboarding-id': 'US_1', 'proof-of-address': false });
      assert.deepEqual([reached.onboardingId, reached.proofOfAddress], ['', true]);
    });
  });

  describe('Vue', () => {
    it('headers with .prop, whenever the element is registered', async () => {
      for (const late of [false, true]) {
        const { headers } = await shown('vue', { 'preview': 'guidance', '.headers': HEADERS }, { late });
        assert.equal(headers, 'function');
      }
    });

    it('no flag that is false', async () => {
      const reached = await shown('vue', { preview: 'guidance', reverify: false, 'proof-of-address': false }, { late: true });
      assert.deepEqual([reached.reverify, reached.proofOfAddress], [true, true]);
    });
  });
});
