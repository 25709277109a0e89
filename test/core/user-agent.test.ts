import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { browserUrl, isIos } from '../../src/core/user-agent.js';
import { ANDROID, IN_APP, IPHONE, NOT_IN_APP, WEB_VIEW } from '../helpers/user-agents.js';

const PAGE = 'https://shop.example/kyc?a=1&b=2#/step';
const SAFARI_ON_IPAD = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15';
const IPHONE_16 = IPHONE.replace('17_5_1', '16_7');

/** What Android's `Intent.parseUri` reads: the parameters stand behind the last `#`. */
function intent(link: string): { readonly data: string; readonly parameters: Readonly<Record<string, string>> } {
  const hash = link.lastIndexOf('#');
  const text = link.slice(hash);
  expect(text.startsWith('#Intent;') && text.endsWith(';end'), link).to.equal(true);
  const pairs = text.slice('#Intent;'.length, -';end'.length).split(';').map((pair) => pair.split('='));
  const parameters = Object.fromEntries(pairs.map(([name = '', value = '']) => [name, decodeURIComponent(value)]));
  return { data: `${parameters['scheme']}${link.slice('intent'.length, hash)}`, parameters };
}

describe('a link to the device’s browser', () => {
  it('is an intent on Android, which comes back to the page where no browser takes it', () => {
    const link = browserUrl(WEB_VIEW, PAGE)!;
    expect(link).to.equal(
      'intent://shop.example/kyc?a=1&b=2#/step#Intent;scheme=https;S.browser_fallback_url=https%3A%2F%2Fshop.example%2Fkyc%3Fa%3D1%26b%3D2%23%2Fstep;end',
    );
    expect(intent(link)).to.deep.equal({ data: PAGE, parameters: { scheme: 'https', 'S.browser_fallback_url': PAGE } });
  });

  it('is Safari’s scheme from iOS 17 on', () => {
    expect(browserUrl(IPHONE, PAGE)).to.equal('x-safari-https://shop.example/kyc?a=1&b=2#/step');
    expect(browserUrl(IPHONE.replace('17_5_1', '26_4'), 'http://localhost:5173')).to.equal('x-safari-http://localhost:5173');
    expect(browserUrl('Mozilla/5.0 (iPad; CPU OS 17_1 like Mac OS X) AppleWebKit/605.1.15', PAGE)).to.match(/^x-safari-https:/);
  });

  for (const [why, userAgent] of [
    ['iOS 16, which has no such scheme', IPHONE_16],
    ['an iPad that says it is a Mac: its version is not told', SAFARI_ON_IPAD],
    ['a desktop', NOT_IN_APP.find(({ name }) => name === 'Chrome on Windows')!.userAgent],
    ['Firefox on Linux', NOT_IN_APP.find(({ name }) => name === 'Firefox on Linux')!.userAgent],
    ['nothing that is known', ''],
  ] as const) {
    it(`is none on ${why}`, () => {
      expect(browserUrl(userAgent, PAGE)).to.equal(null);
    });
  }

  it('is none in the apps for iOS that keep such links', () => {
    const apple = IN_APP.filter(({ userAgent }) => /iPhone|iPad/.test(userAgent));
    for (const app of ['Instagram', 'X']) {
      for (const { userAgent } of apple.filter((one) => one.app === app)) expect(browserUrl(userAgent, PAGE), userAgent).to.equal(null);
    }
    expect(browserUrl(apple.find(({ app }) => app === 'Facebook')!.userAgent, PAGE)).to.equal('x-safari-https://shop.example/kyc?a=1&b=2#/step');
  });

  it('is an intent in every app for Android', () => {
    const android = IN_APP.filter(({ userAgent }) => userAgent.includes('Android'));
    expect(android.length).to.be.greaterThan(20);
    for (const { userAgent } of android) expect(browserUrl(userAgent, PAGE), userAgent).to.match(/^intent:\/\/shop\.example\//);
  });

  for (const url of [
    'javascript:alert(1)',
    'data:text/html,x',
    'intent://shop.example#Intent;scheme=https;end',
    'file:///etc/passwd',
    'about:blank',
    'https:shop.example',
    'https://',
    'https:///shop.example',
    'https://user:password@shop.example/',
    'https://user@shop.example/',
    'https://shop.example/a b',
    'https://shop.example/a\nb',
    ' https://shop.example/',
    'https://shöp.example/',
    'https://shop.example/ä',
    'https://shop.example;x/',
    'https://shop.example\\@evil.example/',
    '/kyc',
    '',
  ]) {
    it(`is none for ${JSON.stringify(url)}`, () => {
      for (const userAgent of [ANDROID, IPHONE]) expect(browserUrl(userAgent, url)).to.equal(null);
    });
  }

  it('writes what a URL may hold but a link should not as the same in per cent', () => {
    expect(browserUrl(IPHONE, 'https://shop.example/a?b={c}|d^`e"<f>')).to.equal('x-safari-https://shop.example/a?b=%7Bc%7D%7Cd%5E%60e%22%3Cf%3E');
  });

  for (const fragment of ['Intent;scheme=javascript;package=evil.app;end', 'a#Intent;component=evil.app/.Main;end', 'x;S.browser_fallback_url=https://evil.example;end']) {
    it(`takes no parameter from the page’s own address: #${fragment}`, () => {
      const link = browserUrl(ANDROID, `https://shop.example/#${fragment}`)!;
      expect(Object.keys(intent(link).parameters)).to.deep.equal(['scheme', 'S.browser_fallback_url']);
      expect(link.split('#Intent;')).to.have.length(2);
    });
  }

  it('has but one place for parameters, and leads to where the page is, whatever the page’s address is', () => {
    const part = fc.string({ unit: fc.constantFrom(...';#=&?/%:@!\'"<>{}|^`[]\\ aI.;end', '#Intent;', 'S.browser_fallback_url='), maxLength: 30 });
    fc.assert(
      fc.property(part, part, part, (path, query, fragment) => {
        const { href, origin, search } = new URL(`https://shop.example/${path}?${query}#${fragment}`);
        const link = browserUrl(ANDROID, href)!;
        const { data, parameters } = intent(link);
        const reached = new URL(parameters['S.browser_fallback_url']!);
        expect(Object.keys(parameters)).to.deep.equal(['scheme', 'S.browser_fallback_url']);
        expect(link.split('#Intent;')).to.have.length(2);
        expect(reached.origin).to.equal(origin);
        expect(reached.search).to.equal(search.replaceAll(/[^\w\-.~!$&'()*+,;=:@/?%]/g, encodeURIComponent));
        expect(new URL(data).href).to.equal(reached.href);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('iOS', () => {
  for (const [what, userAgent, touches, expected] of [
    ['an iPhone', IPHONE, 5, true],
    ['an iPad', 'Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X)', 5, true],
    ['an iPad that says it is a Mac', SAFARI_ON_IPAD, 5, true],
    ['a Mac', SAFARI_ON_IPAD, 0, false],
    ['Android', ANDROID, 5, false],
    ['Windows with a touch screen', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 10, false],
    ['nothing that is known', '', 5, false],
  ] as const) {
    it(`is ${expected ? '' : 'not '}${what}`, () => {
      expect(isIos(userAgent, touches)).to.equal(expected);
    });
  }
});
