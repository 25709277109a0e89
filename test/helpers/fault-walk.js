import assert from 'node:assert/strict';
import { installClock } from './fault-clock.js';
import { installEar } from './fault-ear.js';
import { installWatch } from './fault-watch.js';
import { CANARY, STYLES, startFaultWorld } from './fault-world.js';

const VERDICTS = ['verified', 'rejected', 'resubmission', 'expired'];
/** Firefox reports as errors of the page what it says of requests, whose failure the page has heard and borne. */
const BROWSERS_OWN = /^(?:Loading module from “|Cross-Origin Request Blocked: |Content-Security-Policy: )/;
/** Real time after which something that should happen does not, in milliseconds. */
const PATIENCE = 30_000;

/** A user on a page of a world of his own, in one browser. */
export async function startWalk(browser) {
  const world = await startFaultWorld();
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const walk = new Walk(world, context, page);
  await page.evaluateOnNewDocument(installClock);
  await page.evaluateOnNewDocument(installEar);
  await page.evaluateOnNewDocument(installWatch);
  return walk;
}

export class Walk {
  /** How far time is put ahead at each look, while nothing is asked. */
  pace = 100;
  /** Time also passes while something is asked: an answer will never come. */
  isTimeless = false;
  /** Attempts that the page has begun beside those by a start. */
  news = 0;
  #faults = [];
  #said = [];
  #ends = [];
  #historyLength = 0;

