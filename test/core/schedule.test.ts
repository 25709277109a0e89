import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import * as schedule from '../../src/core/schedule.js';
import { seededRandom } from '../helpers/seeded-random.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const INTERVAL = 5 * SECOND;
/** The last bits of a product depend on the order of its factors: a millionth of a second is theirs. */
const ROUNDING = 0.001;

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const interval = fc.integer({ min: SECOND, max: MINUTE });
const waited = fc.integer({ min: 0, max: 48 * HOUR });

/** Reads until `span` is over, each answered within `latency`. */
function readsWithin(span: number, random: () => number, latency = 200): number {
  let reads = 0;
  for (let at = 0; at < span; at += latency) {
    at += schedule.gapAfterAnswer(at, INTERVAL, random());
    if (at < span) reads++;
  }
  return reads;
}

describe('the gap after an answer', () => {
  const means = [0, 0.5, 1].map((value) => () => value);

  it('makes about 45 reads in the first 30 min, and 40 to 50 whatever is drawn', () => {
    for (const random of [...means, seededRandom(1)]) expect(readsWithin(30 * MINUTE, random)).to.be.within(40, 50);
  });

  it('makes about 300 reads in 24 h, and never more than 400', () => {
    for (const random of [...means, seededRandom(1)]) expect(readsWithin(24 * HOUR, random)).to.be.within(250, 400);
    expect(readsWithin(24 * HOUR, () => 0, 0)).to.be.at.most(400);
  });

  it('is the interval and 6.5 % of the wait, at most 5 min, and up to 20 % more', () => {
    fc.assert(
      fc.property(waited, interval, random, (waited, interval, random) => {
        const gap = schedule.gapAfterAnswer(waited, interval, random);
        const base = Math.min(interval + 0.065 * waited, 5 * MINUTE);
        expect(gap).to.be.at.least(base - ROUNDING);
        expect(gap).to.be.at.most(base * 1.2 + ROUNDING);
      }),
    );
  });

  it('is how late a verdict is told, half of them within 5 % of the wait', () => {
    const random = seededRandom(2);
    const late = Array.from({ length: 2_000 }, () => {
      const wait = 30 * MINUTE * random();
      let at = 0;
      while (at < wait) at += schedule.gapAfterAnswer(at, INTERVAL, random());
      return (at - wait) / wait;
    }).sort((one, other) => one - other);
    expect(late[1_000]).to.be.below(0.05);
  });

  it('never shrinks while the wait goes on', () => {
    fc.assert(
      fc.property(waited, waited, interval, random, (one, other, interval, random) => {
        const [sooner, later] = [Math.min(one, other), Math.max(one, other)];
        expect(schedule.gapAfterAnswer(sooner, interval, random)).to.be.at.most(schedule.gapAfterAnswer(later, interval, random));
      }),
    );
  });
});

describe('the gap after a failure', () => {
  const failures = fc.integer({ min: 1, max: 5_000 });

  it('is at least the gap after an answer, and at most 60 s or four times that gap', () => {
    fc.assert(
      fc.property(failures, waited, interval, random, (failures, waited, interval, random) => {
        const gap = schedule.gapAfterFailure(failures, waited, interval, random);
        const usual = schedule.gapAfterAnswer(waited, interval, random);
        expect(gap).to.be.at.least(usual);
        expect(gap).to.be.at.most(Math.max(4 * usual, MINUTE) + ROUNDING);
      }),
    );
  });

  it('is four times the usual one from the second failure in a row on, but no longer than 5 min and 20 %', () => {
    for (const [failures, gap] of [[1, 40_000], [2, 160_000], [3, 160_000], [50, 160_000]] as const) {
      expect(schedule.gapAfterFailure(failures, 10 * MINUTE, SECOND, 0)).to.be.closeTo(gap, ROUNDING);
    }
    expect(schedule.gapAfterFailure(2, 24 * HOUR, SECOND, 1)).to.equal(6 * MINUTE);
  });

  for (const [failures, cap] of [[1, 5], [2, 10], [3, 20], [4, 40], [5, 60], [50, 60]] as const) {
    it(`is spread over all of ${cap} s after ${failures} in a row`, () => {
      for (const share of [0.5, 0.9, 0.999]) {
        expect(schedule.gapAfterFailure(failures, 0, SECOND, share)).to.be.closeTo(share * cap * SECOND, 1);
      }
      expect(schedule.gapAfterFailure(failures, 0, SECOND, 0)).to.equal(failures > 1 ? 4 * SECOND : SECOND);
    });
  }

  it('grows with each refusal, whatever is drawn, up to 5 min and 20 %', () => {
    fc.assert(
      fc.property(interval, random, random, (interval, first, second) => {
        const gaps = [1, 2, 3].map((refusals, turn) => schedule.gapAfterRefusal(refusals, interval, turn % 2 === 0 ? first : second));
        expect(gaps[0]).to.be.at.least(interval);
        expect(gaps[1]).to.be.above(gaps[0] ?? NaN);
        expect(Math.max(...gaps)).to.be.at.most(6 * MINUTE);
      }),
    );
  });
});

