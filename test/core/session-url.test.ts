import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { DEFAULT_SESSION_HOSTS } from '../../src/core/names.js';
import { isSessionOrigin, parseHosts, sessionOrigin } from '../../src/core/session-url.js';

const LOOPBACK = `${DEFAULT_SESSION_HOSTS} localhost:* 127.0.0.1:4010 [::1]:*`;

describe('a session URL', () => {
  const good: readonly (readonly [url: string, hosts: string, origin: string])[] = [
    ['https://magic.veriff.me/v/eyJhbGciOi.J9.x_-y', DEFAULT_SESSION_HOSTS, 'https://magic.veriff.me'],
    ['https://alchemy.veriff.com/v/x', DEFAULT_SESSION_HOSTS, 'https://alchemy.veriff.com'],
    ['https://magic.us.veriff.me/v/x?a=b#c', DEFAULT_SESSION_HOSTS, 'https://magic.us.veriff.me'],
    ['HTTPS://MAGIC.VERIFF.ME/v/X', DEFAULT_SESSION_HOSTS, 'https://magic.veriff.me'],
    ['https://magic.veriff.me:443/v/x', DEFAULT_SESSION_HOSTS, 'https://magic.veriff.me'],
    ['https://magic.veriff.me', DEFAULT_SESSION_HOSTS, 'https://magic.veriff.me'],
    ['https://magic.veriff.me/@evil.example', DEFAULT_SESSION_HOSTS, 'https://magic.veriff.me'],
    ['http://localhost:4010/v/x', LOOPBACK, 'http://localhost:4010'],
    ['https://localhost/v/x', LOOPBACK, 'https://localhost'],
    ['http://127.0.0.1:4010/v/x', LOOPBACK, 'http://127.0.0.1:4010'],
    ['http://[::1]:8080/v/x', LOOPBACK, 'http://[::1]:8080'],
    ['https://kyc.partner.example/v/x', 'kyc.partner.example', 'https://kyc.partner.example'],
    ['https://kyc.partner.example:8443/v/x', 'kyc.partner.example:8443', 'https://kyc.partner.example:8443'],
  ];
  for (const [url, hosts, origin] of good) {
    it(`${url} may be opened where hosts are ${hosts}`, () => {
      expect(sessionOrigin(url, hosts)).to.equal(origin);
      expect(new URL(url).origin).to.equal(origin);
      expect(isSessionOrigin(origin, hosts)).to.equal(true);
    });
  }

  const bad = [
    'javascript:alert(1)',
    'javascript://magic.veriff.me/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://magic.veriff.me/123',
    'http://magic.veriff.me/v/x',
    'about:blank',
    'file:///etc/passwd',
    'ftp://magic.veriff.me/v/x',
    'wss://magic.veriff.me/v/x',
    '',
    ' ',
    '/v/x',
    'v/x',
    '//magic.veriff.me/v/x',
    'magic.veriff.me/v/x',
    'https:magic.veriff.me/v/x',
    'https:/magic.veriff.me/v/x',
    'https:///magic.veriff.me/v/x',
    'https://magic.veriff.me.evil.example/v/x',
    'https://evil.example/magic.veriff.me',
    'https://evil.example?magic.veriff.me',
    'https://evil.example#magic.veriff.me',
    'https://evilveriff.me/v/x',
    'https://veriff.me/v/x',
    'https://.veriff.me/v/x',
    'https://a..veriff.me/v/x',
    'https://user@magic.veriff.me/v/x',
    'https://user:password@magic.veriff.me/v/x',
    'https://magic.veriff.me@evil.example/v/x',
    'https://magic.veriff.me:8443/v/x',
    'https://magic.veriff.me:0/v/x',
    'https://magic.veriff.me:99999/v/x',
    'https://magic.veriff.me:/v/x',
    '\thttps://magic.veriff.me/v/x',
    ' https://magic.veriff.me/v/x',
    'https://magic.veriff.me/v/x ',
    'https://magic.veriff.me/v/x\n',
    'https://mag\tic.veriff.me/v/x',
    'https://mag\nic.veriff.me/v/x',
    'https://magic.veriff.me/v/\r\nx',
    'https://magic.veriff.me/v/\0',
    'https:\\\\magic.veriff.me\\v\\x',
    'https://evil.example\\.veriff.me/v/x',
    'https://magic.veriff.me\\@evil.example/v/x',
    'https://mаgic.veriff.me/v/x',
    'https://magic.veriff。me/v/x',
    'https://ﬀ.veriff.me/v/x',
    'https://magic.veriff.me./v/x',
    'https://magic%2Everiff.me/v/x',
    'https://evil.example%00.veriff.me/v/x',
    'https://[::1]/v/x',
    'https://127.0.0.1/v/x',
    'http://localhost:4010/v/x',
    `https://magic.veriff.me/${'x'.repeat(1_000_000)}`,
    `https://${'a.'.repeat(500_000)}veriff.me/`,
    `https://${'a'.repeat(1_000_000)}.veriff.me/`,
  ];
  for (const url of bad) {
    it(`${JSON.stringify(url.slice(0, 60))} may not be opened`, () => {
      expect(sessionOrigin(url, DEFAULT_SESSION_HOSTS)).to.equal(null);
    });
  }

  for (const url of [
    'http://magic.veriff.me/v/x',
    'http://127.0.0.1:4011/v/x',
    'http://localhost.evil.example:4010/v/x',
    'http://localhost:99999/v/x',
    'http://127.0.0.1.evil.example:4010/v/x',
    'https://user@localhost:4010/v/x',
    'http://0.0.0.0:4010/v/x',
  ]) {
    it(`${url} may not be opened where loopback hosts are named`, () => expect(sessionOrigin(url, LOOPBACK)).to.equal(null));
  }
});

