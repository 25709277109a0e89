import { expect } from '@open-wc/testing';
import { KycVerificationElement } from '../../src/index.js';
import { STATES, arriveIn } from '../helpers/element-arrivals.js';
import { json, says, scriptEndpoint, type Reply } from '../helpers/element-endpoint.js';
import { create, mount, mountIn, place, record } from '../helpers/element-fixture.js';
import { one, part, tree, words } from '../helpers/element-parts.js';
import { eventually, settle } from '../helpers/element-time.js';

const ATTRIBUTES = [...new Set([...KycVerificationElement.observedAttributes, 'lang'])];
const HTML = '"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
const BIDI = '\u202e\u2066evil\u2069\u202d\u200f';
const LONG = 'x'.repeat(1_000_000);

/** Nothing that was put in shows, runs, or has become markup. */
function expectUnharmed(element: KycVerificationElement): void {
  expect(window).not.to.have.property('hacked');
  expect(tree(element).querySelector('img, script, iframe')).to.be.null;
  const shown = words(element);
  expect(shown).not.to.match(/evil|hacked|onerror/);
  expect(shown).not.to.match(/[\u0000\u202a-\u202e\u2066-\u2069]/);
  expect(shown.length).to.be.at.most(3_000);
  expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
}

describe('hostile attributes', () => {
  for (const [kind, text] of [['HTML', HTML], ['bidirectional controls', BIDI], ['a text of 1 MB', LONG], ['a null character', 'evil\u0000']] as const) {
    for (const attribute of ATTRIBUTES.filter((name) => name !== 'preview')) {
      it(`${kind} in ${attribute} shows nothing and breaks nothing`, async () => {
        scriptEndpoint();
        const element = await mount({ [attribute]: attribute === 'endpoint' ? `/kyc-test?${text}` : text });
        await eventually(() => element.state !== 'checking', 'the first read');
        expect(element.state).to.be.oneOf(['idle', 'guidance', 'failed']);
        expectUnharmed(element);
      });
    }
  }

  it('all of them at once leave every state as it is', async () => {
    for (const state of STATES) {
      const hostile = Object.fromEntries(ATTRIBUTES.map((name) => [name, HTML + BIDI]));
      const element = await mount({ ...hostile, preview: state });
      expect(element.state).to.equal(state);
      expectUnharmed(element);
    }
  });

  for (const value of [null, undefined, 7, {}, [], Symbol.iterator, () => 'evil']) {
    it(`properties that are ${typeof value} ${JSON.stringify(value) ?? ''} break nothing`, async () => {
      const element = create({ preview: 'guidance' });
      for (const name of KycVerificationElement.elementProperties.keys()) {
        if (name !== 'preview' && name !== 'documents') Object.assign(element, { [name]: value });
      }
      place(element);
      await element.updateComplete;
      expectUnharmed(element);
    });
  }
});

describe('hostile answers', () => {
  const reasons: readonly (readonly [what: string, reasons: unknown])[] = [
    ['HTML', [HTML]],
    ['bidirectional controls', [BIDI]],
    ['1 MB in pieces', Array.from({ length: 60 }, () => 'x'.repeat(1_000))],
    ['unknown codes', ['evil-code', 'toString', '__proto__', 'constructor']],
    ['no texts', [null, 7, {}, [], true]],
    ['no list', 'document-expired'],
    ['an object', { length: 2, 0: 'document-expired' }],
  ];
  for (const [what, given] of reasons) {
    it(`reasons with ${what} show the general ones`, async () => {
      scriptEndpoint({ get: [says('REJECTED', { reasons: given })] });
      const element = await mountIn('rejected');
      expect(part(element, 'reasons').innerText).to.contain('The most common reasons');
      expectUnharmed(element);
    });
  }

  it('known reasons among hostile ones are shown, each once', async () => {
    scriptEndpoint({ get: [says('REJECTED', { reasons: [HTML, 'underage', 'underage', 'evil-code', 'name-mismatch'] })] });
    const element = await mountIn('rejected');
    expect([...part(element, 'reasons').querySelectorAll('li')]).to.have.length(2);
    expectUnharmed(element);
  });

  const bodies: readonly (readonly [what: string, reply: Reply])[] = [
    ['a message of HTML', json({ message: HTML }, 400)],
    ['a message of 1 MB', json({ message: LONG }, 400)],
    ['a body that is no JSON', () => Promise.resolve(new Response(HTML, { status: 404 }))],
    ['a state that is HTML', says(HTML)],
    ['a body of 1 MB', says('VERIFIED', { more: LONG })],
    ['a JSON text of great depth', () => Promise.resolve(new Response('['.repeat(60_000)))],
    ['a polluting key', () => Promise.resolve(new Response('{"__proto__":{"verificationState":"VERIFIED"},"constructor":1}'))],
    ['a retryAt of HTML', says('UNVERIFIED', { retryAt: HTML })],
  ];
  for (const [what, reply] of bodies) {
    it(`${what} shows nothing and breaks nothing`, async () => {
      scriptEndpoint({ get: [reply] });
      const events = record(document);
      const element = await mount();
      await eventually(() => element.state !== 'checking', 'the first read');
      await settle();
      expect(element.state).to.be.oneOf(['guidance', 'failed']);
      expectUnharmed(element);
      expect(JSON.stringify(events.map(({ detail }) => detail))).not.to.match(/hacked|xxxx/);
      expect({}).not.to.have.property('verificationState');
    });
  }

  it('a session URL never stands in the tree, an event, storage, or the address', async () => {
    const events = record(document);
    const { element } = await arriveIn('verifying');
    const secret = 'session=1';
    expect(one(document, '.kyc-verification-dialog iframe')).to.have.property('src').that.contains(secret);
    const places = [tree(element).innerHTML, element.outerHTML, JSON.stringify(events.map(({ detail }) => detail)), location.href, JSON.stringify(history.state)];
    places.push(JSON.stringify({ ...localStorage, ...sessionStorage }), document.cookie);
    for (const text of places) expect(text).not.to.contain(secret);
    element.close();
    await element.updateComplete;
    expect(document.documentElement.outerHTML).not.to.contain(secret);
  });
});
