import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { freshPage, inState } from '../bench/fresh-page.js';
import { launchEngine, launchWithScrollbars } from '../helpers/launch-engine.js';
import { ELEMENT, SCRIPT, startPageWorld } from '../helpers/page-world.js';

const ANDROID = 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/156.0 Mobile Safari/537.36';
/** Milliseconds within which a turn of the wheel is seen. */
const SCROLLED = 150;
const VIEWPORT = { width: 1000, height: 600 };

/** Each is the CSS of a page that is higher than the window, but for what it says. */
const PAGES = {
  'no CSS of its own': {},
  'no scrollbar': { css: '.below { height: 1px } kyc-verification { display: none }', isShort: true },
  'no margin': { css: 'body { margin: 0 }' },
  'margins and padding': { css: 'body { margin: 8px 30px 0 50px; padding: 20px 40px 0 10px }' },
  'important padding': { css: 'body { padding: 20px !important }' },
  'inline styles': { body: 'style="padding: 3px 20px !important; margin: auto; overflow: visible"' },
  'a narrow body in the middle': { css: 'body { max-width: 600px; margin: 0 auto }' },
  'a narrow root in the middle': { css: 'html { max-width: 700px; margin: 0 auto; border: 5px solid }' },
  'a body of a flex box': { css: 'html { display: flex; justify-content: end } body { flex: 0 1 600px }' },
  'widths of 100 %': { css: 'html, body { width: 100%; box-sizing: border-box; padding: 12px }' },
  'room for a scrollbar': { css: 'html { scrollbar-gutter: stable }' },
  'room for scrollbars at both edges': { css: 'html { scrollbar-gutter: stable both-edges; padding: 1px }' },
  'room for a scrollbar, and none': { css: 'html { scrollbar-gutter: stable } .below { height: 1px } kyc-verification { display: none }', isShort: true },
  'thin scrollbars': { css: 'html { scrollbar-width: thin }' },
  'text from right to left': { html: 'dir="rtl"', css: 'body { margin-right: 30px }' },
  'a root that scrolls': { css: 'html { overflow-y: scroll }' },
  'a root that scrolls, important': { css: 'html { overflow-y: scroll !important } body { margin: 20px }' },
  'a root that hides what is beside it': { css: 'html { overflow-x: hidden }' },
  'root and body that hide what is beside them': { css: 'html, body { overflow-x: hidden }' },
  'a body that scrolls for the window': { css: 'body { overflow-y: scroll; padding: 10px }' },
  'a body that scrolls by itself': { css: 'html { overflow: hidden; height: 100% } body { overflow: auto; height: 100%; margin: 0; border: 3px solid; box-sizing: border-box }' },
  'a body that scrolls by itself, from right to left': { html: 'dir="rtl"', css: 'html { overflow: hidden; height: 100% } body { overflow: auto; height: 100%; margin: 0 }' },
  'a body that fills the window': { css: 'html, body { height: 100% }' },
  'a zoomed root': { css: 'html { zoom: 1.3 }' },
  'a zoomed body': { css: 'body { zoom: 0.7; margin: 20px }' },
  'no doctype': { doctype: '', css: 'body { padding: 20px }' },
};

const pathOf = (name) => `/${encodeURIComponent(name)}`;
/** The element is as high in all states. Margins meet at the top of the body, where they may or may not collapse; what is out of the flow has its place in the window. */
const pageOf = ({ css = '', html = '', body = '', doctype = '<!doctype html>' }) =>
  `${doctype}<html lang="en" ${html}><head><title>Page</title><link rel="icon" href="data:,"><style>.below { height: 3000px } .beside { position: absolute; right: 0; top: 0 } .above { position: fixed; left: 50%; bottom: 0 } kyc-verification { height: 800px } ${css}</style></head>` +
  `<body ${body}><h1>Title</h1>${ELEMENT}<p class="below">Below</p><p class="beside">Beside</p><p class="above">Above</p>${SCRIPT}</body></html>`;

const FEW = ['no CSS of its own', 'margins and padding', 'inline styles', 'room for a scrollbar', 'a root that scrolls', 'a body that scrolls by itself', 'a zoomed root'];
const DEVICES = {
  'with scrollbars': { launch: launchWithScrollbars, names: Object.keys(PAGES) },
  'with scrollbars above the page': { launch: launchEngine, names: FEW },
  'with scrollbars, on a denser screen': { launch: launchWithScrollbars, names: FEW, viewport: { width: 909, height: 545, deviceScaleFactor: 1.1 } },
  'on Android': { launch: launchEngine, names: FEW, userAgent: ANDROID },
};

/** Where all stands, how far it is scrolled, and what is written into the page’s own tags. */
const layoutOf = (page) =>
  page.evaluate(() => {
    const { body, documentElement: root } = document;
    const boxOf = (selector) => {
      const { x, y, width } = document.querySelector(selector).getBoundingClientRect();
      return `${selector}: ${x}, ${y}, ${width} wide`;
    };
    return {
      boxes: ['html', 'body', 'h1', 'kyc-verification', '.below', '.beside', '.above'].map(boxOf),
      scrolled: [scrollX, scrollY, root.scrollTop, body.scrollTop],
      tags: [root, body].map((element) => element.getAttribute('style')?.split(/;\s*/).filter(Boolean).sort() ?? null),
    };
  });

describe('while Veriff is open above the page', () => {
  for (const [kind, { launch, names, viewport = VIEWPORT, userAgent }] of Object.entries(DEVICES)) {
    describe(kind, () => {
      let world;
      let browser;
      before(async () => {
        world = await startPageWorld(Object.fromEntries(Object.entries(PAGES).map(([name, page]) => [pathOf(name), { body: pageOf(page) }])));
        browser = await launch();
      });
      after(async () => {
        await browser?.close();
        await world?.stop();
      });

      /** Turns the wheel down, and tells how far the page is scrolled then. */
      async function scroll(page) {
        await page.mouse.move(300, 300);
        await page.mouse.wheel({ deltaY: 400 });
        await new Promise((resolve) => setTimeout(resolve, SCROLLED));
        return (await layoutOf(page)).scrolled;
      }

      for (const name of names) {
        const { isShort = false } = PAGES[name];
        it(`nothing moves or scrolls in a page that has ${name}`, async () => {
          const { page, close } = await freshPage(browser, { viewport });
          try {
            if (userAgent) await page.setUserAgent(userAgent);
            await page.goto(world.origin + pathOf(name));
            await inState(page, 'guidance');
            await page.evaluate(() => [document.documentElement, document.body].forEach((one) => one.scrollBy(0, 37)));
            const atFirst = await layoutOf(page);
            await page.$eval('kyc-verification', (element) => void element.start());
            const frame = await page.waitForFrame((one) => one.url().includes('/session/'));
            await frame.waitForSelector('body[data-rendered]');
            const open = await layoutOf(page);
            assert.deepEqual({ ...open, tags: atFirst.tags }, atFirst);
            assert.ok(open.tags.flat().includes('overflow: hidden !important'), 'It is locked');
            assert.deepEqual(await scroll(page), atFirst.scrolled);
            await page.$eval('kyc-verification', (element) => element.close());
            await inState(page, 'guidance');
            assert.deepEqual(await layoutOf(page), atFirst);
            if (!isShort) assert.notDeepEqual(await scroll(page), atFirst.scrolled);
          } finally {
            await close();
          }
        });
      }
    });
  }
});
