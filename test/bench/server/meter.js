import { performance } from 'node:perf_hooks';

/** What a process costs: asked for before and after a round, and the difference is the round's. */
export function reading() {
  const { user, system } = process.cpuUsage();
  return { at: performance.now(), cpu: (user + system) / 1000, active: performance.eventLoopUtilization().active };
}

/** @returns milliseconds of the processor (all threads), and the share of the time in which the event loop was at work */
export function between(before, after) {
  return { cpu: after.cpu - before.cpu, busy: (after.active - before.active) / (after.at - before.at) };
}

const MEGABYTE = 1024 * 1024;

/** Megabytes of the process, as they stand. */
export const rss = () => process.memoryUsage.rss() / MEGABYTE;

/** In megabytes, after a collection; the process runs with `--expose-gc`. */
export function memory() {
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return { rss: rss(), heap: (heapUsed + external) / MEGABYTE };
}
