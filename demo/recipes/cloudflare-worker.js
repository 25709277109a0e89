/**
 * The endpoint as a Cloudflare Worker, for Veriff. `npm install kyc-verification unstorage`; in wrangler.jsonc the flag
 * `nodejs_compat` (for node:crypto) and a KV namespace bound as KYC; and by `wrangler secret put` VERIFF_API_KEY,
 * VERIFF_SHARED_SECRET, SESSION_SECRET and ENCRYPTION_KEY (`openssl rand -base64 32`).
 */
import { Buffer } from 'node:buffer';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createTokenExchange, veriff } from 'kyc-verification/server';
import { createStorage } from 'unstorage';
import cloudflareKv from 'unstorage/drivers/cloudflare-kv-binding';

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

function exchangeOf(env) {
  const { VERIFF_URL = 'https://stationapi.veriff.com', VERIFF_API_KEY, VERIFF_SHARED_SECRET, SESSION_SECRET, ENCRYPTION_KEY } = env;
  if (!SESSION_SECRET || !ENCRYPTION_KEY) throw new Error('Set SESSION_SECRET and ENCRYPTION_KEY.');
  return createTokenExchange({
    provider: veriff({ baseUrl: VERIFF_URL, apiKey: VERIFF_API_KEY, sharedSecret: VERIFF_SHARED_SECRET }),
    // With `reverify`, return { user } of whoever is signed in.
    authorize: (request, { onboardingId, reverify }) => !reverify && onboardingIdOf(request, SESSION_SECRET) === onboardingId,
    store: createStorage({ driver: cloudflareKv({ binding: env.KYC }) }),
    // Memory is not shared between isolates, so the session's URL lies in KV, sealed.
    encryptionKey: ENCRYPTION_KEY,
    // A request can't write to the stream of another one: pages read the status instead.
    stream: false,
    logger: (line) => console.log(JSON.stringify(line)),
  });
}

export default {
  // A new exchange for each request: a request must not wait for what another one has begun.
  fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (pathname !== '/api/kyc' && pathname !== '/api/kyc/webhook') return new Response(null, { status: 404 });
    return exchangeOf(env)(request);
  },
};
