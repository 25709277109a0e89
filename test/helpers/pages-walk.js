import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { allText, findElement, isEnabled, look, lookAtDialog, pointOfPart, scrolled, showsHeading } from './pages-facts.js';
import { readBefore, readPage } from './pages-compare.js';

const VERDICTS = ['verified', 'rejected', 'resubmission', 'expired'];
const PATIENCE = 15_000;

/** Before the page's own scripts: tells by the console what is heard, since a page can change all else. */
function listen(mark) {
  const say = console.debug.bind(console, mark);
  const names = ['start', 'opened', 'submitted', 'canceled', 'pending', 'verified', 'rejected', 'resubmission', 'expired', 'stalled', 'error'];
  for (const name of names) addEventListener(`kyc-${name}`, (event) => say(event.target.id === 'beside' ? `beside:${name}` : name, event.detail.code ?? ''), true);
  addEventListener('securitypolicyviolation', (event) => say('violation', `${event.disposition} ${event.effectiveDirective} ${event.blockedURI}`), true);
}

/** Before the page's own scripts: its time runs faster, so that what takes half a minute to be noticed is noticed at once. */
function hurry(times) {
  const { setTimeout: set, performance: { now } } = window;
  window.setTimeout = (run, delay = 0, ...rest) => set(run, delay / times, ...rest);
  performance.now = () => now.call(performance) * times;
}

const MARK = '[heard]';

/** One page of the table in one browser, from its loading to the removal of the element. */
export class Walk {
  heard = [];
  /** What another element on the page has said, whose id is `beside`. */
  heardBeside = [];
  violations = [];
  /** Lines of ours on the console, and all others. */
  lines = [];
  otherLines = [];
  /** Uncaught errors and unhandled rejections. */
  uncaught = [];

  constructor(browser, engine, world, entry) {
    Object.assign(this, { browser, engine, world, entry });
  }

  async open() {
    this.context = await this.browser.createBrowserContext();
    this.page = await this.context.newPage();
    await this.page.setViewport({ width: 1000, height: 700 });
    this.page.on('pageerror', (error) => this.#fail(String(error?.message ?? error).split('\n')[0]));
    this.page.on('console', (message) => this.#hear(message));
    await this.page.evaluateOnNewDocument(listen, MARK);
    if (this.entry.hurry) await this.page.evaluateOnNewDocument(hurry, 30);
    await this.page.goto(`${this.world.origin}${this.entry.path ?? '/'}`, { waitUntil: 'load' });
    await this.entry.prepare?.(this);
  }

  /** Firefox reports what was blocked, or could not be read, among the errors, in words of its own that no page can read. */
  #fail(text) {
    if (!/^Content-Security-Policy: |^Cross-Origin Request Blocked: |^None of the “sha384” hashes |^The loading of “|^Failed to load ‘|^XML Parsing Error/.test(text)) this.uncaught.push(text);
  }

  #hear(message) {
    const text = message.text();
    if (text.startsWith(MARK)) {
      const [, name, ...detail] = text.split(' ');
      // The icon that browsers ask every page for is no affair of ours.
      if (name === 'violation' && detail.at(-1)?.endsWith('/favicon.ico')) return;
      if (name === 'violation') this.violations.push(detail.join(' '));
      else {
        const [, beside, type] = /^(beside:)?(.*)$/.exec(name);
        (beside ? this.heardBeside : this.heard).push(type === 'error' ? `error ${detail[0]}` : type);
      }
    } else if (text.startsWith('<kyc-verification>')) this.lines.push(text);
    else this.otherLines.push(text);
  }

  /** The frame of the page that the element is in. */
  get frame() {
    return this.entry.inside === undefined ? this.page.mainFrame() : this.page.frames().find((frame) => frame.url().includes(this.entry.inside));
  }

  get veriff() {
    return this.page.frames().find((frame) => frame.url().includes('/session/'));
  }

  /** A world of our own in the page, where its scripts have changed nothing. */
  get realm() {
    return this.frame.isolatedRealm();
  }

