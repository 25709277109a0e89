import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { reachingInside, UNUSUAL_VALUES } from '../helpers/cms-inherit.js';
import { contrastsWithPage, differencesInside } from '../helpers/cms-inside.js';
import * as outside from '../helpers/cms-outside.js';
import { measurePlaces, placeNames } from '../helpers/cms-places.js';
import { keepPageBare, SCRIPT, startCmsWorld } from '../helpers/cms-world.js';
import { launchEngine } from '../helpers/launch-engine.js';

const DRESSES = ['none', 'bootstrap', 'tailwind', 'wordpress', 'hostile'];

/** What is meant to follow the page at the widget's place; nothing else does. */
const FOLLOWS = [
  // Light or dark.
  'color-scheme',
  // Right-to-left pages are so as a whole.
  'direction',
  // As large as the text around it, never below 16 px: it grows with what the reader has set.
  'font-size',
  // A page that holds a part of itself back holds the widget back with it: a hidden tab, what lies under a modal.
  'interactivity',
  // Readers set their own spacing on the page (WCAG 2.2, 1.4.12).
  'letter-spacing',
  'pointer-events',
  'visibility',
  'word-spacing',
];
/** Lit notes its versions there, so that it can warn of two; the decorators' metadata is TypeScript's. */
const LIT_GLOBALS = ['litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions'];
/** While a verification is shown, locks and channels of the browser are given back when the page goes into its cache. */
const SHOWN = ['[object Window] pagehide false × 1', '[object Window] pageshow false × 1'];
/** When a result can be waited for, the reads follow the page's life. */
const READING = ['[object HTMLDocument] resume false × 1', '[object HTMLDocument] visibilitychange false × 1', '[object Window] online false × 1', '[object Window] pagehide false × 1', '[object Window] pageshow false × 2'];

