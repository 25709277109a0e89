import { calm } from '../fleet/outages.js';
import { followPoller } from '../fleet/poller.js';
import { seeded } from '../fleet/random.js';
import { quantile, sum } from './server/figures.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const REVIEW = 30 * MINUTE;
/** Milliseconds. Somebody opens Veriff, sends the documents after two minutes and closes it ten seconds later. */
const SENT = 2 * MINUTE;
const CLOSED = SENT + 10 * SECOND;
/** What is usual elsewhere: one read every five seconds, answered as fast as ours. */
const NAIVE_GAP = 5 * SECOND;
const WORLD = calm(Infinity);
const { latency: LATENCY } = WORLD.answer(0);

/** Follows the product's own poller, on a clock of its own, through a review that ends `span` after the documents were sent. */
async function follow(span, random) {
  const life = { openedAt: 0, steps: [{ at: SENT, kind: 'submit' }, { at: CLOSED, kind: 'finish' }], verdictAt: SENT + span, until: Infinity };
  const { reads, toldAt } = await followPoller(life, WORLD, random);
  return { reads: reads.filter((at) => at >= SENT).length, lateness: toldAt - life.verdictAt };
}

function followNaive(span) {
  const reads = Math.ceil(span / NAIVE_GAP);
  return { reads, lateness: reads * NAIVE_GAP + LATENCY - span };
}

/**
 * Reviews of 30 minutes, of which the reads are counted, and reviews with a verdict at any moment of those, of which is told how long after the
 * verdict the user heard of it, as a share of the wait. The same at each run.
 */
export async function followReviews(count, seed = 1) {
  const random = seeded(seed);
  const reads = [];
  const shares = { element: [], naive: [] };
  for (let turn = 0; turn < count; turn++) {
    reads.push((await follow(REVIEW, random)).reads);
    const span = REVIEW * random();
    shares.element.push((await follow(span, random)).lateness / span);
    shares.naive.push(followNaive(span).lateness / span);
  }
  return {
    reads: { most: Math.max(...reads), mean: sum(reads) / count, naive: followNaive(REVIEW).reads },
    lateness: Object.fromEntries(Object.entries(shares).map(([who, values]) => [who, { median: quantile(values, 0.5), late: quantile(values, 0.95) }])),
  };
}
