import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { mergeWord, NOTHING_SAID, standingOfWord } from '../../dist/server/providers/baanx/progress.js';
import { beginSession, mergeFact, NO_SESSIONS, standingOfSessions } from '../../dist/server/providers/veriff/progress.js';
import { fact, ordersOf, word } from '../helpers/veriff-facts.js';

const STATES = ['UNVERIFIED', 'PENDING', 'VERIFIED', 'REJECTED', 'RESUBMISSION_REQUESTED', 'EXPIRED'];
/** Few values each, so that facts meet. */
const time = fc.integer({ min: 0, max: 5 });
const meaning = fc.constantFrom(
  ['started', 'UNVERIFIED', []],
  ['submitted', 'PENDING', []],
  ['decided', 'VERIFIED', []],
  ['decided', 'REJECTED', ['not-accepted']],
  ['decided', 'REJECTED', ['name-mismatch']],
  ['decided', 'RESUBMISSION_REQUESTED', ['document-expired']],
  ['decided', 'RESUBMISSION_REQUESTED', ['document-unreadable']],
  ['decided', 'EXPIRED', []],
);
const facts = (sessions) =>
  fc
    .tuple(fc.constantFrom(...sessions), fc.constantFrom('', 'a', 'b', 'c'), meaning, fc.option(time), time)
    .map(([session, attempt, [step, state, reasons], saidAt, heardAt]) => fact(session, attempt, step, state, { saidAt, heardAt, reasons }));
const words = fc
  .tuple(fc.constantFrom(...STATES), fc.option(time), time)
  .map(([state, saidAt, heardAt]) => word(state, { saidAt, heardAt }));

const handedOut = ['s', 't'].reduce((progress, sessionId, index) => beginSession(progress, { sessionId, createdAt: index, expiresAt: 99 }), NO_SESSIONS);
const all = (start, list) => list.reduce(mergeFact, start);
/** Key order apart: what is written into the store and read from it is the same. */
const same = (one, other) => {
  assert.deepEqual(one, other);
  assert.deepEqual(standingOfSessions(one), standingOfSessions(other));
};

test('a fact of Veriff\'s said twice is as good as once', () => {
  fc.assert(
    fc.property(fc.array(facts(['s', 't', 'u']), { maxLength: 8 }), facts(['s', 't', 'u']), (before, each) => {
      const once = mergeFact(all(handedOut, before), each);
      assert.strictEqual(mergeFact(once, each), once);
    }),
    { numRuns: 5_000 },
  );
});

test('what Veriff said before, said again at the end, changes nothing', () => {
  fc.assert(
    fc.property(fc.array(facts(['s', 't', 'u']), { minLength: 1, maxLength: 8 }), (list) => {
      const progress = all(handedOut, list);
      same(all(progress, list), progress);
    }),
    { numRuns: 5_000 },
  );
});

test('facts of sessions that were handed out end in the same progress in any order', () => {
  fc.assert(
    fc.property(shuffled(facts(['s', 't']), 8), ([list, other]) => same(all(handedOut, list), all(handedOut, other))),
    { numRuns: 10_000 },
  );
});

test('facts of sessions that were never heard of end in the same progress in any order', () => {
  fc.assert(
    fc.property(shuffled(facts(['u', 'v', 'w']), 8), ([list, other]) => same(all(NO_SESSIONS, list), all(NO_SESSIONS, other))),
    { numRuns: 10_000 },
  );
});

test('a store that keeps JSON keeps the progress', () => {
  fc.assert(
    fc.property(fc.array(facts(['s', 'u']), { maxLength: 8 }), (list) => {
      const progress = all(handedOut, list);
      same(JSON.parse(JSON.stringify(progress)), progress);
    }),
  );
});

test('sessions and attempts without end do not let the progress grow without end', () => {
  const crowd = (each) => Array.from({ length: 500 }, (_, index) => each(String(index), index));
  const sessions = all(NO_SESSIONS, crowd((name, heardAt) => fact(name, 'a', 'submitted', 'PENDING', { heardAt })));
  const attempts = all(NO_SESSIONS, crowd((name, heardAt) => fact('s', name, 'submitted', 'PENDING', { heardAt })));
  assert.ok(JSON.stringify(sessions).length < 4_000, 'sessions');
  assert.ok(JSON.stringify(attempts).length < 4_000, 'attempts');
});

test('Baanx\'s words end in the same progress in any order', () => {
  fc.assert(
    fc.property(shuffled(words, 8), ([list, other]) => assert.deepEqual(list.reduce(mergeWord, NOTHING_SAID), other.reduce(mergeWord, NOTHING_SAID))),
    { numRuns: 10_000 },
  );
});

test('a word of Baanx\'s said twice is as good as once', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), words, (before, each) => {
      const once = mergeWord(before.reduce(mergeWord, NOTHING_SAID), each);
      assert.strictEqual(mergeWord(once, each), once);
    }),
    { numRuns: 5_000 },
  );
});

test('Baanx\'s last word counts, by the time it happened', () => {
  const [early, late] = [word('REJECTED', { saidAt: 1_000, heardAt: 9_000 }), word('VERIFIED', { saidAt: 2_000, heardAt: 9_000 })];
  for (const order of ordersOf([early, late, early, late])) {
    assert.deepEqual(standingOfWord(order.reduce(mergeWord, NOTHING_SAID)), { state: 'VERIFIED', reasons: [], since: 2_000 });
  }
});

test('two clocks that differ by less than a minute do not turn a verdict back', () => {
  const after = (ms) => standingOfWord([word('VERIFIED', { saidAt: 1_000_000, heardAt: 1_000_000 }), word('PENDING', { heardAt: 1_000_000 + ms, source: 'read' })].reduce(mergeWord, NOTHING_SAID)).state;
  assert.deepEqual([-60_000, -1, 1, 60_000].map(after), ['VERIFIED', 'VERIFIED', 'VERIFIED', 'VERIFIED']);
  assert.equal(after(60_001), 'PENDING');
});

test('a read that repeats the last word does not date it anew', () => {
  const once = mergeWord(NOTHING_SAID, word('PENDING', { saidAt: 1_000 }));
  assert.strictEqual(mergeWord(once, word('PENDING', { heardAt: 9_000_000, source: 'read' })), once);
});

function shuffled(arbitrary, maxLength) {
  return fc
    .array(arbitrary, { minLength: 2, maxLength })
    .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })));
}
