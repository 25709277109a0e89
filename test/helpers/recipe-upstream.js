import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

/**
 * Both vendors in one server, as strict as they are: a call with a wrong key, header or signature is refused, and noted in
 * `refused`. Shapes as in the vendors' documents.
 */
export const keys = {
  baanxClient: 'client-key-of-recipes',
  baanxApi: 'api-key-of-recipes',
  veriffApi: '7a1f54c5-2c2b-4f4e-9c2e-6a1d1c9f0b11',
  veriffSecret: 'shared-secret-of-recipes',
};

export const hmac = (secret, text) => createHmac('sha256', secret).update(text).digest('hex');
const same = (one, other) => one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** The head of a call that Baanx takes for a registration: its key, and nobody's bearer. */
function refusedByBaanx({ headers }) {
  if (headers['x-client-key'] === undefined) return 499;
  if (headers['x-client-key'] !== keys.baanxClient) return 498;
  return headers.authorization === undefined && headers['x-us-env'] === 'false' ? null : 400;
}

const routes = {
  'POST /v1/auth/register/verification': (call) =>
    refusedByBaanx(call) ?? (call.json?.onboardingId ? { sessionUrl: `https://magic.veriff.me/v/${randomUUID()}` } : 400),

  'GET /v1/auth/register': (call) => refusedByBaanx(call) ?? { id: call.query.get('onboardingId'), verificationState: 'UNVERIFIED' },

  'POST /v1/sessions': ({ headers, json }) => {
    if (headers['x-auth-client'] !== keys.veriffApi || !json?.verification?.vendorData) return 401;
    const id = randomUUID();
    const { vendorData } = json.verification;
    return { status: 'success', verification: { id, vendorData, url: `https://magic.veriff.me/v/${id}`, status: 'created' } };
  },

  'GET /v1/sessions/…/decision': ({ headers, path }) => {
    const expected = hmac(keys.veriffSecret, path.split('/')[3]);
    const genuine = headers['x-auth-client'] === keys.veriffApi && same(headers['x-hmac-signature'] ?? '', expected);
    return genuine ? { status: 'success', verification: null } : 401;
  },
};

async function answer(request) {
  const chunks = await request.toArray();
  const { pathname: path, searchParams: query } = new URL(request.url, 'http://upstream');
  const text = Buffer.concat(chunks).toString();
  const json = request.headers['content-type'] === 'application/json' ? JSON.parse(text) : undefined;
  const name = `${request.method} ${path.replace(/(?<=sessions\/)[^/]+/, '…')}`;
  return { name, result: routes[name]?.({ headers: request.headers, path, query, json }) ?? 404 };
}

/** `slow(ms)` holds back each answer from then on. Close it with `close()`. */
export async function startUpstream() {
  const calls = [];
  const refused = [];
  let delay = 0;
  const server = createServer(async (request, response) => {
    const { name, result } = await answer(request);
    calls.push(name);
    await new Promise((resolve) => setTimeout(resolve, delay));
    if (typeof result === 'number') refused.push(`${name}: ${result}`);
    const status = typeof result === 'number' ? result : name === 'POST /v1/sessions' ? 201 : 200;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(status < 300 ? result : { message: 'no' }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    calls,
    refused,
    slow: (ms) => (delay = ms),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
