import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bodyOf, refusedWith } from '../helpers/server-checks.js';
import { baanxWorld, ENDPOINT, ID } from '../helpers/server-world.js';

const SHOP = 'https://shop.example';
const CORS = ['access-control-allow-origin', 'access-control-allow-credentials', 'access-control-expose-headers'];
const corsOf = ({ headers }) => CORS.map((name) => headers.get(name));

/** Asks by both methods and checks that both are treated alike. */
async function bothWays(headers, check, options = {}) {
  for (const method of ['get', 'post']) {
    const world = baanxWorld({ allowedOrigins: [SHOP], ...options });
    await check(await world[method](ID, { headers }), world);
  }
}
const passes = (headers) => bothWays(headers, async (response) => {
  assert.deepEqual(corsOf(response), [null, null, null]);
  await bodyOf(response, 200);
});
const isRefused = (headers) => bothWays(headers, async (response, world) => {
  assert.deepEqual(corsOf(response), [null, null, null]);
  await refusedWith(response, 403);
  assert.equal(world.calls.length, 0);
});

describe('where a call comes from', () => {
  it('passes from the endpoint\'s own pages', () => passes({ 'sec-fetch-site': 'same-origin', origin: 'https://partner.example' }));
  it('passes from its own pages that say no Origin, as with GET', () => passes({ 'sec-fetch-site': 'same-origin' }));
  it('passes from a person\'s address bar', () => passes({ 'sec-fetch-site': 'none' }));
  it('passes from a server, which says nothing of where it is', () => passes({}));
  it('passes from an older browser on its own pages', () => passes({ origin: 'https://partner.example' }));
  it('passes where a proxy ends TLS before the endpoint', async () => {
    const world = baanxWorld();
    await bodyOf(await world.get(ID, { url: 'http://partner.example/api/kyc', headers: { origin: 'https://partner.example' } }), 200);
  });

  for (const site of ['cross-site', 'same-site', 'none', 'x', '']) {
    it(`is refused where Sec-Fetch-Site is ${JSON.stringify(site)} and the Origin another's`, () => isRefused({ 'sec-fetch-site': site, origin: 'https://evil.example' }));
  }
  it('is refused from another site without an Origin, as by a link or an image', () => isRefused({ 'sec-fetch-site': 'cross-site' }));
  it('is refused from another site that has the endpoint\'s Origin on its lips', () => isRefused({ 'sec-fetch-site': 'cross-site', origin: 'https://partner.example' }));

  for (const origin of ['null', 'https://evil.example', 'https://partner.example.evil.example', 'https://evilpartner.example', 'https://sub.partner.example', 'https://partner.example:8443', 'file://', 'https://partner.example, https://evil.example', '//partner.example', 'partner.example', '*', 'https://shop.example.', 'https://shop.example/', 'http://shop.example', 'https://shop.example:8443', 'https://SHOP.example', 'https://shop.example.evil.example']) {
    it(`is refused from an older browser at ${JSON.stringify(origin)}`, () => isRefused({ origin }));
  }

  it('may come from its own page also where a framework has written the URL of the request', () =>
    passes({ origin: 'https://shown.example', host: 'shown.example' }));

  for (const spoof of [
    { 'x-forwarded-host': 'evil.example' },
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', 'x-forwarded-port': '443' },
    { forwarded: 'host=evil.example;proto=https;for=127.0.0.1' },
    { 'x-original-host': 'evil.example', 'x-original-url': '/webhook', 'x-rewrite-url': '/webhook' },
    { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', 'x-forwarded-server': 'evil.example' },
  ]) {
    it(`believes no proxy's header: ${Object.keys(spoof).join(', ')}`, async () => {
      await isRefused({ ...spoof, origin: 'https://evil.example' });
      await passes({ ...spoof, origin: 'https://partner.example' });
    });
  }
});

describe('pages of other origins', () => {
  it('may call where they are on the list, and are told so exactly', () =>
    bothWays({ origin: SHOP, 'sec-fetch-site': 'cross-site' }, async (response) => {
      assert.deepEqual(corsOf(response), [SHOP, 'true', 'Retry-After']);
      assert.equal(response.headers.get('vary'), 'Origin');
      await bodyOf(response, 200);
    }));

  it('are told the reason of a refusal too', () =>
    bothWays({ origin: SHOP }, async (response) => {
      assert.deepEqual(corsOf(response), [SHOP, 'true', 'Retry-After']);
      await refusedWith(response, 404);
    }, { authorize: () => false }));

  it('get Retry-After of a refusal', async () => {
    const world = baanxWorld({ allowedOrigins: [SHOP] });
    world.upstream['GET /v1/auth/register'] = () => new Response(null, { status: 429, headers: { 'retry-after': '7' } });
    const response = await world.get(ID, { headers: { origin: SHOP } });
    assert.equal(response.headers.get('retry-after'), '7');
    assert.equal(response.headers.get('access-control-allow-origin'), SHOP);
  });

  for (const [name, init, status] of [
    ['405', { method: 'PUT' }, 405],
    ['415', { method: 'POST', body: 'x' }, 415],
    ['400', {}, 400],
  ]) {
    it(`can read a ${name}`, async () => {
      const response = await baanxWorld({ allowedOrigins: [SHOP] }).send({ ...init, headers: { origin: SHOP } });
      assert.equal(response.headers.get('access-control-allow-origin'), SHOP);
      await refusedWith(response, status);
    });
  }

  it('never see a wildcard, and their Origin is not reflected unless it is on the list', () =>
    bothWays({ origin: 'https://other.example', 'sec-fetch-site': 'cross-site' }, async (response) => {
      assert.equal(response.headers.get('access-control-allow-origin'), null);
      await refusedWith(response, 403);
    }));
});

describe('preflights', () => {
  const ask = (origin, options = {}) =>
    baanxWorld({ allowedOrigins: [SHOP], ...options }).send({
      method: 'OPTIONS',
      headers: { origin, 'sec-fetch-site': 'cross-site', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    }, ENDPOINT);

  it('are granted to the list: methods, headers, credentials', async () => {
    const response = await ask(SHOP);
    assert.equal(response.status, 204);
    assert.equal(await response.text(), '');
    assert.deepEqual(corsOf(response), [SHOP, 'true', 'Retry-After']);
    assert.equal(response.headers.get('access-control-allow-methods'), 'GET, POST');
    assert.equal(response.headers.get('access-control-allow-headers'), 'Content-Type, Last-Event-ID, Authorization, X-CSRF-Token');
    assert.equal(response.headers.get('vary'), 'Origin');
  });

  it('name the headers that the partner allows', async () => {
    const response = await ask(SHOP, { allowedHeaders: ['X-Tenant'] });
    assert.equal(response.headers.get('access-control-allow-headers'), 'Content-Type, Last-Event-ID, X-Tenant');
  });

  it('are refused to all others', async () => {
    const response = await ask('https://evil.example');
    assert.equal(response.headers.get('access-control-allow-origin'), null);
    await refusedWith(response, 403);
  });

  it('ask neither the partner\'s hook nor the vendor', async () => {
    let asked = 0;
    const response = await ask(SHOP, { authorize: () => (asked++, true) });
    assert.equal(response.status, 204);
    assert.equal(asked, 0);
  });

  it('are kept by no shared cache', async () => {
    const { headers } = await ask(SHOP);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
  });
});
