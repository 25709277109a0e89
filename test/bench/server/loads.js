import { idOf, webhookFor, webhookHeaders } from './baanx-calls.js';

/** The loads: what the `number`th request of a series is, and what belongs into its answer. */

export const CONNECTIONS = 50;
/** People whom webhooks speak of. */
export const FED = 5_000;
const FED_SERIES = 0xfed;
const fedId = (number) => idOf(FED_SERIES, number % FED);

/** As a page of the same origin sends. */
const PAGE = { accept: 'application/json', 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };

const getStatus = (id) => ({ method: 'GET', path: `/api/kyc?onboardingId=${id}`, headers: PAGE });
const postSession = (id) => ({
  method: 'POST',
  path: '/api/kyc',
  headers: { ...PAGE, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
  body: JSON.stringify({ onboardingId: id }),
});
const webhook = ({ body, headers }) => ({ method: 'POST', path: '/api/kyc/webhook', headers, body });

export const loads = {
  /** Nobody asks twice, and no webhook has come: each needs the vendor. */
  status: {
    request: (series, number) => getStatus(idOf(series, number)),
    answer: /^\{"verificationState":"PENDING",.*"updatedAt":"2/,
    vendorCall: 'status',
  },
  session: {
    request: (series, number) => postSession(idOf(series, number)),
    answer: /^\{"sessionUrl":"https:\/\/magic\.veriff\.me\/v\/.*"expiresAt":"2/,
    vendorCall: 'session',
  },
  /** Those of whom webhooks have spoken. */
  fedStatus: {
    request: (_series, number) => getStatus(fedId(number)),
    answer: /^\{"verificationState":"(VERIFIED|PENDING)",.*"updatedAt":"2/,
    vendorCall: null,
  },
  /** Each is an event of its own, and nearly each a change of that person's state. */
  webhook: {
    request: (_series, number) => webhook(webhookFor(fedId(number), Math.floor(number / FED) % 2 === 0 ? 'PENDING' : 'VERIFIED', number)),
    answer: /^\{\}$/,
    vendorCall: null,
  },
  /** The form is right, the signature is not. */
  forgery: {
    request(series, number) {
      const forged = webhookFor(fedId(number), 'VERIFIED', number);
      const wrong = idOf(series, number).replaceAll(/[^0-9a-f]/g, '').repeat(2).padEnd(64, '0').slice(0, 64);
      return webhook({ body: forged.body, headers: webhookHeaders(forged.headers['x-timestamp'], wrong) });
    },
    answer: /^\{"message":"Not signed in\."\}$/,
    status: 401,
    vendorCall: null,
  },
  /** Before `fedStatus` and `webhook`: those people begin, once each. */
  beginning: {
    request: (_series, number) => postSession(fedId(number)),
    answer: /^\{"sessionUrl":"/,
    vendorCall: 'session',
  },
};
