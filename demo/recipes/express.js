/**
 * The endpoint as a route of an Express app, for Baanx. `npm install kyc-verification express @hono/node-server`, then run it with
 * BAANX_CLIENT_KEY, BAANX_API_KEY (checks webhooks) and SESSION_SECRET. BAANX_URL and PORT may differ from the defaults.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { getRequestListener } from '@hono/node-server';
import express from 'express';
import { baanx, createTokenExchange } from 'kyc-verification/server';

const { BAANX_URL = 'https://dev.api.baanx.com', BAANX_CLIENT_KEY, BAANX_API_KEY, SESSION_SECRET, PORT = '3000' } = process.env;
if (!BAANX_CLIENT_KEY || !BAANX_API_KEY || !SESSION_SECRET) throw new Error('Set BAANX_CLIENT_KEY, BAANX_API_KEY and SESSION_SECRET.');

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
  provider: baanx({ baseUrl: BAANX_URL, clientKey: BAANX_CLIENT_KEY, apiKey: BAANX_API_KEY }),
  // With `reverify`, return { user, bearer } of whoever is signed in.
  authorize: (request, { onboardingId, reverify }) => !reverify && onboardingIdOf(request, SESSION_SECRET) === onboardingId,
  logger: (line) => console.log(JSON.stringify(line)),
});

const app = express();
// Before what reads or compresses bodies: a webhook's signature is of the raw bytes, and a stream must not be held back.
app.use('/api/kyc', getRequestListener(exchange, { overrideGlobalObjects: false }));
app.use(express.json());
app.get('/', (_request, response) => void response.send('Your pages and routes go on here.'));

const server = app.listen(Number(PORT));

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
