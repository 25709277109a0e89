/** HMAC-SHA-256 by the platform. Nothing here compares secrets by itself: `verify` of Web Crypto takes constant time. */
const HMAC = { name: 'HMAC', hash: 'SHA-256' };
const encoder = new TextEncoder();

export class Signer {
  readonly #key: Promise<CryptoKey>;

  constructor(secret: string) {
    this.#key = crypto.subtle.importKey('raw', encoder.encode(secret), HMAC, false, ['sign', 'verify']);
    // A key that can't be imported fails the first use, not the process.
    this.#key.catch(() => undefined);
  }

  /** Lower-case hex. */
  async sign(text: string): Promise<string> {
    return toHex(await crypto.subtle.sign(HMAC.name, await this.#key, encoder.encode(text)));
  }

  /** @param hex 64 lower-case hex digits; anything else is not the signature */
  async verify(bytes: Uint8Array<ArrayBuffer>, hex: string): Promise<boolean> {
    if (!isHexDigest(hex)) return false;
    const signature = Uint8Array.from(hex.match(/../g)!, (pair) => Number.parseInt(pair, 16));
    return crypto.subtle.verify(HMAC.name, await this.#key, signature, bytes);
  }
}

export function isHexDigest(text: string | null): text is string {
  return text !== null && /^[0-9a-f]{64}$/.test(text);
}

/** SHA-256 in lower-case hex. */
export async function sha256(text: string): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
}

/** Whether two texts are the same, in a time that tells no more than their length. */
export function sameText(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let index = 0; index < one.length; index++) difference |= one.charCodeAt(index) ^ other.charCodeAt(index % (other.length || 1));
  return difference === 0;
}

function toHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
