import { createHmac } from 'node:crypto';

/** What the load asks for, and how Baanx signs: shared by both sides, the load and the emulated vendor. */

export const CLIENT_KEY = 'client-key-of-the-benchmark';
export const API_KEY = 'api-key-of-the-benchmark';

/** The `number`th id of a series; both are below 16^8. */
export function idOf(series, number) {
  const hex = (value, digits) => value.toString(16).padStart(digits, '0');
  return `US_${hex(series, 8)}-0000-4000-8000-${hex(number, 12)}`;
}

export function signatureOf(timestamp, body) {
  return createHmac('sha256', API_KEY).update(`${timestamp}.`).update(body).digest('hex');
}

/** A genuine `kyc.status.changed`; `number` makes the event one of its own. */
export function webhookFor(id, state, number) {
  const now = Date.now();
  const body = JSON.stringify({
    api_version: 'v1',
    event_id: idOf(0xe0e0, number),
    event_category: 'kyc',
    event_type: 'kyc.status.changed',
    user_id: `user-${id}`,
    event_object_id: id,
    event_object_status: state,
    event_object_changes: { verificationState: state },
    event_object: { id, verificationState: state },
    occurred_at: new Date(now).toISOString(),
  });
  const timestamp = String(Math.floor(now / 1000));
  return { body, headers: webhookHeaders(timestamp, signatureOf(timestamp, body)) };
}

export function webhookHeaders(timestamp, signature) {
  return { 'content-type': 'application/json', 'x-timestamp': timestamp, 'x-signature': signature };
}
