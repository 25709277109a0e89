import assert from 'node:assert/strict';
import { describeFaults } from '../helpers/fault-suite.js';
import { CHECKING, GUIDANCE, TO_GUIDANCE, face, inElement, isAsked, isIn, methodsOf, openHeld, pass, told } from '../helpers/first-screen.js';

const TO_VERIFF = [...TO_GUIDANCE, 'start', 'guidance>requesting', 'requesting>verifying', 'opened'];

describeFaults('the first screen, while the file with the flow is on its way', 'lifecycles held', ({ walk: holds }) => {
  holds('is checking, and after three seconds free, whether the file has come or not', async (walk) => {
    const held = await openHeld(walk);
    assert.deepEqual(await face(walk), CHECKING);
    await pass(walk, 2_000);
    assert.deepEqual(await face(walk), CHECKING);
    await pass(walk, 1_100);
    assert.deepEqual(await face(walk), GUIDANCE);
    assert.deepEqual([told(await walk.look()), walk.world.calls], [[], []]);
    held.release();
    await walk.until((seen) => told(seen).length === 2);
    await walk.rest();
    assert.deepEqual(told(await walk.look()), TO_GUIDANCE);
    assert.deepEqual(methodsOf(walk), ['GET']);
  });

  for (const [how, ask] of [
    ['a press', (walk) => walk.press()],
    ['a press by Enter', async ({ page }) => {
      await inElement({ page }, ({ shadowRoot }) => shadowRoot.querySelector('[part~="start-button"]').focus());
      await page.keyboard.press('Enter');
    }],
    ['start()', (walk) => inElement(walk, (element) => void element.start())],
    ['a press and start(), again and again', async (walk) => {
      await walk.press();
      await inElement(walk, (element) => {
        void element.start();
        element.shadowRoot.querySelector('[part~="start-button"]').click();
        void element.start();
      });
    }],
  ]) {
    for (const wait of [0, 4_000]) {
      holds(`${how} after ${wait} ms is taken, and goes on when the file has come`, async (walk) => {
        const held = await openHeld(walk);
        await pass(walk, wait);
        await ask(walk);
        await pass(walk, 100);
        await isAsked(walk);
        assert.deepEqual([told(await walk.look()), walk.world.calls], [[], []]);
        held.release();
        await walk.untilState('verifying');
        await walk.until((seen) => told(seen).length === TO_VERIFF.length);
        assert.deepEqual(told(await walk.look()), TO_VERIFF);
        assert.equal(methodsOf(walk).filter((method) => method === 'POST').length, 1);
      });
    }
  }

  holds('the focus and what is unfolded stay as they are when the file comes, and nothing is said', async (walk) => {
    const held = await openHeld(walk);
    await inElement(walk, ({ shadowRoot }) => {
      shadowRoot.querySelector('details').open = true;
      window.button = shadowRoot.querySelector('[part~="start-button"]');
      window.button.focus();
      window.lost = 0;
      shadowRoot.addEventListener('focusout', () => window.lost++);
    });
    held.release();
    await walk.untilState('guidance');
    await walk.rest();
    await pass(walk, 1_000);
    const kept = await inElement(walk, ({ shadowRoot }) => [shadowRoot.querySelector('details').open, shadowRoot.activeElement === window.button, window.lost]);
    assert.deepEqual(kept, [true, true, 0]);
    assert.deepEqual((await walk.look()).said, []);
  });

  holds('start() settles when Veriff is open, and a start that the page refuses leaves the guidance', async (walk) => {
    const held = await openHeld(walk);
    await inElement(walk, () => addEventListener('kyc-start', (event) => event.preventDefault(), { once: true }));
    await inElement(walk, (element) => void element.start().then(() => (window.refused = element.state)));
    held.release();
    await walk.until((seen) => told(seen).includes('start'));
    assert.equal(await inElement(walk, () => window.refused), 'guidance');
    await inElement(walk, (element) => void element.start().then(() => (window.settled = element.state)));
    await walk.untilState('verifying');
    assert.equal(await inElement(walk, () => window.settled), 'verifying');
  });

  holds('checkStatus() waits for the file, and settles when the answer is there', async (walk) => {
    walk.world.truth = 'PENDING';
    const held = await openHeld(walk);
    await inElement(walk, (element) => void element.checkStatus().then(() => (window.settled = [element.state, element.verificationState])));
    await pass(walk, 100);
    assert.equal(await inElement(walk, () => window.settled), undefined);
    held.release();
    await walk.untilState('reviewing');
    await walk.rest();
    assert.deepEqual(await inElement(walk, () => window.settled), ['reviewing', 'PENDING']);
  });

  holds('close() has nothing to close', async (walk) => {
    const held = await openHeld(walk);
    await inElement(walk, (element) => element.close());
    assert.deepEqual(await face(walk), CHECKING);
    held.release();
    await walk.untilState('guidance');
    assert.deepEqual(told(await walk.look()), TO_GUIDANCE);
  });

  holds('what the page sets meanwhile counts, and nothing is asked of what it had set before', async (walk) => {
    const held = await openHeld(walk);
    await inElement(walk, (element) => {
      element.setAttribute('onboarding-id', 'US_other');
      element.endpoint = '/verify?partner=8';
      element.headers = () => ({ 'x-partner': 'later' });
      element.setAttribute('documents', 'passport');
    });
    const headers = [];
    const { status } = walk.world;
    walk.world.status = (request, ...more) => {
      headers.push(request.headers['x-partner']);
      return status(request, ...more);
    };
    await pass(walk, 0);
    assert.deepEqual(await inElement(walk, ({ shadowRoot }) => [...shadowRoot.querySelectorAll('[part="document-title"]')].map((node) => node.textContent)), ['Passport', 'A selfie']);
    held.release();
    await walk.untilState('guidance');
    assert.deepEqual([walk.world.calls, headers], [['GET ?partner=8&onboardingId=US_other'], ['later']]);
    assert.deepEqual(told(await walk.look()), TO_GUIDANCE);
  });

  holds('without an id it is idle and shows nothing, and begins when it is set', async (walk) => {
    walk.world.attributes = walk.world.attributes.replace('onboarding-id', 'data-later');
    const held = await openHeld(walk);
    const { state, states, says } = await face(walk);
    assert.deepEqual([state, states, says], ['idle', ['idle'], undefined]);
    await inElement(walk, (element) => (element.onboardingId = element.dataset.later));
    await pass(walk, 0);
    assert.deepEqual(await face(walk), CHECKING);
    await inElement(walk, (element) => (element.onboardingId = ''));
    await pass(walk, 0);
    await isIn(walk, 'idle');
    await inElement(walk, (element) => (element.onboardingId = element.dataset.later));
    held.release();
    await walk.untilState('guidance');
    assert.deepEqual(told(await walk.look()), TO_GUIDANCE);
  });

  holds('as a preview it shows nothing, then its state', async (walk) => {
    walk.world.attributes += ' preview="verified"';
    const held = await openHeld(walk);
    await isIn(walk, 'idle');
    await inElement(walk, (element) => void element.start());
    held.release();
    await walk.untilState('verified');
    assert.deepEqual([told(await walk.look()), walk.world.calls], [['idle>verified'], []]);
  });
});
