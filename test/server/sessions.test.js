import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bodyOf, refusedWith } from '../helpers/server-checks.js';
import { baanxWorld, ID, json, sessionUrl, USER, veriffWorld } from '../helpers/server-world.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.parse('2026-02-01T12:00:00Z');
const urlOf = async (response) => (await bodyOf(response, 200)).sessionUrl;
const vendors = { baanx: baanxWorld, veriff: veriffWorld };
const makes = { baanx: 'POST /v1/auth/register/verification', veriff: 'POST /v1/sessions' };

for (const [vendor, worldWith] of Object.entries(vendors)) {
  describe(`a session of ${vendor}`, () => {
    it('is the same after a reload and on a second device', async () => {
      const world = worldWith();
      const first = await (await world.post(ID, { headers: { 'user-agent': 'desktop' } })).text();
      const second = await (await world.post(ID, { headers: { 'user-agent': 'phone' } })).text();
      assert.equal(second, first);
      assert.equal(world.callsTo(makes[vendor]), 1);
    });

    it('is made once for 100 who ask at the same time, and all get it', async () => {
      const world = worldWith();
      world.latency = () => 20;
      const answers = await Promise.all(Array.from({ length: 100 }, () => world.post()));
      const bodies = await Promise.all(answers.map((answer) => bodyOf(answer, 200)));
      assert.deepEqual(bodies, Array(100).fill({ sessionUrl: sessionUrl(1), expiresAt: bodies[0].expiresAt }));
      assert.equal(world.calls.length, 1);
    });

    it('that can\'t be made is refused to all who asked at the same time, and tried anew by the next', async () => {
      const world = worldWith();
      const make = world.upstream[makes[vendor]];
      world.latency = () => 20;
      world.upstream[makes[vendor]] = () => json(429, {});
      for (const answer of await Promise.all(Array.from({ length: 20 }, () => world.post()))) await refusedWith(answer, 429);
      assert.equal(world.calls.length, 1);
      world.upstream[makes[vendor]] = make;
      assert.equal(await urlOf(await world.post()), sessionUrl(1));
    });

    it('is nobody else\'s: ids that differ in case, form or end have their own', async () => {
      const world = worldWith();
      const ids = ['id', 'ID', 'id2', 'id%32', 'id.', '\u00efd', 'i\u0308d'];
      const urls = await Promise.all(ids.map(async (id) => urlOf(await world.post(id))));
      assert.equal(new Set(urls).size, new Set(ids).size);
    });

    it('of 7 days is handed out again until 5 minutes before its end', async (t) => {
      t.mock.timers.enable({ apis: ['Date'], now: START });
      const world = worldWith();
      const { expiresAt } = await bodyOf(await world.post(), 200);
      assert.equal(Date.parse(expiresAt), START + 7 * DAY);
      t.mock.timers.setTime(START + 7 * DAY - 5 * MINUTE - 1);
      assert.deepEqual(await bodyOf(await world.post(), 200), { sessionUrl: sessionUrl(1), expiresAt });
      t.mock.timers.setTime(START + 7 * DAY - 5 * MINUTE);
      assert.equal(await urlOf(await world.post()), sessionUrl(2));
    });

    it('is not made for who has been verified: that is 400, and no call', async () => {
      const world = worldWith();
      await world.post();
      world.state = 'VERIFIED';
      world.decision = { status: 'approved', code: 9001 };
      assert.equal((await bodyOf(await world.get(), 200)).verificationState, 'VERIFIED');
      const before = world.calls.length;
      await refusedWith(await world.post(), 400);
      assert.equal(world.calls.length, before);
    });

    it('whose answer fails to be kept is not lost to a failing store: 503, then it works', async () => {
      const held = new Map();
      let fails = true;
      const store = {
        getItem: async (key) => held.get(key) ?? null,
        setItem: async (key, value) => {
          if (fails) throw new Error('disk full');
          held.set(key, value);
        },
      };
      const world = worldWith({ store });
      await refusedWith(await world.post(), 503);
      fails = false;
      assert.match(await urlOf(await world.post()), /^https:\/\/magic\.veriff\.me\//);
    });
  });
}

describe('after a verdict', () => {
  const next = {
    declined: [9102, 2],
    expired: [9104, 2],
    abandoned: [9104, 2],
    resubmission_requested: [9103, 1],
    review: [9121, 1],
  };
  for (const [status, [code, number]] of Object.entries(next)) {
    it(`${status} of Veriff the next start gets ${number === 1 ? 'the same session' : 'a new one'}`, async (t) => {
      t.mock.timers.enable({ apis: ['Date'], now: START });
      const world = veriffWorld();
      await world.post();
      world.decision = { status, code, attemptId: 'a', reasonCode: 204 };
      t.mock.timers.tick(MINUTE);
      await bodyOf(await world.get(), 200);
      t.mock.timers.tick(MINUTE);
      assert.equal(await urlOf(await world.post()), sessionUrl(number));
    });
  }

  for (const [state, number] of [['REJECTED', 2], ['PENDING', 1], ['UNVERIFIED', 1]]) {
    it(`${state} of Baanx in a registration the next start gets session ${number}`, async (t) => {
      t.mock.timers.enable({ apis: ['Date'], now: START });
      const world = baanxWorld();
      await world.post();
      world.state = state;
      t.mock.timers.tick(MINUTE);
      await bodyOf(await world.get(), 200);
      t.mock.timers.tick(MINUTE);
      assert.equal(await urlOf(await world.post()), sessionUrl(number));
    });
  }
});

describe('a session that opens only once', () => {
  const reverify = { reverify: true };

  it('lasts 24 hours and is new at each request', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: START });
    const world = baanxWorld();
    const first = await bodyOf(await world.post(reverify), 200);
    assert.deepEqual(first, { sessionUrl: sessionUrl(1), expiresAt: new Date(START + DAY).toISOString() });
    assert.equal(await urlOf(await world.post(reverify)), sessionUrl(2));
  });

  it('is not shared by those who ask at the same time', async () => {
    const world = baanxWorld();
    world.latency = () => 10;
    const urls = await Promise.all([world.post(reverify), world.post(reverify)].map(async (response) => urlOf(await response)));
    assert.deepEqual(urls.sort(), [sessionUrl(1), sessionUrl(2)]);
  });

  for (const [name, fail] of [['a network error', () => Promise.reject(new TypeError('fetch failed'))], ['a 500', () => json(500, {})], ['a broken body', () => new Response('{"sessionUrl":')]]) {
    it(`is not asked for again after ${name}`, async () => {
      const world = baanxWorld();
      world.upstream['GET /v1/user/verification'] = fail;
      await refusedWith(await world.post(reverify), 502);
      assert.equal(world.calls.length, 1);
    });
  }

  it('is in no store, sealed or not', async () => {
    const held = new Map();
    const store = { getItem: async (key) => held.get(key) ?? null, setItem: async (key, value) => void held.set(key, value) };
    const world = baanxWorld({ store, encryptionKey: 'x'.repeat(32) });
    await bodyOf(await world.post(reverify), 200);
    assert.deepEqual([...held.values()].map(({ grants }) => grants.user.sealed), [null]);
  });

  it('does not take the registration\'s place', async () => {
    const world = baanxWorld({ authorize: (_request, asked) => (asked.reverify ? { user: ID, bearer: 'cnryAccessToken-41d0c2' } : true) });
    await world.post();
    await world.post(reverify);
    assert.equal(await urlOf(await world.post()), sessionUrl(1));
  });
});

