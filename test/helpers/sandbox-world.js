import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const modulePath = (name) => fileURLToPath(new URL(`../../demo/sandbox/${name}`, import.meta.url));
const load = async (name) => (await runnerImport(modulePath(name), { configFile: false, logLevel: 'error' })).module;

const { createSandbox } = await load('sandbox.ts');
export const { listen } = await load('node-server.ts');
export const { Webhooks } = await load('webhooks.ts');
export const { CallLog } = await load('call-log.ts');
export const { customers } = await load('veriff-customers.ts');
export const { canaries, secrets } = await load('canaries.ts');

const ORIGIN = 'http://localhost:5173';
const VERIFF_ORIGIN = 'http://localhost:4010';
const wait = setTimeout;
const opened = new Set();
let held = false;

const jsonRequest = (path, body, headers = {}) =>
  new Request(`${ORIGIN}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

/** The sandbox, and everything that its endpoint has answered and logged. */
export function openSandbox() {
  const said = [];
  let seen = 0;
  const sandbox = createSandbox({ veriffOrigin: VERIFF_ORIGIN, logger: (line) => said.push(JSON.stringify(line)) });

  opened.add(sandbox);

  async function control(path, body) {
    const request = body === undefined ? new Request(`${ORIGIN}${path}`) : jsonRequest(path, body);
    const response = await sandbox.page(request);
    return { status: response.status, cookie: response.headers.get('set-cookie')?.split(';')[0], body: await response.json() };
  }

  /** Asks the endpoint; session URLs, which are secrets by nature, are not written down. */
  async function ask(request) {
    const response = await soon(sandbox.page(request));
    const text = await response.text();
    const headers = Object.fromEntries(response.headers);
    let body = null;
    try {
      body = JSON.parse(text);
    } catch {
      // A page of somebody's between.
    }
    const sessionUrl = body?.sessionUrl;
    said.push(JSON.stringify(headers), sessionUrl === undefined ? text : text.replaceAll(sessionUrl, ''));
    return { status: response.status, headers, body, text };
  }

  return {
    ...sandbox,
    control,
    ask,
    /** Makes a person of that scenario; reviews are 600 times as fast. */
    async arrive(scenario, options = {}) {
      const { status, cookie, body } = await control('/sandbox/onboardings', { scenario, speed: 600, ...options });
      assert.equal(status, 201, JSON.stringify(body));
      return personAt({ sandbox, control, ask }, body, cookie);
    },
    /** Calls that a vendor has refused for what the endpoint did wrong, since this was asked for last. */
    async refused() {
      const { body } = await control('/sandbox/refused');
      const fresh = body.slice(seen);
      seen = body.length;
      return fresh;
    },
    /** Secrets and personal data that have been answered or logged, since this was asked for last. */
    leaks() {
      const texts = said.splice(0);
      return canaries().filter((canary) => texts.some((text) => text.includes(canary)));
    },
  };
}

function personAt({ sandbox, control, ask }, { onboardingId, reverify }, cookie) {
  const headers = cookie === undefined ? {} : { cookie };
  const query = reverify ? 'reverify=true' : `onboardingId=${onboardingId}`;
  const tell = async (url, event) => (await sandbox.veriff(jsonFor(`${url}/events`, { event }))).status;
  return {
    onboardingId,
    headers,
    read: () => ask(new Request(`${ORIGIN}/api/kyc?${query}`, { headers })),
    start: () => ask(jsonRequest('/api/kyc', reverify ? { reverify } : { onboardingId }, headers)),
    /** Opens the session's page at Veriff and does there what a person does. */
    async inFrame(url, ...events) {
      const page = await sandbox.veriff(new Request(url));
      assert.equal(page.status, 200);
      for (const event of events) assert.equal(await tell(url, event), 204, event);
      await pass(0);
    },
    async decide(decision) {
      const { status } = await control('/sandbox/decide', { onboardingId, decision });
      assert.equal(status, 200);
      await pass(0);
    },
    /** `from → to METHOD path status`, without the page's own. */
    async behind() {
      const { body } = await control(`/sandbox/calls?onboardingId=${onboardingId}`);
      return body.filter(({ from }) => from !== 'page').map(({ from, to, method, path, status }) => `${from} → ${to} ${method} ${path} ${status}`);
    },
  };
}

const jsonFor = (url, body) =>
  new Request(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** From here on time passes as the test says. */
export function holdTime() {
  held = true;
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: Date.UTC(2026, 0, 15, 12) });
}

export function releaseTime() {
  held = false;
  mock.timers.reset();
}

/** A moment for what is under way: signatures are made off the main thread. */
const breathe = () => new Promise((resolve) => wait(resolve, 2));

/** Lets that much time pass, where it is held, and what is due in it happen. */
export async function pass(milliseconds) {
  await breathe();
  if (held) mock.timers.tick(milliseconds);
  await breathe();
  for (const sandbox of opened) await sandbox.settled();
}

/** Lets time pass until it is settled; by itself it passes where it is not held. */
export async function soon(promise) {
  let settled = false;
  const done = () => void (settled = true);
  promise.then(done, done);
  while (!settled) {
    await breathe();
    if (held && !settled) mock.timers.tick(50);
  }
  return promise;
}
