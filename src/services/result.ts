import { kycError, type KycError, type KycErrorCode, type KycErrorPhase } from '../core/errors.js';

/** What comes of asking the endpoint, or of what must be there for that. */
export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

export interface Failure {
  readonly ok: false;
  readonly error: KycError;
  /** Milliseconds that the endpoint asked to wait. */
  readonly retryAfter: number | null;
}

export function failure(error: KycError, retryAfter: number | null = null): Failure {
  return { ok: false, error, retryAfter };
}

export function failed(code: KycErrorCode, phase: KycErrorPhase, httpStatus?: number): Failure {
  return failure(kycError(code, phase, httpStatus === undefined ? {} : { httpStatus }));
}
