import { person } from './canaries.js';
import type { Session, SessionStatus } from './veriff-sessions.js';

/** Veriff's codes for the end of a session. */
const codes: Partial<Record<SessionStatus, number>> = {
  approved: 9001, declined: 9102, resubmission_requested: 9103, expired: 9104, abandoned: 9104,
};

/** Veriff's words for its granular reason codes, as far as the sandbox uses them. They are never shown to a person. */
const reasonTexts: Readonly<Record<number, string>> = {
  101: 'Physical document not used', 102: 'Suspected document tampering',
  103: 'Person showing the document does not appear to match document photo', 104: 'Name entered does not match name on document',
  120: 'Person on the portrait does not appear to match reference photo', 201: 'Video and/or photos missing', 204: 'Poor image quality',
  205: 'Document damaged', 206: 'Document type not supported', 207: 'Document expired', 539: 'Resubmission limit exceeded',
};

/** The body of `GET /v1/sessions/{id}/decision` and of the decision webhook: `verification` is null until there is a decision. */
export function decisionBody(session: Session): Record<string, unknown> {
  const { id, attemptId, vendorData, endUserId, status, decided } = session;
  const code = codes[status];
  if (code === undefined || decided === null) return { status: 'success', verification: null };
  if (status === 'expired' || status === 'abandoned') return { status: 'success', verification: { id, vendorData, status, code } };
  const reasonCode = status === 'approved' ? null : (decided.verdict.reasonCode ?? (status === 'declined' ? 102 : 204));
  // Only an approval is dated, as in the documented bodies.
  const times = status === 'approved' ? {
    decisionTime: new Date(decided.at).toISOString(), acceptanceTime: new Date(session.submittedAt ?? decided.at).toISOString(),
  } : {};
  return {
    status: 'success',
    verification: {
      id, attemptId, vendorData, endUserId, status, code, ...times,
      reason: reasonCode === null ? null : (reasonTexts[reasonCode] ?? null), reasonCode,
      person: {
        firstName: person.firstName.toUpperCase(), lastName: person.lastName.toUpperCase(), dateOfBirth: person.dateOfBirth, idNumber: null,
      },
      document: { number: person.documentNumber, type: 'PASSPORT', country: 'GB', validUntil: '2033-03-01' },
      additionalVerifiedData: {}, comments: [], highRisk: false,
    },
    technicalData: { ip: '203.0.113.10' },
  };
}

const eventCodes = { started: 7001, submitted: 7002 } as const;

/** The body of the event webhook. */
export function eventBody({ id, attemptId, vendorData, endUserId }: Session, action: keyof typeof eventCodes): Record<string, unknown> {
  return { id, attemptId, feature: 'selfid', code: eventCodes[action], action, vendorData, endUserId };
}
