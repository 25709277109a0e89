import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bodyOf, refusedWith } from '../helpers/server-checks.js';
import { baanxWorld, canary, ID, json, sessionUrl, veriffWorld } from '../helpers/server-world.js';

const reverify = { reverify: true };
/** Each call to a vendor: how the page asks for it, and whether it may be repeated. */
const calls = {
  'POST /v1/auth/register/verification': { worldWith: baanxWorld, ask: (world) => world.post(), repeats: true },
  'GET /v1/auth/register': { worldWith: baanxWorld, ask: (world) => world.get(), repeats: true },
  'GET /v1/user': { worldWith: baanxWorld, ask: (world) => world.get({ reverify: 'true' }), repeats: true },
  'GET /v1/user/verification': { worldWith: baanxWorld, ask: (world) => world.post(reverify), repeats: false },
  'POST /v1/sessions': { worldWith: veriffWorld, ask: (world) => world.post(), repeats: false },
  'GET /v1/sessions/*/decision': { worldWith: veriffWorld, ask: (world) => world.get(), first: (world) => world.post(), repeats: true },
};
const isBaanx = ({ worldWith }) => worldWith === baanxWorld;

/** A world that is ready for the call, with `answer` for it; pauses between tries are short. */
async function worldFor(t, name, answer) {
  t.mock.method(Math, 'random', () => 0);
  const { worldWith, first } = calls[name];
  const world = worldWith();
  await first?.(world);
  world.calls.length = 0;
  world.lines.length = 0;
  world.upstream[name] = answer;
  return world;
}

const hostileText = `${canary.clientKey} <script>alert(1)</script> at https://internal.baanx.example/${canary.sessionToken}`;

for (const [name, call] of Object.entries(calls)) {
  describe(`what the page is told where ${name} is refused`, () => {
    for (const status of [201, 202, 204, 205, 206, 300, 301, 302, 304, 307, 308, 400, 401, 402, 403, 404, 405, 408, 409, 410, 418, 422, 425, 429, 451, 498, 499, 500, 501, 502, 503, 504, 520, 599]) {
      const passed = isBaanx(call) ? [400, 401, 403, 404, 429, 498, 499] : [429];
      const said = !isBaanx(call) && (status === 401 || status === 403) ? 498 : passed.includes(status) ? status : 502;
      const tries = call.repeats && (status >= 500 || (status >= 300 && status < 400)) ? 2 : 1;

      it(`is ${said} for ${status}, in our words, after ${tries === 1 ? 'one call' : 'two calls'}`, async (t) => {
        const isEmpty = [204, 205, 304].includes(status);
        const body = isEmpty ? null : JSON.stringify({ message: hostileText, error: hostileText });
        const headers = { 'x-internal': canary.clientKey, 'set-cookie': 'sid=vendor', location: 'https://evil.example/' };
        const world = await worldFor(t, name, () => new Response(body, { status, headers }));
        const response = await call.ask(world);
        assert.equal(response.headers.get('set-cookie'), null);
        assert.equal(response.headers.get('location'), null);
        assert.equal(response.headers.get('x-internal'), null);
        const message = await refusedWith(response, said);
        assert.equal(hostileText.includes(message), false);
        assert.equal(world.calls.length, tries);
        assert.ok(world.calls.every(({ url }) => !url.includes('evil.example')));
      });
    }
  });

  describe(`after a network error of ${name}`, () => {
    it(call.repeats ? 'one more call is made, and its answer counts' : 'no second call is made', async (t) => {
      const world = await worldFor(t, name);
      const { upstream } = call.worldWith();
      let failures = 1;
      const good = { 'GET /v1/sessions/*/decision': () => json(200, { status: 'success', verification: null }) };
      world.upstream[name] = (each) => (failures-- > 0 ? Promise.reject(new TypeError(`fetch failed ${each.url}`)) : (good[name] ?? upstream[name])(each));
      const response = await call.ask(world);
      if (call.repeats) await bodyOf(response, 200);
      else await refusedWith(response, 502);
      assert.equal(world.calls.length, call.repeats ? 2 : 1);
    });

    it('there are two calls at most', async (t) => {
      const world = await worldFor(t, name, () => Promise.reject(new TypeError('fetch failed')));
      await refusedWith(await call.ask(world), 502);
      assert.equal(world.calls.length, call.repeats ? 2 : 1);
    });
  });
}

describe('Retry-After', () => {
  for (const [name, call] of Object.entries(calls)) {
    it(`of ${name} is passed on where it is seconds or a date`, async (t) => {
      for (const [status, said] of [[429, 429], [503, 502]]) {
        for (const header of ['0', '7', '120', '86400', 'Wed, 21 Oct 2026 07:28:00 GMT']) {
          const world = await worldFor(t, name, () => json(status, {}, { 'retry-after': header }));
          const response = await call.ask(world);
          assert.equal(response.headers.get('retry-after'), header);
          await refusedWith(response, said);
          assert.equal(world.calls.length, 1, 'a vendor that says when is not called before');
        }
      }
    });
  }

  for (const header of ['', 'soon', '-1', '1.5', '1e9', '0x10', '9999999999', '5, 5', '12 seconds', '2026-10-21T07:28:00Z', 'Wednesday, 21-Oct-26 07:28:00 GMT', `7;${canary.clientKey}`, '<b>7</b>']) {
    it(`is dropped where it is ${JSON.stringify(header)}`, async (t) => {
      const world = await worldFor(t, 'GET /v1/auth/register', () => json(429, {}, { 'retry-after': header }));
      const response = await world.get();
      assert.equal(response.headers.get('retry-after'), null);
      await refusedWith(response, 429);
    });
  }

  it('is not passed on from an answer that is none', async (t) => {
    const world = await worldFor(t, 'GET /v1/auth/register', () => Promise.reject(new Error('x')));
    assert.equal((await world.get()).headers.get('retry-after'), null);
  });
});

describe('the platform\'s fetch', () => {
  it('is taken where no other is given, as it is at the time of the call', async (t) => {
    const world = baanxWorld({ fetch: undefined });
    const fetched = t.mock.method(globalThis, 'fetch', async () => json(200, { sessionUrl: sessionUrl(1) }));
    await bodyOf(await world.post(), 200);
    const [url, init] = fetched.mock.calls[0].arguments;
    assert.equal(url, 'https://baanx.example/v1/auth/register/verification');
    assert.equal(init.redirect, 'manual');
  });

  for (const [name, fetch] of [
    ['throws at once', () => { throw new Error(canary.clientKey); }],
    ['gives nothing', async () => undefined],
    ['gives what is no Response', async () => ({ status: 200, headers: {}, json: async () => ({}) })],
    ['gives an error Response', async () => Response.error()],
    ['gives a Response that has been read', async () => { const response = json(200, {}); await response.text(); return response; }],
  ]) {
    it(`that ${name} is 502`, async (t) => {
      t.mock.method(Math, 'random', () => 0);
      const world = baanxWorld({ fetch });
      await refusedWith(await world.post(), 502);
      await refusedWith(await world.get(ID), 502);
    });
  }
});
