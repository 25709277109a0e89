/**
 * The endpoint on Deno, for Veriff. `deno add npm:kyc-verification`, then `deno run --allow-net --allow-env deno.js` with
 * VERIFF_API_KEY, VERIFF_SHARED_SECRET and SESSION_SECRET. VERIFF_URL and PORT may differ from the defaults.
 */
import { Buffer } from 'node:buffer';
import { createHmac, timingSafeEqual } from 'node:crypto';
import process from 'node:process';
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

const server = Deno.serve({ port: Number(PORT) }, (request) => {
  const { pathname } = new URL(request.url);
  return pathname === '/api/kyc' || pathname === '/api/kyc/webhook' ? exchange(request) : new Response(null, { status: 404 });
});

Deno.addSignalListener('SIGTERM', async () => {
  const stopped = server.shutdown();
  await exchange.close();
  await stopped;
  Deno.exit();
});
