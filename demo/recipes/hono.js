/**
 * The endpoint as a route of a Hono app, for Veriff. `npm install kyc-verification hono @hono/node-server`, then
 * run it with VERIFF_API_KEY, VERIFF_SHARED_SECRET and SESSION_SECRET. VERIFF_URL and PORT may differ from the defaults.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createTokenExchange, veriff } from 'kyc-verification/server';

const { VERIFF_URL = 'https://stationapi.veriff.com', VERIFF_API_KEY, VERIFF_SHARED_SECRET, SESSION_SECRET, PORT = '3000' } = process.env;
// Where your pages have another host than this server, such as https://www.example.com.
const { ALLOWED_ORIGIN } = process.env;
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
  allowedOrigins: ALLOWED_ORIGIN ? [ALLOWED_ORIGIN] : [],
  logger: (line) => console.log(JSON.stringify(line)),
});

const app = new Hono();
// The path itself, and `/webhook` beneath it. `c.req.raw` has not been read by anybody.
app.all('/api/kyc/*', (c) => exchange(c.req.raw));

const server = /** @type {import('node:http').Server} */ (serve({ fetch: app.fetch, port: Number(PORT) }));

process.once('SIGTERM', async () => {
  const closed = new Promise((resolve) => server.close(resolve));
  // Each connection ends with its next answer, or once it is idle; whatever is still busy after 15 s is cut.
  server.prependListener('request', (_request, response) => (response.shouldKeepAlive = false));
  setInterval(() => server.closeIdleConnections(), 100).unref();
  setTimeout(() => server.closeAllConnections(), 15_000).unref();
  // Ends the streams.
  await exchange.close();
  await closed;
  process.exit();
});
