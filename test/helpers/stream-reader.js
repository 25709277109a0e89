/** Reads a stream of Server-Sent Events, in tests: what has come, and what comes next. */
import assert from 'node:assert/strict';

const decoder = new TextDecoder();
/** The platform's own, also while a test has timers of its own. */
const later = globalThis.setTimeout;
const pause = (ms) => new Promise((resolve) => later(resolve, ms));

const open = new Set();

/** After each test: a stream that a failed test left open would keep the process. */
export async function leaveAll() {
  for (const reader of open) await reader.leave();
}

export class StreamReader {
  /** Each `{ id, data }`, the data parsed. */
  events = [];
  heartbeats = 0;
  ended = false;
  /** All that has come, as text. */
  text = '';
  #body;
  #waiting = new Set();
  #rest = '';

  constructor(response) {
    assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8');
    this.response = response;
    this.#body = response.body.getReader();
    open.add(this);
    this.finished = this.#read().finally(() => open.delete(this));
  }

  /** The event of that number, from 0; waits for it. */
  async event(index) {
    while (this.events.length <= index) {
      assert.ok(!this.ended, `the stream ended before event ${index}`);
      await new Promise((resolve) => this.#waiting.add(resolve));
    }
    return this.events[index];
  }

  /** The states of the events so far. */
  get states() {
    return this.events.map(({ data }) => data.verificationState);
  }

  /** The client leaves. */
  leave() {
    return this.#body.cancel();
  }

  async #read() {
    for (;;) {
      const { done, value } = await this.#body.read();
      if (done) break;
      this.#take(decoder.decode(value, { stream: true }));
      this.#wake();
    }
    this.ended = true;
    this.#wake();
  }

  #take(text) {
    this.text += text;
    const blocks = (this.#rest + text).split('\n\n');
    this.#rest = blocks.pop();
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split('\n').map((line) => /^([^:]*): ?(.*)$/.exec(line).slice(1)));
      if (fields.data === undefined) this.heartbeats += 1;
      else this.events.push({ id: fields.id, data: JSON.parse(fields.data), at: performance.now() });
    }
  }

  #wake() {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}

/** Lets all that is under way, short of timers, come to its end. */
export async function settle(ms = 20) {
  await pause(ms);
  for (let round = 0; round < 10; round++) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits, by real time, until something holds. */
export async function until(holds, { within = 5_000, what = 'it' } = {}) {
  const end = performance.now() + within;
  while (!(await holds())) {
    assert.ok(performance.now() < end, `${what} did not happen within ${within} ms`);
    await pause(2);
  }
}
