import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { GOALS } from '../bench/goals.js';
import { judge } from '../bench/judge.js';
import { measure } from '../bench/measures/review.js';
import { inWords } from '../bench/table.js';

describe('a review of half an hour', () => {
  let verdicts;
  before(async () => {
    verdicts = judge(await measure({ samples: 1, throttlings: [1], log: () => undefined }));
  });

  for (const key of ['readsOfReview', 'latenessOfReview', 'streamRequests']) {
    it(`keeps its budget: ${GOALS[key].name}`, () => {
      const { goal, figure, limit, isMet, isHeld, isMeasured } = verdicts.find(({ goal }) => goal === GOALS[key]);
      assert.ok(isMeasured && goal.exact);
      assert.ok(isHeld, `${inWords(figure, goal.unit)}, and at most ${inWords(goal.budget ?? limit.atMost, goal.unit)} is allowed: see test/bench/goals.js`);
      assert.equal(goal.budget !== undefined && isMet, false, 'the goal is reached: its budget and reason can go from test/bench/goals.js');
    });
  }
});
