import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bodyOf, refusedWith } from '../helpers/server-checks.js';
import { baanxWorld, json, sessionId, veriffWorld } from '../helpers/server-world.js';

const TOKEN = 'evilToken-3b1';
const evil = {
  'javascript:': `javascript:alert("${TOKEN}")`,
  'data:': `data:text/html,${TOKEN}`,
  'blob:': `blob:https://magic.veriff.me/${TOKEN}`,
  'about:': `about:blank#${TOKEN}`,
  'file:': `file:///${TOKEN}`,
  'http:': `http://magic.veriff.me/v/${TOKEN}`,
  'ws:': `wss://magic.veriff.me/v/${TOKEN}`,
  'no scheme': `//magic.veriff.me/v/${TOKEN}`,
  'a path': `/v/${TOKEN}`,
  'another host': `https://evil.example/v/${TOKEN}`,
  'a host that begins alike': `https://magic.veriff.me.evil.example/v/${TOKEN}`,
  'a host that ends alike': `https://evilveriff.me/v/${TOKEN}`,
  'the bare domain': `https://veriff.me/v/${TOKEN}`,
  'a host in the path': `https://evil.example/magic.veriff.me/${TOKEN}`,
  'credentials': `https://user:${TOKEN}@magic.veriff.me/v/`,
  'a host before an @': `https://magic.veriff.me@evil.example/v/${TOKEN}`,
  'a port': `https://magic.veriff.me:8443/v/${TOKEN}`,
  'a tab': `https://magic.veriff.me/v/\t${TOKEN}`,
  'a line break': `https://magic.veriff.me/v/${TOKEN}\r\nset-cookie: a=b`,
  'a blank before': ` https://magic.veriff.me/v/${TOKEN}`,
  'a backslash': `https:\\\\magic.veriff.me\\v\\${TOKEN}`,
  'a backslash in the path': `https://evil.example\\.veriff.me/v/${TOKEN}`,
  'another alphabet': `https://magic.vеriff.me/v/${TOKEN}`,
  'a trailing dot': `https://magic.veriff.me./v/${TOKEN}`,
  'two slashes too few': `https:magic.veriff.me/v/${TOKEN}`,
  'a number for a host': `https://2130706433/v/${TOKEN}`,
  'this machine': `http://localhost:4010/v/${TOKEN}`,
  '5,000 characters': `https://magic.veriff.me/v/${TOKEN}${'x'.repeat(5000)}`,
  '1 MB': `https://magic.veriff.me/v/${TOKEN}${'x'.repeat(1_000_000)}`,
  'nothing': '',
};
const wrong = { null: null, 'a number': 1, true: true, 'an array': [`https://magic.veriff.me/v/${TOKEN}`], 'an object': { href: `https://magic.veriff.me/v/${TOKEN}` }, undefined };

const ways = {
  'a registration at Baanx': (value) => {
    const world = baanxWorld();
    world.upstream['POST /v1/auth/register/verification'] = () => json(200, { sessionUrl: value });
    return [world, () => world.post()];
  },
  'a user at Baanx': (value) => {
    const world = baanxWorld();
    world.upstream['GET /v1/user/verification'] = () => json(200, { sessionUrl: value });
    return [world, () => world.post({ reverify: true })];
  },
  'Veriff': (value) => {
    const world = veriffWorld();
    world.upstream['POST /v1/sessions'] = () => json(201, { status: 'success', verification: { id: sessionId(1), url: value } });
    return [world, () => world.post()];
  },
};

for (const [way, prepared] of Object.entries(ways)) {
  describe(`a session URL for ${way}`, () => {
    for (const [name, value] of Object.entries({ ...evil, ...wrong })) {
      it(`is refused with ${name}: 502, and it is in no answer and no line`, async () => {
        const [world, ask] = prepared(value);
        for (let time = 0; time < 2; time++) {
          const message = await refusedWith(await ask(), 502);
          assert.equal(message.includes(TOKEN), false);
        }
        const read = await world.get(way === 'a user at Baanx' ? { reverify: 'true' } : undefined);
        assert.equal((await read.text()).includes('http'), false);
        assert.equal(JSON.stringify(world.lines).includes(TOKEN), false);
        assert.equal(world.logged('session-created').length, 0);
      });
    }

    it('that is refused is told to the partner\'s logger as an error', async () => {
      const [world, ask] = prepared(evil['another host']);
      await ask();
      assert.deepEqual(world.logged('session-url-refused').map(({ level }) => level), ['error']);
    });

    for (const host of ['magic.veriff.me', 'alchemy.veriff.com', 'saas.veriff.com', 'magic.us.veriff.me', 'MAGIC.veriff.me', 'magic.veriff.me:443']) {
      it(`passes at ${host}, unchanged`, async () => {
        const url = `https://${host}/v/x.y-z_1?lang=en#a`;
        const [, ask] = prepared(url);
        assert.equal((await bodyOf(await ask(), 200)).sessionUrl, url);
      });
    }
  });
}

describe('sessionHosts', () => {
  it('takes the place of Veriff\'s hosts', async () => {
    for (const [sessionHosts, url, status] of [
      ['verify.partner.example', 'https://verify.partner.example/1', 200],
      ['verify.partner.example', 'https://magic.veriff.me/1', 502],
      ['localhost:*', 'http://localhost:4010/1', 200],
      ['localhost:4010', 'http://localhost:4011/1', 502],
    ]) {
      const world = baanxWorld({ sessionHosts });
      world.upstream['POST /v1/auth/register/verification'] = () => json(200, { sessionUrl: url });
      assert.equal((await world.post()).status, status, `${url} with ${sessionHosts}`);
    }
  });

  it('holds for a session that was made while another list was in force', async () => {
    const held = new Map();
    const store = { getItem: async (key) => held.get(key) ?? null, setItem: async (key, value) => void held.set(key, value) };
    const world = baanxWorld({ store, encryptionKey: 'x'.repeat(32) });
    await bodyOf(await world.post(), 200);
    world.exchange = world.another({ sessionHosts: 'verify.partner.example' });
    await refusedWith(await world.post(), 502);
    assert.equal(world.calls.length, 2, 'the one that is kept is not handed out, and a new one is refused');
  });
});
