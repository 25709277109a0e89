import assert from 'node:assert/strict';
import { inWords } from '../bench/table.js';

/** Of the benchmark's verdicts that of a goal which is counted: its limit is kept or, where it is out of reach, its budget; and no budget outlives its use. */
export function assertKept(verdicts, counted) {
  const { goal, figure, limit, isMeasured, isMet, isHeld } = verdicts.find(({ goal }) => goal === counted);
  assert.ok(isMeasured && goal.exact, `${goal.name} was not counted`);
  assert.ok(isHeld, `${inWords(figure, goal.unit)}, and at most ${inWords(goal.budget ?? limit.atMost, goal.unit)} is allowed: see test/bench/goals.js`);
  assert.equal(goal.budget !== undefined && isMet, false, 'the goal is reached: its budget and reason can go from test/bench/goals.js');
}
