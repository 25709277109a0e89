import { once } from 'node:events';
import { createServer } from 'node:http';

/** What no report may show: each is known to the endpoint or to whoever asks it. */
export const canaries = {
  id: 'US_canary-0001-known',
  bearer: 'canary-bearer',
  query: 'canary-query',
  token: 'canary-token',
  person: 'canary@person.example',
};

export const sessionUrl = `https://magic.veriff.me/v/${canaries.token}`;
export const shop = 'https://shop.example';
const MAX_BODY = 16 * 1024;
const messages = {
  400: 'Not valid.', 401: 'Not signed in.', 403: 'Not allowed.', 404: 'Not known.',
  405: 'No such method.', 413: 'Too long.', 415: 'Not JSON.',
};

const json = (status, body, headers = {}) => ({ status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
const refuse = (status, headers) => json(status, { message: messages[status] }, headers);
const since = '2026-01-05T12:00:00Z';
const status = { verificationState: 'PENDING', updatedAt: since, stream: true };

/** One request as the endpoint sees it, with what the faults look at. */
function understand(request, bytes) {
  const { method, headers } = request;
  const query = new URL(request.url, 'http://endpoint.invalid').searchParams;
  const type = headers['content-type'] ?? '';
  const body = bytes.toString();
  const parse = () => {
    try {
      return JSON.parse(body);
    } catch {
      return undefined;
    }
  };
  const value = method === 'POST' ? parse() : undefined;
  const id = method === 'POST' ? value?.onboardingId : query.get('onboardingId');
  const known = id === canaries.id || value?.reverify === true || query.get('reverify') === 'true';
  const streams = headers.accept === 'text/event-stream';
  return { method, headers, query, type, bytes, body, value, id, known, origin: headers.origin, streams };
}

/** The contract, written by hand and without this package: what the command is to find nothing wrong with. */
function answer(asked) {
  const { method, headers, query, type, bytes, value, origin } = asked;
  if (method === 'OPTIONS') {
    if (origin !== shop) return refuse(403);
    return { status: 204, headers: { 'access-control-allow-headers': 'content-type, authorization' } };
  }
  if (method !== 'GET' && method !== 'POST') return refuse(405, { allow: 'GET, POST, OPTIONS' });
  const own = `http://${headers.host}`;
  const foreign = origin !== undefined ? origin !== shop && origin !== own : headers['sec-fetch-site'] === 'cross-site';
  if (foreign) return refuse(403);
  if (method === 'POST') {
    if (type.split(';')[0].trim() !== 'application/json' || headers['content-encoding'] !== undefined) return refuse(415);
    if (bytes.length > MAX_BODY) return refuse(413);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(400);
  }
  const reverify = method === 'POST' ? value.reverify === true : query.get('reverify') === 'true';
  if (reverify) {
    if (headers.authorization !== `Bearer ${canaries.bearer}`) return refuse(401);
  } else {
    const ids = method === 'POST' ? [Object.hasOwn(value, 'onboardingId') ? value.onboardingId : null] : query.getAll('onboardingId');
    const [id] = ids;
    if (ids.length !== 1 || typeof id !== 'string' || !/^[\w-]{1,200}$/.test(id)) return refuse(400);
    if (id !== canaries.id) return refuse(404);
  }
  if (method === 'POST') return json(200, { sessionUrl, expiresAt: '2099-01-01T00:00:00Z' });
  if (!asked.streams) return json(200, status);
  const body = `: open\n\nid: 1\ndata: ${JSON.stringify(status)}\n\n`;
  return { status: 200, headers: { 'content-type': 'text/event-stream' }, body, open: true };
}

function withCommonHeaders(asked, { headers, ...rest }) {
  const cors = asked.origin === shop ? { 'access-control-allow-origin': shop, 'access-control-expose-headers': 'Retry-After' } : {};
  return { ...rest, headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', vary: 'Origin', ...cors, ...headers } };
}

/**
 * Serves the endpoint on a free port of this machine; `alter(answer, asked)` may change each answer, or return `null` to
 * give none and `'close'` to break off.
 */
export async function serveEndpoint(alter = (good) => good) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const seen = understand(request, Buffer.concat(chunks));
    asked.push(seen);
    const given = alter(withCommonHeaders(seen, answer(seen)), seen);
    if (given === null) return;
    if (given === 'close') {
      request.socket.destroy();
      return;
    }
    response.writeHead(given.status, given.headers);
    if (given.open) response.write(given.body);
    else response.end(given.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${server.address().port}/api/kyc?key=${canaries.query}`, asked, close };
}

/** Builds the changes of an answer that the faults are made of. */
export const changing = {
  body: (part) => (good) => ({ ...good, body: JSON.stringify({ ...JSON.parse(good.body), ...part }) }),
  /** `null` takes a header away. */
  headers: (part) => (good) => {
    const headers = Object.entries({ ...good.headers, ...part }).filter(([, value]) => value !== null);
    return { ...good, headers: Object.fromEntries(headers) };
  },
  whole: (status, body, headers = {}) => (good) => ({
    status,
    headers: { ...good.headers, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }),
};
