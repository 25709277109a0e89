/** Codes of `kyc-error`. */
export type KycErrorCode = keyof typeof TABLE;

/** Which part of the flow failed. */
export type KycErrorPhase = 'configuration' | 'environment' | 'exchange' | 'frame' | 'status';

/** What helps against the error: the user's next step, or the integrator's. */
export type KycErrorAction =
  | 'retry'
  | 'wait'
  | 'restart-registration'
  | 'contact-support'
  | 'change-browser'
  | 'redirect'
  | 'fix-integration';

export interface KycError {
  readonly code: KycErrorCode;
  readonly phase: KycErrorPhase;
  /** Whether the same act may succeed later without anybody changing anything. */
  readonly retryable: boolean;
  readonly action: KycErrorAction;
  /** The endpoint's status, where it answered. */
  readonly httpStatus: number | null;
  /** ISO 8601; from `Retry-After`. */
  readonly retryAt: string | null;
}

const TABLE = {
  configuration: [false, 'fix-integration'],
  'unsupported-browser': [false, 'change-browser'],
  'insecure-context': [false, 'fix-integration'],
  'camera-unavailable': [true, 'change-browser'],
  offline: [true, 'retry'],
  network: [true, 'retry'],
  timeout: [true, 'retry'],
  unauthorized: [false, 'contact-support'],
  'onboarding-invalid': [false, 'restart-registration'],
  'onboarding-not-found': [false, 'restart-registration'],
  'client-key': [false, 'fix-integration'],
  'rate-limited': [true, 'wait'],
  server: [true, 'retry'],
  'bad-response': [true, 'retry'],
  'session-url': [false, 'fix-integration'],
  'frame-blocked': [false, 'redirect'],
  'frame-timeout': [true, 'retry'],
  'frame-busy': [true, 'wait'],
} as const satisfies Record<string, readonly [retryable: boolean, action: KycErrorAction]>;

export const ERROR_CODES = Object.keys(TABLE) as readonly KycErrorCode[];

export function kycError(
  code: KycErrorCode,
  phase: KycErrorPhase,
  answer: { httpStatus?: number; retryAt?: string | null } = {},
): KycError {
  const [retryable, action] = TABLE[code];
  return Object.freeze({
    code,
    phase,
    retryable,
    action,
    httpStatus: answer.httpStatus ?? null,
    retryAt: answer.retryAt ?? null,
  });
}

/** The code for an answer of the endpoint that is not a usable 200 or 201. */
export function codeOfStatus(httpStatus: number): KycErrorCode {
  switch (httpStatus) {
    case 400:
      return 'onboarding-invalid';
    case 401:
    case 403:
      return 'unauthorized';
    case 404:
      return 'onboarding-not-found';
    case 408:
      return 'timeout';
    case 425:
      return 'server';
    case 429:
      return 'rate-limited';
    case 498:
    case 499:
      return 'client-key';
    default:
      return httpStatus >= 500 && httpStatus <= 599 ? 'server' : 'bad-response';
  }
}

/** The onboarding record is gone or was never there: in review that is not a rejection (law 6). */
export function saysRecordClosed({ code }: KycError): boolean {
  return code === 'onboarding-invalid' || code === 'onboarding-not-found';
}

/** The endpoint does not let this page read. */
export function saysUnauthorized({ code }: KycError): boolean {
  return code === 'unauthorized' || code === 'client-key';
}

/** Whether a read failed for good: the first read then leads to `failed`. */
export function isFinal(error: KycError): boolean {
  return saysRecordClosed(error) || saysUnauthorized(error);
}

/** Whether asking again at once can help: what never reached the endpoint, and its own failures, but no 4xx. */
export function mayRepeat({ code, httpStatus }: KycError): boolean {
  if (httpStatus !== null) return httpStatus >= 500 && code === 'server';
  return code === 'network' || code === 'timeout';
}
