import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bodyOf, leaksIn, refusedWith } from '../helpers/server-checks.js';
import { baanxWorld, canary, ID, json, person, sessionId, veriffWorld } from '../helpers/server-world.js';

const START = Date.parse('2026-02-01T12:00:00Z');
const MINUTE = 60_000;
const iso = (time) => new Date(time).toISOString();
const read = async (world, asked) => bodyOf(await world.get(asked), 200);

describe('a status from Baanx', () => {
  for (const state of ['UNVERIFIED', 'PENDING', 'VERIFIED', 'REJECTED', 'RESUBMISSION_REQUESTED', 'EXPIRED']) {
    it(`says ${state}, since when, and nothing of the person`, async (t) => {
      t.mock.timers.enable({ apis: ['Date'], now: START });
      const world = baanxWorld();
      world.state = state;
      for (const asked of [ID, { reverify: 'true' }]) {
        const body = await read(world, asked);
        const wait = state === 'REJECTED' && asked !== ID ? { retryAt: iso(START + 24 * 60 * MINUTE) } : {};
        assert.deepEqual(body, { verificationState: state, updatedAt: iso(START), stream: true, ...wait });
      }
      t.mock.timers.tick(MINUTE);
      assert.equal((await read(world)).updatedAt, iso(START), 'what is repeated is no news');
    });
  }

  for (const word of [undefined, null, '', 'verified', ' VERIFIED', 'VERIFIED ', 'APPROVED', '<b>', 1, true, [], ['VERIFIED'], {}, '__proto__', 'constructor']) {
    it(`is no news with ${JSON.stringify(word)} for a state`, async (t) => {
      t.mock.timers.enable({ apis: ['Date'], now: START });
      const world = baanxWorld();
      world.upstream['GET /v1/auth/register'] = () => json(200, { ...person, verificationState: word });
      const nothing = { verificationState: 'UNVERIFIED', updatedAt: iso(START), stream: true };
      assert.deepEqual(await read(world), nothing);
      t.mock.timers.tick(MINUTE);
      assert.deepEqual(await read(world), nothing);
    });

    it(`stands after ${JSON.stringify(word)}`, async () => {
      const world = baanxWorld();
      world.state = 'PENDING';
      const before = await read(world);
      world.state = word;
      assert.deepEqual(await read(world), before);
    });
  }

  it('carries the time of each change', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: START });
    const world = baanxWorld();
    const times = [];
    for (const state of ['UNVERIFIED', 'PENDING', 'PENDING', 'REJECTED', 'REJECTED', 'PENDING', 'VERIFIED']) {
      world.state = state;
      times.push((Date.parse((await read(world)).updatedAt) - START) / MINUTE);
      t.mock.timers.tick(MINUTE);
    }
    assert.deepEqual(times, [0, 1, 1, 3, 3, 5, 6]);
  });

  it('does not say that it streams where streams are off, and then is JSON for all', async () => {
    const world = baanxWorld({ stream: false });
    const body = await bodyOf(await world.get(ID, { headers: { accept: 'text/event-stream' } }), 200);
    assert.equal('stream' in body, false);
  });
});

describe('a status from Veriff', () => {
  it('is UNVERIFIED, with a time and without a call, before there is a session', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: START });
    const world = veriffWorld();
    assert.deepEqual(await read(world), { verificationState: 'UNVERIFIED', updatedAt: iso(START), stream: true });
    t.mock.timers.tick(MINUTE);
    assert.equal((await read(world)).updatedAt, iso(START));
    assert.equal(world.calls.length, 0);
  });

  for (const [status, code, state, reasons] of [
    ['approved', 9001, 'VERIFIED', undefined],
    ['declined', 9102, 'REJECTED', ['not-accepted']],
    ['resubmission_requested', 9103, 'RESUBMISSION_REQUESTED', ['not-accepted']],
    ['expired', 9104, 'EXPIRED', undefined],
    ['review', 9121, 'PENDING', undefined],
  ]) {
    it(`says ${state} for ${status}, by Veriff's time, and nothing of the person`, async (t) => {
      t.mock.timers.enable({ apis: ['Date'], now: START });
      const world = veriffWorld();
      await world.post();
      t.mock.timers.tick(2 * MINUTE);
      world.decision = { status, code, attemptId: 'attempt-1', decisionTime: iso(START + MINUTE), reason: person.ssn };
      const expected = { verificationState: state, ...(reasons === undefined ? {} : { reasons }), updatedAt: iso(START + MINUTE), stream: true };
      assert.deepEqual(await read(world), expected);
    });
  }

  it('takes no decision of a session that it did not ask for', async () => {
    const world = veriffWorld();
    await world.post();
    world.decision = { id: sessionId(99), status: 'approved', code: 9001 };
    assert.equal((await read(world)).verificationState, 'UNVERIFIED');
  });

  it('that has been decided is read no more', async () => {
    const world = veriffWorld();
    await world.post();
    world.decision = { status: 'approved', code: 9001 };
    for (let count = 0; count < 5; count++) assert.equal((await read(world)).verificationState, 'VERIFIED');
    assert.equal(world.callsTo('GET /v1/sessions/*/decision'), 1);
  });
});

