import assert from 'node:assert/strict';
import { describeFaults } from '../helpers/fault-suite.js';
import { START, laterFile } from '../helpers/later-files.js';
import { SCRIPT_FAULTS, strike } from '../helpers/script-faults.js';

describeFaults('the file that opens Veriff', 'network and HTTP faults held', ({ walk: suffers }) => {
  for (const one of SCRIPT_FAULTS) {
    const { name, isTimeless = false, isLasting = false } = one;
    suffers(`${name}: that is said, and the user goes on when it is over`, async (walk) => {
      const fault = await strike(walk.page, laterFile(START), one);
      await walk.open();
      await walk.untilState('guidance');
      walk.isTimeless = isTimeless;
      await walk.press();
      const { error } = await walk.untilState('failed', isTimeless ? { pace: 1_000 } : {});
      assert.deepEqual([error.code, error.phase], [isTimeless ? 'timeout' : 'network', 'frame']);
      await walk.checkAlways();
      await fault.end();
      if (isLasting) await walk.open();
      await walk.carryOn();
    });
  }
});