  constructor(world, context, page) {
    Object.assign(this, { world, context, page });
    /** Of the page's clock. */
    world.date = () => page.evaluate(() => Date.now());
    page.on('pageerror', (error) => BROWSERS_OWN.test(error.message) || this.#faults.push(String(error)));
    page.on('error', (error) => this.#faults.push(String(error)));
    page.on('console', (message) => this.#said.push(message.text()));
  }

  /** Runs when the walk is over. */
  atEnd(end) {
    this.#ends.push(end);
  }

  async open(path = '/', options = {}) {
    await this.page.goto(this.world.origin + path, options);
    this.#historyLength = (await this.look()).historyLength;
  }

  look() {
    return this.page.evaluate(() => window.faultWatch.look());
  }

  /** Waits until nothing is asked any more. How much has been asked, where a page is open. */
  async rest() {
    if (this.page.url() === 'about:blank') return 0;
    const { requests } = await this.until(({ isBusy }) => !isBusy, { what: 'rest' });
    return requests.length;
  }

  advance(time) {
    return this.page.evaluate((ahead) => window.faultClock.advance(ahead), time);
  }

  /** Until the page is so; `limit` is the time of the page that this may take, in milliseconds. */
  async until(isSo, { limit = 60_000, pace = this.pace, patience = PATIENCE, what = String(isSo) } = {}) {
    const started = Date.now();
    const first = await this.page.evaluate(() => window.faultClock.now());
    for (;;) {
      const seen = await this.page.evaluate(
        async (ahead, always) => {
          const { faultClock, faultWatch } = window;
          await faultClock.advance(ahead, () => !always && faultWatch.open() > 0);
          return { ...faultWatch.look(), now: faultClock.now() };
        },
        pace,
        this.isTimeless,
      );
      if (isSo(seen)) return seen;
      const spent = seen.now - first;
      if (spent > limit || Date.now() - started > patience) throw new Error(`Not so after ${Math.round(spent)} ms: ${what}. ${brief(seen)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  untilState(name, options) {
    return this.until(({ state, shown }) => state === name && shown === name, { what: `state ${name}`, ...options });
  }

  /** As a user of a keyboard does: only what is enabled can be pressed. Whether there was such a button. */
  tryPress(part) {
    return this.page.evaluate((name) => {
      const button = document.querySelector('kyc-verification').shadowRoot.querySelector(`[part~="${name}"]:not([aria-disabled="true"])`);
      button?.focus();
      button?.click();
      return button !== null;
    }, part);
  }

  async press(part = 'primary-button') {
    assert.ok(await this.tryPress(part), `no ${part} can be pressed: ${brief(await this.look())}`);
  }

  /** What Veriff says, once its frame has been answered. */
  async say(...names) {
    const frame = await this.page.waitForFrame((one) => one.url().includes('/session/'), { timeout: PATIENCE });
    await frame.waitForSelector('body[data-rendered]', { timeout: PATIENCE });
    for (const name of names) await frame.evaluate((text) => parent.postMessage(`VERIFF_${text}`, '*'), name);
  }

  async submit() {
    this.world.truth = 'PENDING';
    await this.say('STARTED', 'FINISHED');
    await this.untilState('reviewing');
  }

  /** Goes on as a user does who wants to be done, until he is verified. */
  async carryOn() {
    this.isTimeless = false;
    const goal = () => this.until(({ state }) => state !== 'checking' && state !== 'requesting');
    for (let steps = 0; steps < 6; steps++) {
      const { state, actions } = await goal();
      if (state === 'verified') return;
      if (state === 'verifying') {
        await this.submit();
      } else if (state === 'reviewing') {
        if (this.world.truth === 'UNVERIFIED') {
          await this.press();
          continue;
        }
        this.world.truth = 'VERIFIED';
        // The answer may come by itself in this very moment: then there is nothing to press.
        if (actions.length > 0) await this.tryPress('check-button');
        await this.until(({ state: now, verificationState }) => now === 'verified' || verificationState === 'VERIFIED', { limit: 400_000, pace: 1_000 });
      } else {
        await this.press();
        await this.until(({ state: now }) => now !== state);
      }
    }
    await this.untilState('verified');
  }

  /** What holds at every moment of rest. */
  async checkAlways() {
    const { state, faults, complaints, events, mostReads, actions, styles, historyLength, frames, dialogs } = await this.look();
    assert.deepEqual([...this.#faults, ...faults], [], 'nothing is thrown');
    assert.deepEqual(complaints, [], 'what changes is announced once, and the focus is never lost');
    assert.ok(mostReads <= 1, `one read at a time, not ${mostReads}`);
    let verdicts = 0;
    for (const { name, detail } of events) {
      // Another id, endpoint or mode begins anew, and so does another load of the page.
      if (name === 'start' || (name === 'state-change' && detail.state === 'checking')) verdicts = 0;
      if (VERDICTS.includes(name)) assert.ok(++verdicts <= 1 + this.news, `one verdict per attempt: ${events.map((event) => event.name)}`);
    }
    assert.ok(VERDICTS.includes(state) || state === 'idle' || state === null || actions.length > 0, `stuck in ${state}`);
    const open = state === 'verifying' ? 1 : 0;
    assert.deepEqual([frames, dialogs], [open, open], 'a frame while Veriff is open, and only then');
    if (open === 0) assert.deepEqual(styles, STYLES, 'the page’s own styles');
    assert.equal(historyLength, this.#historyLength, 'history');
    const kept = { ...(await this.page.evaluate(() => window.faultWatch.kept())), console: this.#said.join('\n') };
    for (const [place, text] of Object.entries(kept)) assert.ok(!text.includes(CANARY), `a secret in ${place}: ${text.slice(Math.max(text.indexOf(CANARY) - 200, 0)).slice(0, 400)}`);
  }

  /** What holds once the element is gone. */
  async checkGone() {
    const before = await this.page.evaluate(() => {
      document.querySelector('kyc-verification')?.remove();
      return window.faultWatch.events.length;
    });
    await this.advance(0);
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
    const left = await this.page.evaluate(() => ({ timers: window.faultClock.pending(), requests: window.faultWatch.open(), listeners: window.faultWatch.listeners() }));
    const asked = this.world.calls.length;
    await this.advance(600_000);
    const { events, frames, dialogs, styles, requests } = await this.look();
    assert.deepEqual({ ...left, frames, dialogs, styles }, { timers: [], requests: 0, listeners: [], frames: 0, dialogs: 0, styles: STYLES }, 'nothing is left');
    assert.equal(events.length, before, 'nothing is said any more');
    assert.equal(this.world.calls.length, asked, 'nothing is asked any more');
    assert.ok(requests.every(({ open }) => !open));
    await this.checkAlways();
  }

  async end() {
    for (const end of this.#ends) await end();
    await this.context.close();
    await this.world.stop();
  }
}

function brief({ state, error, events, actions, isBusy, faults }) {
  return JSON.stringify({ state, error, events: events.map(({ name }) => name), actions, isBusy, faults });
}
