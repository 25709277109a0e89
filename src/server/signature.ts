/**
 * Signatures by Web Crypto, which compares in constant time; each is a job of another thread, while this one goes on. Hashes
 * of ids by a library, at once: they are needed where nothing can be waited for.
 */
import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

const HMAC = { name: 'HMAC', hash: 'SHA-256' };
type Bytes = Uint8Array<ArrayBuffer>;

/** HMAC-SHA-256. */
export class Signer {
  readonly #key: Promise<CryptoKey>;

  constructor(secret: string) {
    this.#key = crypto.subtle.importKey('raw', utf8ToBytes(secret) as Bytes, HMAC, false, ['sign', 'verify']);
    // A key that can't be imported fails the first use, not the process.
    this.#key.catch(() => undefined);
  }

  /** Lower-case hex. */
  async sign(text: string): Promise<string> {
    return bytesToHex(new Uint8Array(await crypto.subtle.sign(HMAC.name, await this.#key, utf8ToBytes(text))));
  }

  /**
   * @param hex the signature as it was received; anything but 64 lower-case hex digits is none
   * @param prefix what is signed before the body
   */
  async verify(hex: string, prefix: string, body: Uint8Array): Promise<boolean> {
    if (!isHexDigest(hex)) return false;
    return crypto.subtle.verify(HMAC.name, await this.#key, hexToBytes(hex), joined(utf8ToBytes(prefix), body));
  }
}

function joined(prefix: Uint8Array, body: Uint8Array): Bytes {
  const bytes = new Uint8Array(prefix.length + body.length);
  bytes.set(prefix);
  bytes.set(body, prefix.length);
  return bytes;
}

export function isHexDigest(text: string | null): text is string {
  return text !== null && /^[0-9a-f]{64}$/.test(text);
}

export function sha256(text: string): string {
  return bytesToHex(hash(utf8ToBytes(text)));
}

/** Whether two texts are the same, in a time that depends on their lengths alone. */
export function sameText(expected: string, received: string): boolean {
  if (expected.length !== received.length) return false;
  let difference = 0;
  for (let index = 0; index < expected.length; index++) difference |= expected.charCodeAt(index) ^ received.charCodeAt(index);
  return difference === 0;
}
