import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { layLine } from './fault-slow.js';

/**
 * Faults of the line. `answer` is what the server does instead of answering well; `strike` and `lift` do something to the page
 * or the browser, whose requests then fail. `at` is the most telling place; `isTimeless`: an answer never comes, time passes
 * meanwhile; `isTrue`: what the server says arrives all the same.
 */
const stalled = { isTimeless: true, limits: { pace: 1_000 } };
const header = (length) => `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

export const LINE = [
  { name: 'a refused connection', code: 'network', ...elsewhere(async () => `http://127.0.0.1:${await closedPort()}/`), at: 'exchange' },
  { name: 'a host that DNS does not know', code: 'network', ...elsewhere(() => 'http://nowhere.invalid/'), at: 'exchange' },
  { name: 'a browser that is offline', code: 'offline', places: ['exchange', 'open', 'review'], strike: ({ page }) => page.setOfflineMode(true), lift: ({ page }) => page.setOfflineMode(false), at: 'review' },
  { name: 'an endpoint that never answers', code: 'timeout', ...stalled, answer: hold(() => undefined), at: 'first' },
  { name: 'a body that stalls after the headers', code: 'timeout', ...stalled, answer: hold((socket) => socket.write(`${header(100)}{"verif`)), at: 'exchange' },
  { name: 'headers that stall', code: 'timeout', ...stalled, answer: hold((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-ty')), at: 'review' },
  { name: 'a body that never ends, a blank at a time', code: 'timeout', ...stalled, answer: drip, at: 'review' },
  { name: 'a reset in the body', code: 'network', answer: raw((socket) => socket.write(`${header(100)}{"verif`, () => setTimeout(() => socket.resetAndDestroy(), 20))), at: 'review' },
  { name: 'a reset before any answer', code: 'network', answer: raw((socket) => socket.resetAndDestroy()), at: 'exchange' },
  { name: 'a connection that is closed without an answer', code: 'network', answer: raw((socket) => socket.end()), at: 'first' },
  // Firefox takes that for the body of an answer in HTTP/0.9.
  { name: 'something that does not speak HTTP', code: 'network', firefox: { code: 'bad-response', httpStatus: 200 }, answer: raw((socket) => socket.end('\x15\x03\x01\x00\x02\x02\x46\r\n\r\n')), at: 'exchange' },
  { name: 'a line of 8 kbit/s', ...slow(), at: 'exchange' },
  { name: 'a captive portal', code: 'bad-response', httpStatus: 200, answer: { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Free Wi-Fi</title><form action="/login">VERIFIED</form>' }, at: 'review' },
  { name: 'a captive portal that asks for sign-in (511)', code: 'server', httpStatus: 511, answer: { status: 511, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Sign in</title>' }, at: 'exchange' },
  { name: 'CORS refused', code: 'network', ...crossOrigin(false), at: 'exchange' },
  // The preflight is answered, what it asks for is not; reads need none.
  { name: 'CORS refused after a preflight', code: 'network', ...crossOrigin('OPTIONS'), at: 'exchange' },
  { name: 'a Content-Security-Policy without the endpoint', code: 'network', strike: forbid, lift: allow, at: 'exchange' },
  { name: 'a blocker of requests', code: 'network', ...intercepted((request) => request.abort('blockedbyclient')), at: 'review' },
];

/** The socket of a request, to write to as the fault likes. */
function raw(act) {
  return (_request, response) => {
    act(response.socket);
    return null;
  };
}

/** Nothing more comes; the page gives up. */
function hold(begin) {
  return raw((socket) => void begin(socket));
}

function drip(_request, response) {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '.repeat(10)), 50);
  response.on('close', () => clearInterval(timer));
  return null;
}

/**
 * The user gets through: what can't come in the time that a request may take comes after another try, which waits for what is under
 * way and does not ask for it anew. `pace`: time passes as bytes do, and as the browser's own clock does.
 */
function slow() {
  const limits = { limit: 120_000, pace: 0 };
  return {
    isHarmless: true,
    isTrue: true,
    limits,
    async prepare(walk) {
      walk.line = await layLine(walk);
    },
    strike: ({ line }) => line.slowDown(),
    lift: ({ line }) => line.speedUp(),
    async arrive(walk) {
      const { date: before } = await walk.look();
      for (let tries = 0; ; tries++) {
        const { state, error } = await walk.until(({ state, shown, events }) => state === shown && (state === 'failed' || events.some(({ name }) => name === 'opened')), { ...limits, what: 'Veriff, or an error' });
        if (state === 'verifying') break;
        assert.deepEqual([error.code, error.phase, error.retryable], ['timeout', 'frame', true]);
        assert.ok(tries < 3, 'each try gets further');
        await walk.checkAlways();
        await walk.press('retry-button');
      }
      const { date } = await walk.look();
      const { bytes, chunks } = walk.line;
      assert.ok(bytes > 25_000 && date - before >= bytes, `${bytes} bytes in ${date - before} ms`);
      assert.equal(chunks, 1, 'what is under way is not asked for anew');
      assert.equal(walk.world.calls.filter((call) => call.startsWith('POST')).length, 1, 'one session');
    },
  };
}

/** Requests to the endpoint, as the browser is told to treat them before they leave it. */
function intercepted(treat) {
  return {
    async strike({ page, world }) {
      const isStruck = (request) => request.url().includes('/verify') && world.isHit(request.method());
      await page.setRequestInterception(true);
      page.on('request', (request) => void Promise.resolve(isStruck(request) ? treat(request) : request.continue()).catch(() => undefined));
    },
    lift: ({ page }) => {
      page.removeAllListeners('request');
      return page.setRequestInterception(false);
    },
  };
}

/** The connection leads to another place than the address says; the page does not see that. */
function elsewhere(where) {
  return intercepted(async (request) => request.continue({ url: await where() }));
}

async function closedPort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The endpoint is at another origin, which lets no page read its answers. */
function crossOrigin(isOpen) {
  return {
    prepare({ world }) {
      world.attributes = world.attributes.replace('endpoint="', `endpoint="${world.otherOrigin}`);
    },
    strike({ world }) {
      world.isOpen = isOpen;
    },
    lift({ world }) {
      world.isOpen = true;
    },
  };
}

const POLICY = "connect-src 'none'";

async function forbid({ world, page }) {
  world.headers = { 'content-security-policy': POLICY };
  await page.evaluate((policy) => {
    const meta = document.createElement('meta');
    Object.assign(meta, { httpEquiv: 'Content-Security-Policy', content: policy });
    document.head.append(meta);
  }, POLICY);
}

/** A policy holds for as long as the page: it is mended on the next one. */
async function allow(walk) {
  walk.world.headers = {};
  await walk.checkAlways();
  await walk.open();
}
