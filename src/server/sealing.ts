/**
 * Session URLs for the store: AES-256-GCM with a fresh nonce each, bound to the record that they lie in, so that a sealed
 * URL is of no use in another's place.
 */
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const NONCE_BYTES = 12;
const INFO = encoder.encode('kyc-verification: session URLs');

export class Sealer {
  readonly #keys: readonly Promise<CryptoKey>[];

  /** @param secrets the first one seals, all open: so that a key can be exchanged */
  constructor(secrets: readonly string[]) {
    this.#keys = secrets.map(deriveKey);
  }

  async seal(text: string, place: string): Promise<string> {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const sealed = await crypto.subtle.encrypt(parameters(nonce, place), await this.#keys[0]!, encoder.encode(text));
    return toBase64(new Uint8Array([...nonce, ...new Uint8Array(sealed)]));
  }

  /** `null` where no key opens it. */
  async open(sealed: string, place: string): Promise<string | null> {
    for (const key of this.#keys) {
      try {
        const bytes = Uint8Array.from(atob(sealed), (character) => character.charCodeAt(0));
        const nonce = bytes.slice(0, NONCE_BYTES);
        const text = await crypto.subtle.decrypt(parameters(nonce, place), await key, bytes.slice(NONCE_BYTES));
        return decoder.decode(text);
      } catch {
        // Sealed by another key, or changed since.
      }
    }
    return null;
  }
}

async function deriveKey(secret: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: INFO };
  return crypto.subtle.deriveKey(hkdf, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

function parameters(iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: encoder.encode(place) };
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
