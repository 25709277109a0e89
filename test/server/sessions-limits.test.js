import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { bodyOf, refusedWith } from '../helpers/server-checks.js';
import { baanxWorld, ID, json, sessionUrl, veriffWorld } from '../helpers/server-world.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.parse('2026-02-01T12:00:00Z');
const reverify = { reverify: true };

/** Refused by ourselves until then: 429, so many seconds, and no call. */
async function waits(world, ask, seconds) {
  const before = world.calls.length;
  const response = await ask();
  assert.equal(response.headers.get('retry-after'), String(seconds));
  await refusedWith(response, 429);
  assert.equal(world.calls.length, before);
}

describe('a signed-in user at Baanx', () => {
  let world;
  beforeEach(() => {
    world = baanxWorld();
  });
  /** Baanx says `state`, and it is read. */
  const says = async (state) => {
    world.state = state;
    await bodyOf(await world.get({ reverify: 'true' }), 200);
  };

  it('has three sessions without a verdict at most', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: START });
    for (let count = 0; count < 3; count++) {
      await bodyOf(await world.post(reverify), 200);
      t.mock.timers.tick(HOUR);
    }
    await waits(world, () => world.post(reverify), (DAY - 3 * HOUR) / 1000);
    t.mock.timers.setTime(START + DAY);
    await bodyOf(await world.post(reverify), 200);
  });

  it('has three also where many are asked for at the same time', async () => {
    world.latency = () => 10;
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.post(reverify)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array(3).fill(200), ...Array(17).fill(429)]);
    assert.equal(world.callsTo('GET /v1/user/verification'), 3);
  });

  it('does not use up a session by a call that failed', async () => {
    const make = world.upstream['GET /v1/user/verification'];
    world.upstream['GET /v1/user/verification'] = () => json(500, {});
    for (let count = 0; count < 5; count++) await refusedWith(await world.post(reverify), 502);
    world.upstream['GET /v1/user/verification'] = make;
    for (let count = 0; count < 3; count++) await bodyOf(await world.post(reverify), 200);
  });

  it('has ten sessions a day', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: START });
    for (let count = 0; count < 10; count++) {
      await bodyOf(await world.post(reverify), 200);
      for (const state of ['PENDING', 'VERIFIED']) {
        t.mock.timers.tick(MINUTE);
        await says(state);
      }
      t.mock.timers.tick(MINUTE);
    }
    await waits(world, () => world.post(reverify), (DAY - 30 * MINUTE) / 1000);
    t.mock.timers.setTime(START + DAY);
    await bodyOf(await world.post(reverify), 200);
  });

  it('waits 24 hours after a rejection, and is told until when', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: START });
    await world.post(reverify);
    t.mock.timers.tick(HOUR);
    await says('REJECTED');
    t.mock.timers.tick(HOUR);
    const { retryAt } = await bodyOf(await world.get({ reverify: 'true' }), 200);
    assert.equal(Date.parse(retryAt), START + HOUR + DAY);
    await waits(world, () => world.post(reverify), (DAY - HOUR) / 1000);
    t.mock.timers.setTime(START + HOUR + DAY);
    assert.equal((await bodyOf(await world.get({ reverify: 'true' }), 200)).retryAt, undefined);
    await bodyOf(await world.post(reverify), 200);
  });

  it('may be verified again after a verification', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: START });
    await says('VERIFIED');
    t.mock.timers.tick(MINUTE);
    await bodyOf(await world.post(reverify), 200);
  });

  it('is held back by no other user\'s sessions', async () => {
    let user = 0;
    const shared = baanxWorld({ authorize: () => ({ user: `user-${++user}`, bearer: 'cnryAccessToken-41d0c2' }) });
    for (let count = 0; count < 12; count++) await bodyOf(await shared.post(reverify), 200);
  });
});

