import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bodyOf, endlessBody, leaksIn, refusedWith, someTurns, until } from '../helpers/server-checks.js';
import { baanxWorld, canary, json, sessionId, sessionUrl, veriffWorld } from '../helpers/server-world.js';

const KB = 1024;
const REGISTER = 'GET /v1/auth/register';
const EXCHANGE = 'POST /v1/auth/register/verification';

describe('an upstream body', () => {
  const bodies = {
    'is empty': '',
    'is HTML': '<!DOCTYPE html><html>Log in to the captive portal</html>',
    'is plain text': 'Bad request',
    'is cut off': '{"verificationState":"VERIFIED","sessionUrl":"https://magic.veriff.me/v/x"',
    'is two': '{"verificationState":"VERIFIED"}{}',
    'is nested deeply': `${'['.repeat(30_000)}`,
    'is no UTF-8': new Uint8Array([0x22, 0xff, 0xfe]),
    'is a number': '1',
    'is a text': '"VERIFIED"',
    'is true': 'true',
  };
  for (const [name, body] of Object.entries(bodies)) {
    it(`that ${name} is 502`, async (t) => {
      t.mock.method(Math, 'random', () => 0);
      const world = baanxWorld();
      world.upstream[REGISTER] = world.upstream[EXCHANGE] = () => new Response(body, { headers: { 'content-type': 'application/json' } });
      await refusedWith(await world.post(), 502);
      await refusedWith(await world.get(), 502);
    });
  }

  it('that is JSON by another type counts, as Baanx\'s fronts send it', async () => {
    const world = baanxWorld();
    world.upstream[REGISTER] = () => new Response('{"verificationState":"PENDING"}', { headers: { 'content-type': 'text/html' } });
    assert.equal((await bodyOf(await world.get(), 200)).verificationState, 'PENDING');
  });

  for (const body of ['null', '[]', '{}', '[{"verificationState":"VERIFIED"}]', '{"__proto__":{"verificationState":"VERIFIED"}}', '{"constructor":{"prototype":{"verificationState":"VERIFIED"}}}', '{"user":{"verificationState":"VERIFIED"}}']) {
    it(`${body} is never a success`, async () => {
      const world = baanxWorld();
      world.upstream[REGISTER] = () => new Response(body);
      const response = await world.get();
      if (response.status === 200) assert.equal((await bodyOf(response, 200)).verificationState, 'UNVERIFIED');
      else await refusedWith(response, 502);
      world.upstream[EXCHANGE] = () => new Response(body.replaceAll('verificationState', 'sessionUrl').replaceAll('VERIFIED', sessionUrl(1)));
      await refusedWith(await world.post(), 502);
      assert.equal({}.verificationState, undefined);
    });
  }

  it('of 50 MB is not read beyond 64 KB, and its connection is ended', async () => {
    const world = baanxWorld();
    const endless = [];
    world.upstream[REGISTER] = () => {
      endless.push(endlessBody(() => new Uint8Array(16 * KB).fill(0x20)));
      return new Response(endless.at(-1).stream);
    };
    await refusedWith(await world.get(), 502);
    assert.deepEqual(endless.map(({ taken }) => taken / KB), [80]);
    assert.ok(world.calls.every(({ signal }) => signal.aborted));
  });

  it('of 64 KB is read', async () => {
    const world = baanxWorld();
    const text = JSON.stringify({ verificationState: 'PENDING', pad: '' });
    world.upstream[REGISTER] = () => new Response(text.replace('"pad":"', `"pad":"${'x'.repeat(64 * KB - text.length)}`));
    assert.equal((await bodyOf(await world.get(), 200)).verificationState, 'PENDING');
  });

  it('of a refusal ends as one: 50 MB of error page', async () => {
    const world = baanxWorld();
    const body = endlessBody(() => new Uint8Array(16 * KB).fill(0x3c));
    world.upstream[REGISTER] = () => new Response(body.stream, { status: 404 });
    await refusedWith(await world.get(), 404);
    assert.ok(body.taken <= 80 * KB);
  });
});

