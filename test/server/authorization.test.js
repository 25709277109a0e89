import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bodyOf, headerText, leaksIn, refusedWith } from '../helpers/server-checks.js';
import { anybody, baanxWorld, canary, ID, json, USER, veriffWorld } from '../helpers/server-world.js';

const UUID = '100a99cf-f4d3-4fa1-9be9-2e9828b20ebb';

describe('who may ask for an onboarding id', () => {
  it('is asked of the partner with the request and what is in it', async () => {
    const asked = [];
    const world = baanxWorld({ authorize: (request, what) => asked.push([request.headers.get('cookie'), request.method, what]) > 0 });
    await world.post(ID, { headers: { cookie: 'sid=1' } });
    await world.get(ID, { headers: { cookie: 'sid=2' } });
    assert.deepEqual(asked, [
      ['sid=1', 'POST', { onboardingId: ID, reverify: false }],
      ['sid=2', 'GET', { onboardingId: ID, reverify: false }],
    ]);
  });

  it('is not asked for what is no request', async () => {
    let asked = 0;
    const world = baanxWorld({ authorize: () => ++asked > 0 });
    await world.post({});
    await world.get('');
    await world.get(ID, { headers: { origin: 'https://evil.example' } });
    assert.equal(asked, 0);
  });

  for (const said of [true, {}, { user: USER }, Promise.resolve(true)]) {
    it(`lets in where the hook says ${JSON.stringify(said)}`, async () => {
      await bodyOf(await baanxWorld({ authorize: () => said }).get(), 200);
    });
  }

  for (const said of [false, null, undefined, 0, 1, '', 'yes', 'true', Promise.resolve(false)]) {
    it(`answers 404 where the hook says ${typeof said} ${String(said)}, and asks no vendor`, async () => {
      for (const world of [baanxWorld({ authorize: () => said }), veriffWorld({ authorize: () => said })]) {
        await refusedWith(await world.get(), 404);
        await refusedWith(await world.post(), 404);
        await refusedWith(await world.get(ID, { headers: { accept: 'text/event-stream' } }), 404);
        assert.equal(world.calls.length, 0);
      }
    });
  }

  it('is the partner\'s to say at each request: a session that was handed out opens nothing to the next', async () => {
    let isOwner = true;
    const world = baanxWorld({ authorize: () => isOwner });
    await bodyOf(await world.post(), 200);
    await bodyOf(await world.get(), 200);
    isOwner = false;
    await refusedWith(await world.post(), 404);
    await refusedWith(await world.get(), 404);
  });

  for (const [name, authorize] of [
    ['throws', () => { throw new Error(`no database at ${canary.clientKey}`); }],
    ['rejects', () => Promise.reject(new Error(canary.bearer))],
    ['throws what is no error', () => { throw canary.bearer; }],
  ]) {
    it(`answers 503 where the hook ${name}, and repeats nothing of it`, async () => {
      const world = baanxWorld({ authorize });
      for (const response of [await world.get(), await world.post(), await world.post({ reverify: true })]) {
        const message = await refusedWith(response, 503);
        assert.deepEqual(leaksIn(message), []);
      }
      assert.deepEqual(leaksIn(JSON.stringify(world.lines)), []);
      assert.deepEqual(world.lines.map(({ level, event }) => `${level} ${event}`), Array(3).fill('error failed'));
      assert.equal(world.calls.length, 0);
    });
  }
});

describe('another user\'s id', () => {
  for (const method of ['get', 'post']) {
    it(`is answered to a ${method} as one that Baanx does not know: same status, same headers, same bytes`, async () => {
      const world = baanxWorld({ authorize: (_request, { onboardingId }) => onboardingId !== ID });
      world.upstream['GET /v1/auth/register'] = () => json(404, { message: 'Onboarding session not found' }, { 'x-request-id': 'vendor' });
      world.upstream['POST /v1/auth/register/verification'] = world.upstream['GET /v1/auth/register'];
      const [others, unknown] = [await world[method](ID), await world[method]('US_unknown')];
      assert.equal(world.calls.length, 1, 'Baanx is asked for the unknown one alone');
      assert.equal(headerText(others), headerText(unknown));
      assert.deepEqual(new Uint8Array(await others.arrayBuffer()), new Uint8Array(await unknown.arrayBuffer()));
      assert.deepEqual([others.status, unknown.status], [404, 404]);
    });
  }

  it('is 404 also after its owner has been verified', async () => {
    let isOwner = true;
    const world = baanxWorld({ authorize: () => isOwner });
    world.state = 'VERIFIED';
    assert.equal((await bodyOf(await world.get(), 200)).verificationState, 'VERIFIED');
    isOwner = false;
    await refusedWith(await world.get(), 404);
    await refusedWith(await world.post(), 404);
  });
});

describe('without a hook', () => {
  for (const id of [ID, UUID, UUID.toUpperCase(), `INTL_${UUID}`]) {
    it(`to know ${id} is the proof`, async () => {
      await bodyOf(await baanxWorld({ authorize: undefined }).get(id), 200);
    });
  }

  for (const id of ['1', 'US_1', 'user@example.com', UUID.slice(1), `${UUID}x`, `x${UUID}`, `${UUID},${UUID}`, `US_US_${UUID}`, `../${UUID}`, `${'x'.repeat(21)}_${UUID}`]) {
    it(`${id} could be guessed, and is 404`, async () => {
      const world = baanxWorld({ authorize: undefined });
      await refusedWith(await world.get(id), 404);
      await refusedWith(await world.post(id), 404);
      assert.equal(world.calls.length, 0);
    });
  }

  it('nobody is known to be signed in', async () => {
    const world = baanxWorld({ authorize: undefined });
    await refusedWith(await world.post({ reverify: true }, { headers: { authorization: `Bearer ${canary.bearer}` } }), 401);
    await refusedWith(await world.get({ reverify: 'true' }), 401);
    assert.equal(world.calls.length, 0);
  });
});

