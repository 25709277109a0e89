import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { GOALS, SUBJECTS } from '../bench/goals.js';
import { judge } from '../bench/judge.js';
import { goalsTable } from '../bench/table.js';
import * as bytes from '../bench/measures/bytes.js';
import * as rendered from '../bench/measures/rendered.js';
import { assertKept } from '../helpers/kept-budget.js';
import { readText } from '../helpers/repository.js';

/** Of the goals of `npm run bench` those that are counted, on the way of a whole journey. */
describe('the budgets', () => {
  let verdicts;
  before(async () => {
    const rows = [...(await bytes.exact()), ...(await rendered.measure())];
    verdicts = judge(rows).filter(({ isMeasured }) => isMeasured);
  });

  for (const key of ['bytesToFirstPaint', 'bytesOfJourney', 'requestsOfJourney', 'scriptsBeforeServerPaint']) {
    it(`are kept: ${GOALS[key].name}`, () => assertKept(verdicts, GOALS[key]));
  }
});

describe('the page on performance', () => {
  /** Measure and goal of each line. */
  const lines = (text) => [...text.matchAll(/^\| (.+?) \| (.+?) \| .* \| .* \|$/gm)].map(([, name, goal]) => `${name}: ${goal}`);

  it('has each goal, as it is', () => {
    const [, section] = /^## The goals\n([^]*?)^## /m.exec(readText('demo/docs/performance.md'));
    assert.deepEqual(lines(section), lines(goalsTable([])));
    assert.ok(lines(section).length > Object.keys(GOALS).length);
  });
});

describe('the verdicts of the benchmark', () => {
  const { ours, floor } = SUBJECTS;
  const goals = (goal) => ({ tried: { name: 'tried', unit: 'ms', ...goal } });
  const judged = (goal, ...rows) => {
    const [{ isMeasured, isMet, isHeld, value }] = judge(rows.map((row) => ({ goal: 'tried', subject: ours, unit: 'ms', ...row })), goals(goal));
    return isMeasured ? { isMet, isHeld, value } : null;
  };

  it('are given of the worst figure, and of none where nothing was measured', () => {
    const goal = { limits: [{ atMost: 5 }] };
    assert.deepEqual(judged(goal, { figure: 5 }), { isMet: true, isHeld: true, value: 5 });
    assert.deepEqual(judged(goal, { figure: 5 }, { figure: 6 }), { isMet: false, isHeld: false, value: 6 });
    assert.equal(judged(goal), null);
    assert.equal(judged(goal, { subject: floor, figure: 1 }), null);
  });

  it('know below from at most', () => {
    assert.equal(judged({ limits: [{ below: 100 }] }, { figure: 100 }).isMet, false);
    assert.equal(judged({ limits: [{ below: 100 }] }, { figure: 99 }).isMet, true);
  });

  it('compare with another subject, at the same throttling', () => {
    const goal = { throttling: 4, limits: [{ atMost: 1.6, times: floor }] };
    const rows = [{ subject: floor, throttling: 1, figure: 1 }, { subject: floor, throttling: 4, figure: 10 }, { throttling: 1, figure: 90 }];
    assert.deepEqual(judged(goal, ...rows, { throttling: 4, figure: 16 }), { isMet: true, isHeld: true, value: 1.6 });
    assert.deepEqual(judged(goal, ...rows, { throttling: 4, figure: 17 }), { isMet: false, isHeld: false, value: 1.7 });
    assert.equal(judged(goal, { throttling: 4, figure: 16 }), null);
  });

  it('hold what is counted to its budget, and let a timing miss only with a reason', () => {
    const counted = { exact: true, limits: [{ atMost: 5 }], budget: 7, reason: 'because' };
    assert.deepEqual([5, 7, 8].map((figure) => judged(counted, { figure })).map(({ isMet, isHeld }) => [isMet, isHeld]), [[true, true], [false, true], [false, false]]);
    assert.equal(judged({ exact: true, limits: [{ atMost: 5 }], reason: 'because' }, { figure: 6 }).isHeld, false);
    assert.equal(judged({ limits: [{ atMost: 5 }], reason: 'because' }, { figure: 6 }).isHeld, true);
    assert.equal(judged({ limits: [{ atMost: 5 }] }, { figure: 6 }).isHeld, false);
  });
});