describe('reads of the vendor', () => {
  it('are one for 100 who ask at the same time', async () => {
    const world = baanxWorld();
    world.latency = () => 20;
    const answers = await Promise.all(Array.from({ length: 100 }, () => world.get()));
    const bodies = await Promise.all(answers.map((answer) => bodyOf(answer, 200)));
    assert.equal(new Set(bodies.map((body) => JSON.stringify(body))).size, 1);
    assert.equal(world.calls.length, 1);
  });

  it('are not shared by two bearers', async () => {
    const world = baanxWorld({ authorize: ({ headers }) => ({ user: 'one', bearer: headers.get('authorization') }) });
    world.latency = () => 20;
    const [first, second] = [canary.bearer, 'stolen'].map((bearer) => world.get({ reverify: 'true' }, { headers: { authorization: bearer } }));
    await bodyOf(await first, 200);
    await refusedWith(await second, 401);
  });

  it('are ten for who asks without a pause, then one a second; in between the last answer stands', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: START });
    const world = baanxWorld();
    for (let count = 0; count < 100; count++) await read(world);
    assert.equal(world.calls.length, 10);
    world.state = 'PENDING';
    assert.equal((await read(world)).verificationState, 'UNVERIFIED');
    t.mock.timers.tick(1_000);
    assert.equal((await read(world)).verificationState, 'PENDING');
    await read(world);
    assert.equal(world.calls.length, 11);
    await read(world, 'another');
    assert.equal(world.calls.length, 12);
    t.mock.timers.tick(60 * MINUTE);
    for (let count = 0; count < 100; count++) await read(world);
    assert.equal(world.calls.length, 22);
  });
});

describe('an onboarding that Baanx has closed', () => {
  const closed = { 400: 'Invalid onboarding ID', 404: 'Onboarding session not found' };
  for (const [status, message] of Object.entries(closed)) {
    for (const [state, stands] of [['VERIFIED', true], ['REJECTED', true], ['PENDING', false], ['UNVERIFIED', false]]) {
      it(`by ${status} after ${state} ${stands ? 'keeps that' : 'is said so'}`, async () => {
        const world = baanxWorld();
        world.state = state;
        const before = await read(world);
        world.upstream['GET /v1/auth/register'] = () => json(Number(status), { message });
        const after = await world.get();
        if (stands) assert.deepEqual(await bodyOf(after, 200), before);
        else await refusedWith(after, Number(status));
      });
    }

    it(`by ${status} and never seen is ${status}`, async () => {
      const world = baanxWorld();
      world.upstream['GET /v1/auth/register'] = () => json(Number(status), { message });
      await refusedWith(await world.get(), Number(status));
    });
  }

  it('is not mistaken for one by a refused key or a failure: those are said', async () => {
    for (const [status, said] of [[401, 401], [403, 403], [498, 498], [500, 502]]) {
      const world = baanxWorld();
      world.state = 'VERIFIED';
      await read(world);
      world.upstream['GET /v1/auth/register'] = () => json(status, { message: canary.clientKey });
      assert.deepEqual(leaksIn(await refusedWith(await world.get(), said)), []);
    }
  });
});
