import { REASONS, VERIFICATION_STATES, type VerificationState } from './names.js';

/** Bodies, and events of a stream, longer than this are not read on. */
export const MAX_BODY_BYTES = 64 * 1024;
/** One request, from the call to the last byte of its body, in milliseconds. */
export const REQUEST_TIMEOUT = 15_000;
/** A stream of answers ends after this long without a byte, heartbeats included, in milliseconds. */
export const STREAM_SILENCE = 45_000;
/** `Retry-After` is believed up to here, in milliseconds. */
export const MAX_RETRY_AFTER = 300_000;

/** A usable answer to `POST`. The URL is a secret: it stays in memory and in the frame's `src`. */
export interface SessionAnswer {
  readonly sessionUrl: string;
  /** Milliseconds since the epoch; `null` where the endpoint did not say. */
  readonly expiresAt: number | null;
}

/** What a `GET` said, with all that is not known dropped. */
export interface StatusAnswer {
  /** `null` for an absent, null or unknown word: no news (law 3). */
  readonly verificationState: VerificationState | null;
  /** Codes; a word of the endpoint that is not in code form is dropped, since it may be personal. */
  readonly reasons: readonly string[];
  /** ISO 8601. */
  readonly retryAt: string | null;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number | null;
  /** The endpoint says each change by itself, as an event stream. */
  readonly stream: boolean;
}

/** Reads the body of a successful `POST`; `null` where it holds no text as `sessionUrl`. The URL itself is judged elsewhere. */
export function parseSession(body: unknown): SessionAnswer | null {
  const sessionUrl = own(body, 'sessionUrl');
  if (typeof sessionUrl !== 'string' || sessionUrl === '') return null;
  return { sessionUrl, expiresAt: parseTime(own(body, 'expiresAt')) };
}

/** Reads the body of a successful `GET`; `null` where it is no JSON object. */
export function parseStatus(body: unknown): StatusAnswer | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  const word = own(body, 'verificationState');
  const retryAt = parseTime(own(body, 'retryAt'));
  return {
    verificationState: VERIFICATION_STATES.find((known) => known === word) ?? null,
    reasons: parseReasons(own(body, 'reasons')),
    retryAt: retryAt === null ? null : new Date(retryAt).toISOString(),
    updatedAt: parseTime(own(body, 'updatedAt')),
    stream: own(body, 'stream') === true,
  };
}

/**
 * Reads a `Retry-After` header (RFC 9110, section 10.2.3): seconds or an HTTP date.
 *
 * @param now milliseconds since the epoch
 * @returns milliseconds to wait, at most {@link MAX_RETRY_AFTER}; `null` for anything else
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, MAX_RETRY_AFTER);
  if (!/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(text)) return null;
  const wait = Date.parse(text) - now;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), MAX_RETRY_AFTER);
}

/** An own property: what a polluted prototype adds to every object is not the endpoint's word. */
export function own(body: unknown, key: string): unknown {
  if (typeof body !== 'object' || body === null) return undefined;
  return Object.getOwnPropertyDescriptor(body, key)?.value;
}

const ISO_8601 = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/;

function parseTime(value: unknown): number | null {
  if (typeof value !== 'string' || !ISO_8601.test(value)) return null;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : time;
}

const MAX_REASONS = REASONS.length;

function parseReasons(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  const codes = value.filter((item): item is string => typeof item === 'string' && /^[a-z][a-z0-9-]{0,39}$/.test(item));
  return Object.freeze([...new Set(codes)].slice(0, MAX_REASONS));
}

/** The body of a successful answer to `POST`, as an endpoint writes it. */
export interface SessionBody {
  readonly sessionUrl: string;
  /** ISO 8601. */
  readonly expiresAt?: string;
}

/** The body of a successful answer to `GET`, and of each event of its stream. */
export interface StatusBody {
  readonly verificationState: VerificationState;
  readonly reasons?: readonly string[];
  /** ISO 8601, like `updatedAt`. */
  readonly retryAt?: string;
  readonly updatedAt?: string;
  /** The same `GET` with `Accept: text/event-stream` streams the changes. */
  readonly stream?: true;
}
