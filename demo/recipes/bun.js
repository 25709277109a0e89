/**
 * The endpoint on Bun, for Baanx. `bun add kyc-verification` (Bun 1.2.3 or later), then `bun bun.js` with
 * BAANX_CLIENT_KEY, BAANX_API_KEY (checks webhooks) and SESSION_SECRET. BAANX_URL and PORT may differ from the defaults.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
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

const server = Bun.serve({
  port: Number(PORT),
  // Seconds. A stream is silent for 15 s at a time; Bun would cut it off after 10.
  idleTimeout: 60,
  routes: { '/api/kyc': exchange, '/api/kyc/webhook': exchange },
});

process.once('SIGTERM', async () => {
  const stopped = server.stop();
  await exchange.close();
  await stopped;
  process.exit();
});
