import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, afterEach, before } from 'node:test';
import { createServer } from 'vite';
import { launchEngine } from '../helpers/launch-engine.js';
import { publicNames } from '../helpers/public-names.js';
import { root } from '../helpers/repository.js';

/** The studio for the tests of a `describe`. After each test nothing may have gone wrong in a page that it opened. */
export function useStudio() {
  const world = {};
  const pages = [];
  before(async () => {
    const { open, ...others } = await openWorld();
    const openAndKeep = async (...how) => {
      const page = await open(...how);
      pages.push(page);
      return page;
    };
    Object.assign(world, others, { open: openAndKeep });
  });
  after(() => world.close());
  afterEach(async () => {
    for (const page of pages.splice(0)) {
      assert.deepEqual(page.faults, []);
      if (!page.isClosed()) await page.close();
    }
  });
  return world;
}

/** The dev server with the studio, and a browser. */
async function openWorld() {
  const server = await createServer({ configFile: join(root, 'vite.config.ts'), logLevel: 'error', server: { port: 5180, hmr: false, watch: null } });
  await server.listen();
  const browser = await launchEngine();
  const origin = server.resolvedUrls.local[0].replace(/\/$/, '');
  return {
    origin,
    browser,
    /** The studio at a fragment, once all that it measures is there. What goes wrong in it is in `page.faults`. */
    async open(fragment = '', { scheme = 'light', width = 1280, height = 800 } = {}) {
      const page = await browser.newPage();
      page.faults = [];
      page.on('pageerror', (error) => page.faults.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && page.faults.push(message.text()));
      await page.setViewport({ width, height });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
      await page.goto(`${origin}/studio.html${fragment}`);
      // The contrast is told as soon as the previews have been measured.
      await page.waitForSelector('[data-action="show-contrast"] > span');
      await drawn(page);
      return page;
    },
    /** A page of its own with the element in each state and a style sheet, as wide as the studio's boxes. */
    async openFresh(css, scheme = 'light') {
      const page = await browser.newPage();
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        if (request.url().endsWith('/fresh.html')) void request.respond({ contentType: 'text/html', body: freshPage(css) });
        else void request.continue();
      });
      await page.goto(`${origin}/fresh.html`, { waitUntil: 'networkidle0' });
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** The states of the element, one of which always holds. */
export const STATES = publicNames.states.filter((name) => name !== 'busy' && name !== 'final');

const freshPage = (css) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Fresh</title>
<style>${css}</style><script type="module" src="/@fs${root}/src/define.ts"></script></head>
<body>${STATES.map((state) => `<div style="inline-size: 288px"><kyc-verification preview="${state}" continue-url="#continue" proof-of-address></kyc-verification></div>`).join('')}</body></html>`;

/** Once a change is seen in the previews. Nothing moves: that is asked for. */
export function drawn(page) {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    await Promise.all([...document.querySelectorAll('kyc-verification')].map((element) => element.updateComplete));
  });
}

/** Tries until it no longer throws, five seconds at most: what is measured or written into the address comes after a pause. */
export async function eventually(check) {
  const end = Date.now() + 5000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Types into a field as a user does, in place of what stands there. */
export async function type(page, selector, text) {
  const field = await page.waitForSelector(selector);
  await field.evaluate((node) => {
    node.scrollIntoView({ block: 'center' });
    node.focus();
    node.select();
  });
  await page.keyboard.type(text);
}

/** The computed look of everything in the previews, by state, part and place. `within` is where they stand. */
export function look(page, within) {
  return page.evaluate((place) => {
    const names = [
      'color', 'background-color', 'background-image', 'border-block-start', 'border-inline-start', 'border-block-end', 'border-radius', 'outline', 'font-family',
      'font-size', 'font-weight', 'line-height', 'letter-spacing', 'display', 'gap', 'padding', 'margin', 'inline-size', 'block-size', 'max-inline-size', 'box-shadow',
      'opacity', 'text-align', 'text-transform', 'text-decoration', 'list-style-type', 'grid-template-columns', 'position', 'stroke',
    ];
    const found = {};
    for (const element of document.querySelector(place).querySelectorAll('kyc-verification')) {
      const nodes = [element, ...element.shadowRoot.querySelectorAll('*')].filter((node) => !['STYLE', 'SLOT'].includes(node.tagName));
      nodes.forEach((node, index) => {
        const style = getComputedStyle(node);
        // The type of the element itself is the page's.
        for (const name of node === element ? ['display', 'inline-size', 'max-inline-size'] : names) found[`${element.state} ${index} ${node.part.value || node.localName} ${name}`] = style.getPropertyValue(name);
      });
    }
    return found;
  }, within);
}

/** What two looks differ in, a line each. */
export function differences(one, other) {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].filter((key) => one[key] !== other[key]).map((key) => `${key}: ${one[key]} | ${other[key]}`);
}
