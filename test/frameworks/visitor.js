import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WalkTab } from '../helpers/walk-tab.js';
import { TO_REVIEW, walkVeriff } from '../helpers/walk-world.js';

/** What only the file has that opens Veriff. */
const FRAME_MARK = 'VERIFF_HANDSHAKE';
/** Only the size: to become a phone the page would be loaded anew. */
const PHONE = { width: 390, height: 1300, deviceScaleFactor: 2 };
/** Messages of the console that are no complaint. */
const NEWS = /^(log|debug|info): /;
/** Bundlers take Lit's own development build while they serve, and Lit says so. */
const LIT_IN_DEVELOPMENT = /^warn: Lit is in dev mode\./;

/** Asserts again until it holds: what is shown follows what was said. */
export async function eventually(check, patience = 5000) {
  for (const end = Date.now() + patience; ; await sleep(50)) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** A user on the page of an app, by the names that the contract of the apps gives to what is on it. */
export class Visitor {
  #name;
  #scripts = [];
  tab;
  page;
  /** Calls of the endpoint: method, the header that says who calls, and whether it asks for a stream. */
  calls = [];

  static async open(name, world, browser) {
    const visitor = new Visitor();
    visitor.#name = name;
    visitor.tab = await WalkTab.open(world, browser);
    visitor.page = visitor.tab.page;
    visitor.page.on('request', (request) => {
      if (new URL(request.url()).pathname !== '/api/kyc') return;
      const headers = request.headers();
      visitor.calls.push({ method: request.method(), partner: headers['x-partner'], isStream: headers.accept === 'text/event-stream' });
    });
    visitor.page.on('response', (response) => {
      if (/javascript/.test(response.headers()['content-type'])) visitor.#scripts.push(response.text().catch(() => ''));
    });
    return visitor;
  }

  /** Takes note of complaints that were expected, and forgets them. Says how many there were. */
  excuse(...patterns) {
    const { faults } = this.tab;
    const others = faults.filter((line) => !patterns.some((pattern) => pattern.test(line)));
    return faults.splice(0, faults.length, ...others).length - others.length;
  }

  /** Ends the visit. Nobody may have complained in it. */
  async close() {
    this.excuse(NEWS, LIT_IN_DEVELOPMENT);
    await this.tab.close();
  }

  /** The page for that person, ready to start. */
  async arrive(onboardingId, state = 'guidance') {
    await this.tab.visit(onboardingId, '/');
    await this.tab.until(state);
  }

  reads() {
    return this.calls.filter(({ method, isStream }) => method === 'GET' && !isStream).length;
  }

  exchanges() {
    return this.calls.filter(({ method }) => method === 'POST').length;
  }

  /** Whether what opens Veriff has been loaded. */
  async hasFrameScript() {
    const texts = await Promise.all(this.#scripts);
    assert.ok(texts.length > 0, 'no script was loaded');
    return texts.some((text) => text.includes(FRAME_MARK));
  }

  /** Ticks the box without which nobody starts. */
  async consent() {
    // A page that comes back may have kept the tick.
    const isTicked = await this.page.$eval('#consent', ({ checked }) => checked);
    if (!isTicked) await this.page.locator('#consent').click();
    await this.page.waitForSelector('#consent:checked');
  }

  /** Presses Start, and comes to Veriff's page. Only the sandbox's Veriff is on this machine, so that an app names no hosts. */
  async start() {
    await this.page.$eval('kyc-verification', (element) => (element.sessionHosts = 'localhost:*'));
    await this.tab.press('start-button');
    return this.tab.veriffFrame();
  }

  /** From the guidance to the verdict, in the session that was begun before. */
  async goOn() {
    await this.tab.until('guidance');
    await this.consent();
    await walkVeriff(await this.start(), ...TO_REVIEW, 'submit', 'done');
    await this.tab.until('verified');
    await this.page.waitForSelector('#done');
    await this.expectHeard();
    assert.equal(new Set(this.tab.opened).size, 1, 'another session');
  }

  /** Takes the element off the page, or puts it back. */
  async toggle() {
    const there = await this.page.evaluate(() => document.querySelector('kyc-verification') !== null);
    await this.page.click('#toggle');
    await this.page.waitForFunction((before) => (document.querySelector('kyc-verification') !== null) !== before, {}, there);
  }

  /** The app shows each event that it listens to once, and in the order in which the element said them. */
  async expectHeard() {
    const told = () => this.tab.told.map((event) => `kyc-${event.includes('>') ? 'state-change' : event}`).filter((name) => /-(state-change|verified|error)$/.test(name));
    await eventually(async () => {
      const heard = await this.page.$eval('#heard', ({ textContent }) => textContent.trim().split(/\s+/).filter(Boolean));
      assert.deepEqual(heard, told());
    });
    assert.ok(this.tab.told.length > 0, 'nothing was said');
  }

  /** How many elements are in memory, shown or not. */
  async instances() {
    const prototype = await this.page.evaluateHandle(() => customElements.get('kyc-verification').prototype);
    const all = await this.page.queryObjects(prototype);
    return all.evaluate(({ length }) => length);
  }

  /** A picture for whoever looks, at the width of a phone. */
  async picture(name) {
    const folder = process.env.SCREENSHOTS;
    if (!folder) return;
    await mkdir(folder, { recursive: true });
    const before = this.page.viewport();
    await this.page.setViewport(PHONE);
    // What moves has come to rest.
    await sleep(1500);
    await this.page.screenshot({ path: join(folder, `${this.#name}-${name}.png`) });
    await this.page.setViewport(before);
  }
}
