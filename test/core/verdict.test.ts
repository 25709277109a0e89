import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { StatusAnswer } from '../../src/core/contract.js';
import { INITIAL_FLOW, type Attempt, type Sighting } from '../../src/core/flow.js';
import { VERIFICATION_STATES } from '../../src/core/names.js';
import { isNews, isOfBefore, outcomeOf, understand } from '../../src/core/verdict.js';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 0, 5);

const attempt = (change: Partial<Attempt>): Attempt => ({ ...INITIAL_FLOW.attempt, ...change });
const rejected = (updatedAt: number | null): Sighting => ({ verificationState: 'REJECTED', updatedAt });
const status = (change: Partial<StatusAnswer>): StatusAnswer => ({
  verificationState: 'REJECTED',
  reasons: [],
  retryAt: null,
  updatedAt: null,
  stream: false,
  ...change,
});

describe('the outcome of a state', () => {
  const outcomes = {
    UNVERIFIED: null,
    PENDING: null,
    VERIFIED: 'verified',
    REJECTED: 'rejected',
    RESUBMISSION_REQUESTED: 'resubmission',
    EXPIRED: 'expired',
  } as const;
  for (const state of VERIFICATION_STATES) {
    it(`of ${state} is ${outcomes[state] ?? 'none'}`, () => {
      expect(outcomeOf(state)).to.equal(outcomes[state]);
    });
  }
});

describe('news', () => {
  const cases = [
    { title: 'the first answer', attempt: attempt({}), seen: rejected(null), news: true },
    { title: 'another state', attempt: attempt({ baseline: { verificationState: 'EXPIRED', updatedAt: 9 } }), seen: rejected(1), news: true },
    { title: 'a newer date', attempt: attempt({ baseline: rejected(1) }), seen: rejected(2), news: true },
    { title: 'another state in between', attempt: attempt({ baseline: rejected(1), otherSeen: true }), seen: rejected(1), news: true },
    { title: 'the same date', attempt: attempt({ baseline: rejected(1) }), seen: rejected(1), news: false },
    { title: 'an older date', attempt: attempt({ baseline: rejected(2) }), seen: rejected(1), news: false },
    { title: 'no dates', attempt: attempt({ baseline: rejected(null) }), seen: rejected(null), news: false },
    { title: 'a date where there was none', attempt: attempt({ baseline: rejected(null) }), seen: rejected(1), news: false },
    { title: 'no date where there was one', attempt: attempt({ baseline: rejected(1) }), seen: rejected(null), news: false },
  ] as const;
  for (const { title, attempt, seen, news } of cases) {
    it(`${news ? 'is' : 'is not'} ${title}`, () => {
      expect(isNews({ ...INITIAL_FLOW, attempt }, seen)).to.equal(news);
    });
  }

  it('always is VERIFIED where nobody can be verified twice, and an old one in re-verification', () => {
    const seen = { verificationState: 'VERIFIED', updatedAt: null } as const;
    const flow = { ...INITIAL_FLOW, attempt: attempt({ baseline: seen }) };
    expect(isNews(flow, seen)).to.equal(true);
    expect(isNews({ ...flow, reverify: true }, seen)).to.equal(false);
  });

  it('never is an answer that repeats the old one in re-verification', () => {
    const sighting = fc.record({ verificationState: fc.constantFrom(...VERIFICATION_STATES), updatedAt: fc.option(fc.integer()) });
    fc.assert(fc.property(sighting, (seen) => !isNews({ ...INITIAL_FLOW, reverify: true, attempt: attempt({ baseline: seen }) }, seen)));
  });
});

describe('an answer of before', () => {
  it('is one of a read that was sent before the frame opened', () => {
    const flow = { ...INITIAL_FLOW, lastSentAt: 50, attempt: attempt({ openedAt: 100 }) };
    expect(isOfBefore(flow, 99)).to.equal(true);
    expect(isOfBefore(flow, 101)).to.equal(false);
  });

  it('is the first that came at all, in the open frame, if its read was sent before the documents were', () => {
    const inFrame = { ...INITIAL_FLOW, screen: { name: 'verifying', since: 100, startedAgain: false, held: null, left: false } } as const;
    const open = attempt({ openedAt: 100 });
    expect(isOfBefore({ ...inFrame, attempt: open }, 101)).to.equal(true);
    expect(isOfBefore({ ...INITIAL_FLOW, attempt: open }, 101)).to.equal(false);
    const submitted = attempt({ openedAt: 100, submittedAt: 200 });
    expect(isOfBefore({ ...inFrame, attempt: submitted }, 199)).to.equal(true);
    expect(isOfBefore({ ...inFrame, attempt: submitted }, 200)).to.equal(false);
  });

  it('is none where no frame has opened', () => {
    expect(isOfBefore({ ...INITIAL_FLOW, attempt: attempt({}) }, -1e9)).to.equal(false);
  });
});

describe('the time of a retry', () => {
  const held = (retryAt: string | null, now = NOW): number | null => understand(status({ retryAt }), 5_000, now)?.heldUntil ?? null;

  it('is moved to the flow’s own clock', () => {
    expect(held(new Date(NOW + 60_000).toISOString())).to.equal(65_000);
  });

  it('is 24 h ahead at most, by whatever clock', () => {
    expect(held(new Date(NOW + 400 * DAY).toISOString())).to.equal(5_000 + DAY);
    expect(held(new Date(NOW).toISOString(), NOW - 365 * DAY)).to.equal(5_000 + DAY);
  });

  it('holds nothing back when it is past or not said', () => {
    expect(held(new Date(NOW).toISOString())).to.equal(null);
    expect(held(new Date(NOW - DAY).toISOString())).to.equal(null);
    expect(held(null)).to.equal(null);
  });

  it('is no reason to take an unknown word for news', () => {
    expect(understand(status({ verificationState: null, retryAt: new Date(NOW + DAY).toISOString() }), 0, NOW)).to.equal(null);
  });
});
