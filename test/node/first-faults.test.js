import assert from 'node:assert/strict';
import { renderTemplate } from 'kyc-verification/ssr';
import { describeFaults } from '../helpers/fault-suite.js';
import { GUIDANCE, face, inElement, open, pass, told } from '../helpers/first-screen.js';
import { FLOW, HINTS, PAINTED, PLACEHOLDERS, laterFile } from '../helpers/later-files.js';
import { isProof } from '../helpers/proof.js';
import { SCRIPT_FAULTS, strike } from '../helpers/script-faults.js';
import { firstEn } from '../../dist/localization/en-first.js';

/** Of what is no part of the flow. */
const SOME_FAULTS = isProof ? SCRIPT_FAULTS : SCRIPT_FAULTS.filter(({ name }) => ['is missing', 'never comes', 'is the empty script of a blocker'].includes(name));
const notice = (walk) => inElement(walk, ({ shadowRoot }) => [...shadowRoot.querySelectorAll('[part="notice"][role="alert"]')].map(({ textContent }) => textContent));

describeFaults('the file with the flow', 'network and HTTP faults held', ({ walk: suffers }) => {
  for (const one of SCRIPT_FAULTS) {
    const { name, isTimeless = false, isLasting = false } = one;

    /** A press is answered by a line, and the button is free again. */
    const pressInVain = async (walk) => {
      await walk.press();
      await walk.until((seen) => seen.notice !== null, { limit: 16_000, pace: isTimeless ? 1_000 : 100 });
      assert.deepEqual(await notice(walk), [`${firstEn.unloaded} network`]);
      assert.deepEqual(await face(walk), { ...GUIDANCE, state: 'failed', states: ['failed'] });
      await walk.checkAlways();
    };

    suffers(`${name}: a press says so, again and again, and the next goes on when it is over`, async (walk) => {
      const fault = await strike(walk.page, laterFile(FLOW), one);
      await open(walk);
      await pressInVain(walk);
      await pressInVain(walk);
      const heard = told(await walk.look());
      const before = heard.includes('guidance>failed') ? ['idle>checking', 'checking>guidance', 'guidance>failed'] : ['idle>checking', 'checking>failed'];
      assert.deepEqual([heard, walk.world.calls], [[...before, 'error', 'error'], []]);
      await fault.end();
      if (isLasting) await open(walk);
      await walk.carryOn();
      const after = told(await walk.look()).slice(isLasting ? 0 : heard.length);
      assert.equal(after[0], isLasting ? 'idle>checking' : 'failed>checking');
      assert.equal(after.filter((what) => what === 'start').length, 1);
    });

    suffers(`${name}: the guidance stands, and goes on by itself when it is over`, async (walk) => {
      const fault = await strike(walk.page, laterFile(FLOW), one);
      await open(walk);
      const isOnce = isTimeless || isLasting;
      const started = await walk.page.evaluate(() => window.faultClock.now());
      const { now } = await walk.until((seen) => fault.asked >= (isOnce ? 1 : 4) && seen.now > started + 10_000, { pace: 500 });
      assert.ok(fault.asked <= (isOnce ? 1 : now / 5_000 + 1), `asked for ${fault.asked} times in ${now} ms`);
      assert.deepEqual([await face(walk), await notice(walk), walk.world.calls], [GUIDANCE, [], []]);
      await fault.end();
      if (isLasting) await open(walk);
      await walk.until((seen) => told(seen).length === 2, { limit: 6_000 });
      await walk.untilState('guidance');
      assert.deepEqual(told(await walk.look()), ['idle>checking', 'checking>guidance']);
    });
  }
});

describeFaults('the file with what the console is told', 'network and HTTP faults held', ({ walk: suffers }) => {
  for (const one of SOME_FAULTS) {
    suffers(`${one.name}: the flow goes on`, async (walk) => {
      const lines = [];
      walk.page.on('console', (message) => lines.push(message.text()));
      await strike(walk.page, laterFile(HINTS), one);
      await open(walk);
      await walk.untilState('guidance');
      walk.world.fault = { status: 500, body: '' };
      await walk.press();
      await walk.untilState('failed');
      if (!one.isTimeless) await walk.until(() => lines.some((line) => /^<kyc-verification> .* could not be loaded\./.test(line)));
      walk.world.fault = null;
      await walk.carryOn();
    });
  }
});

describeFaults('the file that fills placeholders', 'network and HTTP faults held', ({ walk: suffers }) => {
  for (const one of SOME_FAULTS) {
    suffers(`${one.name}: the page’s own words stand until it has come`, async (walk) => {
      const { world, page } = walk;
      const whole = world.pages['/'];
      world.pages['/'] = () => {
        const { body, ...rest } = whole();
        return { ...rest, body: body.replace('<kyc-verification', '<div data-kyc-verification').replace('></kyc-verification', '><a href="/help">Contact us</a></div').replaceAll(/ (onboarding-id|endpoint|session-hosts|poll-interval)=/g, ' data-$1=').replace(/<script>.*<\/script>/, '') };
      };
      const fault = await strike(page, laterFile(PLACEHOLDERS), one);
      await open(walk);
      const stands = () => page.$eval('[data-kyc-verification]', (place) => [place.children.length, place.textContent.trim(), place.querySelector('a')?.checkVisibility()]);
      const isOnce = one.isTimeless || one.isLasting;
      await walk.until(() => fault.asked >= (isOnce ? 1 : 3), { pace: 1_000 });
      for (let times = 0; times < 3; times++) {
        assert.deepEqual(await stands(), [1, 'Contact us', true]);
        await pass(walk, 5_000);
      }
      assert.ok(fault.asked <= (isOnce ? 1 : 6), `asked for ${fault.asked} times`);
      await fault.end();
      if (one.isLasting) await open(walk);
      await walk.untilState('guidance');
    });
  }
});

describeFaults('the file that takes over what a server has painted', 'network and HTTP faults held', ({ walk: suffers }) => {
  for (const one of SOME_FAULTS) {
    suffers(`${one.name}: it is painted anew`, async (walk) => {
      const { world } = walk;
      const whole = world.pages['/'];
      world.pages['/'] = () => {
        const { body, ...rest } = whole();
        return { ...rest, body: body.replace('></kyc-verification>', `>${renderTemplate()}</kyc-verification>`) };
      };
      const fault = await strike(walk.page, laterFile(PAINTED), one);
      await open(walk);
      await walk.untilState('guidance');
      assert.equal(fault.asked, 1);
      assert.equal(await inElement(walk, ({ shadowRoot }) => shadowRoot.querySelector('[part="title"]').textContent), firstEn.guidance.title);
      await walk.carryOn();
    });
  }
});
