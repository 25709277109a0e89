import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openAndClose } from '../helpers/leaks-frames.js';
import { grown } from '../helpers/leaks-growth.js';
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

  const sum = (left) => Object.values(left).reduce((total, number) => total + number, 0);

  it(`is as before after ${MOUNTS} elements were put on it and taken away`, async () => {
    const { outcome, left, heap } = await grown(world, mountAndUnmount, MOUNTS, 300);
    assert.equal(outcome, MOUNTS);
    figure('mounts and unmounts', outcome);
    figure('listeners, nodes, timers and scroll locks left', sum(left));
    figure('heap grown by all mounts, MB', Number(Math.max(heap, 0).toFixed(2)));
    assert.deepEqual(left, {});
    assert.ok(heap < 1, `${heap.toFixed(2)} MB`);
  });

  it(`is as before after Veriff was opened ${FRAMES} times and closed`, async () => {
    const { outcome, loads, left, heap } = await grown(world, openAndClose, FRAMES, 24);
    figure('frames opened and closed', loads);
    figure('listeners, nodes, timers and scroll locks left', sum(left) + outcome);
    figure('heap grown by all frames, MB', Number(Math.max(heap, 0).toFixed(2)));
    assert.ok(loads >= FRAMES, `${loads}`);
    assert.equal(outcome, 0, 'something was left on the page after a closing');
    assert.deepEqual(left, {});
    assert.ok(heap < 1, `${heap.toFixed(2)} MB`);
  });
});