describe('a registration at Baanx', () => {
  it('has as many sessions as it needs, and no wait after a rejection', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: START });
    const world = baanxWorld();
    for (let count = 1; count <= 15; count++) {
      assert.equal((await bodyOf(await world.post(), 200)).sessionUrl, sessionUrl(count));
      for (const state of ['PENDING', 'REJECTED']) {
        t.mock.timers.tick(MINUTE);
        world.state = state;
        assert.equal((await bodyOf(await world.get(), 200)).retryAt, undefined);
      }
      t.mock.timers.tick(MINUTE);
    }
  });
});

describe('sessions of Veriff', () => {
  it('are ten a day for an id', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: START });
    const world = veriffWorld();
    for (let count = 1; count <= 10; count++) {
      assert.equal((await bodyOf(await world.post(), 200)).sessionUrl, sessionUrl(count));
      t.mock.timers.tick(MINUTE);
      world.decision = { status: 'declined', code: 9102 };
      await bodyOf(await world.get(), 200);
      t.mock.timers.tick(MINUTE);
    }
    await waits(world, () => world.post(), (DAY - 20 * MINUTE) / 1000);
    assert.equal((await bodyOf(await world.get(), 200)).retryAt, new Date(START + DAY).toISOString());
    t.mock.timers.setTime(START + DAY);
    await bodyOf(await world.post(), 200);
  });

  for (const [plan, options, number] of [['without a word', {}, 30], ['of 600', { sessionsPerMinute: 600 }, 600]]) {
    it(`are ${number} a minute for all ids together on a plan ${plan}`, async (t) => {
      t.mock.timers.enable({ apis: ['Date'], now: START });
      const world = veriffWorld({ veriff: options });
      for (let count = 0; count < number; count++) assert.equal((await world.post(`id-${count}`)).status, 200);
      t.mock.timers.tick(20_000);
      await waits(world, () => world.post('one-more'), 40);
      await bodyOf(await world.post('id-0'), 200);
      t.mock.timers.tick(40_000);
      await bodyOf(await world.post('one-more'), 200);
    });
  }
});

describe('a vendor that asks for rest', () => {
  for (const [vendor, worldWith, name] of [['baanx', baanxWorld, 'POST /v1/auth/register/verification'], ['veriff', veriffWorld, 'POST /v1/sessions']]) {
    for (const [form, header] of [['seconds', '90'], ['a date', new Date(START + 90_000).toUTCString()]]) {
      it(`(${vendor}, by ${form}) gets it: no call before`, async (t) => {
        t.mock.timers.enable({ apis: ['Date'], now: START });
        const world = worldWith();
        const make = world.upstream[name];
        world.upstream[name] = () => json(429, {}, { 'retry-after': header });
        const first = await world.post();
        assert.equal(first.headers.get('retry-after'), header);
        await refusedWith(first, 429);
        world.upstream[name] = make;
        t.mock.timers.tick(30_000);
        await waits(world, () => world.post(), 60);
        await bodyOf(await world.post('another'), 200);
        t.mock.timers.tick(60_000);
        await bodyOf(await world.post(), 200);
      });
    }
  }

  for (const [form, header] of [['31 years', '999999999'], ['a date in 2099', 'Thu, 01 Jan 2099 00:00:00 GMT']]) {
    it(`for ${form} is asked again after a day`, async (t) => {
      t.mock.timers.enable({ apis: ['Date'], now: START });
      const world = baanxWorld();
      const make = world.upstream['POST /v1/auth/register/verification'];
      world.upstream['POST /v1/auth/register/verification'] = () => json(429, {}, { 'retry-after': header });
      await refusedWith(await world.post(), 429);
      world.upstream['POST /v1/auth/register/verification'] = make;
      t.mock.timers.tick(DAY);
      await bodyOf(await world.post(ID), 200);
    });
  }

  it('for no time said is asked at the next request', async () => {
    const world = baanxWorld();
    world.upstream['POST /v1/auth/register/verification'] = () => json(429, {});
    await refusedWith(await world.post(), 429);
    await refusedWith(await world.post(), 429);
    assert.equal(world.calls.length, 2);
  });
});
