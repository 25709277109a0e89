import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { STATES } from '../../dist/core/names.js';
import { launchEngine } from '../helpers/launch-engine.js';
import { FLOW, holdFile, laterFile } from '../helpers/later-files.js';
import { ELEMENT, SCRIPT } from '../helpers/page-world.js';
import { SCRIPTS, startPaintedWorld } from '../helpers/server-rendered-world.js';

// A tab behind another draws no frames, on which waiting would hang by default.
const WAIT = { timeout: 20_000, polling: 50 };
const ICON = '<link rel="icon" href="data:,">';
const html = ({ lang = 'en', script = SCRIPT, body = ELEMENT } = {}) => `<!doctype html><html lang="${lang}"><title>First</title>${ICON}${script}${body}`;

let browser;
let world;
let context;

before(async () => {
  browser = await launchEngine();
});
after(() => browser.close());
beforeEach(async () => {
  world = await startPaintedWorld();
  world.pages['/'] = { body: html() };
  context = await browser.createBrowserContext();
});
afterEach(async () => {
  await context.close();
  await world.stop();
});

async function newPage() {
  const page = await context.newPage();
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(String(error)));
  return page;
}
/** What comes within a moment comes before timers say that it is late, however busy the machine is. */
function slowTimers() {
  const { setTimeout } = window;
  window.setTimeout = (run, delay = 0, ...given) => setTimeout(run, delay * 20, ...given);
}
async function open(page) {
  await page.goto(world.origin);
  return page;
}
const allIn = (page, state) =>
  page.waitForFunction((wanted) => [...document.querySelectorAll('kyc-verification')].every((one) => one.state === wanted && one.matches(`:state(${wanted})`)), WAIT, state);

describe('the first file', () => {
  it('paints the guidance before it asks for the file with the flow', async () => {
    const page = await newPage();
    await page.evaluateOnNewDocument(slowTimers);
    await open(page);
    await allIn(page, 'guidance');
    const [painted, asked] = await page.evaluate((file) => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      return [paint.paintTime ?? paint.startTime, performance.getEntriesByName(`${location.origin}/assets/${file}`)[0].startTime];
    }, laterFile(FLOW));
    assert.ok(painted < asked, `painted at ${painted} ms, asked for at ${asked} ms`);
  });

  it('paints all of it without that file', async () => {
    const held = holdFile(world, FLOW);
    const page = await open(await newPage());
    await held.arrived;
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0, WAIT);
    const parts = ['title', 'description', 'timeline', 'document-list', 'tips', 'start-button', 'privacy'];
    const missing = await page.$eval('kyc-verification', ({ shadowRoot }, wanted) => wanted.filter((part) => !shadowRoot.querySelector(`[part~="${part}"]`)?.checkVisibility({ visibilityProperty: true })), parts);
    assert.deepEqual(missing, []);
    assert.deepEqual(page.faults, []);
  });

  it('asks for it in a tab behind another, which is not painted', async () => {
    const page = await newPage();
    await newPage();
    await open(page);
    assert.equal(await page.evaluate(() => document.visibilityState), 'hidden');
    await allIn(page, 'guidance');
    assert.deepEqual(await page.evaluate(() => performance.getEntriesByType('paint').length), 0);
  });

  it('asks for it in a frame that is not shown', async () => {
    world.pages['/around'] = { body: `<!doctype html>${ICON}<iframe src="/" style="display: none"></iframe>` };
    const page = await newPage();
    await page.goto(`${world.origin}/around`);
    const frame = await page.waitForFrame((one) => one.url() === `${world.origin}/`);
    await allIn(frame, 'guidance');
    assert.deepEqual(await frame.evaluate(() => performance.getEntriesByType('paint').length), 0);
  });

  it('asks for it once for all elements, those that come meanwhile and later', async () => {
    const held = holdFile(world, FLOW);
    world.pages['/'] = { body: html({ body: ELEMENT + ELEMENT.replace('US_bare 1', 'US_bare 2') }) };
    const page = await open(await newPage());
    const add = (id) =>
      page.$eval('kyc-verification', (element, name) => {
        const other = element.cloneNode();
        other.setAttribute('onboarding-id', name);
        element.after(other);
      }, id);
    await held.arrived;
    await add('US_bare 3');
    await allIn(page, 'checking');
    assert.deepEqual(world.calls, []);
    held.release();
    await allIn(page, 'guidance');
    await add('US_bare 4');
    await allIn(page, 'guidance');
    assert.equal(held.asked, 1);
    assert.deepEqual([...world.calls].sort(), [1, 2, 3, 4].map((id) => `GET ?partner=7&onboardingId=US_bare+${id}`));
  });

  it('answers checkEnvironment() when the flow has come, or can’t', async () => {
    const ask = (page) => page.evaluate(async () => Object.keys(await customElements.get('kyc-verification').checkEnvironment()).sort());
    const held = holdFile(world, FLOW);
    const page = await open(await newPage());
    const asked = ask(page);
    await held.arrived;
    assert.equal(await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 100, 'waits'))]), 'waits');
    held.release();
    const report = await asked;
    world.pages[`/assets/${laterFile(FLOW)}`] = { status: 404, body: '' };
    await context.close();
    context = await browser.createBrowserContext();
    const other = await open(await newPage());
    assert.ok(report.length > 3, String(report));
    assert.deepEqual(await ask(other), report);
    assert.deepEqual([page.faults, other.faults], [[], []]);
  });
});

