import { person } from './canaries.js';
import { HTML_TYPE, json, JSON_TYPE, raw, TEXT_TYPE } from './handler.js';
import type { Applicant } from './baanx-store.js';
import type { Fault } from './scenarios.js';

/** Baanx's own answers to calls that go wrong. Its clients have met JSON, JSON inside JSON, plain text, HTML and nothing. */
export const refusals = {
  badRequest: () => raw(400, 'Bad request', TEXT_TYPE),
  invalidId: () => json(400, { message: 'Invalid onboarding ID' }),
  wrongPhase: () => json(400, { message: 'Registration is not in the expected phase' }),
  notAuthenticated: () => json(401, { message: 'Not authenticated' }),
  otherClient: () => json(403, { message: 'Your account has been disabled' }),
  noSuchOnboarding: () => json(404, { message: 'Onboarding session not found' }),
  noSuchRoute: (method: string, path: string) => raw(404, `<!DOCTYPE html><html>Cannot ${method} ${path}</html>`, HTML_TYPE),
  tooMany: (milliseconds: number) => json(429, { message: 'Too many requests' }, { 'retry-after': String(Math.ceil(milliseconds / 1000)) }),
  invalidKey: () => json(498, { message: 'Invalid API key' }),
  noKey: () => raw(499, '', JSON_TYPE),
  providerFailed: () => json(500, {
    message: JSON.stringify({ error: { status: 500, message: 'Something went wrong, please contact support.', errorCode: null } }),
  }),
} as const;

const types = { json: JSON_TYPE, text: TEXT_TYPE, html: HTML_TYPE } as const;

export function faultResponse(fault: Fault): Response {
  const headers: Record<string, string> = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  return raw(fault.status, fault.body, types[fault.type], headers);
}

/** The onboarding record, with everything Baanx's clients have seen in it. There is no time of the last change. */
export function onboardingBody(applicant: Applicant): Record<string, unknown> {
  return {
    id: applicant.onboardingId, email: person.email, firstName: person.firstName, lastName: person.lastName,
    dateOfBirth: `${person.dateOfBirth}T00:00:00.000Z`, phoneCountryCode: '+44', phoneNumber: person.phoneNumber,
    verificationState: applicant.state, addressLine1: null, addressLine2: null, city: null, zip: null, usState: null,
    countryOfResidence: applicant.us ? 'US' : 'GB', countryOfNationality: 'GB', ssn: applicant.us ? person.ssn : null,
    mailingAddressLine1: null, mailingAddressLine2: null, mailingCity: null, mailingZip: null, mailingUsState: null,
    contactVerificationId: applicant.onboardingId, createdAt: new Date(applicant.createdAt).toISOString(),
  };
}

export function userBody(applicant: Applicant): Record<string, unknown> {
  return {
    id: applicant.userId, firstName: person.firstName, lastName: person.lastName, dateOfBirth: person.dateOfBirth, email: person.email,
    verificationState: applicant.state, phoneNumber: person.phoneNumber, phoneCountryCode: '+44', addressLine1: person.addressLine1,
    addressLine2: null, city: person.city, zip: person.zip, countryOfResidence: applicant.us ? 'US' : 'GB', countryOfNationality: 'GB',
    usState: applicant.us ? 'NY' : null, ssn: applicant.us ? person.ssn : null, createdAt: new Date(applicant.createdAt).toISOString(),
  };
}
