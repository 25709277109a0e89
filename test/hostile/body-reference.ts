/** What an answer means, written anew from the contract's words (sections 5 and 6), to hold the client's reading against. */
import type { KycErrorCode } from '../../src/core/errors.js';
import { codeOf } from '../helpers/contract-codes.js';
import { GOOD_URL, RETRY_AFTER, TIMES, type Answer } from './body-attacks.js';

/** The longest body that is read. */
const LIMIT = 64 * 1024;
const WORDS: readonly unknown[] = ['UNVERIFIED', 'PENDING', 'VERIFIED', 'REJECTED', 'RESUBMISSION_REQUESTED', 'EXPIRED'];

export interface Reading {
  /** `null`: it is usable. */
  readonly code: KycErrorCode | null;
  /** Its JSON, where it is usable. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the answer asks to wait, in milliseconds. */
export const restOf = ({ status, headers }: Answer): number | null => (status === 0 ? null : (RETRY_AFTER.get(headers['retry-after'] ?? '') ?? null));

/** How a `GET` or a `POST` with this answer ends. */
export async function referenceReading(answer: Answer, method: 'GET' | 'POST'): Promise<Reading> {
  const { status, breaks } = answer;
  if (status !== 200 && !(status === 201 && method === 'POST')) return { code: codeOf(status), body: {} };
  if (breaks) return { code: 'network', body: {} };
  const json = await jsonOf(answer);
  if (Object.prototype.toString.call(json) !== '[object Object]') return { code: 'bad-response', body: {} };
  const body = new Map(Object.entries(json as Record<string, unknown>));
  if (method === 'GET') return { code: null, body: Object.fromEntries(body) };
  const url = body.get('sessionUrl');
  if (typeof url !== 'string' || url === '') return { code: 'bad-response', body: {} };
  return { code: url === GOOD_URL ? null : 'session-url', body: Object.fromEntries(body) };
}

/** By the browser's own reader; `undefined` for what is no JSON or too long. */
async function jsonOf({ parts, times }: Answer): Promise<unknown> {
  if (parts === null) return undefined;
  const size = parts.reduce((sum, { length }) => sum + length, 0) * times;
  if (size > LIMIT) return undefined;
  return new Response(new Blob([...parts] as BlobPart[])).json().catch(() => undefined);
}

/** What is wrong with an answer as the client tells it; nothing is as it should be. */
export function misread(body: Reading['body'], told: { verificationState: unknown; reasons: readonly string[]; retryAt: string | null; updatedAt: number | null; stream: boolean }): string[] {
  const at = (value: unknown): number | null => TIMES.get(value) ?? null;
  const has = (key: string): unknown => (Object.hasOwn(body, key) ? body[key] : undefined);
  const word = has('verificationState');
  const given: readonly unknown[] = Array.isArray(has('reasons')) ? (has('reasons') as unknown[]) : [];
  const known = given.slice(0, 12).filter((one) => ['document-expired', 'underage', 'not-accepted', 'name-mismatch'].includes(one as string));
  const faults: readonly (readonly [boolean, string])[] = [
    [told.verificationState === (WORDS.includes(word) ? word : null), 'verificationState'],
    [told.retryAt === null ? at(has('retryAt')) === null : Date.parse(told.retryAt) === at(has('retryAt')), 'retryAt'],
    [told.updatedAt === at(has('updatedAt')), 'updatedAt'],
    [told.stream === (has('stream') === true), 'stream'],
    [told.reasons.length <= 12 && new Set(told.reasons).size === told.reasons.length, 'number of reasons'],
    [told.reasons.every((one) => given.includes(one) && /^[a-z-]+[a-z0-9-]*$/.test(one)), 'reasons that nobody gave'],
    [known.every((one) => told.reasons.includes(one as string)), 'reasons that are missing'],
  ];
  return faults.flatMap(([holds, what]) => (holds ? [] : [what]));
}
