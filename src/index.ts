export { KycVerificationElement } from './element/kyc-verification-element.js';
export * from './element/events.js';
export { ERROR_CODES } from './core/errors.js';
export type { KycError, KycErrorAction, KycErrorCode, KycErrorPhase } from './core/errors.js';
export { DOCUMENTS, STATES } from './core/names.js';
export type { DocumentName, KycState, Presentation, Reason, Region, StallReason, VerificationState } from './core/names.js';
export type { HeadersSource } from './services/endpoint-client.js';
export type { EnvironmentReport, EnvironmentWarning } from './core/environment.js';
