import { setTimeout as delay } from 'node:timers/promises';
import { listenPage } from './lifecycle-listen.js';
import { watchPage } from './lifecycle-watch.js';
import { SCRIPT, startPageWorld } from './page-world.js';

/** What must be seen nowhere but in answers of the endpoint and in the `src` of Veriff's frame. */
export const SECRETS = ['secret-', 'canary-token', 'canary@mail.example'];
const WORDS = ['HANDSHAKE', 'STARTED', 'SUBMITTED', 'FINISHED', 'CANCELED'];

export const element = (attributes = 'onboarding-id="US_life 1"') =>
  `<kyc-verification id="kyc" ${attributes} endpoint="/verify?partner=7" session-hosts="127.0.0.1:*" poll-interval="1"></kyc-verification>`;
export const page = (body, head = '') => `<!doctype html><html lang="en"><head><title>Lifecycles</title>${head}${SCRIPT}</head><body style="margin: 8px">${body}</body></html>`;

/** Veriff's stand-in: it answers by itself where it is told to, and says what the page hands on from the test. */
const frame = (answers) => `<!doctype html><html lang="en"><title>Stand-in</title><script>
  let rendered = false;
  const say = (word) => parent.postMessage('VERIFF_' + word, '*');
  addEventListener('message', ({ data }) => {
    if (data?.name === 'VERIFF_RENDER') rendered = true;
    if (data?.word === undefined) return;
    const done = rendered || data.word === 'HANDSHAKE';
    if (done) say(data.word);
    parent.postMessage({ done, number: data.number }, '*');
  });
  ${answers ? "say('HANDSHAKE');" : ''}
</script>`;

/** One tab and the servers behind it, for one lifecycle after the other. */
export class LifecycleWorld {
  #world;
  tab;
  console = [];
  /** What the server knows of the person, and how it answers. */
  server;

  static async start(browser) {
    const world = new LifecycleWorld();
    world.#world = await startPageWorld();
    world.#world.status = (request, response) => world.#status(request, response);
    world.#world.exchange = () => world.#exchange();
    // A window of its own: tabs behind another are hidden.
    world.tab = await browser.newPage({ type: 'window' });
    world.tab.on('console', (message) => world.console.push(message.text()));
    for (const script of [watchPage, listenPage]) await world.tab.evaluateOnNewDocument(script);
    return world;
  }

  async stop() {
    await this.tab.close();
    await this.#world.stop();
  }

  get origin() {
    return this.#world.origin;
  }

  get pages() {
    return this.#world.pages;
  }

  get posts() {
    return this.#world.calls.filter((call) => call.startsWith('POST'));
  }

  get calls() {
    return this.#world.calls;
  }

  get loads() {
    return this.#world.loads;
  }

  /** As on the first day. */
  async reset(body = element(), head = '') {
    await this.tab.goto('about:blank');
    this.console.length = 0;
    this.#world.calls = [];
    this.#world.loads = [];
    this.#world.pages = { '/': { body: page(body, head) }, '/other': { body: page('<p id="other">Elsewhere</p>', head) }, '/favicon.ico': { body: '' } };
    this.server?.release();
    this.server = { state: 'UNVERIFIED', refuses: null, streams: false, more: {}, updated: 0, held: null, holds: new Set(), open: new Set(), sessions: 0 };
    const { server } = this;
    /** Requests of that method wait until `release`. */
    server.hold = (...methods) => {
      methods.forEach((method) => server.holds.add(method));
      server.held = new Promise((resolve) => (server.letGo = resolve));
    };
    server.release = () => {
      server.holds.clear();
      server.letGo?.();
    };
    server.say = (state, more = {}) => {
      Object.assign(server, { state, more, refuses: null, updated: server.updated + 1 });
      for (const response of server.open) response.write(`data: ${JSON.stringify(this.#answer())}\n\n`);
    };
    this.answers(true);
  }

  /** Whether Veriff's page answers by itself. */
  answers(answers) {
    this.#world.frame = frame(answers);
  }

  open(path = '/') {
    return this.tab.goto(this.origin + path, { waitUntil: 'domcontentloaded' });
  }

  look() {
    return this.tab.evaluate(() => window.watch.look());
  }

  async until(holds, what, limit = 10_000) {
    for (const end = Date.now() + limit; ; await delay(20)) {
      // While the tab goes from one page to another there is nothing to ask.
      const seen = await this.look().catch(() => null);
      if (seen !== null && holds(seen)) return seen;
      if (Date.now() > end) throw new Error(`not seen: ${what}; stands at ${JSON.stringify(seen && { ...seen, events: told(seen.events) })}`);
    }
  }

  state(...names) {
    return this.until(({ state, shown }) => names.includes(state) && shown === state, names.join(' or '));
  }

  async press(part) {
    await this.until(({ actions }) => actions.includes(part), part);
    await this.tab.evaluate((name) => window.watch.press(name), part);
  }

  /** The frame that is open says a word of Veriff's protocol. */
  async say(word) {
    if (!WORDS.includes(word)) throw new Error(`${word} is no word of Veriff’s`);
    let asked = false;
    for (const end = Date.now() + 10_000; ; await delay(20)) {
      const said = await this.tab.evaluate((text) => window.watch.tell(text), word);
      // A frame that is gone since has said it: its answer came too late.
      if (said === true || (said === null && asked)) return;
      asked = said !== null;
      if (Date.now() > end) throw new Error(`no frame that could say ${word}`);
    }
  }

  /** Time for whatever might still come of itself. */
  async settle() {
    // What is not in view is not painted.
    await this.tab.evaluate(() => new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
      setTimeout(resolve, 500);
    }));
    await delay(50);
  }

  async #status(request, response) {
    const { server } = this;
    if (server.holds.has('GET')) await server.held;
    if (server.refuses !== null) return { status: server.refuses, body: { message: 'canary@mail.example' } };
    if (server.streams && request.headers.accept.includes('text/event-stream')) {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(`data: ${JSON.stringify(this.#answer())}\n\n`);
      server.open.add(response);
      response.on('close', () => server.open.delete(response));
      return null;
    }
    return { status: 200, body: this.#answer() };
  }

  #answer() {
    const { state, more, streams, updated } = this.server;
    return { verificationState: state, email: 'canary@mail.example', updatedAt: new Date(1_700_000_000_000 + updated * 1000).toISOString(), ...(streams ? { stream: true } : {}), ...more };
  }

  async #exchange() {
    const { server } = this;
    const number = ++server.sessions;
    if (server.holds.has('POST')) await server.held;
    return { status: 200, body: { sessionUrl: `${this.#world.veriffOrigin}/session/secret-${number}?canary-token`, token: 'canary-token' } };
  }
}

/** In short: each name, and for a change of state `from>to`. */
export const told = (events) => events.map(({ type, detail }) => (type === 'kyc-state-change' ? `${detail.previousState}>${detail.state}` : type));
