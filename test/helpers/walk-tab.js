import assert from 'node:assert/strict';
import { veriffScreen } from './walk-world.js';

const EVENTS = ['state-change', 'start', 'opened', 'submitted', 'canceled', 'pending', 'verified', 'rejected', 'resubmission', 'expired', 'stalled', 'error'];

/** Runs in each page before its scripts, and sees what it says and keeps. */
function watchSite(names) {
  if (window !== top) return;
  const site = { persisted: false };
  window.site = site;
  addEventListener('pageshow', ({ persisted }) => (site.persisted = persisted));
  for (const name of names) document.addEventListener(`kyc-${name}`, ({ detail }) => void window.told(name, detail));
  const markup = (tree) => {
    const copy = tree instanceof ShadowRoot ? tree.innerHTML : tree.outerHTML.replace(/(<iframe[^>]*?) src="[^"]*"/g, '$1');
    return copy + [...tree.querySelectorAll('*')].map(({ shadowRoot }) => (shadowRoot ? markup(shadowRoot) : '')).join('');
  };
  /** All that the page keeps, shows or gives away to its scripts. */
  site.kept = async () => ({
    DOM: markup(document.documentElement),
    storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, await indexedDB.databases(), await caches.keys(), window.name]),
    history: JSON.stringify([location.href, history.state, document.referrer, window.navigation?.entries().map(({ url }) => url)]),
    entries: JSON.stringify(performance.getEntries().filter(({ initiatorType }) => initiatorType !== 'iframe')),
  });
}

/** One tab of a user's, from the partner's page to Veriff's and back. What was said stays known wherever it goes. */
export class WalkTab {
  #world;
  #context;
  page;
  /** Events of the element on all pages of the site, in order: a name, or `from>to`. */
  told = [];
  details = [];
  faults = [];
  /** What the site's pages asked the endpoint for a session. */
  exchanges = 0;
  /** Session URLs that were opened, alone or in a frame. */
  opened = [];

  static async open(world, browser) {
    const tab = new WalkTab();
    tab.#world = world;
    // A browser of its own, so that nothing is kept from the one before; a window of its own, since tabs behind another are hidden.
    tab.#context = await browser.createBrowserContext();
    const page = await tab.#context.newPage();
    tab.page = page;
    await page.exposeFunction('told', (name, detail) => {
      tab.details.push(JSON.stringify(detail));
      tab.told.push(name === 'state-change' ? `${detail.previousState}>${detail.state}` : name);
    });
    await page.evaluateOnNewDocument(watchSite, EVENTS);
    page.on('pageerror', (error) => tab.faults.push(String(error)));
    page.on('console', (message) => tab.faults.push(`${message.type()}: ${message.text()}`));
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.pathname === '/api/kyc' && request.method() === 'POST') tab.exchanges += 1;
      if (request.isNavigationRequest() && url.origin === world.veriffOrigin) tab.opened.push(`${url.origin}${url.pathname}`);
    });
    return tab;
  }

  /** Ends it. Nothing may have gone wrong in it, nor been said on the console. */
  async close() {
    await this.#context.close();
    assert.deepEqual(this.faults, []);
  }

  /** Signs a user past registration in at the partner's. */
  async signIn(onboardingId) {
    await this.page.goto(`${this.#world.origin}/sandbox/config`);
    await this.page.evaluate((body) => fetch('/sandbox/visits', { method: 'POST', body }), JSON.stringify({ onboardingId }));
  }

  /** The partner's page for that person. */
  async visit(onboardingId, path = '/apply') {
    await this.page.goto(`${this.#world.origin}${path}?onboarding=${onboardingId}`);
  }

  async until(state, timeout = 15_000) {
    try {
      await this.page.waitForFunction((wanted) => document.querySelector('kyc-verification')?.state === wanted, { timeout }, state);
    } catch {
      const found = await this.page.evaluate(() => [location.pathname, document.querySelector('kyc-verification')?.state]);
      throw new Error(`not ${state}, but ${found.join(' ')}; so far ${this.told.join(', ')}`);
    }
  }

  press(part) {
    return this.page.locator(`kyc-verification >>> [part~="${part}"]`).click();
  }

  /** Presses Start, whatever it is called by now, and waits for Veriff's own page. */
  async leave() {
    await this.press('start-button');
    await this.atVeriff();
  }

  async atVeriff(screen = 'welcome') {
    await this.page.waitForFunction((origin) => location.origin === origin, {}, this.#world.veriffOrigin);
    await veriffScreen(this.page, screen);
  }

  /** The user has denied the partner's pages the camera; not Veriff's own. */
  async denyCamera() {
    await this.#context.setPermission(this.#world.origin, { permission: { name: 'camera' }, state: 'denied' });
  }

  /** The page of Veriff's flow in its frame, once it shows that screen. */
  async veriffFrame(screen = 'welcome') {
    const frame = await this.page.waitForFrame((one) => one.url().startsWith(this.#world.veriffOrigin));
    await veriffScreen(frame, screen);
    return frame;
  }

  /** The browser's back button. */
  async back() {
    // Of a page from the cache the driver may wait for a load that never comes.
    void this.page.goBack().catch(() => undefined);
    await this.page.waitForFunction((origin) => location.origin === origin && document.readyState === 'complete', {}, this.#world.origin);
  }

  /** Whether the present page came from the back/forward cache, or why not. */
  cached() {
    return this.page.evaluate(() => (window.site.persisted ? true : JSON.stringify(performance.getEntriesByType('navigation')[0].notRestoredReasons ?? 'not said')));
  }

  /** Nothing on the partner's page, in its events or on its console tells a session URL that was opened. */
  async expectNothingKept() {
    const kept = { ...(await this.page.evaluate(() => window.site.kept())), events: this.details.join(), console: this.faults.join() };
    const tokens = this.opened.map((url) => url.split('/').at(-1));
    assert.ok(tokens.length > 0 && tokens.every((token) => token.length > 20));
    for (const [place, text] of Object.entries(kept)) {
      assert.deepEqual(tokens.filter((token) => text.includes(token)), [], `in the ${place}`);
    }
  }
}