describe('session-hosts', () => {
  for (const [hosts, url] of [
    ['', 'https://magic.veriff.me/'],
    ['*', 'https://magic.veriff.me/'],
    ['*.*', 'https://magic.veriff.me/'],
    ['*.me', 'https://magic.veriff.me/'],
    ['https://magic.veriff.me', 'https://magic.veriff.me/'],
    ['magic.*.me', 'https://magic.veriff.me/'],
    ['*.veriff.me:*', 'https://magic.veriff.me:8443/'],
    ['kyc.partner.example', 'http://kyc.partner.example/'],
    ['*.localhost:*', 'http://a.localhost:4010/'],
    ['x'.repeat(1_000_000), 'https://magic.veriff.me/'],
  ] as const) {
    it(`${JSON.stringify(hosts.slice(0, 30))} does not let ${url} in`, () => expect(sessionOrigin(url, hosts)).to.equal(null));
  }

  it('are read in any case and with any blanks between them', () => {
    expect(parseHosts('  *.Veriff.COM\n\t*.veriff.me ')).to.deep.equal(['*.veriff.com', '*.veriff.me']);
  });
});

describe('any URL', () => {
  const label = fc.constantFrom('magic', 'a', 'veriff', 'com', 'me', 'evil', 'xn--80ak6aa92e', 'xn--a', '0x7f', '1', 'LOCALHOST', '', '-', 'а', '%61', '*');
  const name = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.'));
  const tail = fc.constantFrom('.veriff.com', '.veriff.me', '.VERIFF.me', '.veriff.com.', '.veriff.me.evil.example', '', '\\.veriff.me');
  const host = fc.oneof(
    fc.tuple(name, tail).map(([name, tail]) => name + tail),
    fc.constantFrom('localhost', '127.0.0.1', '[::1]', '127.1', '2130706433', '0x7f.1', '[::0001]', '[0:0:0:0:0:0:0:1]', '127.0.0.01'),
    fc.webAuthority({ withIPv4: true, withIPv6: true, withPort: true, withUserInfo: true }),
  );
  const parts = fc.tuple(
    fc.constantFrom('https://', 'http://', 'HTTPS://', 'https:\\\\', 'https:/', 'javascript://', ' https://', 'https://user@', 'https://a:b@'),
    host,
    fc.constantFrom('', ':443', ':0443', ':80', ':4010', ':8443', ':65536', ':99999', ':', ':x'),
    fc.oneof(fc.constantFrom('', '/', '/v/x', '?a', '#b', '\\x', '/\t', '@evil.example'), fc.webPath(), fc.string({ unit: 'binary' })),
  );
  const url = fc.oneof({ weight: 8, arbitrary: parts.map((all) => all.join('')) }, fc.webUrl(), fc.string({ unit: 'binary' }));
  const hosts = fc.constantFrom(DEFAULT_SESSION_HOSTS, LOOPBACK, `${LOOPBACK} 127.1:* 0x7f.1:* 2130706433:* [::0001]:* 127.0.0.01:*`);

  it('that is let in is read alike by the browser, and comes from a host that is named', () => {
    let letIn = 0;
    fc.assert(
      fc.property(url, hosts, (url, hosts) => {
        const origin = sessionOrigin(url, hosts);
        // What an engine can't read at all (Firefox: `xn--a`) leads nowhere.
        if (origin === null || !URL.canParse(url)) return;
        letIn++;
        const read = new URL(url);
        expect(read.origin).to.equal(origin);
        expect(`${read.username}${read.password}`).to.equal('');
        const isLoopback = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(read.hostname);
        expect(/\.veriff\.(com|me)$/.test(read.hostname) || (isLoopback && hosts !== DEFAULT_SESSION_HOSTS)).to.equal(true);
        if (!isLoopback) expect([read.protocol, read.port]).to.deep.equal(['https:', '']);
        expect(isSessionOrigin(origin, hosts)).to.equal(true);
      }),
      { numRuns: 20_000 },
    );
    expect(letIn).to.be.above(100);
  });
});