describe('the file with the flow', () => {
  it('brings no second Lit, and no second policy of Trusted Types', async () => {
    world.pages['/'].headers = { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types lit-html" };
    const page = await newPage();
    await page.evaluateOnNewDocument(() => {
      window.policies = [];
      const { createPolicy } = TrustedTypePolicyFactory.prototype;
      TrustedTypePolicyFactory.prototype.createPolicy = function (name, rules) {
        window.policies.push(name);
        return createPolicy.call(this, name, rules);
      };
    });
    await open(page);
    await allIn(page, 'guidance');
    await page.locator('kyc-verification >>> [part~="start-button"]').click();
    await allIn(page, 'verifying');
    const versions = await page.evaluate(() => ['litHtmlVersions', 'litElementVersions', 'reactiveElementVersions'].map((name) => window[name].length));
    assert.deepEqual(versions, [1, 1, 1]);
    assert.deepEqual(await page.evaluate(() => window.policies), ['lit-html']);
    assert.deepEqual(page.faults, []);
  });

  it('paints what the modules of the package paint, in every state, in the same styles', async () => {
    const pages = [];
    for (const [kind, script] of Object.entries(SCRIPTS)) {
      world.pages[`/${kind}`] = { body: html({ script, body: '<kyc-verification preview="guidance"></kyc-verification>' }) };
      const page = await newPage();
      await page.evaluateOnNewDocument(() => (Date.now = () => 1_700_000_000_000));
      await page.goto(`${world.origin}/${kind}`);
      await allIn(page, 'guidance');
      pages.push(page);
    }
    const paintedIn = (page, state) =>
      page.$eval('kyc-verification', async (element, name) => {
        element.preview = name;
        await element.updateComplete;
        const { shadowRoot } = element;
        const tree = shadowRoot.innerHTML.replace(/<!--.*?-->/gs, '').replace(/\s+/g, ' ').replaceAll('> <', '><');
        return { state: element.state, tree, styles: shadowRoot.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)) };
      }, state);
    for (const state of STATES) {
      const [tag, bundle] = await Promise.all(pages.map((page) => paintedIn(page, state)));
      assert.equal(tag.state, state);
      assert.ok(tag.tree.length > 300 && tag.styles.length > 50, state);
      assert.deepEqual(tag, bundle);
    }
  });
});

describe('the first file in another language', () => {
  for (const [lang, title] of [['de', 'Bestätigen Sie Ihre Identität'], ['ar', 'التحقق من هويتك']]) {
    for (const order of [['words', 'flow'], ['flow', 'words']]) {
      it(`asks for the words and the flow side by side, and paints no English (${lang}, first the ${order[0]})`, async () => {
        const held = { words: holdFile(world, `the language ${lang}`), flow: holdFile(world, FLOW) };
        world.pages['/'] = { body: html({ lang }) };
        const page = await newPage();
        await page.evaluateOnNewDocument(slowTimers);
        await page.evaluateOnNewDocument(() => {
          window.painted = new Set();
          const { attachShadow } = Element.prototype;
          Element.prototype.attachShadow = function (init) {
            const root = attachShadow.call(this, init);
            const look = () => {
              const base = root.querySelector('[part~="base"]');
              if (base !== null) window.painted.add(`${base.lang} ${base.querySelector('[part~="title"]')?.textContent}`);
            };
            new MutationObserver(look).observe(root, { childList: true, subtree: true, characterData: true });
            return root;
          };
        });
        await open(page);
        await Promise.all([held.words.arrived, held.flow.arrived]);
        assert.deepEqual(await page.evaluate(() => [...window.painted]), []);
        for (const one of order) {
          const come = page.waitForResponse((response) => response.url().endsWith(laterFile(one === 'flow' ? FLOW : `the language ${lang}`)));
          held[one].release();
          await come;
          if (one === 'words') await page.waitForFunction(() => window.painted.size > 0, WAIT);
        }
        await allIn(page, 'guidance');
        assert.deepEqual(await page.evaluate(() => [...window.painted]), [`${lang} ${title}`]);
        assert.deepEqual(page.faults, []);
      });
    }
  }
});
