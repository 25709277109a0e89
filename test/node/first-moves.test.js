import assert from 'node:assert/strict';
import { describeFaults } from '../helpers/fault-suite.js';
import { CHECKING, GUIDANCE, TO_GUIDANCE, face, inElement, methodsOf, openHeld, pass, press, told } from '../helpers/first-screen.js';
import { FLOW, laterFile } from '../helpers/later-files.js';

/** Takes the element away, and keeps it. */
async function remove(walk) {
  await inElement(walk, (element) => {
    window.kept = element;
    element.remove();
  });
  await pass(walk, 0);
}
const putBack = ({ page }) => page.evaluate(() => document.body.append(window.kept));
const left = ({ page }) => page.evaluate(() => ({ state: window.kept.state, isIdle: window.kept.matches(':state(idle)'), timers: window.faultClock.pending(), listeners: window.faultWatch.listeners() }));
const NOTHING_LEFT = { state: 'idle', isIdle: true, timers: [], listeners: [] };

/** All on the page have it. */
const hasCome = (walk) => walk.page.waitForResponse((response) => response.url().endsWith(laterFile(FLOW)));

async function comes(walk, held) {
  const coming = hasCome(walk);
  held.release();
  await coming;
  await pass(walk, 100);
}

describeFaults('an element that is moved before the file with the flow has come', 'lifecycles held', ({ walk: holds }) => {
  holds('asks the endpoint nothing when it is gone, and leaves nothing', async (walk) => {
    const held = await openHeld(walk);
    await press(walk);
    await remove(walk);
    assert.deepEqual(await left(walk), NOTHING_LEFT);
    await comes(walk, held);
    await pass(walk, 60_000);
    assert.deepEqual([walk.world.calls, told(await walk.look())], [[], []]);
    assert.deepEqual(await left(walk), NOTHING_LEFT);
  });

  holds('settles what it was asked for when it is gone', async (walk) => {
    await openHeld(walk);
    await inElement(walk, (element) => void Promise.all([element.start(), element.checkStatus()]).then(() => (window.settled = true)));
    await pass(walk, 100);
    assert.equal(await walk.page.evaluate(() => window.settled), undefined);
    await remove(walk);
    assert.equal(await walk.page.evaluate(() => window.settled), true);
  });

  for (const [when, comesAt] of [['before that', 'outside'], ['after that', 'inside']]) {
    holds(`begins anew when it is put back later, and the file has come ${when}`, async (walk) => {
      const held = await openHeld(walk);
      await pass(walk, 4_000);
      await inElement(walk, (element) => void element.start());
      await pass(walk, 100);
      await remove(walk);
      if (comesAt === 'outside') await comes(walk, held);
      await putBack(walk);
      if (comesAt === 'inside') {
        await pass(walk, 0);
        assert.deepEqual(await face(walk), CHECKING);
        held.release();
      }
      await walk.untilState('guidance');
      await pass(walk, 1_000);
      assert.deepEqual([told(await walk.look()), methodsOf(walk)], [TO_GUIDANCE, ['GET']]);
    });
  }

  for (const [how, move] of [
    ['taken out and put in at once', (element) => document.body.prepend(element)],
    ['moved by moveBefore', (element) => document.body.moveBefore(element, document.body.firstChild)],
  ]) {
    holds(`goes on where it was, ${how}`, async (walk) => {
      const held = await openHeld(walk);
      await pass(walk, 2_000);
      await inElement(walk, move);
      await pass(walk, 0);
      assert.deepEqual(await face(walk), CHECKING);
      await pass(walk, 1_100);
      assert.deepEqual(await face(walk), GUIDANCE);
      await inElement(walk, (element) => void element.start());
      await inElement(walk, move);
      await pass(walk, 0);
      held.release();
      await walk.untilState('verifying');
      await walk.until((seen) => told(seen).includes('opened'));
      assert.deepEqual(told(await walk.look()).slice(0, 3), [...TO_GUIDANCE, 'start']);
    });
  }
});
