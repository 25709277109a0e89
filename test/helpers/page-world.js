import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { root } from './repository.js';
import { listening } from './listening.js';

const TYPES = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8' };

/**
 * A partner's world that knows nothing of this project but its contract: pages, an endpoint behind them, and a stand-in for
 * Veriff on another origin. What each answers is set by the test, and may be changed at any time.
 *
 * - `/assets/…` is `dist/cdn/…`, `/modules/…` is `node_modules/…`.
 * - `pages[path]` is `{ body, headers?, type? }`, or a function from the request to that; a body that is a function gives its pieces, each sent
 *   as it comes.
 * - `exchange` and `status` are `{ status, body, headers? }`, or a function `(request, response)` to that; `null` from it says
 *   that it has taken the response into its own hands.
 */
export async function startPageWorld(pages = {}) {
  const veriff = await listen((_request, response, url) => {
    if (url.pathname.startsWith('/session/')) {
      world.loads.push(url.pathname);
      return send(response, { body: world.frame, headers: world.frameHeaders });
    }
    return send(response, { status: 404, body: '' });
  });
  const world = {
    pages,
    frame: FRAME,
    /** Of the stand-in's page. */
    frameHeaders: {},
    exchange: { status: 200, body: { sessionUrl: `${veriff.origin}/session/secret-1` } },
    status: { status: 200, body: { verificationState: 'UNVERIFIED' } },
    /** What the endpoint was asked, in order: method, query and body. */
    calls: [],
    /** Which sessions the stand-in was asked for, in order. */
    loads: [],
    veriffOrigin: veriff.origin,
  };
  const page = await listen(async (request, response, url) => {
    const { pathname } = url;
    if (pathname === '/verify') return answer(world, request, response, url);
    const found = world.pages[pathname];
    if (found !== undefined) return send(response, typeof found === 'function' ? await found(request) : found);
    if (pathname.startsWith('/assets/')) return file(response, 'dist/cdn', pathname.slice('/assets/'.length));
    if (pathname.startsWith('/modules/')) return file(response, 'node_modules', pathname.slice('/modules/'.length));
    return send(response, { status: 404, body: '' });
  });
  world.origin = page.origin;
  world.stop = () => Promise.all([page.stop(), veriff.stop()]);
  return world;
}

/** The element as it stands on the pages of this world, which serves it by `/assets/kyc-verification.js`. */
export const ELEMENT = '<kyc-verification onboarding-id="US_bare 1" endpoint="/verify?partner=7" session-hosts="127.0.0.1:*" poll-interval="1"></kyc-verification>';
export const SCRIPT = '<script type="module" src="/assets/kyc-verification.js"></script>';

/** Speaks the messages of Veriff's frame, one for each button. */
export const FRAME = `<!doctype html><html lang="en"><title>Stand-in</title>
${['STARTED', 'SUBMITTED', 'FINISHED', 'CANCELED'].map((name) => `<button onclick="parent.postMessage('VERIFF_${name}', '*')">${name}</button>`).join('')}
<script>
  addEventListener('message', ({ data }) => { if (data?.name === 'VERIFF_RENDER') document.body.dataset.rendered = data.payload.version; });
  parent.postMessage('VERIFF_HANDSHAKE', '*');
</script>`;

async function answer(world, request, response, url) {
  let text = '';
  for await (const chunk of request) text += chunk;
  world.calls.push(`${request.method} ${url.search}${text}`);
  const given = request.method === 'POST' ? world.exchange : world.status;
  const reply = typeof given === 'function' ? await given(request, response) : given;
  if (reply === null) return;
  const { status, body, headers = {} } = reply;
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(typeof body === 'string' ? body : JSON.stringify(body));
}

async function send(response, { status = 200, body, headers = {}, type = 'text/html; charset=utf-8' }) {
  response.writeHead(status, { 'content-type': type, ...headers });
  if (typeof body !== 'function') return response.end(body);
  for await (const piece of body()) response.write(piece);
  return response.end();
}

async function file(response, folder, name) {
  const path = normalize(join(root, folder, name));
  try {
    const body = await readFile(path);
    send(response, { body, type: TYPES[extname(path)] ?? 'application/octet-stream', headers: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' } });
  } catch {
    send(response, { status: 404, body: '' });
  }
}

const listen = (handle) => listening(createServer((request, response) => void handle(request, response, new URL(request.url, 'http://127.0.0.1'))));
