import { startChild } from './child.js';
import { quantile } from './figures.js';
import { SERIES } from './widgets-series.js';

/** Widgets that wait on streams of one process: what they cost in memory, and how soon a verdict reaches them. */

export const WIDGETS = 5_000;
export const VERDICTS = 500;
/** Sockets of the widgets, at either end; besides, those for calls of the vendor. */
const OPEN_FILES = WIDGETS + 1_000;

/** @throws Error where the machine does not let a process have that many sockets */
function mustHaveFiles() {
  const { soft } = process.report.getReport().userLimits.open_files;
  if (soft !== 'unlimited' && Number(soft) < OPEN_FILES) {
    throw new Error(`The streams need ${OPEN_FILES} open files a process, and may have ${soft}: raise it by "ulimit -n".`);
  }
}

/** @param isFed webhooks have spoken of everybody, as where they are registered; else each is read of the vendor from time to time */
export async function streams(isFed) {
  mustHaveFiles();
  const vendor = await startChild('vendor.js');
  const ours = await startChild('ours.js', { data: await vendor.ask('url'), nodeFlags: ['--expose-gc'] });
  const widgets = await startChild('widgets.js');
  try {
    const url = await ours.ask('url');
    const before = await ours.ask('rss');
    if (isFed) await ours.ask('feed', { series: SERIES, count: WIDGETS, isKnown: true });
    await widgets.ask('open', { url, count: WIDGETS });
    // What the process holds by itself: nothing is collected for it before the last figure.
    const opened = await ours.ask('rss');
    await widgets.ask('heartbeat');
    const waiting = await ours.ask('rss');
    const outcome = await widgets.ask('verdicts', { url, count: VERDICTS });
    const after = await ours.ask('rss');
    const collected = await ours.ask('memory');
    return {
      rss: { before, opened, waiting, after, collected: collected.rss, heap: collected.heap },
      p50: quantile(outcome.latencies, 0.5),
      p99: quantile(outcome.latencies, 0.99),
      errors: outcome.missing + outcome.misdirected + outcome.broken,
    };
  } finally {
    await Promise.all([widgets, ours, vendor].map((child) => child.stop()));
  }
}
