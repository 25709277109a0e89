/** Each of `turns` in turn, round by round, so that what the machine does meanwhile meets them all; a first round warms up and does not count. */
export async function sampled(turns, samples, take) {
  const found = new Map(turns.map((turn) => [turn, []]));
  for (let round = 0; round <= samples; round++) {
    // No turn has always the same one before it.
    const shift = round % turns.length;
    for (const turn of [...turns.slice(shift), ...turns.slice(0, shift)]) {
      const value = await take(turn);
      if (round > 0) found.get(turn).push(value);
    }
  }
  return found;
}

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** From the 25th to the 75th of 100. */
export function spread(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return [0.25, 0.75].map((share) => sorted[Math.round(share * (sorted.length - 1))]);
}
