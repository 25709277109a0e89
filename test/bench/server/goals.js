import { slope } from './figures.js';
import { line } from './table.js';

/** The goals, and what each measurement says of them. */

/** Of the bare handler's requests a second. */
const SHARES = { status: 0.6, session: 0.6, fedStatus: 0.6, webhook: 0.5 };
/** Megabytes along the trend over the whole load: at 150,000 requests a leak of 20 bytes each. */
const HEAP_GROWTH = 3;
const RSS_GROWTH = 20;
/** The p99 of good requests under a flood, against the same without. */
const FLOODED = 2;
const STREAMS_RSS = 200;
const VERDICT_WITHIN = 200;
/** Below this share of its time at work, the bare side waits for the generator or the machine: its rate is not its own. */
const AT_ITS_LIMIT = 0.95;

const ms = (value) => `${value.toFixed(1)} ms`;
const megabytes = (value) => `${value.toFixed(1)} MB`;
const atMost = (value, limit, unit) => [`≤ ${limit} ${unit}`, value <= limit];

const sideLine = (who, { perSecond, p50, p99, cpuEach, busy }) =>
  line(who, `${perSecond.toFixed(0)}/s, p50 ${ms(p50)}, p99 ${ms(p99)}, ${cpuEach.toFixed(0)} µs of CPU each, busy ${(busy * 100).toFixed(0)} %`);

const errorLine = (count) => line('errors', String(count), '0', count === 0);

/**
 * The share of requests a second counts where the bare side was at its limit. Else the generator held it back, which would
 * flatter us: then the same share of the CPU time of a request counts, all threads of a side together.
 */
export function comparisonLines({ name, ours, bare, ratio, ratios }) {
  const goal = SHARES[name];
  const range = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
  const byTime = bare.cpuEach / ours.cpuEach;
  const rateCounts = bare.busy >= AT_ITS_LIMIT;
  const judged = (share) => [`≥ ${goal}`, share >= goal];
  return [
    sideLine('this handler', ours),
    sideLine('bare handler', bare),
    line('share of its requests a second', `${ratio.toFixed(2)} (rounds ${range})`, ...(rateCounts ? judged(ratio) : ['the bare side was held back'])),
    line('share by CPU time', byTime.toFixed(2), ...(rateCounts ? [] : judged(byTime))),
    line('generator', `busy ${(Math.max(ours.generatorBusy, bare.generatorBusy) * 100).toFixed(0)} %`),
    errorLine(ours.errors + bare.errors),
  ];
}

/** @param samples `{ seconds, heap, rss }` after each round; the first one when the process was warm and full */
export function memoryLines(samples) {
  const seconds = samples.at(-1).seconds;
  const growth = (key, limit) => {
    const each = slope(samples.map((sample) => ({ x: sample.seconds, y: sample[key] })));
    const figure = `${megabytes(samples[0][key])} → ${megabytes(samples.at(-1)[key])}, ${(each * 60).toFixed(1)} MB a minute`;
    return [figure, `trend over ${seconds.toFixed(0)} s ≤ ${limit} MB`, each * seconds <= limit];
  };
  return [line('heap after a collection', ...growth('heap', HEAP_GROWTH)), line('resident memory', ...growth('rss', RSS_GROWTH))];
}

export function floodLines({ capacity, quiet, even, full, forgeryErrors }) {
  const times = (flooded, key) => flooded[key] / quiet[key];
  const both = (flooded) => `p99 × ${times(flooded, 'p99').toFixed(2)}, p50 × ${times(flooded, 'p50').toFixed(2)}`;
  return [
    sideLine('no flood', quiet),
    sideLine(`a third of what can be refused: ${even.forged.toFixed(0)} of ${capacity.toFixed(0)}/s`, even),
    sideLine(`50 connections without a pause: ${full.forged.toFixed(0)}/s`, full),
    line('under a third', both(even), `p99 ≤ × ${FLOODED}`, times(even, 'p99') <= FLOODED),
    line('without a pause', both(full)),
    errorLine(quiet.errors + even.errors + full.errors + forgeryErrors),
  ];
}

/** The memory counts where webhooks feed the records: without them the reads of the vendor come on top. */
export function streamLines({ rss, p50, p99, errors }, isFed) {
  const most = Math.max(rss.opened, rss.waiting, rss.after);
  return [
    line('resident memory before, opened', `${megabytes(rss.before)}, ${megabytes(rss.opened)}`),
    line('after a heartbeat each, after the verdicts', `${megabytes(rss.waiting)}, ${megabytes(rss.after)}`),
    line('after a collection: resident, heap', `${megabytes(rss.collected)}, ${megabytes(rss.heap)}`),
    line('most of these', megabytes(most), ...(isFed ? atMost(most, STREAMS_RSS, 'MB') : [])),
    line('webhook to event, median', ms(p50), ...atMost(p50, VERDICT_WITHIN, 'ms')),
    line('webhook to event, p99', ms(p99), ...atMost(p99, VERDICT_WITHIN, 'ms')),
    errorLine(errors),
  ];
}