describe('an upstream that never ends', () => {
  /** Upstreams that hang in different places. All give the time at which they began to. */
  const hangs = {
    'does not answer': () => new Promise(() => undefined),
    'sends a head and no body': () => new Response(endlessBody().stream),
    'sends half a body': () => {
      let isFirst = true;
      return new Response(endlessBody(() => (isFirst ? ((isFirst = false), new TextEncoder().encode('{"verificationState":"VERI')) : undefined)).stream);
    },
  };
  for (const [name, hang] of Object.entries(hangs)) {
    it(`and ${name} is 502 after two tries of 6 s each`, async (t) => {
      t.mock.timers.enable({ apis: ['setTimeout'] });
      t.mock.method(Math, 'random', () => 0);
      const world = baanxWorld();
      world.upstream[REGISTER] = hang;
      let response = null;
      void world.get().then((answer) => (response = answer));
      await until(() => world.calls.length === 1);
      await someTurns();
      t.mock.timers.tick(5_999);
      await someTurns();
      assert.equal(world.calls.length, 1);
      t.mock.timers.tick(1);
      await someTurns();
      t.mock.timers.tick(0);
      await until(() => world.calls.length === 2);
      await someTurns();
      t.mock.timers.tick(5_999);
      await someTurns();
      assert.equal(response, null);
      t.mock.timers.tick(1);
      await until(() => response !== null);
      await refusedWith(response, 502);
      assert.equal(world.calls.length, 2);
      assert.ok(world.calls.every(({ signal }) => signal.aborted));
      assert.deepEqual(world.logged('upstream-failed').map(({ cause }) => cause), ['timeout', 'timeout']);
    });
  }

  it('is waited for once where the session opens only once', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const world = baanxWorld();
    world.upstream['GET /v1/user/verification'] = hangs['does not answer'];
    let response = null;
    void world.post({ reverify: true }).then((answer) => (response = answer));
    await until(() => world.calls.length === 1);
    t.mock.timers.tick(6_000);
    await until(() => response !== null);
    await refusedWith(response, 502);
    assert.equal(world.calls.length, 1);
  });

  it('is called a second time after a pause of half a second at most, by chance', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    t.mock.method(Math, 'random', () => 0.5);
    const world = baanxWorld();
    world.upstream[REGISTER] = () => json(500, {});
    const response = world.get();
    await until(() => world.calls.length === 1);
    await someTurns();
    t.mock.timers.tick(249);
    await someTurns();
    assert.equal(world.calls.length, 1);
    t.mock.timers.tick(1);
    await refusedWith(await response, 502);
    assert.equal(world.calls.length, 2);
  });
});

describe('a Veriff that lies', () => {
  for (const id of ['..', '.', '../../v2/x', '\ud800', '', 'a/b?c#d', 'x'.repeat(20_000), 1, null, [sessionId(1)], {}]) {
    it(`and names its session ${JSON.stringify(id).slice(0, 30)} breaks nothing, and leads to no other path`, async (t) => {
      t.mock.method(Math, 'random', () => 0);
      const world = veriffWorld();
      world.upstream['POST /v1/sessions'] = () => json(201, { status: 'success', verification: { id, url: sessionUrl(1) } });
      const posted = await world.post();
      assert.ok([200, 502].includes(posted.status));
      const read = await world.get();
      assert.ok([200, 502].includes(read.status), `${read.status}`);
      assert.deepEqual(leaksIn(await read.text()), []);
      for (const { url } of world.calls) assert.match(new URL(url).pathname, /^\/v1\/sessions(?:\/[^/]+\/decision)?$/);
    });
  }

  for (const verification of [1, 'approved', [], [{ status: 'approved', code: 9001 }], { status: ['approved'], code: 9001 }, { status: 'approved', code: 9102 }, { status: 'approved', code: 1 }, { code: 9001 }, { status: '__proto__', code: 9001 }, { status: 'APPROVED', code: 9001 }, { status: 'constructor' }]) {
    it(`and decides ${JSON.stringify(verification)} is no news`, async () => {
      const world = veriffWorld();
      await world.post();
      world.upstream['GET /v1/sessions/*/decision'] = () => json(200, { status: 'success', verification });
      assert.equal((await bodyOf(await world.get(), 200)).verificationState, 'UNVERIFIED');
    });
  }

  for (const decisionTime of ['', 'x', 0, null, {}, '+275760-09-13T00:00:00.000Z', '-271821-04-20T00:00:00.000Z', '1970-01-01T00:00:00Z', canary.sharedSecret]) {
    it(`and decides at ${JSON.stringify(decisionTime)} is answered with a time`, async () => {
      const world = veriffWorld();
      await world.post();
      world.decision = { status: 'declined', code: 9102, decisionTime };
      const { verificationState, updatedAt } = await bodyOf(await world.get(), 200);
      assert.equal(verificationState, 'REJECTED');
      assert.equal(new Date(updatedAt).toISOString(), updatedAt);
      assert.ok([200, 429].includes((await world.post()).status));
    });
  }
});
