import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openAndClose } from '../helpers/leaks-frames.js';
import { mountAndUnmount } from '../helpers/leaks-mounts.js';
import { openLeaksWorld } from '../helpers/leaks-world.js';
import { figure, sample } from '../helpers/proof.js';

const MOUNTS = sample(500, 10_000);
const FRAMES = sample(40, 1_000);

describe('the memory of a page', () => {
  let world;

  before(async () => {
    world = await openLeaksWorld();
  });
  after(() => world.stop());

  /** In several calls, since one may not last for minutes. */
  async function repeat(run, count, from) {
    let total = 0;
    for (let done = 0; done < count; done += 20) total += await world.page.evaluate(run, Math.min(20, count - done), from + done);
    return total;
  }

  /** Runs it some times, so that what is made once is there, then `count` times; tells what there is more of afterwards. */
  async function grown(run, count, warmUp) {
    await repeat(run, warmUp, 0);
    const before = await world.measure();
    const { loads } = world;
    const outcome = await repeat(run, count, warmUp);
    let after;
    let left = [];
    // What the browser itself still holds for a moment goes; what leaks stays, however long one looks.
    for (let looks = 0; looks < 20 && (looks === 0 || left.length > 0); looks++) {
      after = await world.measure();
      left = Object.entries(after.counts)
        .map(([what, number]) => [what, number - before.counts[what]])
        .filter(([, number]) => number > 0);
    }
    return { outcome, loads: world.loads - loads, left: Object.fromEntries(left), heap: Math.max(after.heap - before.heap, 0) };
  }

  const sum = (left) => Object.values(left).reduce((total, number) => total + number, 0);

  it(`is as before after ${MOUNTS} elements were put on it and taken away`, async () => {
    const { outcome, left, heap } = await grown(mountAndUnmount, MOUNTS, 300);
    assert.equal(outcome, MOUNTS);
    figure('mounts and unmounts', outcome);
    figure('listeners, nodes, timers and scroll locks left', sum(left));
    figure('heap grown by all mounts, MB', Number(heap.toFixed(2)));
    assert.deepEqual(left, {});
    assert.ok(heap < 1, `${heap.toFixed(2)} MB`);
  });

  it(`is as before after Veriff was opened ${FRAMES} times and closed`, async () => {
    const { outcome, loads, left, heap } = await grown(openAndClose, FRAMES, 24);
    figure('frames opened and closed', loads);
    figure('listeners, nodes, timers and scroll locks left', sum(left) + outcome);
    figure('heap grown by all frames, MB', Number(heap.toFixed(2)));
    assert.ok(loads >= FRAMES, `${loads}`);
    assert.equal(outcome, 0, 'something was left on the page after a closing');
    assert.deepEqual(left, {});
    assert.ok(heap < 1, `${heap.toFixed(2)} MB`);
  });
});
