/**
 * The endpoint as a plugin of a Fastify app, for Veriff. `npm install kyc-verification fastify @hono/node-server`, then
 * run it with VERIFF_API_KEY, VERIFF_SHARED_SECRET and SESSION_SECRET. VERIFF_URL and PORT may differ from the defaults.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { getRequestListener } from '@hono/node-server';
import Fastify from 'fastify';
import { createTokenExchange, veriff } from 'kyc-verification/server';

const { VERIFF_URL = 'https://stationapi.veriff.com', VERIFF_API_KEY, VERIFF_SHARED_SECRET, SESSION_SECRET, PORT = '3000' } = process.env;
if (!VERIFF_API_KEY || !VERIFF_SHARED_SECRET || !SESSION_SECRET) throw new Error('Set VERIFF_API_KEY, VERIFF_SHARED_SECRET and SESSION_SECRET.');

/**
 * STAND-IN: put your own session check here. It says which onboarding id this visitor got at your e-mail step; here that
 * step has set the cookie `onboarding`, the id signed with SESSION_SECRET.
 *
 * @param {Request} request
 * @param {string} secret
 */
function onboardingIdOf(request, secret) {
  const cookie = /(?:^|; )onboarding=([^;]+)\.([0-9a-f]{64})(?:;|$)/.exec(request.headers.get('cookie') ?? '');
  if (cookie === null) return null;
  const [, id, signature] = cookie;
  const expected = createHmac('sha256', secret).update(id).digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'hex')) ? decodeURIComponent(id) : null;
}

const exchange = createTokenExchange({
  provider: veriff({ baseUrl: VERIFF_URL, apiKey: VERIFF_API_KEY, sharedSecret: VERIFF_SHARED_SECRET }),
  // With `reverify`, return { user } of whoever is signed in.
  authorize: (request, { onboardingId, reverify }) => !reverify && onboardingIdOf(request, SESSION_SECRET) === onboardingId,
  logger: (line) => console.log(JSON.stringify(line)),
});

const app = Fastify();
const listener = getRequestListener(exchange, { overrideGlobalObjects: false });

// In a plugin of its own, so that the parser is for these routes alone.
await app.register(async (kyc) => {
  // Bodies stay as they came: a webhook's signature is of the raw bytes.
  kyc.removeAllContentTypeParsers();
  kyc.addContentTypeParser('*', (_request, _payload, done) => done(null));
  const handler = (request, reply) => {
    reply.hijack();
    return listener(request.raw, reply.raw);
  };
  kyc.all('/api/kyc', handler);
  kyc.all('/api/kyc/webhook', handler);
});
// Streams end before Fastify waits for its connections.
app.addHook('preClose', () => exchange.close());

await app.listen({ port: Number(PORT), host: '0.0.0.0' });

process.once('SIGTERM', async () => {
  // Each connection ends with its next answer, or once it is idle; whatever is still busy after 15 s is cut.
  app.server.prependListener('request', (_request, response) => (response.shouldKeepAlive = false));
  setInterval(() => app.server.closeIdleConnections(), 100).unref();
  setTimeout(() => app.server.closeAllConnections(), 15_000).unref();
  await app.close();
  process.exit();
});
