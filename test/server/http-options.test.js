import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { baanx, createTokenExchange, veriff } from 'kyc-verification/server';
import { leaksIn } from '../helpers/server-checks.js';
import { baanxWorld, canary } from '../helpers/server-world.js';

/** What the options' own checks say: a TypeError that names the option and repeats no secret. */
function isRefused(make, name) {
  assert.throws(make, (error) => {
    assert.ok(error instanceof TypeError, String(error));
    assert.match(error.message, name);
    assert.deepEqual(leaksIn(error.message), []);
    return true;
  });
}

const baanxWith = (options) => () => baanx({ baseUrl: 'https://baanx.example', clientKey: canary.clientKey, ...options });
const veriffWith = (options) => () => veriff({ baseUrl: 'https://veriff.example', apiKey: canary.veriffApiKey, sharedSecret: canary.sharedSecret, ...options });
const exchangeWith = (options) => () => createTokenExchange({ provider: baanxWith()(), ...options });

describe('a base URL', () => {
  const bad = [undefined, '', 'baanx.example', '/v1', 'http://baanx.example', 'ftp://baanx.example', 'javascript:alert(1)', `https://user:${canary.clientKey}@baanx.example`, `https://baanx.example?key=${canary.clientKey}`, `https://baanx.example#${canary.clientKey}`, 'https://baanx.example/?', 'https://baanx.example/#', 'https://', 'http://127.0.0.1.evil.example', 'http://localhost.evil.example'];
  for (const baseUrl of bad) {
    it(`is refused where it is ${JSON.stringify(baseUrl)}`, () => {
      isRefused(baanxWith({ baseUrl }), /^baanx: baseUrl /);
      isRefused(veriffWith({ baseUrl }), /^veriff: baseUrl /);
    });
  }

  for (const baseUrl of ['https://api.baanx.com', 'https://front.example/baanx/', 'https://front.example:8443', 'http://localhost:4010', 'http://127.0.0.1:4010', 'http://[::1]:4010']) {
    it(`is taken where it is ${baseUrl}`, () => {
      assert.equal(baanxWith({ baseUrl })().name, 'baanx');
      assert.equal(veriffWith({ baseUrl })().name, 'veriff');
    });
  }
});

describe('a key', () => {
  const bad = { 'is missing': undefined, 'is empty': '', 'is null': null, 'ends in a line break': `${canary.clientKey}\n`, 'holds a blank': `${canary.clientKey} x`, 'injects a header': `${canary.clientKey}\r\nx: y`, 'holds other alphabets': `${canary.clientKey}ä`, 'is a number': 1, 'is an object': { toString: () => canary.clientKey }, 'is too long': canary.clientKey.repeat(100) };
  for (const [name, value] of Object.entries(bad)) {
    it(`that ${name} is refused by its name alone`, () => {
      isRefused(baanxWith({ clientKey: value }), /^baanx: clientKey /);
      isRefused(veriffWith({ apiKey: value }), /^veriff: apiKey /);
      isRefused(veriffWith({ sharedSecret: value }), /^veriff: sharedSecret /);
      if (value === undefined) return;
      isRefused(baanxWith({ apiKey: value }), /^baanx: apiKey /);
      isRefused(veriffWith({ integrationId: value }), /^veriff: integrationId /);
    });
  }
});

describe('other options of Veriff', () => {
  for (const callback of ['', 'http://partner.example', 'partner.example', '/done', 'javascript:alert(1)']) {
    it(`refuse ${JSON.stringify(callback)} for a callback`, () => isRefused(veriffWith({ callback }), /^veriff: callback /));
  }

  for (const sessionsPerMinute of [0, -1, NaN, '30', null]) {
    it(`refuse ${String(sessionsPerMinute)} (${typeof sessionsPerMinute}) sessions a minute`, () => isRefused(veriffWith({ sessionsPerMinute }), /sessionsPerMinute/));
  }
});

describe('an encryption key', () => {
  for (const encryptionKey of ['', 'short', 'x'.repeat(31), ['x'.repeat(32), canary.baanxApiKey.slice(0, 20)], [undefined], null, 42]) {
    it(`is refused where it is ${JSON.stringify(encryptionKey)}`, () => isRefused(exchangeWith({ encryptionKey }), /encryptionKey/));
  }

  it('that is an empty list is refused: a key was meant', () => isRefused(exchangeWith({ encryptionKey: [] }), /encryptionKey/));

  it('is taken with 32 characters, alone or in a list', () => {
    for (const encryptionKey of [canary.encryptionKey, [canary.encryptionKey, 'x'.repeat(32)]]) assert.equal(typeof exchangeWith({ encryptionKey })(), 'function');
  });
});

describe('allowed origins', () => {
  for (const origin of ['*', 'null', 'https://shop.example/', 'https://shop.example/path', 'shop.example', 'https://*.shop.example/', 'https://SHOP.example', 'https://shop.example:443', '', 1]) {
    it(`are refused with ${JSON.stringify(origin)} among them`, () => isRefused(exchangeWith({ allowedOrigins: ['https://good.example', origin] }), /^allowedOrigins/));
  }

  it('are refused as a text in place of a list', () => isRefused(exchangeWith({ allowedOrigins: 'https://shop.example' }), /^allowedOrigins/));

  for (const header of ['', 'x y', 'x\r\ny', '*', 'ä']) {
    it(`have no header ${JSON.stringify(header)}`, () => isRefused(exchangeWith({ allowedHeaders: [header] }), /^allowedHeaders/));
  }
});

describe('what an exchange needs', () => {
  it('is a provider', () => {
    isRefused(() => createTokenExchange({}), /provider/);
    isRefused(exchangeWith({ provider: { name: 'baanx' } }), /provider/);
    isRefused(exchangeWith({ provider: undefined }), /provider/);
  });

  it('is options', () => {
    assert.throws(() => createTokenExchange(), TypeError);
  });

  for (const [name, value] of [
    ['authorize', true],
    ['authorize', null],
    ['store', {}],
    ['store', new Map()],
    ['fetch', 'node-fetch'],
    ['onStatusChange', {}],
    ['logger', 'console'],
    ['logger', { info() {} }],
    ['sessionHosts', ''],
    ['sessionHosts', 'https://magic.veriff.me'],
    ['sessionHosts', ['magic.veriff.me']],
  ]) {
    it(`is no ${name} such as ${value instanceof Map ? 'a Map' : JSON.stringify(value)}: it says so at the start`, () => {
      isRefused(exchangeWith({ [name]: value }), new RegExp(name));
    });
  }

  it('is nothing more: the rest has defaults', async () => {
    const world = baanxWorld({ authorize: undefined, logger: undefined });
    assert.equal((await world.get()).status, 200);
  });
});
