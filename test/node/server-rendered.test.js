import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { renderTemplate } from 'kyc-verification/ssr';
import { launchEngine } from '../helpers/launch-engine.js';
import { SCRIPTS, painted, startPaintedWorld } from '../helpers/server-rendered-world.js';

/** Puts a mark on the nodes that the server's markup has become, before the script runs. */
const MARK = `<script>
  for (const node of document.querySelector('kyc-verification').shadowRoot.querySelectorAll('*')) node.painted = true;
</script>`;

let browser;
let world;
let tab;
/** Scripts that the page has asked for, in order. */
let files;

before(async () => {
  browser = await launchEngine();
});
after(() => browser.close());

beforeEach(async () => {
  world = await startPaintedWorld();
  tab = await browser.newPage();
  files = [];
  tab.faults = [];
  tab.on('pageerror', (error) => tab.faults.push(String(error)));
  tab.on('console', (message) => ['error', 'warn'].includes(message.type()) && tab.faults.push(message.text()));
  tab.on('request', (request) => {
    const [, name] = /\/(?:assets|bundle)\/(?:kyc-verification\.)?([a-z-]+)(?:-[\w-]+)?\.js/.exec(request.url()) ?? [];
    if (name !== undefined) files.push(name);
  });
  await tab.evaluateOnNewDocument(() => {
    globalThis.shifts = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (globalThis.shifts += value))).observe({ type: 'layout-shift', buffered: true });
  });
});
afterEach(async () => {
  const { faults } = tab;
  await tab.close();
  await world.stop();
  assert.deepEqual(faults, []);
});

async function open(options, headers) {
  world.pages['/'] = { body: painted(options), headers };
  await tab.goto(world.origin);
}
const inTree = (act) => tab.$eval('kyc-verification', act);
const state = (name) => tab.waitForFunction((wanted) => document.querySelector('kyc-verification').state === wanted, {}, name);
const text = () => inTree(({ shadowRoot }) => shadowRoot.querySelector('[part~="base"]').textContent.replace(/\s+/g, ' ').trim());
/** What is not of the server any more, but for what tells screen readers of changes. */
const anew = () => inTree(({ shadowRoot }) => [...shadowRoot.querySelectorAll(':not([role="status"])')].filter((node) => !node.painted).length);

