import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { API_KEY, CLIENT_KEY } from './baanx-calls.js';
import { answerCommands } from './child.js';
import { reading } from './meter.js';

/**
 * The yardstick: the same JSON by hand, as briefly as it can be written. It knows no origins, limits, time-outs, retries,
 * shared calls or hostile input; nobody should use it.
 */
let vendorUrl;
const states = new Map();

const server = createServer(async (request, response) => {
  try {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    if (pathname.endsWith('/webhook')) send(response, ...takeWebhook(request.headers, await bodyOf(request)));
    else if (request.method === 'POST') send(response, 200, await session(JSON.parse(await bodyOf(request)).onboardingId));
    else send(response, 200, await status(searchParams.get('onboardingId')));
  } catch {
    send(response, 502, { message: 'The verification service did not answer.' });
  }
});

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function send(response, status, value) {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

const headers = { accept: 'application/json', 'x-client-key': CLIENT_KEY, 'x-us-env': 'false' };

async function status(onboardingId) {
  const known = states.get(onboardingId);
  if (known !== undefined) return statusBody(known.state, known.at);
  const answer = await fetch(`${vendorUrl}/v1/auth/register?onboardingId=${encodeURIComponent(onboardingId)}`, { headers });
  const { verificationState } = await answer.json();
  return statusBody(verificationState, new Date().toISOString());
}

const statusBody = (verificationState, updatedAt) => ({ verificationState, updatedAt, stream: true });

async function session(onboardingId) {
  const answer = await fetch(`${vendorUrl}/v1/auth/register/verification`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ onboardingId }),
  });
  const { sessionUrl } = await answer.json();
  return { sessionUrl, expiresAt: new Date(Date.now() + 7 * 24 * 3_600_000).toISOString() };
}

function takeWebhook(given, body) {
  const signed = createHmac('sha256', API_KEY).update(`${given['x-timestamp']}.`).update(body).digest();
  const signature = Buffer.from(given['x-signature'] ?? '', 'hex');
  if (signature.length !== signed.length || !timingSafeEqual(signature, signed)) return [401, { message: 'Not signed in.' }];
  const event = JSON.parse(body);
  states.set(event.event_object_id, { state: event.event_object_status, at: event.occurred_at });
  return [200, {}];
}

answerCommands({
  async start(url) {
    vendorUrl = url;
    await new Promise((resolve) => server.listen(0, '127.0.0.1', 4096, resolve));
  },
  url: () => `http://127.0.0.1:${server.address().port}`,
  reading,
});
