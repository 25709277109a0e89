import { randomUUID } from 'node:crypto';
import { hmac, keys } from './recipe-upstream.js';

/** What a recipe needs to work with a vendor, and the webhooks that the vendor would send. */

/** JSON that comes out otherwise when it is parsed and written anew, so that only the raw bytes match the signature. */
const asSent = (value) => JSON.stringify(value, null, 1).replace('Zoe', 'Zo\\u00eb');

export const vendors = {
  baanx: {
    env: (upstream) => ({ BAANX_URL: upstream, BAANX_CLIENT_KEY: keys.baanxClient, BAANX_API_KEY: keys.baanxApi }),
    /** States that one after the other may follow, as webhooks. */
    way: ['PENDING', 'RESUBMISSION_REQUESTED', 'VERIFIED'],
    webhook(id, state) {
      const body = asSent({
        event_id: randomUUID(),
        event_type: 'kyc.status.changed',
        event_object_id: id,
        event_object_status: state,
        event_object: { firstName: 'Zoe' },
        occurred_at: new Date().toISOString(),
      });
      const timestamp = String(Math.floor(Date.now() / 1000));
      return { body, headers: { 'x-timestamp': timestamp, 'x-signature': hmac(keys.baanxApi, `${timestamp}.${body}`) } };
    },
  },
  veriff: {
    env: (upstream) => ({ VERIFF_URL: upstream, VERIFF_API_KEY: keys.veriffApi, VERIFF_SHARED_SECRET: keys.veriffSecret }),
    way: ['PENDING', 'RESUBMISSION_REQUESTED', 'VERIFIED'],
    webhook(id, state, session = id) {
      const common = { id: `session of ${session}`, attemptId: `attempt of ${session}`, vendorData: id };
      const decisions = { RESUBMISSION_REQUESTED: ['resubmission_requested', 9103], VERIFIED: ['approved', 9001] };
      const [status, code] = decisions[state] ?? [];
      const decided = { ...common, status, code, decisionTime: new Date().toISOString(), person: { firstName: 'Zoe' } };
      const event = { ...common, feature: 'selfid', code: 7002, action: 'submitted', context: 'Zoe' };
      const body = asSent(status === undefined ? event : { status: 'success', verification: decided });
      return { body, headers: { 'x-auth-client': keys.veriffApi, 'x-hmac-signature': hmac(keys.veriffSecret, body) } };
    },
  },
};

export const SESSION_SECRET = 'session-secret-of-recipes';

/** The cookie that the recipes' stand-in for a session check believes. */
export const cookieFor = (id) => `onboarding=${encodeURIComponent(id)}.${hmac(SESSION_SECRET, encodeURIComponent(id))}`;

export const newId = () => `US_${randomUUID()}`;
