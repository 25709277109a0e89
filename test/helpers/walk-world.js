import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './repository.js';

const load = async (name) => (await runnerImport(join(root, 'demo/sandbox', name), { configFile: false, logLevel: 'error' })).module;

/**
 * A partner's site on the origin of a running sandbox, which is its endpoint; Veriff is on an origin of its own.
 *
 * `pages[path]` is the markup of a page, or a function from the request to a `Response`. `/assets/…` is `dist/cdn/…`. All may be
 * changed at any time.
 */
export async function startWalkWorld(pages = {}) {
  const [{ startSandbox }, { listen }] = await Promise.all(['running-sandbox.ts', 'node-server.ts'].map(load));
  const { sandbox, close } = await startSandbox({ port: 0 });
  const site = await listen(
    async (request) => {
      const { pathname } = new URL(request.url);
      if (sandbox.handles(pathname)) return sandbox.page(request);
      const page = pages[pathname];
      if (typeof page === 'function') return page(request);
      if (page !== undefined) return html(page);
      if (pathname === '/favicon.ico') return new Response(null, { status: 204 });
      return pathname.startsWith('/assets/') ? asset(basename(pathname)) : new Response('Not found', { status: 404 });
    },
    // Another site than Veriff's `localhost`.
    { host: '127.0.0.1' },
  );
  const { origin } = site;

  async function post(path, body) {
    const response = await fetch(`${origin}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${answer.message}`);
    return answer;
  }

  return {
    origin,
    pages,
    veriffOrigin: sandbox.config.veriffOrigin,
    /** Whether the sandbox answers for this path. */
    handles: sandbox.handles,
    /** Makes a person; without other options of the plain journey, at the pace at which a review of 8 minutes takes 1 second. */
    async arrive(options = {}) {
      return (await post('/sandbox/onboardings', { speed: 480, ...options })).onboardingId;
    },
    /** The session URL that the endpoint hands out for this person. */
    async sessionUrl(onboardingId) {
      return (await post('/api/kyc', { onboardingId })).sessionUrl;
    },
    decide: (onboardingId, decision) => post('/sandbox/decide', { onboardingId, decision }),
    async calls(onboardingId) {
      return (await fetch(`${origin}/sandbox/calls?onboardingId=${onboardingId}`)).json();
    },
    async stop() {
      await site.close();
      await close();
    },
  };
}

export const html = (body, headers = {}) => new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8', ...headers } });

async function asset(name) {
  try {
    return new Response(await readFile(join(root, 'dist/cdn', name)), { headers: { 'content-type': 'text/javascript' } });
  } catch {
    return new Response('Not found', { status: 404 });
  }
}

/** Presses these buttons of Veriff's page in turn, each once it is there to be pressed. */
export async function walkVeriff(page, ...actions) {
  for (const action of actions) await page.locator(`.card [data-action="${action}"]`).click();
}

/** From the first screen to the pictures that are ready to be sent. */
export const TO_REVIEW = ['begin', 'passport', 'sample', 'sample'];

/** Which screen of Veriff's page is shown. */
export const veriffScreen = (page, name) => page.waitForSelector(`[data-screen="${name}"]:not([hidden])`);
