import type { KycErrorCode } from '../../src/index.js';

const CODES: Readonly<Record<number, KycErrorCode>> = {
  400: 'onboarding-invalid',
  401: 'unauthorized',
  403: 'unauthorized',
  404: 'onboarding-not-found',
  408: 'timeout',
  425: 'server',
  429: 'rate-limited',
  498: 'client-key',
  499: 'client-key',
};

/** The error that an HTTP status is, written anew from the contract (section 5), to hold the product's reading against. */
export const codeOf = (status: number): KycErrorCode => CODES[status] ?? (status >= 500 ? 'server' : 'bad-response');
