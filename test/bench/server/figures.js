/** Arithmetic of the benchmark. */

/** @param share of the values that are not above the result: 0.5 is the median. @returns NaN where there are none */
export function quantile(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export const sum = (values) => values.reduce((total, value) => total + value, 0);

/** The rise of the straight line through the points, by least squares: in units of y for one of x. */
export function slope(points) {
  const middle = (axis) => sum(points.map((point) => point[axis])) / points.length;
  const [x, y] = [middle('x'), middle('y')];
  const spread = sum(points.map((point) => (point.x - x) ** 2));
  return sum(points.map((point) => (point.x - x) * (point.y - y))) / spread;
}

/** Rounds of one load at one side as one. */
export function together(rounds) {
  const answers = sum(rounds.map((round) => round.answers));
  const seconds = sum(rounds.map((round) => round.seconds));
  const times = new Float64Array(answers);
  let offset = 0;
  for (const round of rounds) {
    times.set(round.times, offset);
    offset += round.answers;
  }
  return {
    answers,
    seconds,
    perSecond: answers / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    errors: sum(rounds.map((round) => round.errors)),
    cpuEach: (1000 * sum(rounds.map((round) => round.cpu))) / answers,
    busy: sum(rounds.map((round) => round.busy * round.seconds)) / seconds,
    generatorBusy: sum(rounds.map((round) => round.generatorBusy * round.seconds)) / seconds,
  };
}
