import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, ensureEngine, firefoxPreferences } from './ensure-engine.js';
import { webkitLauncher } from './webkit-launcher.js';

/**
 * Launchers of the three engines for Web Test Runner. Beside what the runner asks of a launcher, each has
 * - `emulated`, the names of the media features that it can change while a page runs, and `narrowest`, the width of its narrowest window in px,
 * - `emulate(sessionId, preferences)`, which sets those, and the rest back to what they are by default.
 */
const launchers = { chromium: chromiumLauncher, firefox: firefoxLauncher, webkit: webkitLauncher };

/** Of the engines named, as in `ENGINES=chromium,firefox,webkit`. */
export function engineLaunchers(names = process.env['ENGINES'] || 'chromium') {
  const engines = names.split(',').map((name) => name.trim());
  // One that is missing is said before a browser starts.
  engines.forEach(ensureEngine);
  return Promise.all(engines.map((engine) => launchers[engine]()));
}

export function chromiumLauncher(flags = []) {
  const launcher = chromeLauncher({ puppeteer, launchOptions: { executablePath: ensureEngine('chromium'), args: [...chromiumFlags, ...flags] } });
  // One per page, kept: the browser forgets what it emulates when the session that asked for it ends.
  const protocols = new WeakMap();
  return Object.assign(launcher, {
    emulated: ['prefers-color-scheme', 'prefers-reduced-motion', 'prefers-contrast', 'forced-colors'],
    narrowest: 1,
    async emulate(id, preferences) {
      const page = launcher.getPage(id);
      if (!protocols.has(page)) protocols.set(page, await page.createCDPSession());
      const features = Object.entries(preferences).map(([name, value]) => ({ name, value }));
      await protocols.get(page).send('Emulation.setEmulatedMedia', { features });
    },
  });
}

/** Firefox's own window is a page as well: a script in it does what WebDriver BiDi has no word for. */
function firefoxLauncher() {
  const launchOptions = {
    browser: 'firefox',
    executablePath: ensureEngine('firefox'),
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: firefoxPreferences,
  };
  const createPage = async ({ context }) => {
    const page = await context.newPage();
    // Tab leads on from the page to the browser's own controls, and from there no script of the page has the focus back.
    for (const name of ['down', 'press', 'type']) {
      const act = page.keyboard[name].bind(page.keyboard);
      page.keyboard[name] = async (...keys) => {
        await runInFirefox(page, focusPage);
        await act(...keys);
      };
    }
    return page;
  };
  const launcher = chromeLauncher({ puppeteer, launchOptions, createPage });
  return Object.assign(launcher, {
    emulated: ['prefers-color-scheme', 'prefers-reduced-motion', 'prefers-contrast', 'forced-colors'],
    narrowest: 1,
    emulate: (id, preferences) => runInFirefox(launcher.getPage(id), prefer, preferences),
  });
}

async function runInFirefox(page, script, ...args) {
  const { connection } = page.browser();
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const expression = `(${script})(...${JSON.stringify(args)})`;
  for (const { context } of result.contexts) {
    const { result: outcome } = await connection.send('script.evaluate', { expression, target: { context }, awaitPromise: false });
    if (outcome.type !== 'success') throw new Error(`Firefox says: ${outcome.exceptionDetails.text}`);
  }
}

/* global gBrowser, Services */
function focusPage() {
  if (document.activeElement !== gBrowser.selectedBrowser) gBrowser.selectedBrowser.focus();
}

function prefer(preferences) {
  for (const { linkedBrowser } of gBrowser.tabs) {
    linkedBrowser.browsingContext.prefersColorSchemeOverride = preferences['prefers-color-scheme'] ?? 'none';
    linkedBrowser.browsingContext.prefersReducedMotionOverride = preferences['prefers-reduced-motion'] ?? 'none';
    linkedBrowser.browsingContext.forcedColorsOverride = preferences['forced-colors'] ?? 'none';
  }
  // More contrast follows from a theme of the system for those who need it.
  Services.prefs.setIntPref('ui.useAccessibilityTheme', preferences['prefers-contrast'] === 'more' ? 1 : 0);
}
