import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { TRANSITIONS } from '../bench/shift-transitions.js';
import { VIEWPORTS, openShiftWorld } from '../bench/shift-world.js';

describe('what stands still while the state changes', () => {
  let world;
  before(async () => {
    world = await openShiftWorld();
  });
  after(() => world.stop());

  for (const transition of TRANSITIONS) {
    const { name, rarely = 0, known: { shift = 0, because } = {} } = transition;
    it(because ? `${name}, but for this: ${because}` : name, async () => {
      const found = [];
      for (const viewport of Object.keys(VIEWPORTS)) found.push(await world.walk(transition, viewport));
      const worst = (key) => Math.max(...found.map((walk) => walk[key]));
      assert.ok(worst('shift') <= Math.max(shift, rarely), `shift ${worst('shift')}`);
      assert.equal(worst('moved'), 0, 'moved, in px');
      if (because) assert.ok(worst('shift') > 0, 'Nothing shifts any more: what is known can go from test/bench/shift-transitions.js');
    });
  }

  it('would be seen to shift and to move', async () => {
    const [transition] = TRANSITIONS;
    const { shift, moved } = await world.walk({ ...transition, act: ({ run }) => run((element) => (element.style.paddingBlockStart = '40px')) }, 'desktop');
    assert.ok(shift > 0 && moved === 40, `${shift}, ${moved} px`);
  });
});
