import { expect } from '@open-wc/testing';
import { KycVerificationElement } from '../../src/index.js';
import { holdTime, settle } from '../helpers/element-time.js';
import { scriptEndpoint, says } from '../helpers/element-endpoint.js';
import { create, mount, mountIn, place, reach, warnings } from '../helpers/element-fixture.js';
import { openFrame } from '../helpers/element-frame.js';
import { has, part, tree } from '../helpers/element-parts.js';

type Name = Extract<keyof KycVerificationElement, string>;

const TEXTS: readonly (readonly [attribute: string, property: Name, usual: unknown])[] = [
  ['onboarding-id', 'onboardingId', ''],
  ['onboarding-id-from', 'onboardingIdFrom', ''],
  ['endpoint', 'endpoint', ''],
  ['session-hosts', 'sessionHosts', '*.veriff.com *.veriff.me'],
  ['handover-url', 'handoverUrl', ''],
  ['continue-url', 'continueUrl', ''],
  ['preview', 'preview', ''],
  ['lang', 'lang', ''],
];

const documentsOf = (element: KycVerificationElement): (string | null)[] =>
  [...tree(element).querySelectorAll('[part="document-list"]:first-of-type [part="document-title"]')].map((title) => title.textContent);

const ALL_DOCUMENTS = ['Passport', 'Driving licence', 'National ID card', 'Residence permit'];

describe('attributes', () => {
  for (const [attribute, property, usual] of TEXTS) {
    it(`${attribute} is the property ${property}`, () => {
      const element = create({ 'onboarding-id': null, endpoint: null, 'session-hosts': null });
      expect(element[property]).to.equal(usual);
      element.setAttribute(attribute, 'query:other');
      expect(element[property]).to.equal('query:other');
    });
  }

  const words = [
    ['credentials', 'same-origin', ['omit', 'include']],
    ['presentation', 'modal', ['embedded', 'redirect']],
    ['region', 'international', ['us']],
  ] as const;
  for (const [name, usual, others] of words) {
    it(`${name} is one of its words, in any case, and ${usual} for any other`, () => {
      const element = create();
      expect(element[name]).to.equal(usual);
      for (const word of others) {
        element.setAttribute(name, word.toUpperCase());
        expect(element[name]).to.equal(word);
        element.setAttribute(name, 'query:other');
        expect(element[name]).to.equal(usual);
      }
    });
  }

  it('an attribute that goes away leaves the default', () => {
    const element = create();
    for (const [attribute, property, usual] of TEXTS) {
      element.setAttribute(attribute, 'x');
      element.removeAttribute(attribute);
      expect(element[property], attribute).to.equal(usual);
    }
    element.setAttribute('documents', 'passport');
    element.removeAttribute('documents');
    expect(element.documents).to.equal('');
  });

  for (const [attribute, property] of [['reverify', 'reverify'], ['proof-of-address', 'proofOfAddress']] as const) {
    it(`${attribute} is the property ${property}, true where it stands and false where not`, () => {
      const element = create();
      expect(element[property]).to.be.false;
      element.setAttribute(attribute, '');
      expect(element[property]).to.be.true;
      element.removeAttribute(attribute);
      expect(element[property]).to.be.false;
    });
  }

  it('poll-interval is the number pollInterval, 5 by default', () => {
    const element = create();
    expect(element.pollInterval).to.equal(5);
    for (const [value, seconds] of [['12', 12], ['0', 1], ['100', 60], ['often', 5]] as const) {
      element.setAttribute('poll-interval', value);
      expect(element.pollInterval, value).to.equal(seconds);
    }
  });

  it('headers is a property alone', () => {
    expect(create({ headers: 'x-a: 1' }).headers).to.be.undefined;
  });

  it('no property is reflected to an attribute, and no state or outcome is', async () => {
    scriptEndpoint({ get: [says('VERIFIED')] });
    const element = document.createElement('kyc-verification');
    Object.assign(element, {
      onboardingId: 'US_1',
      endpoint: '/kyc-test',
      credentials: 'include',
      headers: { 'x-token': 'secret' },
      region: 'us',
      documents: ['passport'],
      proofOfAddress: true,
      pollInterval: 9,
      continueUrl: '/next',
    });
    place(element);
    await reach(element, 'verified');
    expect(element.getAttributeNames()).to.deep.equal([]);
  });

  it('keeps properties that were set before the upgrade', async () => {
    // Made by a document without registrations, so it waits for its upgrade.
    const element = document.implementation.createHTMLDocument().createElement('kyc-verification');
    Object.assign(element, { onboardingId: 'US_early', endpoint: '/kyc-test', pollInterval: 7, headers: { 'x-a': '1' } });
    expect(element).not.to.be.instanceOf(KycVerificationElement);
    const endpoint = scriptEndpoint();
    place(element);
    await reach(element, 'guidance');
    expect(element).to.be.instanceOf(KycVerificationElement);
    expect(element.pollInterval).to.equal(7);
    expect(endpoint.gets[0]?.url.searchParams.get('onboardingId')).to.equal('US_early');
    expect(endpoint.gets[0]?.headers.get('x-a')).to.equal('1');
  });
});

