import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './repository.js';

/**
 * A partner's world that knows nothing of this project but its contract: a bare HTML page, an endpoint behind it, and a
 * stand-in for Veriff on another origin. What the endpoint answers is set by the test.
 */
export async function startBareWorld() {
  const veriff = await listen(async (_request, response, url) => {
    if (url.pathname.startsWith('/session/')) html(response, FRAME);
    else response.writeHead(404).end();
  });
  const world = {
    /** Answers to POST and GET, by status and body; the test changes them. */
    exchange: { status: 200, body: { sessionUrl: `${veriff.origin}/session/secret-1` } },
    status: { status: 200, body: { verificationState: 'UNVERIFIED' } },
    calls: [],
    /** `lang` of the page. */
    lang: 'en',
  };
  const page = await listen(async (request, response, url) => {
    if (url.pathname === '/') html(response, PAGE.replace('LANG', world.lang));
    else if (url.pathname.startsWith('/assets/')) await asset(response, url.pathname.slice('/assets/'.length));
    else if (url.pathname === '/verify') {
      let text = '';
      for await (const chunk of request) text += chunk;
      world.calls.push(`${request.method} ${url.search}${text}`);
      const { status, body, headers = {} } = request.method === 'POST' ? world.exchange : world.status;
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    } else response.writeHead(404).end();
  });
  world.origin = page.origin;
  world.stop = () => Promise.all([page.stop(), veriff.stop()]);
  return world;
}

const PAGE = `<!doctype html><html lang="LANG"><title>Bare</title>
<script type="module" src="/assets/kyc-verification.js"></script>
<kyc-verification onboarding-id="US_bare 1" endpoint="/verify?partner=7" session-hosts="127.0.0.1:*" poll-interval="1"></kyc-verification>`;

/** Speaks the messages of Veriff's frame, one for each button. */
const FRAME = `<!doctype html><html lang="en"><title>Stand-in</title>
${['STARTED', 'SUBMITTED', 'FINISHED', 'CANCELED'].map((name) => `<button onclick="parent.postMessage('VERIFF_${name}', '*')">${name}</button>`).join('')}
<script>
  addEventListener('message', ({ data }) => { if (data?.name === 'VERIFF_RENDER') document.body.dataset.rendered = data.payload.version; });
  parent.postMessage('VERIFF_HANDSHAKE', '*');
</script>`;

function html(response, text) {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text);
}

async function asset(response, name) {
  try {
    const body = await readFile(join(root, 'dist/cdn', name));
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}

async function listen(handle) {
  const server = createServer((request, response) => void handle(request, response, new URL(request.url, 'http://127.0.0.1')));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}