describe('a page whose server has painted the guidance', () => {
  it('shows it before any script, and the page’s own way on where none will run', async () => {
    await tab.setJavaScriptEnabled(false);
    await open({ script: SCRIPTS.tag });
    const seen = await tab.evaluate(() => {
      const { shadowRoot } = document.querySelector('kyc-verification');
      const isSeen = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getBoundingClientRect().height > 0;
      const parts = ['title', 'description', 'document-list', 'tips', 'actions'].map((part) => [part, isSeen(shadowRoot.querySelector(`[part~="${part}"]`))]);
      return { ...Object.fromEntries(parts), fallback: isSeen(document.querySelector('a')), footer: isSeen(document.querySelector('small')) };
    });
    assert.deepEqual(seen, { title: true, description: true, 'document-list': true, tips: true, actions: false, fallback: true, footer: true });
    assert.deepEqual(files, []);
  });

  it('shows the page’s own way on, too, where the script does not come for long', async () => {
    await open();
    const isSeen = () => tab.$eval('a', (link) => link.checkVisibility({ visibilityProperty: true }));
    assert.equal(await isSeen(), false);
    const canStart = () => inTree(({ shadowRoot }) => shadowRoot.querySelector('[part~="start-button"]').checkVisibility({ visibilityProperty: true }));
    assert.equal(await canStart(), true);
    await inTree(({ shadowRoot }) => ['slot:not([name])', '[part~="actions"]'].forEach((one) => shadowRoot.querySelector(one).getAnimations()[0].finish()));
    assert.deepEqual([await isSeen(), await canStart()], [true, false]);
  });

  for (const [kind, script] of Object.entries(SCRIPTS)) {
    describe(`with the script of a ${kind}`, () => {
      it('is the element’s without a shift, and with one read of the status', async () => {
        await open({ script });
        await state('guidance');
        await tab.waitForNetworkIdle();
        assert.equal(await tab.evaluate(() => globalThis.shifts), 0);
        assert.deepEqual(world.calls, ['GET ?onboardingId=US_bare+1']);
        assert.deepEqual(await inTree(({ shadowRoot }) => [...shadowRoot.children].map(({ localName }) => localName)), ['div']);
        assert.deepEqual(files, kind === 'tag' ? ['kyc-verification', 'painting-anew', 'flow-behavior'] : ['page', 'hydration', 'flow-behavior']);
      });

      it('keeps what the user has done meanwhile: the focus, and what is unfolded', async () => {
        const act = `<script>
          const { shadowRoot } = document.querySelector('kyc-verification');
          shadowRoot.querySelector('details').open = true;
          shadowRoot.querySelector('[part~="start-button"]').focus();
        </script>`;
        await open({ script: act + script });
        await state('guidance');
        const kept = await inTree(({ shadowRoot }) => [shadowRoot.querySelector('details').open, shadowRoot.activeElement?.getAttribute('part')]);
        assert.deepEqual(kept, [true, 'primary-button start-button']);
      });

      it('shows what a page shows that no server has painted, whatever was painted', async () => {
        for (const options of [
          {},
          { lang: 'de' },
          { lang: 'fr', template: renderTemplate({}, { lang: 'de' }) },
          { attributes: 'documents="passport"', template: renderTemplate() },
          { children: '' },
          { template: renderTemplate().replaceAll('header', 'heading') },
          { template: renderTemplate().replaceAll(/<!--.*?-->/gs, '') },
          { template: renderTemplate().replaceAll(/lit-part [\w+/=]+/g, 'lit-part AAAAAAAAAAA=') },
          { template: '<template shadowrootmode="open"><p>Hello</p></template>' },
        ]) {
          await open({ ...options, script });
          await state('guidance');
          const [shown, fresh] = await tab.evaluate(async () => {
            const element = document.querySelector('kyc-verification');
            const other = element.cloneNode(true);
            element.after(other);
            // Both have their words, and have read the status.
            while (!other.matches(':state(guidance)') || other.shadowRoot.querySelector('[aria-busy]') !== null) await new Promise(requestAnimationFrame);
            while (element.shadowRoot.querySelector('style') !== null || element.shadowRoot.querySelector('[part~="base"]') === null) await new Promise(requestAnimationFrame);
            await Promise.all([element, other].map(({ updateComplete }) => updateComplete));
            await new Promise(requestAnimationFrame);
            return [element, other].map(({ shadowRoot, offsetHeight }) => [shadowRoot.innerHTML.replace(/<!--.*?-->/gs, '').split(/[\s<>]+/).sort().join(' '), offsetHeight]);
          });
          assert.deepEqual(shown, fresh, JSON.stringify(options));
        }
      });

      it('stays in the page’s language where its words are long in coming', async () => {
        await tab.setRequestInterception(true);
        tab.on('request', (request) => setTimeout(() => request.continue(), /[./]de-[\w-]+\.js$/.test(request.url()) ? 1500 : 0));
        const watch = `<script>
          globalThis.titles = new Set();
          const { shadowRoot: tree } = document.querySelector('kyc-verification');
          new MutationObserver(() => titles.add(tree.querySelector('[part~="title"]')?.textContent)).observe(tree, { childList: true, subtree: true, characterData: true });
        </script>`;
        await open({ lang: 'de', script: watch + script });
        await state('guidance');
        await tab.waitForFunction(() => document.querySelector('kyc-verification').shadowRoot.querySelector('style') === null);
        assert.deepEqual((await tab.evaluate(() => [...globalThis.titles])).filter((title) => title !== 'Bestätigen Sie Ihre Identität'), []);
      });

      it('needs no more of a strict policy than a nonce', async () => {
        const policy = "default-src 'none'; script-src 'nonce-abc'; connect-src 'self'; style-src 'nonce-abc'; img-src data:; require-trusted-types-for 'script'; trusted-types lit-html";
        await open({ template: renderTemplate({}, { nonce: 'abc' }), script: script.replace('<script', '<script nonce="abc"') }, { 'content-security-policy': policy });
        await state('guidance');
      });

      it('goes on to the verdict', async () => {
        await open({ script });
        await state('guidance');
        await tab.locator('kyc-verification >>> [part~="start-button"]').click();
        const frame = await tab.waitForFrame((one) => one.url().includes('/session/'));
        await frame.waitForSelector('body[data-rendered]');
        await frame.evaluate(() => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'FINISHED').click());
        await state('reviewing');
        world.status.body = { verificationState: 'VERIFIED' };
        await state('verified');
      });
    });
  }
});

describe('the bundled element on what a server has painted', () => {
  const script = MARK + SCRIPTS.bundle;

  for (const lang of ['en', 'ar']) {
    it(`keeps every node (${lang})`, async () => {
      await open({ lang, script });
      await state('guidance');
      assert.equal(await anew(), 0);
    });
  }

  it('keeps them where another script hydrates all Lit elements of the page', async () => {
    const patch = '<script>globalThis.litElementHydrateSupport = ({ LitElement }) => { const create = LitElement.prototype.createRenderRoot; LitElement.prototype.createRenderRoot = function () { if (this.shadowRoot) { this._$needsHydration = true; return this.shadowRoot; } return create.call(this); }; const { update } = LitElement.prototype; LitElement.prototype.update = function (changed) { if (this._$needsHydration) throw new Error("twice"); update.call(this, changed); }; };</script>';
    await open({ script: patch + script });
    await state('guidance');
    assert.equal(await anew(), 0);
    assert.equal(await tab.evaluate(() => globalThis.shifts), 0);
  });

  for (const [fault, answer] of [['is missing', (request) => request.respond({ status: 404 })], ['does not come', () => undefined]]) {
    it(`paints anew where what takes them over ${fault}`, async () => {
      await tab.setRequestInterception(true);
      tab.on('request', (request) => (request.url().includes('/hydration-') ? answer(request) : request.continue()));
      await open({ script });
      await state('guidance');
      await tab.waitForFunction(() => document.querySelector('kyc-verification').shadowRoot.querySelector('style') === null);
      assert.match(await text(), /^Verify your identity/);
      assert.ok((await anew()) > 0);
      tab.faults = tab.faults.filter((one) => !one.includes('404'));
    });
  }
});
