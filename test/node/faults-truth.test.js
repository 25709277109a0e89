import assert from 'node:assert/strict';
import { describeFaults } from '../helpers/fault-suite.js';
import { sample } from '../helpers/proof.js';

const VERDICTS = { VERIFIED: 'verified', REJECTED: 'rejected', RESUBMISSION_REQUESTED: 'resubmission', EXPIRED: 'expired' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describeFaults('what the server says over time', 'hostile texts and session URLs held', ({ walk: over }) => {
  const heard = async (walk, names = Object.values(VERDICTS)) => (await walk.look()).events.map(({ name }) => name).filter((name) => names.includes(name));
  const reads = (walk) => walk.world.calls.filter((call) => call.startsWith('GET')).length;
  /** The page goes on for so long, each read answered in its own time. */
  const pass = async (walk, time) => {
    const { date } = await walk.look();
    await walk.until((seen) => seen.date >= date + time, { limit: Infinity, pace: time / 10, patience: 240_000 });
  };
  const goTo = async (walk, truth, state) => {
    walk.world.truth = truth;
    await walk.open();
    await walk.untilState(state);
  };
  const submit = async (walk, truth) => {
    await walk.press();
    await walk.say('STARTED');
    walk.world.truth = truth;
    await walk.say('FINISHED');
    await walk.untilState('reviewing');
  };

  const hours = sample(2, 25);
  over(`PENDING for ${hours} h stays in review, reads ever less often, and never fails`, async (walk) => {
    await goTo(walk, 'UNVERIFIED', 'guidance');
    await submit(walk, 'PENDING');
    const before = reads(walk);
    for (let hour = 0; hour < hours; hour++) {
      await pass(walk, HOUR);
      await walk.checkAlways();
    }
    const { state, events } = await walk.look();
    assert.equal(state, 'reviewing');
    assert.ok(reads(walk) - before <= sample(95, 400), `${reads(walk) - before} reads`);
    const stalled = events.filter(({ name }) => name === 'stalled').map(({ detail }) => detail.reason);
    assert.deepEqual(stalled, hours > 24 ? ['deadline'] : []);
    assert.ok(!events.some(({ name }) => name === 'error'));
    walk.world.truth = 'VERIFIED';
    await walk.press('check-button');
    await walk.untilState('verified');
  });

  over('after 10 min without a line the review goes on by itself, with one read', async (walk) => {
    await goTo(walk, 'UNVERIFIED', 'guidance');
    await submit(walk, 'PENDING');
    await walk.until(({ verificationState }) => verificationState === 'PENDING');
    await walk.page.setOfflineMode(true);
    await pass(walk, 10 * MINUTE);
    const { state, events } = await walk.look();
    assert.equal(state, 'reviewing');
    assert.ok(!events.some(({ name }) => ['error', 'stalled'].includes(name)));
    await walk.checkAlways();
    walk.world.truth = 'VERIFIED';
    const before = reads(walk);
    await walk.page.setOfflineMode(false);
    // At most a second of jitter, and never closer to the read before than a read may be.
    await walk.untilState('verified', { limit: 3_000 });
    assert.equal(reads(walk) - before, 1);
  });

  for (const [word, state] of Object.entries(VERDICTS)) {
    over(`${word} at load is said once, and not again when it is repeated`, async (walk) => {
      await goTo(walk, word, state);
      for (let times = 0; times < 3; times++) {
        await walk.page.evaluate(() => document.querySelector('kyc-verification').checkStatus());
        await pass(walk, MINUTE);
      }
      assert.deepEqual(await heard(walk), [state]);
    });

    over(`${word} in review is said once, and reading stops where it is for good`, async (walk) => {
      await goTo(walk, 'UNVERIFIED', 'guidance');
      await submit(walk, 'PENDING');
      walk.world.truth = word;
      await walk.untilState(state);
      const before = reads(walk);
      await pass(walk, HOUR);
      assert.deepEqual(await heard(walk), [state]);
      assert.equal(reads(walk), before);
    });
  }

  over('REJECTED and then VERIFIED is news when it is asked for, and of another attempt', async (walk) => {
    await goTo(walk, 'REJECTED', 'rejected');
    walk.world.truth = 'VERIFIED';
    await pass(walk, HOUR);
    assert.equal((await walk.look()).state, 'rejected');
    walk.news = 1;
    await walk.page.evaluate(() => document.querySelector('kyc-verification').checkStatus());
    await walk.untilState('verified');
    assert.deepEqual(await heard(walk), ['rejected', 'verified']);
  });

  over('the old verdict that is repeated after a retry is no news', async (walk) => {
    await goTo(walk, 'REJECTED', 'rejected');
    await submit(walk, 'REJECTED');
    await pass(walk, 30 * MINUTE);
    assert.equal((await walk.look()).state, 'reviewing');
    assert.deepEqual(await heard(walk), ['rejected']);
    await walk.checkAlways();
    walk.world.truth = 'PENDING';
    await pass(walk, 10 * MINUTE);
    walk.world.truth = 'REJECTED';
    await walk.untilState('rejected', { limit: 10 * MINUTE, pace: 10_000 });
    assert.deepEqual(await heard(walk), ['rejected', 'rejected']);
  });

  over('the old verdict with a newer date is news', async (walk) => {
    walk.world.details = { updatedAt: '2026-01-01T10:00:00Z' };
    await goTo(walk, 'REJECTED', 'rejected');
    await submit(walk, 'REJECTED');
    await pass(walk, 2 * HOUR);
    assert.equal((await walk.look()).state, 'reviewing');
    assert.deepEqual(await heard(walk, ['stalled', ...Object.values(VERDICTS)]), ['rejected']);
    walk.world.details = { updatedAt: '2026-01-01T10:00:01Z' };
    await walk.untilState('rejected', { limit: 10 * MINUTE, pace: 10_000 });
    assert.deepEqual(await heard(walk), ['rejected', 'rejected']);
  });

  over('the old verdict that stands for an hour after a retry is told, with two ways on', async (walk) => {
    await goTo(walk, 'REJECTED', 'rejected');
    await submit(walk, 'REJECTED');
    await pass(walk, 80 * MINUTE);
    const { state, events, actions } = await walk.look();
    assert.equal(state, 'reviewing');
    assert.deepEqual(events.filter(({ name }) => name === 'stalled').map(({ detail }) => detail.reason), ['unchanged']);
    assert.deepEqual(actions, ['Start again', 'Check now']);
    await walk.checkAlways();
    walk.world.truth = 'VERIFIED';
    await walk.press('check-button');
    await walk.untilState('verified');
  });

  over('UNVERIFIED after the submission is no way back', async (walk) => {
    await goTo(walk, 'UNVERIFIED', 'guidance');
    await submit(walk, 'UNVERIFIED');
    await pass(walk, 10 * MINUTE);
    assert.equal((await walk.look()).state, 'reviewing');
    walk.world.truth = 'PENDING';
    await walk.carryOn();
  });

  over('PENDING at load, of a session that somebody left, can be continued', async (walk) => {
    await goTo(walk, 'PENDING', 'reviewing');
    assert.deepEqual((await walk.look()).actions, ['Continue verification', 'Check now']);
    await submit(walk, 'PENDING');
    await walk.carryOn();
  });

  over('what comes again and again while the answer changes from read to read stays one verdict', async (walk) => {
    await goTo(walk, 'UNVERIFIED', 'guidance');
    await submit(walk, 'PENDING');
    const words = ['UNVERIFIED', null, 'PENDING', 'verified', 'UNVERIFIED', 'PENDING', 'VERIFIED', 'REJECTED', 'EXPIRED', 'UNVERIFIED'];
    walk.world.isHit = (method) => method === 'GET';
    walk.world.fault = () => ({ status: 200, body: { verificationState: words.length > 1 ? words.shift() : words[0] } });
    await pass(walk, 30 * MINUTE);
    assert.equal((await walk.look()).state, 'verified');
    assert.deepEqual(await heard(walk), ['verified']);
  });
});
