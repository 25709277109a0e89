/** The element's states, in the order a user meets them. Exactly one holds at a time. */
export const STATES = [
  'idle',
  'checking',
  'guidance',
  'requesting',
  'verifying',
  'reviewing',
  'verified',
  'rejected',
  'resubmission',
  'expired',
  'failed',
] as const;
export type KycState = (typeof STATES)[number];

/** What the endpoint can say of an onboarding. */
export const VERIFICATION_STATES = [
  'UNVERIFIED',
  'PENDING',
  'VERIFIED',
  'REJECTED',
  'RESUBMISSION_REQUESTED',
  'EXPIRED',
] as const;
export type VerificationState = (typeof VERIFICATION_STATES)[number];

/** The four answers that end an attempt. */
export type Verdict = Exclude<VerificationState, 'UNVERIFIED' | 'PENDING'>;

/** Government IDs that the guidance can name (attribute `documents`). */
export const DOCUMENTS = ['passport', 'driving-licence', 'national-id', 'residence-permit'] as const;
export type DocumentName = (typeof DOCUMENTS)[number];

/** Where the user is verified: it decides the typical times (attribute `region`). */
export const REGIONS = ['international', 'us'] as const;
export type Region = (typeof REGIONS)[number];

/** Credentials modes for the endpoint (attribute `credentials`). */
export const CREDENTIALS = ['same-origin', 'omit', 'include'] as const;
export type CredentialsMode = (typeof CREDENTIALS)[number];

/** How Veriff is shown (attribute `presentation`). */
export const PRESENTATIONS = ['modal', 'embedded', 'redirect'] as const;
export type Presentation = (typeof PRESENTATIONS)[number];

/** Veriff's documented allow-list (attribute `session-hosts`). */
export const DEFAULT_SESSION_HOSTS = '*.veriff.com *.veriff.me';

/** Reasons that have words of their own; any other shows the general text. */
export const REASONS = [
  'document-expired',
  'document-unreadable',
  'document-damaged',
  'document-unsupported',
  'document-mismatch',
  'document-missing',
  'selfie-mismatch',
  'name-mismatch',
  'underage',
  'address-mismatch',
  'address-document-old',
  'not-accepted',
] as const;
export type Reason = (typeof REASONS)[number];

/** Why reading the status can't go on, or has brought nothing new (laws 4 and 6). */
export type StallReason = 'record-closed' | 'unauthorized' | 'unchanged' | 'deadline';

/** The member of `values` that equals `value`; the first, which is the default, where none does. */
export function oneOf<const T extends readonly string[]>(values: T, value: unknown): T[number] {
  return values.find((known) => known === value) ?? values[0]!;
}