describe('headers that were set before the upgrade', () => {
  // Polish is loaded first; the first read does not wait for it.
  for (const lang of ['en', 'pl']) {
    it(`go along with the first read (${lang})`, async () => {
      const element = document.implementation.createHTMLDocument().createElement('kyc-verification');
      for (const [name, value] of [['onboarding-id', 'US_1'], ['endpoint', '/kyc-test'], ['lang', lang]] as const) element.setAttribute(name, value);
      element.headers = { 'x-a': '1' };
      const endpoint = scriptEndpoint();
      place(element);
      await reach(element, 'guidance');
      expect(endpoint.gets.map(({ headers }) => headers.get('x-a'))).to.deep.equal(['1']);
    });
  }
});

describe('attributes with known values', () => {
  it('an unknown credentials mode is same-origin', async () => {
    const endpoint = scriptEndpoint();
    await mountIn('guidance', { credentials: 'everything' });
    expect(endpoint.gets[0]?.credentials).to.equal('same-origin');
  });

  it('an unknown region is international', async () => {
    const element = await mount({ preview: 'guidance', region: 'mars' });
    expect(part(element, 'timeline').textContent).to.contain('5 to 30 minutes');
  });

  it('the region us has its own times and a note', async () => {
    const element = await mount({ preview: 'guidance', region: 'us' });
    expect(part(element, 'timeline').textContent).to.contain('15 to 60 minutes');
    expect(part(element, 'guidance').textContent).to.contain('United States');
  });

  it('an unknown presentation is modal, and does not warn', async () => {
    scriptEndpoint();
    const element = await mountIn('guidance', { presentation: 'hologram' });
    const { node } = await openFrame(element);
    expect(node.closest('dialog')?.matches(':modal')).to.be.true;
    await settle();
    expect(warnings).to.deep.equal([]);
  });

  it('names all documents by default', async () => {
    expect(documentsOf(await mount({ preview: 'guidance' }))).to.deep.equal(ALL_DOCUMENTS);
  });

  it('names the documents that are asked for', async () => {
    const element = await mount({ preview: 'guidance', documents: 'national-id passport' });
    expect(documentsOf(element)).to.have.members(['Passport', 'National ID card']);
  });

  it('takes documents as an array, too', async () => {
    expect(documentsOf(await mount({ preview: 'guidance' }, { documents: ['passport'] }))).to.deep.equal(['Passport']);
  });

  it('names all documents where none is known', async () => {
    expect(documentsOf(await mount({ preview: 'guidance', documents: 'library-card' }))).to.deep.equal(ALL_DOCUMENTS);
  });

  it('an unknown preview is none', async () => {
    scriptEndpoint();
    const element = await mountIn('guidance', { preview: 'nirvana' });
    expect(has(element, 'start-button')).to.be.true;
  });

  it('proof-of-address is named only where it is asked for', async () => {
    const element = await mount({ preview: 'guidance' });
    expect(part(element, 'guidance').textContent).not.to.contain('Proof of address');
    element.proofOfAddress = true;
    await element.updateComplete;
    expect(part(element, 'guidance').textContent).to.contain('Proof of address');
  });
});

describe('an attribute that is taken away', () => {
  for (const [name, value] of [['credentials', 'include'], ['region', 'us'], ['poll-interval', '9'], ['presentation', 'modal'], ['continue-url', '/next'], ['lang', 'de'], ['handover-url', '/on']] as const) {
    it(`${name} is as by default, and the flow goes on`, async () => {
      const endpoint = scriptEndpoint();
      const element = await mountIn('guidance', { [name]: value });
      element.removeAttribute(name);
      await element.updateComplete;
      await openFrame(element);
      expect(endpoint.posts[0]?.credentials).to.equal('same-origin');
    });
  }
});

describe('poll-interval', () => {
  const cases: readonly (readonly [written: string, seconds: number])[] = [
    ['5', 5],
    ['0', 1],
    ['-3', 1],
    ['1', 1],
    ['60', 60],
    ['600', 60],
    ['soon', 5],
    ['Infinity', 5],
  ];
  for (const [written, seconds] of cases) {
    it(`${written} means ${seconds} s between two reads`, async () => {
      const time = holdTime();
      const endpoint = scriptEndpoint({ get: [says('PENDING')] });
      const element = await mount({ 'poll-interval': written });
      await time.advance(0);
      expect(element.state).to.equal('reviewing');
      await time.advance(seconds * 1000 - 1);
      expect(endpoint.gets).to.have.length(1);
      // The jitter adds a fifth at most.
      await time.advance(seconds * 200 + 1);
      expect(endpoint.gets).to.have.length(2);
    });
  }
});
