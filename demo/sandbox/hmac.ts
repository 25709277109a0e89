const ALGORITHM = { name: 'HMAC', hash: 'SHA-256' } as const;
const encoder = new TextEncoder();

const keyOf = (secret: string, usage: 'sign' | 'verify'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', encoder.encode(secret), ALGORITHM, false, [usage]);

export async function hmac(secret: string, text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', await keyOf(secret, 'sign'), encoder.encode(text)));
}

/** Lower-case hex of the HMAC-SHA256: how both vendors sign. */
export async function hmacHex(secret: string, text: string): Promise<string> {
  return [...(await hmac(secret, text))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether the signature is that of the text; the comparison is the platform's, in constant time. */
export async function verifyHmacHex(secret: string, text: string, hex: string): Promise<boolean> {
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.verify('HMAC', await keyOf(secret, 'verify'), bytes, encoder.encode(text));
}
