import { meanReads, peakAfter, quantile, runFleet } from './fleet.js';
import { FLEETS } from './lives.js';
import { calm, outage } from './outages.js';
import { HastyPace, ReadingPace } from './paces.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** So many users wait at the same time in what `demo/docs/reading.md` shows. */
export const SHOWN_SIZE = 100_000;
/** Seconds: the fewer users, the more of them are needed for the mean to say anything. */
export const SHOWN_WINDOW = 30;

/** The outages after which a fleet may read 1.1 times as often as usual at most, by what they are called in the document. */
export const OUTAGES = [
  { span: '60 s', then: 'refused at once', world: outage(MINUTE) },
  { span: '60 s', then: 'hang until they are given up', world: outage(MINUTE, { fails: 'hanging' }) },
  { span: '60 s', then: '503 with a `Retry-After` that names the end', world: outage(MINUTE, { fails: 'resting' }) },
  { span: '30 min', then: 'refused at once', world: outage(30 * MINUTE) },
  { span: '30 min', then: 'hang until they are given up', world: outage(30 * MINUTE, { fails: 'hanging' }) },
  { span: '30 min', then: '503 with a `Retry-After` that names the end', world: outage(30 * MINUTE, { fails: 'resting' }) },
  { span: '30 min', then: 'refused, and nobody can start meanwhile', world: outage(30 * MINUTE, { starts: false }) },
];

const [, SHORT, , LONG] = OUTAGES;
export const HASTY_SHORT = { ...SHORT, Pace: HastyPace };
export const HASTY = { span: 'for comparison, 30 min', then: 'refused; repeated within 60 s', world: LONG.world, Pace: HastyPace };

/** To the steady of the usual fleet without streams. */
export const STREAMS = [
  { name: 'all streams break in the same moment (a server restarts), for 5 s', world: outage(5 * SECOND, { streams: true }) },
  { name: 'the same for 60 s', world: outage(MINUTE, { streams: true }) },
];

/** What else is told in the document. */
export const OTHERS = [
  { name: '30 min, all reviews take 5–15 min', world: LONG.world, fleet: FLEETS.quick },
  { name: '30 min, most reviews take 15 min to 24 h', world: LONG.world, fleet: FLEETS.slow },
  { name: '30 min, everybody keeps the page in view', world: LONG.world, fleet: FLEETS.inView },
  { name: '2 h, people go on to send documents', world: outage(2 * HOUR) },
  { name: '2 h, nobody can start meanwhile', world: outage(2 * HOUR, { starts: false }) },
];

const LINE = { world: outage(30 * MINUTE, { line: true }) };

const followed = new Map();

/** The fleet of a case, followed once. */
export function follow(one) {
  const { world, Pace = ReadingPace, fleet = FLEETS.usual } = one;
  if (!followed.has(one)) followed.set(one, runFleet({ size: SHOWN_SIZE, world, Pace, fleet }));
  return followed.get(one);
}

export const peakOf = (one, window = SHOWN_WINDOW) => peakAfter(follow(one).reads, one.world, window).peak;

/** Reads a second before the outage. */
export const steadyOf = (one) => peakAfter(follow(one).reads, one.world).steady;

/** As so many times the steady of a fleet without streams. */
export const peakOfStreams = (one) => (peakOf(one) * steadyOf(one)) / steadyOf(LONG);

/** Seconds after the outage until that share was told whose verdict fell in it. */
export const toldBy = (one, share) => quantile(follow(one).delays, share) / SECOND;

/** The figures of the document's sentences. */
export const FACTS = {
  readsIn: (span) => meanReads(span, { Pace: ReadingPace, world: calm(Infinity) }),
  steady: () => steadyOf(LONG) / SHOWN_SIZE,
  /** Of the reads of a fleet, so much streams take away. */
  taken: () => 1 - steadyOf(STREAMS[1]) / steadyOf(LONG),
  /** Everybody's own line is back in the same second. */
  atOnce: () => peakOf(LINE, 1),
  /** How many times as large the fleet is after so long without a verdict. */
  growth: (span) => 1 + span / FLEETS.usual.meanStay,
  /** Verdicts for users who look that wait at the end of 30 min, as a share of the fleet; a tenth of the steady load carries them in that time. */
  owed: () => follow(LONG).delays.length / SHOWN_SIZE,
  carriedIn: () => (follow(LONG).delays.length / (0.1 * steadyOf(LONG))) * SECOND,
};

export const PICTURES = [
  { file: 'reading-60-s.svg', ours: SHORT, hasty: HASTY_SHORT, span: '60 s', title: 'Outage of 60 s: reads hang until they are given up after 15 s', step: 1, tail: 7, shown: 1.5, window: 5 },
  { file: 'reading-30-min.svg', ours: LONG, hasty: HASTY, span: '30 min', title: 'Outage of 30 min: reads are refused at once', step: 5, tail: 15, shown: 2, window: 30 },
];
