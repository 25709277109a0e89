import { before, describe, it } from 'node:test';
import { GOALS } from '../bench/goals.js';
import { judge } from '../bench/judge.js';
import { measure } from '../bench/measures/review.js';
import { assertKept } from '../helpers/kept-budget.js';

describe('a review of half an hour', () => {
  let verdicts;
  before(async () => {
    verdicts = judge(await measure({ samples: 1, throttlings: [1], log: () => undefined }));
  });

  for (const key of ['readsOfReview', 'latenessOfReview', 'streamRequests']) {
    it(`keeps its budget: ${GOALS[key].name}`, () => assertKept(verdicts, GOALS[key]));
  }
});
