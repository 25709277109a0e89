/**
 * The endpoint as a route handler of Next.js (App Router), for Baanx: copy it to app/api/kyc/[[...path]]/route.js.
 * `npm install kyc-verification`, then set BAANX_CLIENT_KEY, BAANX_API_KEY (checks webhooks) and SESSION_SECRET.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { baanx, createTokenExchange } from 'kyc-verification/server';

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

let exchange;

// Made with the first request, since `next build` loads this file too, without your secrets.
function exchangeOf() {
  const { BAANX_URL = 'https://dev.api.baanx.com', BAANX_CLIENT_KEY, BAANX_API_KEY, SESSION_SECRET } = process.env;
  if (!BAANX_CLIENT_KEY || !BAANX_API_KEY || !SESSION_SECRET) throw new Error('Set BAANX_CLIENT_KEY, BAANX_API_KEY and SESSION_SECRET.');
  const made = createTokenExchange({
    provider: baanx({ baseUrl: BAANX_URL, clientKey: BAANX_CLIENT_KEY, apiKey: BAANX_API_KEY }),
    // With `reverify`, return { user, bearer } of whoever is signed in.
    authorize: (request, { onboardingId, reverify }) => !reverify && onboardingIdOf(request, SESSION_SECRET) === onboardingId,
    logger: (line) => console.log(JSON.stringify(line)),
  });
  // Next.js waits for open answers before it exits; this ends the streams among them.
  process.once('SIGTERM', () => void made.close());
  return made;
}

const handle = (request) => (exchange ??= exchangeOf())(request);

// All of them: refusals are in the words of the contract too.
export { handle as GET, handle as POST, handle as OPTIONS, handle as PUT, handle as PATCH, handle as DELETE };
