/** What the vendors' webhooks say, in their own shapes. */
import { ID, person, sessionId } from './server-world.js';

const CODES = { started: 7001, submitted: 7002, approved: 9001, declined: 9102, resubmission_requested: 9103, expired: 9104, abandoned: 9104, review: 9121 };

/** Veriff's event webhook. */
export function veriffEvent(action, { session = sessionId(1), attempt = 'attempt-1', vendorData = ID, code = CODES[action] } = {}) {
  return { id: session, attemptId: attempt, feature: 'selfid', code, action, vendorData, endUserId: null };
}

/** Veriff's decision, in its webhook and in its answer. */
export function decision(status, { session = sessionId(1), attempt = 'attempt-1', vendorData = ID, code = CODES[status], reasonCode = null, at = null } = {}) {
  const decisionTime = at === null ? null : new Date(at).toISOString();
  return { id: session, attemptId: attempt, vendorData, endUserId: null, status, code, reason: null, reasonCode, decisionTime, person, document: { number: person.ssn } };
}

/** Veriff's decision webhook. */
export function veriffDecision(status, details) {
  return { status: 'success', verification: decision(status, details), technicalData: { ip: '203.0.113.10' } };
}

/** Baanx's `kyc.status.changed`; without a state where `state` is null. `at`: when it happened. */
export function kycChanged(state, { id = ID, user = null, external = null, at = Date.now(), ...more } = {}) {
  return {
    api_version: 'v1',
    event_id: '0d5dd6a4-2c6f-4d52-9a51-8bb1f6f0a001',
    event_category: 'kyc',
    event_type: 'kyc.status.changed',
    ...(user === null ? {} : { user_id: user }),
    ...(external === null ? {} : { user_external_id: external }),
    event_object_id: id,
    ...(state === null ? {} : { event_object_status: state }),
    event_object_changes: {},
    event_object: {},
    occurred_at: new Date(at).toISOString(),
    ...more,
  };
}

/** What the world says of an id now: state and reasons. */
export async function standing(world, asked) {
  const response = await world.get(asked);
  const { verificationState, reasons } = await response.json();
  return reasons === undefined ? verificationState : `${verificationState} ${reasons}`;
}

/** Does something at another instance of the same server. */
export function at(world, exchange, act) {
  const home = world.exchange;
  world.exchange = exchange;
  try {
    return act(world);
  } finally {
    world.exchange = home;
  }
}
