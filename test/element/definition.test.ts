import { expect } from '@open-wc/testing';
import * as published from '../../src/index.js';
import { openPage } from '../helpers/element-page.js';
import { eventually } from '../helpers/element-time.js';

const IDLE = '<kyc-verification preview="guidance"><a href="/help">Verify by mail</a></kyc-verification>';

function shown(page: { readonly document: Document }, selector: string): boolean {
  return page.document.querySelector(selector)?.checkVisibility() ?? false;
}

function rendered(page: { readonly document: Document }): boolean {
  return page.document.querySelector('kyc-verification')?.shadowRoot?.querySelector('[part="base"]') != null;
}

describe('the registration', () => {
  it('is done by the script, and only once it runs', async () => {
    const page = await openPage('<body></body>');
    expect(page.window.customElements.get('kyc-verification')).to.be.undefined;
    await page.runScript();
    expect(page.window.customElements.get('kyc-verification')?.name).to.equal('KycVerificationElement');
  });

  it('upgrades elements that stand before the script', async () => {
    const page = await openPage(`<body>${IDLE}SCRIPT</body>`);
    await eventually(() => rendered(page), 'the element');
  });

  it('serves elements that come after a script in the head', async () => {
    const page = await openPage(`<head>SCRIPT</head><body>${IDLE}</body>`);
    await eventually(() => rendered(page), 'the element');
  });

  it('serves elements that scripts make later', async () => {
    const page = await openPage('<body>SCRIPT</body>');
    await eventually(() => page.window.customElements.get('kyc-verification') !== undefined, 'the registration');
    page.document.body.innerHTML = IDLE;
    await eventually(() => rendered(page), 'the element');
  });

  it('by a second copy warns once and keeps the first', async () => {
    const page = await openPage('<body></body>');
    await page.runScript();
    const first = page.window.customElements.get('kyc-verification');
    await page.runScript('?copy');
    await eventually(() => page.warnings.length > 0, 'a warning');
    expect(page.window.customElements.get('kyc-verification')).to.equal(first);
    expect(page.warnings).to.have.length(1);
  });

  it('by the same module again is silent', async () => {
    const page = await openPage('<body></body>');
    await page.runScript();
    await page.runScript();
    expect(page.warnings).to.deep.equal([]);
  });

  it('keeps a class that the page has registered under the name, and throws nothing', async () => {
    const page = await openPage('<body></body>');
    const errors: unknown[] = [];
    page.window.addEventListener('error', (event) => errors.push(event.error));
    class Own extends page.window.HTMLElement {}
    page.window.customElements.define('kyc-verification', Own);
    await page.runScript();
    await eventually(() => page.warnings.length > 0, 'a warning');
    expect(page.window.customElements.get('kyc-verification')).to.equal(Own);
    expect(page.warnings).to.have.length(1);
    expect(errors).to.deep.equal([]);
  });
});

describe('children without a slot', () => {
  it('show until the script has run', async () => {
    const page = await openPage(`<body>${IDLE}</body>`);
    expect(shown(page, 'kyc-verification > a')).to.be.true;
  });

  it('show no longer after that', async () => {
    const page = await openPage(`<body>${IDLE}SCRIPT</body>`);
    await eventually(() => rendered(page), 'the element');
    expect(shown(page, 'kyc-verification > a')).to.be.false;
  });
});

describe('a div with data-kyc-verification', () => {
  const DIV = '<div data-kyc-verification data-onboarding-id="US_1" data-endpoint="/none" data-preview="reviewing" data-poll-interval="9"><a href="/help">By mail</a></div>';

  it('gets the element inside, with each data attribute as its own', async () => {
    const page = await openPage(`<body>${DIV}SCRIPT</body>`);
    await eventually(() => rendered(page), 'the element');
    const element = page.document.querySelector('[data-kyc-verification] > kyc-verification');
    expect(Object.fromEntries([...(element?.attributes ?? [])].map(({ name, value }) => [name, value]))).to.deep.equal({
      'onboarding-id': 'US_1',
      endpoint: '/none',
      preview: 'reviewing',
      'poll-interval': '9',
    });
  });

  it('shows what stood in it only until then', async () => {
    const page = await openPage(`<body>${DIV}</body>`);
    expect(shown(page, 'a')).to.be.true;
    await page.runScript();
    await eventually(() => rendered(page), 'the element');
    expect(shown(page, 'a')).to.be.false;
  });

  it('that comes after a script in the head is upgraded, too', async () => {
    const page = await openPage(`<head>SCRIPT</head><body><p>before</p>${DIV}</body>`);
    await eventually(() => rendered(page), 'the element');
  });

  it('gets one element, also where the script runs twice', async () => {
    const page = await openPage(`<body>${DIV}</body>`);
    await page.runScript();
    await page.runScript('?copy');
    await eventually(() => rendered(page) && page.warnings.length > 0, 'both have run');
    expect(page.document.querySelectorAll('kyc-verification')).to.have.length(1);
  });

  it('each gets its own', async () => {
    const page = await openPage(`<body>${DIV}${DIV}${DIV}SCRIPT</body>`);
    await eventually(() => rendered(page), 'the elements');
    expect(page.document.querySelectorAll('[data-kyc-verification] > kyc-verification')).to.have.length(3);
  });
});

describe('the package', () => {
  it('exports the class and a class for each event, and nothing registers by itself', async () => {
    expect(published.KycVerificationElement.prototype).to.be.instanceOf(HTMLElement);
    const classes = Object.keys(published).filter((name) => /^Kyc\w+Event$/.test(name));
    expect(classes).to.have.length(12);
  });

  it('says what the browser offers, before anything is started', async () => {
    const report = await published.KycVerificationElement.checkEnvironment();
    expect(report).to.deep.include({ secureContext: true, supported: true });
  });
});