describe('the rest that an endpoint has asked for', () => {
  it('is kept, and those who were told the same moment spread after it over their usual gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300_000 }), waited, interval, random, (retryAfter, waited, interval, random) => {
        const more = schedule.restAfter(retryAfter, waited, interval, random) - retryAfter;
        expect(more).to.be.closeTo(random * schedule.gapAfterAnswer(waited + retryAfter, interval, 1), ROUNDING);
      }),
    );
  });
});

describe('the gap before the exchange is tried again', () => {
  for (const [failures, cap] of [[1, 500], [2, 1_000], [3, 2_000], [4, 4_000], [9, 4_000]] as const) {
    it(`is spread over all of ${cap} ms after ${failures}`, () => {
      for (const share of [0, 0.5, 0.999]) expect(schedule.gapBeforeRetry(failures, share)).to.be.closeTo(share * cap, 0.001);
    });
  }

  it('comes twice at most', () => expect(schedule.EXCHANGE_TRIES).to.equal(3));
});

describe('the gap after a stream that ended', () => {
  it('is anything up to the longest that an answer could have', () => {
    fc.assert(
      fc.property(waited, interval, random, (waited, interval, random) => {
        const longest = schedule.gapAfterAnswer(waited, interval, 1);
        expect(schedule.gapAfterStream(waited, interval, random)).to.be.closeTo(longest * random, ROUNDING);
      }),
    );
  });

  it('lets a fleet whose streams end together read no more often than one that has none', () => {
    const random = seededRandom(1);
    const waits = Array.from({ length: 50_000 }, () => random() * 2 * HOUR);
    const perSecond = waits.reduce((sum, waited) => sum + SECOND / schedule.gapAfterAnswer(waited, INTERVAL, 0.5), 0);
    const reads = new Map<number, number>();
    for (const waited of waits) {
      const window = Math.floor(schedule.gapAfterStream(waited, INTERVAL, random()) / INTERVAL);
      reads.set(window, (reads.get(window) ?? 0) + 1);
    }
    expect(Math.max(...reads.values()) / (INTERVAL / SECOND)).to.be.at.most(1.1 * perSecond);
  });
});

describe('the gap when somebody comes back', () => {
  it('is none, but a moment within 1 s after an outage', () => {
    fc.assert(
      fc.property(random, (random) => {
        expect(schedule.gapAfterReturn(false, random)).to.equal(0);
        expect(schedule.gapAfterReturn(true, random)).to.be.within(0, SECOND);
      }),
    );
    expect(schedule.gapAfterReturn(true, 0.75)).to.equal(750);
  });
});

describe('the interval', () => {
  for (const [seconds, milliseconds] of [
    [5, 5_000],
    [1, 1_000],
    [60, 60_000],
    [0, 1_000],
    [-3, 1_000],
    [0.5, 1_000],
    [61, 60_000],
    [1e12, 60_000],
    [NaN, 5_000],
  ] as const) {
    it(`of ${seconds} s is ${milliseconds} ms`, () => expect(schedule.pollInterval(seconds)).to.equal(milliseconds));
  }

  it('is between 1 s and 60 s whatever is set', () => {
    fc.assert(
      fc.property(fc.double(), (seconds) => {
        expect(schedule.pollInterval(seconds)).to.be.within(1_000, 60_000);
      }),
    );
  });
});
