import { drawLife } from './lives.js';
import { seeded } from './random.js';
import { widgets } from './widget.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Whose verdict fell longer before the beginning is told by then, or hidden and reads nothing. */
const FORGOTTEN = 20 * MINUTE;
const LONGEST_LIFE = 25 * 60 * MINUTE;

/**
 * A fleet of `size` widgets that wait at the same time, in balance: one after the other comes, and as many are told. Widgets know nothing of each other, and the
 * endpoint answers one as it answers all: so each is followed by itself, and its reads are counted by the second.
 *
 * @returns `reads` per second from 0 to `world.until`, and `delays`, sorted: of each user who kept the page in view and whose verdict fell
 *   in the outage, how long after its end that was told
 */
export function runFleet({ size, seed = 1, world, Pace, fleet }) {
  const random = seeded(seed);
  const reads = new Uint32Array(Math.ceil(world.until / SECOND));
  const delays = [];
  const follow = widgets({
    Pace,
    world,
    random,
    onRead: (at) => {
      if (at >= 0) reads[Math.floor(at / SECOND)]++;
    },
  });
  const every = fleet.meanStay / size;
  for (let at = -LONGEST_LIFE; at < world.until; at += every) {
    const life = drawLife(at, fleet, random, -FORGOTTEN, world.until);
    if (life === null || !world.admits(at)) continue;
    const toldAt = follow(life);
    if (life.stays && life.verdictAt >= world.from && life.verdictAt < world.to) delays.push(toldAt - world.to);
  }
  return { reads, delays: Float64Array.from(delays).sort() };
}

/** How often a user reads who keeps the page in view and waits for `span`: the mean of so many. */
export function meanReads(span, { Pace, world, of = 500, seed = 1 }) {
  let reads = 0;
  const follow = widgets({ Pace, world, random: seeded(seed), onRead: () => reads++ });
  for (let user = 0; user < of; user++) follow({ openedAt: 0, steps: [], verdictAt: Infinity, until: span });
  return reads / of;
}

/** Reads per second: `steady` before the outage, and after it the highest mean of `window` seconds, as so many times the steady. */
export function peakAfter(reads, { from, to }, window = 5) {
  const steady = sum(reads, 0, from / SECOND) / (from / SECOND);
  let highest = 0;
  for (let second = to / SECOND; second + window <= reads.length; second++) highest = Math.max(highest, sum(reads, second, second + window));
  return { steady, peak: highest / window / steady };
}

/** The value that a share of the sorted ones does not exceed. */
export function quantile(sorted, share) {
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)];
}

function sum(values, from, to) {
  let total = 0;
  for (let index = from; index < to; index++) total += values[index];
  return total;
}
