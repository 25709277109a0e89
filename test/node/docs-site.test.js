import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PAGES, read, texts } from '../helpers/docs-pages.js';
import { startBuiltSite, startSiteServer } from '../helpers/docs-world.js';
import { launchEngine } from '../helpers/launch-engine.js';
import { isProof } from '../helpers/proof.js';
import { readText } from '../helpers/repository.js';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What depends on light or dark is contrast alone. */
const MODES = { light: RULES, dark: ['color-contrast'] };
/** `npm run prove` looks at every page; here it is every third, which are enough of each kind. */
const some = (paths, first) => (isProof ? paths : paths.filter((_path, index) => index % 3 === first));
const README = readText('README.md');
const TRUSTED = "; require-trusted-types-for 'script'; trusted-types lit-html";
const previews = (page) => (read(texts.get(page) ?? '').blocks).flatMap(({ live, code }) => (live ? [/preview="(\w+)"/.exec(code)[1]] : []));

/** In the page: what axe finds, one line each. */
async function faults(runOnly) {
  const { violations } = await window.axe.run(document, { resultTypes: ['violations'], runOnly });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`));
}

describe('the documentation in a browser', () => {
  let browser;
  let page;
  let seen;

  before(async () => {
    browser = await launchEngine();
  });
  after(() => browser?.close());

  beforeEach(async () => {
    page = await browser.newPage();
    seen = [];
    page.on('console', (message) => seen.push(message.text()));
    page.on('pageerror', (error) => seen.push(String(error)));
    page.on('requestfailed', (request) => seen.push(`failed: ${request.url()}`));
    page.on('response', (response) => response.status() >= 400 && seen.push(`${response.status()}: ${response.url()}`));
  });
  afterEach(() => page.close());

  const open = async (url) => {
    await page.goto(url);
    await page.waitForFunction(() => [...document.querySelectorAll('kyc-verification')].every((element) => element.hasUpdated));
  };
  const statesShown = () => page.$$eval('.live-widget kyc-verification', (all) => Promise.all(all.map(async (element) => (await element.updateComplete, element.shadowRoot.querySelector('[part="base"]').dataset.state))));

  describe('as it is built', () => {
    let site;
    let paths;

    before(async () => {
      site = await startBuiltSite();
      paths = site.pages.map((path) => [path.replace(/\.html$/, ''), `${site.origin}/docs/${path.split('/').map(encodeURIComponent).join('/')}`]);
    });
    after(() => site?.stop());

    it('has all pages, and the files that they show', () => {
      assert.deepEqual(PAGES.filter(({ path }) => !site.pages.includes(`${path}.html`)), []);
      assert.ok(site.pages.includes('source/demo/recipes/express.js.html') && site.pages.includes('source/SECURITY.md.html'));
    });

    it('opens under the headers that it gives to its readers, without a word on the console or a failed request', async () => {
      const [csp, permissions] = ['Content-Security-Policy', 'Permissions-Policy'].map((name) => new RegExp(`^${name}: (.*)$`, 'm').exec(README)[1]);
      site.headers = { 'content-security-policy': csp + TRUSTED, 'permissions-policy': permissions };
      const opened = isProof ? paths : paths.filter(([path], index) => previews(path).length > 0 || index % 3 === 0);
      for (const [path, url] of opened) {
        await open(url);
        assert.deepEqual(seen, [], path);
        assert.deepEqual(await statesShown(), previews(path), path);
      }
      site.headers = {};
      assert.ok(paths.flatMap(([path]) => previews(path)).length >= 4);
    });

    it('refuses what its own policy does not allow', async () => {
      await open(`${site.origin}/docs/`);
      await page.evaluate(() => document.body.append(Object.assign(document.createElement('img'), { src: 'https://other.example/a.png', alt: '' })));
      await page.waitForFunction(() => document.querySelector('img[src^="https:"]').complete);
      assert.ok(seen.some((line) => /Content Security Policy/.test(line)), seen.join('\n'));
    });

    for (const [mode, rules] of Object.entries(MODES)) {
      it(`has nothing that axe finds, ${mode}`, async () => {
        await page.setBypassCSP(true);
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: mode }]);
        await page.setViewport({ width: 1360, height: 900 });
        for (const [path, url] of some(paths, mode === 'light' ? 0 : 1)) {
          await open(url);
          await page.evaluate(AXE);
          assert.deepEqual(await page.evaluate(faults, rules), [], path);
        }
      });
    }

    it('has nothing that axe finds on a phone, its list of pages open', async () => {
      await page.setBypassCSP(true);
      await page.setViewport({ width: 390, height: 844 });
      for (const path of ['errors/frame-blocked.html', 'attributes.html']) {
        await open(`${site.origin}/docs/${path}`);
        await page.click('.menu-button');
        await page.waitForSelector('.pages:popover-open');
        await page.evaluate(AXE);
        assert.deepEqual(await page.evaluate(faults, RULES), [], path);
      }
    });

    it('is no wider than a screen of 320 px', async () => {
      await page.setViewport({ width: 320, height: 640 });
      for (const [path, url] of some(paths, 2)) {
        await open(url);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, path);
      }
    });

    it('leads by its links to every page, and to every anchor', async () => {
      await page.setBypassCSP(true);
      await page.goto(paths[0][1]);
      const found = await page.evaluate(async (urls) => {
        const read = async (url) => {
          const html = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
          const hrefs = [...html.querySelectorAll('a[href]')].map((link) => new URL(link.getAttribute('href'), url).href);
          return { ids: [...html.querySelectorAll('[id]')].map(({ id }) => id), hrefs };
        };
        return Promise.all(urls.map(read));
      }, paths.map(([, url]) => url));
      const ids = new Map(found.map((one, index) => [paths[index][1], one.ids]));
      const wanted = found.flatMap(({ hrefs }) => hrefs);
      const inside = [...new Set(wanted)].filter((href) => href.startsWith(site.origin)).map((href) => new URL(href));
      const place = ({ origin, pathname }) => origin + pathname.replace(/\/$/, '/index.html');
      assert.deepEqual(inside.filter((url) => !ids.has(place(url)) || (url.hash !== '' && !ids.get(place(url)).includes(decodeURIComponent(url.hash.slice(1))))).map(String), []);
      const reached = new Set(inside.map(place));
      assert.deepEqual([...ids.keys()].filter((url) => !reached.has(url)), []);
    });

    it('lists its pages for coding assistants', async () => {
      const list = await (await fetch(`${site.origin}/docs/llms.txt`)).text();
      const links = read(list).links.map((href) => new URL(href, `${site.origin}/docs/`).pathname);
      assert.deepEqual(links.sort(), PAGES.map(({ path }) => (path === 'index' ? '/docs/' : `/docs/${path}.html`)).sort());
    });

    it('is gone through by keyboard: to the text, to the pages, and back', async () => {
      await page.setViewport({ width: 390, height: 844 });
      await open(`${site.origin}/docs/quick-start.html`);
      const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.textContent);
      await page.keyboard.press('Tab');
      assert.equal(await focused(), 'skip-link');
      await page.keyboard.press('Enter');
      assert.equal(await focused(), 'main');
      await page.focus('.menu-button');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.pages:popover-open');
      await page.keyboard.press('Tab');
      assert.equal(await focused(), 'Overview');
      await page.keyboard.press('Escape');
      assert.equal(await page.$('.pages:popover-open'), null);
      assert.equal(await focused(), 'menu-button');
    });
  });

  describe('of the dev server', () => {
    let server;

    before(async () => {
      server = await startSiteServer();
    });
    after(() => server?.stop());

    it('is found at /docs/, with the element of the sources', async () => {
      for (const [path, widgets] of [['', ['guidance']], ['attributes', ['guidance', 'reviewing']], ['errors/frame-blocked', []], ['warnings/camera-missing', []]]) {
        await open(`${server.origin}/docs/${path}`);
        assert.deepEqual(seen.filter((line) => !line.includes('lit.dev/msg/dev-mode')), [], path);
        assert.deepEqual(await statesShown(), widgets, path);
      }
      assert.equal((await (await fetch(`${server.origin}/docs`)).url), `${server.origin}/docs/`);
    });

    it('lists its pages for coding assistants, and shows them the contract with all that it takes from others', async () => {
      const { links } = read(await (await fetch(`${server.origin}/docs/llms.txt`)).text());
      assert.equal(links.length, PAGES.length);
      const statuses = await Promise.all(links.map(async (href) => (await fetch(new URL(href, `${server.origin}/docs/`))).status));
      assert.deepEqual(statuses.filter((status) => status !== 200), []);
      await open(`${server.origin}/docs/contract`);
      assert.equal(await page.$eval('main', (main) => main.textContent.includes('<!--')), false);
      assert.ok((await page.$$eval('main a', (all) => all.map(({ href }) => href))).includes(`${server.origin}/docs/source/SECURITY.md`));
    });

    it('shows the tables of the class as it is now', async () => {
      await open(`${server.origin}/docs/events`);
      const names = await page.$$eval('#all-events ~ .table td:first-child', (cells) => cells.map((cell) => cell.textContent));
      assert.ok(names.includes('kyc-verified') && names.includes('kyc-error'), names.join());
    });

    it('shows pictures and the files that pages link to, and no others', async () => {
      const status = async (path) => (await fetch(server.origin + path)).status;
      assert.deepEqual(await Promise.all(['/docs/reading-60-s.svg', '/docs/source/demo/recipes/hono.js', '/docs/source/SECURITY.md'].map(status)), [200, 200, 200]);
      const hidden = ['/docs/nowhere', '/docs/errors/nowhere', '/docs/source/package.json', '/docs/source/src/define.ts', '/docs/source/demo/%2e%2e/package.json', '/docs/source/..%2fpackage.json', '/docs/%'];
      assert.deepEqual(await Promise.all(hidden.map(status)), hidden.map(() => 404));
    });
  });
});