describe('what the vendor is told', () => {
  it('is at Baanx the id, the key and the environment', async () => {
    const world = baanxWorld({ baanx: { usEnv: true } });
    await world.post();
    const [{ url, body, headers, redirect }] = world.calls;
    assert.equal(url, 'https://baanx.example/v1/auth/register/verification');
    assert.equal(body, JSON.stringify({ onboardingId: ID }));
    assert.deepEqual(Object.fromEntries(headers), { accept: 'application/json', 'content-type': 'application/json', 'x-client-key': 'cnryClientKey-5f0d1c7be2a94b', 'x-us-env': 'true' });
    assert.equal(redirect, 'manual');
  });

  it('is the environment that a function says of the request', async () => {
    const seen = [];
    const world = baanxWorld({ baanx: { usEnv: (request, asked) => (seen.push(asked), request.headers.get('x-tenant') === 'us') } });
    await world.post(ID, { headers: { 'x-tenant': 'us' } });
    await world.get(ID, { headers: { 'x-tenant': 'eu' } });
    await world.post({ reverify: true }, { headers: { 'x-tenant': 'us' } });
    assert.deepEqual(world.calls.map(({ headers }) => headers.get('x-us-env')), ['true', 'false', 'true']);
    assert.deepEqual(seen.map(({ onboardingId }) => onboardingId), [ID, ID, '']);
  });

  it('is said below the path of a front, with or without a slash at its end', async () => {
    for (const baseUrl of ['https://front.example/baanx', 'https://front.example/baanx/', 'https://front.example/baanx//']) {
      const world = baanxWorld({ baanx: { baseUrl } });
      await world.get();
      assert.equal(world.calls[0].url, `https://front.example/baanx/v1/auth/register?onboardingId=${ID}`);
    }
  });

  it('is at Veriff the id as vendorData, the callback and the integration', async () => {
    const world = veriffWorld({ veriff: { callback: 'https://partner.example/done', integrationId: 'integration-1' } });
    await world.post();
    await world.post({ reverify: true });
    const [first, second] = world.calls;
    assert.deepEqual(JSON.parse(first.body), { verification: { vendorData: ID, callback: 'https://partner.example/done' } });
    assert.deepEqual(JSON.parse(second.body), { verification: { vendorData: USER, callback: 'https://partner.example/done' } });
    assert.equal(first.headers.get('vrf-integration-id'), 'integration-1');
    assert.ok(!JSON.stringify([...first.headers, first.body, first.url]).includes('cnrySharedSecret'));
  });
});