describe('a page in the dress of a CMS', () => {
  let browser;
  let world;
  let page;

  before(async () => {
    [browser, world] = await Promise.all([launchEngine(), startCmsWorld()]);
  });
  after(() => Promise.all([browser?.close(), world?.stop()]));

  beforeEach(async () => {
    page = await browser.newPage();
    page.faults = [];
    page.on('pageerror', (error) => page.faults.push(String(error)));
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.setViewport({ width: 1200, height: 800 });
    await keepPageBare(page);
  });
  afterEach(async () => {
    assert.deepEqual(page.faults, []);
    await page.close();
  });

  const open = (query) => page.goto(world.url(query));
  const runScript = () => page.evaluate(`import('${SCRIPT}').then(() => customElements.whenDefined('kyc-verification')).then(() => undefined)`);
  const setAttribute = (name, value) => page.$eval('kyc-verification', (element, ...pair) => element.setAttribute(...pair), name, value);
  const state = async (name) => {
    await page.waitForFunction((wanted) => document.querySelector('kyc-verification')?.state === wanted, {}, name);
    await page.$eval('kyc-verification', (element) => element.updateComplete.then(() => undefined));
  };
  const openVeriff = async () => {
    await page.$eval('kyc-verification', (element) => void element.start());
    const frame = await page.waitForFrame((one) => one.parentFrame() === page.mainFrame() && one.url() !== '' && one.url() !== 'about:blank');
    await frame.waitForSelector('[data-screen="welcome"]:not([hidden])');
    return frame;
  };

  it('has the style sheets of every dress', async () => {
    assert.deepEqual([...world.dresses].sort(), [...DRESSES].sort());
    for (const dress of DRESSES) {
      await open({ dress });
      const links = await page.$$eval('link[rel="stylesheet"]', (all) => all.map(({ href, sheet }) => [href, sheet === null ? 0 : sheet.cssRules.length]));
      for (const [href, rules] of links) assert.ok(rules > 0, rules > 0 ? '' : await (await fetch(href)).text());
    }
  });

  describe('the inside of the widget is as without a theme', () => {
    for (const [dress, mode] of [['bootstrap'], ['bootstrap', 'dark'], ['tailwind'], ['wordpress'], ['hostile']]) {
      it(`in ${mode === undefined ? dress : `${dress}, ${mode}`}`, async () => {
        for (const width of [360, 1200]) {
          await page.setViewport({ width, height: 900 });
          // Any page of this origin: the two to compare stand in frames of it.
          await page.goto(`${world.origin}/sandbox/config`);
          const found = await page.evaluate(differencesInside, {
            script: SCRIPT,
            plain: world.url({ dress: 'none', preview: 'guidance' }),
            dressed: world.url({ dress, mode: mode ?? 'light', preview: 'guidance' }),
            states: world.states,
            follow: FOLLOWS,
          });
          assert.deepEqual(found, [], `${width} px wide`);
        }
      });
    }

    it('whatever inherits, but for what is meant to follow the page', async () => {
      await open({ dress: 'none', preview: 'guidance' });
      await runScript();
      const { inherited, around, rule } = await page.evaluate(reachingInside, { states: ['guidance', 'reviewing', 'rejected', 'failed'], values: UNUSUAL_VALUES });
      assert.ok(inherited.length > 100, `${inherited.length} properties`);
      const expected = FOLLOWS.filter((name) => inherited.includes(name));
      assert.deepEqual({ around, rule }, { around: expected, rule: expected });
    });

    it('and so is the dialog around Veriff', async () => {
      // The size of the text around the element, and the page's spacing of letters and words, are followed there, too.
      const dialogIn = async (dress, [size, letters, words] = ['', '', '']) => {
        await open({ dress, 'onboarding-id': await world.onboard() });
        const place = await page.$eval('kyc-verification, [data-kyc-verification]', ({ parentElement }, wanted) => {
          parentElement.style.fontSize = wanted.size;
          Object.assign(document.body.style, { letterSpacing: wanted.letters, wordSpacing: wanted.words });
          const { letterSpacing, wordSpacing } = getComputedStyle(document.body);
          return [getComputedStyle(parentElement).fontSize, letterSpacing, wordSpacing];
        }, { size, letters, words });
        await runScript();
        await state('guidance');
        await openVeriff();
        return { place, styles: await page.evaluate(outside.dialogStyles) };
      };
      const plain = new Map();
      for (const dress of DRESSES.slice(1)) {
        const { place, styles } = await dialogIn(dress);
        const key = place.join();
        if (!plain.has(key)) plain.set(key, new Set((await dialogIn('none', place)).styles));
        assert.deepEqual(styles.filter((line) => !plain.get(key).has(line)), [], dress);
      }
    });
  });

  describe('the words can be read', () => {
    const cases = {
      'on a page that says it is dark': [{ dress: 'bootstrap', mode: 'dark' }, ''],
      'on a dark page that does not say so': [{ dress: 'bootstrap', mode: 'dark' }, '[data-bs-theme] { color-scheme: normal }'],
      'on a page that is dark by a class': [{ dress: 'tailwind', mode: 'dark' }, ''],
      'on a page whose theme has dark colours': [{ dress: 'wordpress', mode: 'dark' }, ''],
      'on a light page whose text is grey there': [{ dress: 'none' }, 'section { color: #999 }'],
      'in a light box of a dark page': [{ dress: 'none' }, 'body { background: #222; color: #eee } section { background: #fff; color: #222 }'],
      'in a dark box of a light page': [{ dress: 'none' }, 'section { background: #1b2a41; color: #e8eef7 }'],
    };
    for (const [title, [query, css]] of Object.entries(cases)) {
      it(title, async () => {
        await open({ ...query, preview: 'guidance' });
        if (css !== '') await page.addStyleTag({ content: css });
        await runScript();
        const contrasts = await page.evaluate(contrastsWithPage);
        assert.deepEqual(contrasts.filter(([, contrast]) => contrast < 4.5), []);
      });
    }
  });

  describe('the page is the same with and without the widget', () => {
    for (const dress of DRESSES) {
      it(`in ${dress}`, async () => {
        await page.evaluateOnNewDocument(outside.watchListeners);
        await open({ dress, 'onboarding-id': await world.onboard() });
        const take = async (name) => {
          await page.evaluate(outside.rememberOutside, name);
          return page.evaluate(outside.pageFacts);
        };
        await page.evaluate(outside.takeWidgetsAway);
        const without = await take('without');
        const expected = { ...without, globals: [...without.globals, ...LIT_GLOBALS].sort() };
        await page.evaluate(outside.putWidgetsBack);

        const [marked] = await page.$$('[data-kyc-verification], kyc-verification');
        await marked.evaluate((element) => ['endpoint', 'data-endpoint'].forEach((name) => element.removeAttribute(name)));
        await runScript();
        await state('idle');
        assert.deepEqual(await take('idle'), expected);

        await setAttribute('endpoint', '/api/kyc');
        await state('guidance');
        assert.deepEqual(await take('guidance'), { ...expected, listeners: [...expected.listeners, ...SHOWN].sort() });

        await openVeriff();
        await page.$eval('kyc-verification', (element) => element.close());
        await state('guidance');
        assert.deepEqual(await take('closed'), { ...expected, listeners: [...expected.listeners, ...READING].sort() });

        for (const name of ['idle', 'guidance', 'closed']) {
          await page.evaluate(outside.takeWidgetsAway, name);
          await take(`box for ${name}`);
          assert.deepEqual(await page.evaluate(outside.differencesOutside, name, `box for ${name}`), [], name);
        }
        await page.evaluate(outside.takeWidgetsAway);
        assert.deepEqual(await take('removed'), expected);
        assert.deepEqual(await page.evaluate(outside.differencesOutside, 'without', 'removed'), []);
      });
    }

    it('also where it was scrolled to, when the widget is all in view', async () => {
      await page.setViewport({ width: 1200, height: 1000 });
      await open({ dress: 'bootstrap', 'onboarding-id': await world.onboard() });
      await runScript();
      await state('guidance');
      const scrolled = await page.$eval('kyc-verification', (element) => {
        const { bottom, height } = element.getBoundingClientRect();
        scrollTo(0, scrollY + bottom - innerHeight);
        return height < innerHeight ? scrollY : NaN;
      });
      await openVeriff();
      await page.$eval('kyc-verification', (element) => element.close());
      await state('guidance');
      assert.equal(await page.evaluate(() => scrollY), scrolled);
    });
  });

  describe('the widget takes the room that its place has', () => {
    const measure = async (width) => {
      await open({ dress: 'none', preview: 'guidance' });
      await runScript();
      return measurePlaces(page, width, ['idle', 'guidance', 'reviewing', 'verified', 'failed']);
    };

    it('all of 400 px, or at least 280 where the page shrinks things to what is in them', async () => {
      const measured = await measure(400);
      assert.equal(measured.length, placeNames.length * 5);
      assert.deepEqual(measured.filter(({ width, shrinks, sideways }) => sideways > 0 || width < (shrinks ? 280 : 400)), []);
    });

    it('all of a column of 280 px, with nothing beyond it', async () => {
      const measured = await measure(280);
      assert.deepEqual(measured.filter(({ name, width, sideways }) => sideways > 0 || (width !== 280 && !name.includes('beside'))), []);
    });
  });

  it('can be walked to the end on the demo page', async () => {
    page.removeAllListeners('request');
    await page.setRequestInterception(false);
    await open({ dress: 'wordpress', speed: '600' });
    await state('guidance');
    const frame = await openVeriff();
    for (const action of ['begin', 'passport', 'sample', 'sample', 'submit']) await frame.locator(`[data-action="${action}"]`).click();
    await state('verified');
  });

  it('is served in Bootstrap where the dress is unknown, with a menu of the others', async () => {
    await open({ dress: 'constructor', preview: '"><script>' });
    const hrefs = await page.$$eval('nav a[href^="?dress="]', (links) => links.map((link) => [link.getAttribute('href'), link.ariaCurrent]));
    assert.deepEqual(hrefs, [
      ['?dress=bootstrap', 'page'], ['?dress=tailwind', null], ['?dress=wordpress', null], ['?dress=none', null], ['?dress=bootstrap&mode=dark', null],
    ]);
    assert.equal(await page.$eval('kyc-verification', (element) => element.hasAttribute('preview')), false);
  });
});
