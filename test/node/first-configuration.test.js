import assert from 'node:assert/strict';
import { describeFaults } from '../helpers/fault-suite.js';
import { CHECKING, GUIDANCE, TO_GUIDANCE, face, inElement, isAsked, isIn, methodsOf, openHeld, pass, press, told } from '../helpers/first-screen.js';
import { FLOW, START, holdFile, laterFile } from '../helpers/later-files.js';
import { SCRIPT_FAULTS, strike } from '../helpers/script-faults.js';

const MISSING = SCRIPT_FAULTS.find(({ name }) => name === 'is missing');
const idsOf = ({ events }) => [...new Set(events.map(({ detail }) => detail.onboardingId))];
const anotherUser = (walk) => inElement(walk, (element) => (element.onboardingId = 'US_other'));
const posted = (walk) => methodsOf(walk).includes('POST');

/** A press that was answered by the line that the rest could not be loaded. */
async function pressInVain(walk) {
  await walk.press();
  await walk.until((seen) => seen.notice !== null, { limit: 16_000 });
  assert.deepEqual(await face(walk), { ...GUIDANCE, state: 'failed', states: ['failed'] });
}

describeFaults('what the page has set, before the file with the flow has come', 'lifecycles held', ({ walk: holds }) => {
  for (const [what, from, to] of [
    ['an id that is taken from where there is none', /onboarding-id="[^"]*"/, 'onboarding-id-from="query:onboarding"'],
    ['an id of blanks', /onboarding-id="[^"]*"/, 'onboarding-id=" "'],
    ['an endpoint of blanks', /endpoint="[^"]*"/, 'endpoint=" "'],
    ['an endpoint that can’t be used', /endpoint="[^"]*"/, 'endpoint="javascript:alert(1)"'],
  ]) {
    holds(`${what} begins nothing: it is idle until that is mended, and then checks for as long as that takes`, async (walk) => {
      const whole = walk.world.attributes;
      walk.world.attributes = whole.replace(from, to);
      const held = await openHeld(walk);
      await pass(walk, 4_000);
      await isIn(walk, 'idle');
      assert.equal((await face(walk)).says, undefined);
      held.release();
      const isUnusable = to.includes('javascript');
      if (isUnusable) assert.equal((await walk.untilState('failed')).error.code, 'configuration');
      else await walk.until(({ shown }) => shown === 'idle');
      assert.deepEqual([told(await walk.look()), walk.world.calls], [isUnusable ? ['idle>failed', 'error'] : [], []]);
      await pass(walk, 5_000);
      let answer;
      const { status } = walk.world;
      walk.world.status = async (...given) => {
        await new Promise((resolve) => (answer = resolve));
        return status(...given);
      };
      await inElement(walk, (element) => {
        element.onboardingId = 'US_mended';
        element.endpoint = '/verify?partner=7';
      });
      await pass(walk, 1_000);
      await isIn(walk, 'checking');
      answer();
      await walk.untilState('guidance');
      assert.deepEqual(told(await walk.look()).slice(isUnusable ? 2 : 0), isUnusable ? ['failed>checking', 'checking>guidance'] : TO_GUIDANCE);
    });
  }

  for (const [how, change] of [
    ['another user', anotherUser],
    ['nobody, then another user', async (walk) => {
      await inElement(walk, (element) => (element.onboardingId = ''));
      await pass(walk, 0);
      await anotherUser(walk);
    }],
  ]) {
    holds(`a press for one user starts nothing for ${how}`, async (walk) => {
      const held = await openHeld(walk);
      await inElement(walk, (element) => void element.start().then(() => (window.settled = true)));
      await pass(walk, 100);
      await isAsked(walk);
      await change(walk);
      await pass(walk, 0);
      assert.deepEqual(await face(walk), CHECKING);
      assert.equal(await inElement(walk, () => window.settled), true);
      held.release();
      await walk.untilState('guidance');
      await pass(walk, 1_000);
      assert.deepEqual([told(await walk.look()), posted(walk), idsOf(await walk.look())], [TO_GUIDANCE, false, ['US_other']]);
    });
  }

  holds('a start that is asked for with the new id is taken', async (walk) => {
    const held = await openHeld(walk);
    await press(walk);
    await inElement(walk, (element) => {
      element.onboardingId = 'US_other';
      void element.start();
    });
    await pass(walk, 100);
    await isAsked(walk);
    held.release();
    await walk.untilState('verifying');
    assert.deepEqual(idsOf(await walk.look()), ['US_other']);
  });

  holds('a failure is over with another id, and is told to be when the flow is there', async (walk) => {
    const fault = await strike(walk.page, laterFile(FLOW), MISSING);
    await walk.open();
    await pressInVain(walk);
    await anotherUser(walk);
    await pass(walk, 0);
    assert.deepEqual(await face(walk), CHECKING);
    assert.equal(await inElement(walk, ({ error }) => error), null);
    const before = told(await walk.look());
    await pressInVain(walk);
    assert.deepEqual(told(await walk.look()).slice(before.length), ['failed>checking', 'checking>failed', 'error']);
    await anotherUser(walk);
    await inElement(walk, (element) => (element.onboardingId = 'US_third'));
    await fault.end();
    const heard = told(await walk.look()).length;
    await walk.until((seen) => told(seen).length >= heard + 2);
    assert.deepEqual(told(await walk.look()).slice(heard), ['failed>checking', 'checking>guidance']);
  });

  holds('a failure is told with the id that the address has, and beside what the partner offers then', async (walk) => {
    walk.world.attributes = walk.world.attributes.replace(/onboarding-id="[^"]*"/, 'onboarding-id-from="query:onboarding"');
    const fault = await strike(walk.page, laterFile(FLOW), MISSING);
    walk.world.pages['/?onboarding=US_address'] = walk.world.pages['/'];
    await walk.open('/?onboarding=US_address');
    await inElement(walk, (element) => element.insertAdjacentHTML('beforeend', '<a slot="failed" href="/help">Contact us</a>'));
    await pressInVain(walk);
    assert.deepEqual(idsOf(await walk.look()), ['US_address']);
    assert.equal(await inElement(walk, (element) => element.querySelector('a').checkVisibility()), true);
    await fault.end();
    await walk.carryOn();
  });

  holds('a check of the page leaves Start free, whose press is taken', async (walk) => {
    const held = await openHeld(walk);
    await inElement(walk, (element) => void element.checkStatus());
    await pass(walk, 100);
    assert.deepEqual(await face(walk), CHECKING);
    await press(walk);
    held.release();
    await walk.untilState('verifying');
  });

  holds('close() takes back a start of the guidance', async (walk) => {
    const held = await openHeld(walk);
    await pass(walk, 4_000);
    await press(walk);
    await inElement(walk, (element) => element.close());
    await pass(walk, 0);
    assert.deepEqual(await face(walk), GUIDANCE);
    held.release();
    await walk.until((seen) => told(seen).length === 2);
    await walk.rest();
    assert.deepEqual([told(await walk.look()), posted(walk)], [TO_GUIDANCE, false]);
  });

  holds('in another document it goes on, without what was made for the first', async (walk) => {
    const held = await openHeld(walk);
    await inElement(walk, (element) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      window.moved = element;
      frame.contentDocument.body.append(element);
    });
    held.release();
    await walk.page.waitForFunction(() => window.moved.state === 'guidance');
    assert.equal(await walk.page.evaluate(async () => (await window.moved.checkStatus(), window.moved.state)), 'guidance');
    await walk.page.evaluate(() => {
      document.body.append(window.moved);
      document.querySelector('iframe').remove();
    });
    await walk.untilState('guidance');
  });
});

describeFaults('the focus on Start from before the flow', 'lifecycles held', ({ walk: holds }) => {
  holds('is kept as the page moves the element', async (walk) => {
    // Else the focus begins a look around, which would not be over by the end.
    holdFile(walk.world, START);
    const held = await openHeld(walk);
    await inElement(walk, ({ shadowRoot }) => shadowRoot.querySelector('[part~="start-button"]').focus());
    held.release();
    await walk.untilState('guidance');
    await inElement(walk, (element) => document.body.prepend(element));
    await pass(walk, 0);
    assert.equal(await inElement(walk, ({ shadowRoot }) => shadowRoot.activeElement?.getAttribute('part')), 'primary-button start-button');
  });
});
