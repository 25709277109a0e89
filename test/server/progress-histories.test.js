import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { beginSession, mergeFact, NO_SESSIONS, standingOfSessions } from '../../dist/server/providers/veriff/progress.js';
import { fact } from '../helpers/veriff-facts.js';

/**
 * What may happen to a person in sessions that were handed out, in Veriff's own words: decisions carry their time, events none. A
 * webhook is heard after it was said, whenever that is.
 */
const ENDS = {
  open: [],
  submitted: [['submitted', 'PENDING', []]],
  resubmission: [['submitted', 'PENDING', []], ['decided', 'RESUBMISSION_REQUESTED', ['document-expired']]],
  approved: [['submitted', 'PENDING', []], ['decided', 'VERIFIED', []]],
  declined: [['submitted', 'PENDING', []], ['decided', 'REJECTED', ['name-mismatch']]],
  expired: [['decided', 'EXPIRED', []]],
};
const HEARD = 1_000;

const history = fc
  .array(fc.tuple(fc.nat({ max: 3 }), fc.constantFrom(...Object.keys(ENDS))), { minLength: 1, maxLength: 2 })
  .map((sessions) => {
    let time = 0;
    return sessions.flatMap(([sentBack, end], session) => {
      const attempts = [...Array.from({ length: sentBack }, () => 'resubmission'), end];
      return attempts.flatMap((outcome, attempt) =>
        [['started', 'UNVERIFIED', []], ...ENDS[outcome]].map(([step, state, reasons]) =>
          fact(`s${session}`, `a${attempt}`, step, state, { reasons, saidAt: step === 'decided' ? ++time : null }),
        ),
      );
    });
  });
const heardInOrders = history.chain((facts) =>
  fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }), fc.array(fc.nat({ max: facts.length - 1 }))),
);

const start = ['s0', 's1'].reduce((progress, sessionId, createdAt) => beginSession(progress, { sessionId, createdAt, expiresAt: 9_999 }), NO_SESSIONS);
const hear = (facts, progress = start, from = HEARD) => facts.reduce((before, each, index) => mergeFact(before, { ...each, heardAt: from + index }), progress);
const stateOf = (progress) => {
  const { state, reasons } = standingOfSessions(progress);
  return [state, ...reasons].join(' ');
};

test('whatever happened ends in the same state, in whatever order it is heard', () => {
  fc.assert(
    fc.property(heardInOrders, ([facts, order]) => assert.equal(stateOf(hear(order)), stateOf(hear(facts)))),
    { numRuns: 20_000 },
  );
});

test('what is heard again, later, changes nothing', () => {
  fc.assert(
    fc.property(heardInOrders, ([facts, order, again]) => {
      const progress = hear(order);
      assert.deepEqual(hear(again.map((index) => facts[index]), progress, 2 * HEARD), progress);
    }),
    { numRuns: 20_000 },
  );
});

test('an approval is never taken back by what is heard after it', () => {
  fc.assert(
    fc.property(
      heardInOrders.filter(([facts]) => facts.some(({ state }) => state === 'VERIFIED')),
      ([, order]) => {
        const states = order.map((_, index) => stateOf(hear(order.slice(0, index + 1))));
        assert.ok(states.slice(states.indexOf('VERIFIED')).every((state) => state === 'VERIFIED'), states.join(', '));
      },
    ),
    { numRuns: 10_000 },
  );
});

test('heard in the order in which it happened, the last session that got anywhere says where it stands', () => {
  const expected = { open: 'UNVERIFIED', submitted: 'PENDING', resubmission: 'RESUBMISSION_REQUESTED document-expired', approved: 'VERIFIED', declined: 'REJECTED name-mismatch', expired: 'EXPIRED' };
  for (const [end, state] of Object.entries(expected)) {
    const facts = [['started', 'UNVERIFIED', []], ...ENDS[end]].map(([step, each, reasons], index) => fact('s1', 'a', step, each, { reasons, saidAt: step === 'decided' ? index : null }));
    assert.equal(stateOf(hear(facts)), state, end);
  }
});
