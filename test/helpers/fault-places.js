import assert from 'node:assert/strict';
import { en } from '../../dist/localization/en.js';

/** Refusals for good: a first read that brings one leads to `failed`. */
const FINAL = [400, 401, 403, 404, 498, 499];
/** How often the exchange is tried, and the longest gaps before the second and third time, in milliseconds. */
const TRIES = 3;
const GAPS = [500, 1_000];

/**
 * Where a fault may strike. Each place leads the user there, lets the fault strike, says what must be so by the contract, and
 * whether the way on from there is clear once it is over.
 */
export const PLACES = {
  /** The token exchange. */
  async exchange(walk, fault) {
    walk.world.isHit = (method) => method === 'POST';
    await walk.open();
    await walk.untilState('guidance');
    await fault.strike(walk);
    await walk.press();
    if (fault.isHarmless) return void (await (fault.arrive?.(walk) ?? walk.untilState('verifying', fault.limits)));
    const { error, requests, date, said } = await walk.untilState('failed', fault.limits);
    const { wait = null } = fault;
    if (wait === null) assert.equal(error.retryAt, null);
    else assert.ok(Math.abs(Date.parse(error.retryAt) - date - wait * 1_000) < 5_000, `to be tried again at ${error.retryAt}`);
    assert.equal(error.code, fault.code);
    assert.equal(error.phase, 'exchange');
    assertTold(said, en.errors[error.code].text);
    assert.equal(error.httpStatus, fault.httpStatus ?? null);
    const tries = requests.filter(({ method }) => method === 'POST');
    assert.equal(tries.length, fault.tries ?? (repeats(fault) ? TRIES : 1));
    tries.slice(1).forEach(({ after }, index) => assert.ok(after <= Math.max(GAPS[index], fault.rest ?? 0) && after >= (fault.rest ?? 0), `a gap of ${after} ms`));
  },

  /** The first read. */
  async first(walk, fault) {
    walk.world.isHit = (method) => method === 'GET';
    await fault.strike(walk);
    await walk.open();
    if (fault.isHarmless) return void (await walk.untilState('guidance', fault.limits));
    if (!FINAL.includes(fault.httpStatus)) return void (await walk.untilState('guidance', { limit: 3_500 }));
    const { error, said } = await walk.untilState('failed');
    assertTold(said, en.errors[error.code].text);
    assert.deepEqual([error.code, error.phase, error.httpStatus], [fault.code, 'status', fault.httpStatus]);
  },

  /** Reads while Veriff is open. */
  async open(walk, fault) {
    walk.world.isHit = (method) => method === 'GET';
    await walk.open();
    await walk.untilState('guidance');
    await walk.press();
    await walk.say('STARTED');
    await fault.strike(walk);
    const { state, events } = await threeReads(walk, fault);
    assert.equal(state, 'verifying');
    assert.deepEqual(eventNames(events), ['start', 'opened']);
  },

  /** Reads while the documents are in review: never a failure. */
  async review(walk, fault) {
    walk.world.isHit = (method) => method === 'GET';
    await walk.open();
    await walk.untilState('guidance');
    await walk.press();
    await walk.submit();
    await walk.until(({ events }) => events.some(({ name }) => name === 'pending'), { what: 'kyc-pending' });
    await fault.strike(walk);
    const { state, events, said } = await threeReads(walk, fault);
    assert.equal(state, 'reviewing');
    const [stalled] = events.filter(({ name }) => name === 'stalled').map(({ detail }) => detail.reason);
    assert.equal(stalled, stallOf(fault));
    assert.deepEqual(eventNames(events).filter((name) => name !== 'stalled'), ['start', 'opened', 'submitted', 'pending']);
    // Asked by the user, it is told by a line, and still no failure.
    await walk.press('check-button');
    const told = await walk.until(({ isBusy, actions }) => !isBusy && actions.includes('Check now'), { ...fault.limits, what: 'the answer to Check now' });
    assert.equal(told.state, 'reviewing');
    assert.equal(told.notice, en.notices[fault.isHarmless ? 'check-unchanged' : 'check-failed']);
    assertTold(told.said.slice(said.length), told.notice);
  },
};

/** Screen readers are told it once, and nothing after it. */
function assertTold(said, text) {
  assert.equal(said.findIndex((words) => words.endsWith(text)), said.length - 1, `${said.join(' | ')} ends with ${text}`);
}

/** By the contract nothing but the line, and the endpoint's own failures, are tried again. */
function repeats({ code, httpStatus }) {
  return ['network', 'timeout'].includes(code) ? httpStatus === undefined : httpStatus >= 500;
}

function stallOf({ httpStatus }) {
  if ([400, 404].includes(httpStatus)) return 'record-closed';
  return FINAL.includes(httpStatus) ? 'unauthorized' : undefined;
}

/** Until the fault has struck three reads that the page sent by itself, or as many as it sends. */
async function threeReads(walk, fault) {
  const reads = ({ requests }) => requests.filter(({ method }) => method === 'GET').length;
  const before = reads(await walk.look());
  const wanted = before + (stallOf(fault) === 'record-closed' ? 1 : 3);
  const { requests } = await walk.until((seen) => reads(seen) >= wanted, { limit: 1_800_000, pace: 1_000 * Math.max(fault.wait ?? 1, 1), what: `${wanted} reads` });
  const times = requests.filter(({ method }) => method === 'GET').map(({ at }) => at).slice(before);
  times.slice(1).forEach((at, index) => assert.ok(at - times[index] >= 1_000 * Math.max(fault.wait ?? 0, 1), `reads ${times}`));
  return walk.until(({ isBusy }) => !isBusy, fault.limits);
}

function eventNames(events) {
  return events.map(({ name }) => name).filter((name) => name !== 'state-change');
}
