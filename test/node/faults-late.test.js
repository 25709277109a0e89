import assert from 'node:assert/strict';
import { describeFaults } from '../helpers/fault-suite.js';
import { holdNext, stream } from '../helpers/fault-held.js';

const VERDICTS = ['verified', 'rejected', 'resubmission', 'expired'];
/** What begins a verification anew, as a change on the element. */
const CHANGES = {
  'onboarding-id': (element) => element.setAttribute('onboarding-id', 'US_other 2'),
  endpoint: (element) => element.setAttribute('endpoint', '/verify?partner=8'),
  reverify: (element) => element.toggleAttribute('reverify', true),
};

describeFaults('late answers', 'network and HTTP faults held', ({ walk: late }) => {
  const change = (walk, act) => walk.page.evaluate(`(${act})(document.querySelector('kyc-verification'))`);
  const said = async (walk) => (await walk.look()).events.map(({ name }) => name);

  /** In review, with an answer that says so. */
  async function toReview(walk) {
    await walk.open();
    await walk.untilState('guidance');
    await walk.press();
    await walk.submit();
    await walk.until(({ events }) => events.some(({ name }) => name === 'pending'));
  }

  late('a first read that is answered after the element has gone says nothing', async (walk) => {
    const read = holdNext(walk.world, 'GET');
    await walk.open();
    await read.arrived;
    await walk.checkGone();
    await read.release('VERIFIED');
    assert.deepEqual(await said(walk), ['state-change']);
  });

  late('a read in review that is answered after the element has gone says nothing', async (walk) => {
    await toReview(walk);
    const read = holdNext(walk.world, 'GET');
    await walk.press('check-button');
    await read.arrived;
    const before = await said(walk);
    await walk.checkGone();
    await read.release('REJECTED');
    assert.deepEqual(await said(walk), before);
  });

  late('a session that comes after the element has gone opens nothing', async (walk) => {
    const exchange = holdNext(walk.world, 'POST');
    await walk.open();
    await walk.untilState('guidance');
    await walk.press();
    await exchange.arrived;
    await walk.checkGone();
    await exchange.release();
    assert.deepEqual(walk.world.loads, []);
  });

  late('an element that is put back asks anew, and what was asked before tells it nothing', async (walk) => {
    const read = holdNext(walk.world, 'GET');
    await walk.open();
    await read.arrived;
    await change(walk, async (element) => {
      element.remove();
      await window.faultClock.advance(10);
      document.body.append(element);
    });
    await walk.untilState('guidance');
    await read.release('VERIFIED');
    assert.equal((await walk.look()).state, 'guidance');
    await walk.carryOn();
  });

  for (const [name, act] of Object.entries(CHANGES)) {
    late(`a read of before ${name} changed says nothing of the new one`, async (walk) => {
      const read = holdNext(walk.world, 'GET');
      await walk.open();
      await read.arrived;
      await change(walk, act);
      await walk.untilState('guidance');
      await read.release('REJECTED');
      const { state, verificationState } = await walk.look();
      assert.deepEqual([state, verificationState], ['guidance', 'UNVERIFIED']);
      await walk.carryOn();
    });

    late(`a session of before ${name} changed is not opened`, async (walk) => {
      const exchange = holdNext(walk.world, 'POST');
      await walk.open();
      await walk.untilState('guidance');
      await walk.press();
      await exchange.arrived;
      await change(walk, act);
      await walk.untilState('guidance');
      await exchange.release();
      assert.equal((await walk.look()).state, 'guidance');
      await walk.carryOn();
      assert.ok(walk.world.loads.length > 0 && !walk.world.loads.includes(new URL(exchange.session).pathname), `${walk.world.loads}`);
    });
  }

  late('a read of before the submission does not outdo one of after it', async (walk) => {
    await walk.open();
    await walk.untilState('guidance');
    await walk.press();
    await walk.say('STARTED');
    const read = holdNext(walk.world, 'GET');
    await walk.advance(10_000);
    await read.arrived;
    await walk.submit();
    await walk.until(({ verificationState }) => verificationState === 'PENDING');
    for (const word of ['REJECTED', 'UNVERIFIED']) await read.release(word);
    const { state, verificationState } = await walk.look();
    assert.deepEqual([state, verificationState], ['reviewing', 'PENDING']);
    await walk.carryOn();
  });

  late('a first read that is answered once Veriff is open tells what was so before', async (walk) => {
    const read = holdNext(walk.world, 'GET');
    await walk.open();
    await read.arrived;
    await walk.untilState('guidance', { pace: 3_000 });
    await walk.advance(3_000);
    await walk.untilState('guidance');
    await walk.press();
    await walk.untilState('verifying');
    await read.release('REJECTED');
    walk.world.truth = 'REJECTED';
    await walk.say('STARTED', 'FINISHED');
    await walk.untilState('reviewing');
    await walk.advance(60_000);
    const { state, events } = await walk.look();
    assert.equal(state, 'reviewing');
    assert.ok(!events.some(({ name }) => VERDICTS.includes(name)));
    walk.world.truth = 'PENDING';
    await walk.carryOn();
  });

  late('a first read that is answered after 3 s still counts', async (walk) => {
    const read = holdNext(walk.world, 'GET');
    await walk.open();
    await read.arrived;
    await walk.advance(3_000);
    await walk.untilState('guidance');
    await read.release('VERIFIED');
    await walk.untilState('verified');
  });

  for (const [word, outcome] of [['VERIFIED', 'verified'], ['REJECTED', 'rejected']]) {
    late(`a read that the stream has overtaken takes nothing of ${word} back`, async (walk) => {
      await walk.open();
      await walk.untilState('guidance');
      await walk.press();
      const line = stream(walk.world);
      await walk.submit();
      await walk.until(() => line.isOpen(), { what: 'a stream' });
      const through = walk.world.fault;
      const read = holdNext(walk.world, 'GET');
      await walk.press('check-button');
      await read.arrived;
      walk.world.fault = through;
      line.say({ verificationState: word });
      await walk.until(({ state }) => state === outcome, { pace: 10 });
      await read.release('PENDING');
      assert.equal((await walk.look()).state, outcome);
      assert.deepEqual((await said(walk)).filter((name) => VERDICTS.includes(name)), [outcome]);
    });
  }

  late('a session that the user no longer waits for is not opened', async (walk) => {
    const exchange = holdNext(walk.world, 'POST');
    await walk.open();
    await walk.untilState('guidance');
    await walk.press();
    await exchange.arrived;
    await change(walk, (element) => element.close());
    await walk.untilState('guidance');
    await exchange.release();
    assert.deepEqual(walk.world.loads, []);
    assert.equal((await walk.look()).state, 'guidance');
    await walk.carryOn();
  });

  late('a start that is asked for again meanwhile asks for one session', async (walk) => {
    await walk.open();
    await walk.untilState('guidance');
    const exchange = holdNext(walk.world, 'POST');
    await change(walk, (element) => void Promise.all([element.start(), element.start(), element.start()]));
    await exchange.arrived;
    await change(walk, (element) => void element.start());
    await exchange.release();
    await walk.untilState('verifying');
    assert.equal(walk.world.calls.filter((call) => call.startsWith('POST')).length, 1);
    await walk.carryOn();
  });
});
