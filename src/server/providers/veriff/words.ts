/** Veriff's statuses, codes and reasons in the contract's words. */
import type { Reason, Verdict, VerificationState } from '../../../core/names.js';
import type { Fact } from '../provider.js';

type Step = Exclude<Fact['step'], 'state'>;

/** What a status means: the step of the user's way, and the contract's state. */
const STATUSES: Readonly<Record<string, readonly [step: Step | 'created', state: VerificationState]>> = {
  created: ['created', 'UNVERIFIED'],
  started: ['started', 'UNVERIFIED'],
  submitted: ['submitted', 'PENDING'],
  review: ['submitted', 'PENDING'],
  approved: ['decided', 'VERIFIED'],
  declined: ['decided', 'REJECTED'],
  resubmission_requested: ['decided', 'RESUBMISSION_REQUESTED'],
  expired: ['decided', 'EXPIRED'],
  abandoned: ['decided', 'EXPIRED'],
};

const STATUS_OF_CODE: Readonly<Record<number, string>> = {
  7001: 'started',
  7002: 'submitted',
  9001: 'approved',
  9102: 'declined',
  9103: 'resubmission_requested',
  9104: 'expired',
  9121: 'review',
};

/** The meaning of a status and its code; `null` where one is unknown or they contradict each other: no news. */
export function meaningOf(status: unknown, code: unknown): { step: Step | 'created'; state: VerificationState } | null {
  const byStatus = typeof status === 'string' && Object.hasOwn(STATUSES, status) ? STATUSES[status]! : null;
  const known = typeof code === 'number' ? STATUS_OF_CODE[code] : undefined;
  const byCode = known === undefined ? null : STATUSES[known]!;
  if (byStatus === null || (byCode !== null && byCode[1] !== byStatus[1])) return null;
  if (typeof code === 'number' && byCode === null) return null;
  return { step: byStatus[0], state: byStatus[1] };
}

/** Granular codes that a user can do something about. Whatever hints at fraud is not among them. */
const REASONS: Readonly<Record<number, Reason>> = {
  103: 'selfie-mismatch',
  104: 'name-mismatch',
  120: 'selfie-mismatch',
  201: 'document-missing',
  204: 'document-unreadable',
  205: 'document-damaged',
  206: 'document-unsupported',
  207: 'document-expired',
};

/** The contract's reasons for a verdict; fraud, and what is not known, is `not-accepted`. */
export function reasonsOf(verdict: Verdict, code: unknown): readonly Reason[] {
  if (verdict === 'VERIFIED' || verdict === 'EXPIRED') return [];
  // In JSON of Veriff's the code is a number, in its documents also a text.
  const number = typeof code === 'string' && /^\d{3}$/.test(code) ? Number(code) : code;
  return [(typeof number === 'number' ? REASONS[number] : undefined) ?? 'not-accepted'];
}