  async until(read, what) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const value = await read();
      if (value) return value;
      if (Date.now() > end) throw new Error(`${what} did not come; ${JSON.stringify(this.seen)}, ${JSON.stringify([this.heard, this.lines, this.uncaught])}`);
      await sleep(10);
    }
  }

  /** The element; one in a closed tree is handed out by its page. Where a div gets none, in a while, it is the div. */
  async find() {
    const { handout } = this.entry;
    const inTime = Date.now() + 2_000;
    const find = async () => (handout ? this.frame.evaluateHandle(handout) : this.realm.evaluateHandle(findElement, Date.now() > inTime)).then((one) => one.asElement());
    const found = await this.until(() => this.frame && find(), 'the element');
    this.host = handout ? await this.realm.transferHandle(found) : found;
  }

  /** Waits for one of these states; an element that its script did not reach is in none. */
  reach(...states) {
    return this.until(async () => {
      this.seen = await look(this.host);
      return states.includes(this.seen.state) && this.seen.state;
    }, states.join(' or '));
  }

  /** As the user presses; not where the state that this would lead to has come by itself. */
  async press(part, leadsTo = 'nowhere') {
    const act = (what) => this.host.evaluate((host, name, method) => host.shadowRoot.querySelector(`[part~="${name}"]`)?.[method](), part, what);
    const isThere = async () => (this.seen = await look(this.host)).state === leadsTo || (await this.host.evaluate(isEnabled, part));
    await this.until(isThere, `a ${part}`);
    if (this.seen.state === leadsTo) return undefined;
    if (this.entry.press === 'script') return act('click');
    if (this.entry.press === 'keyboard') {
      await act('focus');
      return this.page.keyboard.press('Enter');
    }
    const point = await this.until(async () => (await this.host.evaluate(pointOfPart, part)) ?? ((await look(this.host)).state === leadsTo && {}), `a ${part} to be seen`);
    if (point.x === undefined) return undefined;
    for (let { frame } = this; frame.parentFrame() !== null; frame = frame.parentFrame()) {
      const owner = await frame.frameElement();
      const { x, y } = await owner.evaluate((element) => element.getBoundingClientRect().toJSON());
      point.x += x;
      point.y += y;
    }
    return this.page.mouse.click(point.x, point.y);
  }

  say(message) {
    return this.veriff.evaluate((text) => parent.postMessage(`VERIFF_${text}`, '*'), message);
  }

  async dialog() {
    return this.until(async () => {
      const seen = await this.realm.evaluate(lookAtDialog);
      return seen?.frame && seen;
    }, 'a dialog to be seen');
  }

  /** To the verdict, or to the first error; what came of it. */
  async walk() {
    const { world, entry } = this;
    await this.find();
    if (['fallback', 'another'].includes(entry.expects)) return this.#waitForFallback();
    const first = await this.reach('guidance', 'failed');
    await entry.before?.(this);
    this.before = await readBefore(this);
    if (first === 'failed') return this.#code();
    await this.press('start-button');
    this.scrolled = [await this.realm.evaluate(scrolled)];
    await this.#untilVeriff();
    if (await this.isWarned()) await this.#goOnAnyway();
    if (this.seen.state === 'failed') return this.#code();
    this.sight = await this.dialog();
    this.scrolled.push(await this.realm.evaluate(scrolled));
    if (entry.cancels) await this.#cancel();
    await entry.whileOpen?.(this);
    this.text = await this.realm.evaluate(allText);
    await this.say('STARTED');
    await this.say('SUBMITTED');
    world.said = { verificationState: 'PENDING', name: 'Jane Doe' };
    await this.say('FINISHED');
    await this.reach('reviewing');
    await this.until(() => this.heard.includes('pending'), 'kyc-pending');
    await entry.afterwards?.(this);
    world.said = { verificationState: 'VERIFIED', name: 'Jane Doe' };
    await this.press('check-button', 'verified');
    await this.reach('verified');
    await this.until(() => this.heard.includes('verified'), 'kyc-verified');
    return 'verdict';
  }

  #untilVeriff() {
    return this.until(async () => (this.seen = await look(this.host)).state === 'failed' || (await this.isWarned()) || this.rendered(), 'Veriff');
  }

  /** What may keep the verification from working here is told, before a session is spent. */
  async isWarned() {
    return (await look(this.host)).state === 'guidance' && this.host.evaluate(isEnabled, 'copy-button');
  }

  async #goOnAnyway() {
    assert.equal(this.world.calls.filter((call) => call.startsWith('POST')).length, 0, 'a session is spent');
    this.heard.length = 0;
    await this.press('continue-button');
    await this.until(async () => (this.seen = await look(this.host)).state === 'failed' || this.rendered(), 'Veriff');
  }

  /** The user closes Veriff, and goes on later. */
  async #cancel() {
    await this.say('CANCELED');
    await this.reach('guidance');
    await this.until(() => this.host.evaluate(showsHeading), 'the heading');
    this.heard.length = 0;
    await this.press('continue-button');
    await this.until(() => this.rendered(), 'Veriff');
  }

  rendered() {
    return this.veriff?.isolatedRealm().evaluate(() => document.body?.dataset.rendered !== undefined).catch(() => false);
  }

  async #waitForFallback() {
    const { expects } = this.entry;
    await this.until(() => (expects === 'another' ? this.lines : this.uncaught).length > 0, 'what the console says of it');
    this.seen = await look(this.host);
    this.before = await readBefore(this);
    return this.seen.fallback && this.seen.words === '' ? expects : 'neither';
  }

  async #code() {
    await this.until(() => this.heard.some((name) => name.startsWith('error')), 'kyc-error');
    this.seen = await look(this.host);
    return this.heard.find((name) => name.startsWith('error')).split(' ')[1];
  }

  /** Takes the element away, and reads what is left. */
  async remove() {
    this.text = (this.text ?? '') + (await this.realm.evaluate(allText));
    await this.host.evaluate((host) => (host.closest('[data-kyc-verification]') ?? host).remove());
    return readPage(this);
  }

  read() {
    return readPage(this);
  }

  get verdicts() {
    return this.heard.filter((name) => VERDICTS.includes(name));
  }

  /** Whether a word is anywhere where it does not belong. */
  mentions(word) {
    return [this.text, ...this.lines, ...this.otherLines, ...this.heard, this.page.url()].some((text) => text?.includes(word));
  }

  close() {
    return this.context.close();
  }
}
