import { GOALS, SUBJECTS } from './goals.js';

const OTHERS = Object.values(SUBJECTS).filter((name) => name !== SUBJECTS.ours);

/**
 * The rows of measures, held against the goals: one verdict for each limit. `value` is what the limit is compared with, a multiple where the limit is one;
 * `isHeld` says of what was measured whether it keeps its limit or, where that is known to be out of reach, the budget or the reason in its place.
 */
export function judge(rows, goals = GOALS) {
  return Object.entries(goals).flatMap(([key, goal]) => goal.limits.map((limit) => judgeLimit(rows.filter((row) => row.goal === (goal.of ?? key) && isAt(goal, row)), goal, limit)));
}

/** A figure at another throttling is told, and not judged. */
const isAt = (goal, { throttling }) => throttling === undefined || goal.throttling === undefined || throttling === goal.throttling;

function judgeLimit(rows, goal, limit) {
  const worst = rows.filter(({ subject }) => !OTHERS.includes(subject)).sort((one, other) => other.figure - one.figure)[0];
  const other = rows.find(({ subject }) => subject === limit.times);
  if (worst === undefined || (limit.times !== undefined && other === undefined)) return { goal, limit, isMeasured: false };
  const { figure } = worst;
  const value = limit.times === undefined ? figure : figure / other.figure;
  const isMet = limit.below === undefined ? value <= limit.atMost : value < limit.below;
  const isHeld = isMet || (goal.exact ? goal.budget !== undefined && figure <= goal.budget : goal.reason !== undefined);
  return { goal, limit, isMeasured: true, figure, value, isMet, isHeld };
}
