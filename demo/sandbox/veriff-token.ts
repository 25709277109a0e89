import { secrets } from './canaries.js';

const encoder = new TextEncoder();

async function hmacKey(usage: 'sign' | 'verify'): Promise<CryptoKey> {
  const secret = encoder.encode(secrets.veriffSharedSecret);
  return crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [usage]);
}

const base64url = (text: string): string =>
  btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** A token in the shape of Veriff's: header and payload as in a JWT, no expiry, and a signature that holds the canary. */
export async function sessionToken(sessionId: string, integrationId: string, issuedAt: number): Promise<string> {
  const header = base64url(JSON.stringify({ alg: 'HS256', typ: 'JWT' }));
  const payload = base64url(JSON.stringify({ iat: Math.floor(issuedAt / 1000), session_id: sessionId, iid: integrationId }));
  const signature = await crypto.subtle.sign('HMAC', await hmacKey('sign'), encoder.encode(`${header}.${payload}`));
  return `${header}.${payload}.${secrets.sessionTokenMarker}${base64url(String.fromCharCode(...new Uint8Array(signature)))}`;
}

/** Lower-case hex HMAC-SHA256 of the text with the shared secret, as `X-HMAC-SIGNATURE` wants it. */
export async function signature(text: string): Promise<string> {
  const bytes = await crypto.subtle.sign('HMAC', await hmacKey('sign'), encoder.encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether the signature is that of the text; the comparison is the platform's, in constant time. */
export async function verifySignature(text: string, hex: string): Promise<boolean> {
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.verify('HMAC', await hmacKey('verify'), bytes, encoder.encode(text));
}