describe('a signed-in user', () => {
  const bothModes = (authorize) => [baanxWorld({ authorize }), veriffWorld({ authorize })];

  it('is asked for without an onboarding id', async () => {
    const asked = [];
    const world = baanxWorld({ authorize: (request, what) => (asked.push(what), anybody(request, what)) });
    await bodyOf(await world.post({ reverify: true, onboardingId: ID }), 200);
    await bodyOf(await world.get({ reverify: 'true', onboardingId: ID }), 200);
    assert.deepEqual(asked, Array(2).fill({ onboardingId: '', reverify: true }));
    assert.ok(world.calls.every(({ url, body }) => !`${url} ${body}`.includes(ID)));
  });

  for (const said of [false, null, undefined, true, 'yes', {}]) {
    it(`is 401 where the hook says ${JSON.stringify(said) ?? 'nothing'}`, async () => {
      for (const world of bothModes(() => said)) {
        await refusedWith(await world.post({ reverify: true }), 401);
        await refusedWith(await world.get({ reverify: 'true' }), 401);
        assert.equal(world.calls.length, 0);
      }
    });
  }

  it('needs a bearer at Baanx and a name at Veriff', async () => {
    await refusedWith(await baanxWorld({ authorize: () => ({ user: USER }) }).post({ reverify: true }), 401);
    await refusedWith(await veriffWorld({ authorize: () => ({ bearer: canary.bearer }) }).post({ reverify: true }), 401);
    await bodyOf(await baanxWorld({ authorize: () => ({ bearer: canary.bearer }) }).post({ reverify: true }), 200);
    await bodyOf(await veriffWorld({ authorize: () => ({ user: USER }) }).post({ reverify: true }), 200);
  });

  it('is asked for at Baanx by the hook\'s bearer, with or without its scheme, never by the request\'s', async () => {
    for (const bearer of [canary.bearer, `Bearer ${canary.bearer}`, `bearer ${canary.bearer}`]) {
      const world = baanxWorld({ authorize: () => ({ user: USER, bearer }) });
      await bodyOf(await world.post({ reverify: true }, { headers: { authorization: 'Bearer of-the-page' } }), 200);
      assert.equal(world.calls[0].headers.get('authorization'), `Bearer ${canary.bearer}`);
    }
  });

  for (const bearer of ['', ' ', 'a b', 'a\r\nx-us-env: true', 'ä', 'a\0', 'x'.repeat(8193)]) {
    it(`is 401 with ${JSON.stringify(bearer.slice(0, 20))} for a bearer, which is never sent`, async () => {
      const world = baanxWorld({ authorize: () => ({ user: USER, bearer }) });
      await refusedWith(await world.post({ reverify: true }), 401);
      assert.equal(world.calls.length, 0);
    });
  }

  it('whom the partner does not name is told apart from others by the token', async () => {
    let bearer = canary.bearer;
    const world = baanxWorld({ authorize: () => ({ bearer }) });
    world.upstream['GET /v1/user'] = ({ headers }) => json(200, { verificationState: headers.get('authorization') === `Bearer ${canary.bearer}` ? 'VERIFIED' : 'UNVERIFIED' });
    assert.equal((await bodyOf(await world.get({ reverify: 'true' }), 200)).verificationState, 'VERIFIED');
    bearer = 'another';
    assert.equal((await bodyOf(await world.get({ reverify: 'true' }), 200)).verificationState, 'UNVERIFIED');
  });

  it('with an empty name does not share a record with others of an empty name', async () => {
    let bearer = canary.bearer;
    const world = baanxWorld({ authorize: () => ({ user: '', bearer }) });
    world.upstream['GET /v1/user'] = ({ headers }) => json(200, headers.get('authorization') === `Bearer ${canary.bearer}` ? { verificationState: 'VERIFIED' } : {});
    await world.get({ reverify: 'true' });
    bearer = 'another';
    const response = await world.get({ reverify: 'true' });
    if (response.status !== 401) assert.equal((await bodyOf(response, 200)).verificationState, 'UNVERIFIED');
  });
});

describe('a registration', () => {
  it('sends Baanx no authorization, whatever the page and the hook say', async () => {
    const world = baanxWorld({ authorize: () => ({ user: USER, bearer: canary.bearer }) });
    const headers = { authorization: `Bearer ${canary.bearer}`, cookie: 'sid=1', 'x-client-key': 'mine', 'x-us-env': 'true' };
    await bodyOf(await world.post(ID, { headers }), 200);
    await bodyOf(await world.get(ID, { headers }), 200);
    for (const call of world.calls) {
      assert.equal(call.headers.has('authorization'), false);
      assert.equal(call.headers.has('cookie'), false);
      assert.equal(call.headers.get('x-client-key'), canary.clientKey);
      assert.equal(call.headers.get('x-us-env'), 'false');
    }
    assert.equal(world.calls.length, 2);
  });
});
