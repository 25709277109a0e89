import { secrets } from './canaries.js';
import { hmac } from './hmac.js';
import type { Customer } from './veriff-customers.js';

const base64url = (text: string): string =>
  btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** A token in the shape of Veriff's: header and payload as in a JWT, no expiry, and a signature that holds the canary. */
export async function sessionToken(sessionId: string, customer: Customer, issuedAt: number): Promise<string> {
  const header = base64url(JSON.stringify({ alg: 'HS256', typ: 'JWT' }));
  const payload = base64url(JSON.stringify({ iat: Math.floor(issuedAt / 1000), session_id: sessionId, iid: customer.integrationId }));
  const signature = await hmac(customer.sharedSecret, `${header}.${payload}`);
  return `${header}.${payload}.${secrets.sessionTokenMarker}${base64url(String.fromCharCode(...signature))}`;
}
