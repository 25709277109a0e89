import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bodyOf, refusedWith } from '../helpers/server-checks.js';
import { baanxWorld, ENDPOINT, ID, sessionUrl, veriffWorld } from '../helpers/server-world.js';

for (const [vendor, worldWith] of Object.entries({ baanx: baanxWorld, veriff: veriffWorld })) {
  describe(`the endpoint over HTTP, with ${vendor} behind it`, () => {
    it('answers a POST with a session URL and when it ends, and nothing else', async () => {
      const body = await bodyOf(await worldWith().post(), 200);
      assert.deepEqual(Object.keys(body).sort(), ['expiresAt', 'sessionUrl']);
      assert.equal(body.sessionUrl, sessionUrl(1));
      assert.equal(new Date(body.expiresAt).toISOString(), body.expiresAt);
    });

    it('answers a GET with the state, its time and that it streams, and nothing else', async () => {
      const body = await bodyOf(await worldWith().get(), 200);
      assert.deepEqual(Object.keys(body).sort(), ['stream', 'updatedAt', 'verificationState']);
      assert.equal(body.verificationState, 'UNVERIFIED');
      assert.equal(body.stream, true);
    });

    it('takes the content type with parameters and in any case', async () => {
      for (const type of ['application/json; charset=utf-8', 'Application/JSON', 'application/json;charset="utf-8"']) {
        assert.equal((await worldWith().post(ID, { headers: { 'content-type': type } })).status, 200, type);
      }
    });
  });
}

describe('methods', () => {
  for (const method of ['PUT', 'PATCH', 'DELETE', 'HEAD', 'PROPFIND', 'patch', 'X-METHOD']) {
    it(`answers 405 to ${method} and names those there are`, async () => {
      const world = baanxWorld();
      const response = await world.send({ method }, `${ENDPOINT}?onboardingId=${ID}`);
      assert.equal(response.headers.get('allow'), 'GET, POST, OPTIONS');
      await refusedWith(response, 405);
      assert.equal(world.calls.length, 0);
    });
  }

  it('does not take a method by a header or a parameter that names another', async () => {
    const world = baanxWorld();
    const response = await world.get(ID, { headers: { 'x-http-method-override': 'POST' }, url: ENDPOINT });
    await bodyOf(response, 200);
    assert.deepEqual(world.calls.map(({ method }) => method), ['GET']);
  });

  for (const method of ['GET', 'PUT', 'OPTIONS', 'DELETE']) {
    it(`answers 405 to ${method} at the webhook's path`, async () => {
      const response = await baanxWorld().send({ method }, `${ENDPOINT}/webhook`);
      assert.equal(response.headers.get('allow'), 'POST');
      await refusedWith(response, 405);
    });
  }
});

describe('paths', () => {
  for (const path of ['/', '/api/kyc', '/api/kyc/', '//api//kyc', '/a/../b', '/%2e%2e/%2e%2e/etc/passwd', '/api/kyc;x=1', '/v1/user', '/webhook/x', '/api/webhooks', '/api/kyc%2Fwebhook', '/Webhook', '/%00', '/\u202e']) {
    it(`is the endpoint at ${JSON.stringify(path)} and asks Baanx what it always asks`, async () => {
      const world = baanxWorld();
      await bodyOf(await world.get(ID, { url: `https://partner.example${path}` }), 200);
      assert.deepEqual(world.calls.map(({ url }) => url), [`https://baanx.example/v1/auth/register?onboardingId=${ID}`]);
    });
  }

  for (const path of ['/webhook', '/api/kyc/webhook/', '//webhook', '/api/x/../webhook', '/webhook?onboardingId=x']) {
    it(`gives no session at ${path}, which takes webhooks alone`, async () => {
      const world = baanxWorld();
      await refusedWith(await world.post(ID, { url: `https://partner.example${path}` }), 401);
      assert.equal(world.calls.length, 0);
    });
  }
});

describe('what is asked for', () => {
  const hostileIds = {
    'an empty id': '',
    'a blank': 'US 1',
    'a line break': 'US_1\r\nx-client-key: mine',
    'a zero byte': 'US_1\0',
    'a tab': 'US_1\t',
    'a no-break space': 'US_1\u00a0',
    'a bidi control': 'US_1\u202e',
    'half a surrogate pair': 'US_1\ud800',
    '201 characters': 'x'.repeat(201),
  };
  for (const [name, id] of Object.entries(hostileIds)) {
    it(`answers 400 to ${name} in a body and in a query`, async () => {
      const world = baanxWorld();
      await refusedWith(await world.post({ onboardingId: id }), 400);
      // A query can't hold half a pair: it becomes U+FFFD on the way.
      if (id !== hostileIds['half a surrogate pair']) await refusedWith(await world.get({ onboardingId: id }), 400);
      assert.equal(world.calls.length, 0);
    });
  }

  for (const value of [null, 1, true, [], [ID], {}, { toString: ID }, { onboardingId: ID }]) {
    it(`answers 400 to ${JSON.stringify(value)} as an id`, async () => {
      const world = baanxWorld();
      await refusedWith(await world.post({ onboardingId: value }), 400);
      assert.equal(world.calls.length, 0);
    });
  }

  for (const id of ['x', '.', '..', '../../v1/user', 'a&b=c', 'a?b#c', 'a%2Fb', '%00', '{"$ne":null}', "'OR'1'='1--", '<script>', '__proto__', 'constructor', 'ünïcode-ид', '😀', 'x'.repeat(200), '😀'.repeat(200)]) {
    it(`takes ${JSON.stringify(id.slice(0, 40))} (${id.length}) for an id and sends it as one value`, async () => {
      const world = baanxWorld();
      await bodyOf(await world.post({ onboardingId: id }), 200);
      await bodyOf(await world.get({ onboardingId: id }), 200);
      const [posted, read] = world.calls;
      assert.deepEqual(JSON.parse(posted.body), { onboardingId: id });
      assert.equal(read.path, '/v1/auth/register');
      assert.deepEqual([...new URL(read.url).searchParams], [['onboardingId', id]]);
    });
  }

  for (const query of ['', '?', '?onboardingId', '?onboardingId=', `?onboardingid=${ID}`, `?onboardingId=${ID}&onboardingId=${ID}`, `?onboardingId[]=${ID}`, '?reverify', '?reverify=1', '?reverify=TRUE', '?reverify=true&reverify=true']) {
    it(`answers 400 to the query ${JSON.stringify(query)}`, async () => {
      const world = baanxWorld();
      await refusedWith(await world.send({}, `${ENDPOINT}${query}`), 400);
      assert.equal(world.calls.length, 0);
    });
  }

  it('keeps to the id where the query holds more of the page', async () => {
    const world = baanxWorld();
    await bodyOf(await world.get({ onboardingId: ID, tenant: 'x', usEnv: 'true', baseUrl: 'https://evil.example' }), 200);
    assert.equal(world.calls[0].url, `https://baanx.example/v1/auth/register?onboardingId=${ID}`);
    assert.equal(world.calls[0].headers.get('x-us-env'), 'false');
  });

  it('does not read the id of a POST from its query', async () => {
    const world = baanxWorld();
    await refusedWith(await world.post({}, { url: `${ENDPOINT}?onboardingId=${ID}` }), 400);
  });

  for (const reverify of ['true', 1, {}, [true], null]) {
    it(`does not take ${JSON.stringify(reverify)} for a re-verification`, async () => {
      const world = baanxWorld();
      await refusedWith(await world.post({ reverify }), 400);
      assert.equal(world.calls.length, 0);
    });
  }
});
