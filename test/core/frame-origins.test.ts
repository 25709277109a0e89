import { expect } from '@open-wc/testing';
import { FRAME_ORIGINS, sampleOrigins } from '../../src/core/frame-origins.js';
import { DEFAULT_SESSION_HOSTS } from '../../src/core/names.js';
import { isSessionOrigin } from '../../src/core/session-url.js';

describe('the origins of Veriff’s frame', () => {
  it('are all of Veriff’s documented hosts', () => {
    for (const origin of FRAME_ORIGINS) expect(isSessionOrigin(origin, DEFAULT_SESSION_HOSTS), origin).to.equal(true);
  });

  const samples: readonly (readonly [sessionHosts: string, first: readonly string[], further?: readonly string[]])[] = [
    [
      DEFAULT_SESSION_HOSTS,
      ['https://alchemy.veriff.com', 'https://magic.veriff.me'],
      ['https://saas.veriff.com', 'https://eu.veriff.com', 'https://us.veriff.com', 'https://magic.us.veriff.me'],
    ],
    ['*.veriff.me', ['https://magic.veriff.me'], ['https://magic.us.veriff.me']],
    ['*.US.veriff.me', ['https://magic.us.veriff.me']],
    ['magic.veriff.me', ['https://magic.veriff.me']],
    ['*.veriff.me magic.veriff.me', ['https://magic.veriff.me'], ['https://magic.us.veriff.me']],
    ['*.veriff.me magic.us.veriff.me', ['https://magic.veriff.me', 'https://magic.us.veriff.me']],
    ['kyc.partner.example', ['https://kyc.partner.example']],
    ['kyc.partner.example:8443 kyc.partner.example:443', ['https://kyc.partner.example:8443', 'https://kyc.partner.example']],
    ['localhost:4010', ['https://localhost:4010', 'http://localhost:4010']],
    ['[::1]:4010', ['https://[::1]:4010', 'http://[::1]:4010']],
    ['127.0.0.1', ['https://127.0.0.1', 'http://127.0.0.1']],
    ['127.0.0.1:*', []],
    ['*.partner.example', []],
    ['*.veriff.me:8443', []],
    ['kyc.partner.example:*', []],
    ['no_host https://magic.veriff.me *', []],
    ['', []],
  ];
  for (const [sessionHosts, first, further = []] of samples) {
    it(`are stood for by ${first.join(' and ') || 'none'} where the hosts are "${sessionHosts}", and further by ${further.join(' and ') || 'none'}`, () => {
      expect(sampleOrigins(sessionHosts)).to.deep.equal({ first, further });
      for (const origin of [...first, ...further]) expect(new URL(origin).origin).to.equal(origin);
    });
  }
});
