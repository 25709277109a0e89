/**
 * HMAC-SHA-256 and SHA-256, in hex. By a library and not by Web Crypto, whose every call is a job of another thread: for
 * texts as short as ids and webhooks that costs many times the hash itself.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

export class Signer {
  /** The key is in it already; each signature goes on from a copy. */
  readonly #keyed: ReturnType<typeof hmac.create>;

  constructor(secret: string) {
    this.#keyed = hmac.create(hash, utf8ToBytes(secret));
  }

  /** Lower-case hex. */
  sign(text: string): string {
    return bytesToHex(this.#sign([utf8ToBytes(text)]));
  }

  /** @param hex the signature as it was received; anything but 64 lower-case hex digits is none */
  verify(hex: string, ...parts: readonly Uint8Array[]): boolean {
    return isHexDigest(hex) && sameBytes(this.#sign(parts), hexToBytes(hex));
  }

  #sign(parts: readonly Uint8Array[]): Uint8Array {
    const signing = this.#keyed.clone();
    for (const part of parts) signing.update(part);
    return signing.digest();
  }
}

export function isHexDigest(text: string | null): text is string {
  return text !== null && /^[0-9a-f]{64}$/.test(text);
}

export function sha256(text: string): string {
  return bytesToHex(hash(utf8ToBytes(text)));
}

/** Whether two texts are the same, in a time that depends on their lengths alone. */
export function sameText(expected: string, received: string): boolean {
  return sameBytes(utf8ToBytes(expected), utf8ToBytes(received));
}

function sameBytes(expected: Uint8Array, received: Uint8Array): boolean {
  if (expected.length !== received.length) return false;
  let difference = 0;
  for (let index = 0; index < expected.length; index++) difference |= expected[index]! ^ received[index]!;
  return difference === 0;
}
