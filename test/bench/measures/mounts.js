import { grown } from '../../helpers/leaks-growth.js';
import { mountAndUnmount } from '../../helpers/leaks-mounts.js';
import { openLeaksWorld } from '../../helpers/leaks-world.js';
import { SUBJECTS } from '../goals.js';

const MOUNTS = 10_000;
const WARM_UP = 300;

/** What stays of an element that was put on a page and taken away, in the ten ways in which pages do that. */
export async function measure({ log }) {
  log(`${MOUNTS} mounts`);
  const world = await openLeaksWorld();
  try {
    const { left, heap } = await grown(world, mountAndUnmount, MOUNTS, WARM_UP);
    const { nodes = 0, listeners = 0, ...others } = left;
    const rest = Object.entries(others).map(([what, number]) => `${number} ${what}`);
    const each = Number(((heap * 2 ** 20) / MOUNTS).toFixed(1));
    return [
      { goal: 'heapPerMount', subject: SUBJECTS.ours, figure: each, unit: 'B', note: `${MOUNTS} mounts in ten ways changed the whole heap of the page by ${heap.toFixed(2)} MB` },
      { goal: 'nodesPerMount', subject: SUBJECTS.ours, figure: nodes, unit: '', note: `after all of them; besides: ${rest.join(', ') || 'nothing else'}` },
      { goal: 'listenersPerMount', subject: SUBJECTS.ours, figure: listeners, unit: '', note: 'after all of them' },
    ];
  } finally {
    await world.stop();
  }
}
