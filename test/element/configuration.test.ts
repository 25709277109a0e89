import { expect } from '@open-wc/testing';
import { onCleanup } from '../helpers/element-cleanup.js';
import { held, json, says, scriptEndpoint, silent } from '../helpers/element-endpoint.js';
import { mount, mountIn, reach, record, told, warnings } from '../helpers/element-fixture.js';
import { openFrame } from '../helpers/element-frame.js';
import { eventually, settle } from '../helpers/element-time.js';

describe('missing configuration', () => {
  const cases: readonly (readonly [what: string, attributes: Record<string, null>, named: readonly string[], unnamed: readonly string[]])[] = [
    ['without an endpoint', { endpoint: null }, ['endpoint'], ['onboarding-id']],
    ['without an onboarding id', { 'onboarding-id': null }, ['onboarding-id'], ['`endpoint`']],
    ['without both', { endpoint: null, 'onboarding-id': null }, ['endpoint', 'onboarding-id'], []],
  ];
  for (const [what, attributes, named, unnamed] of cases) {
    it(`${what} is idle, with one warning that names what is missing`, async () => {
      const endpoint = scriptEndpoint();
      const element = await mount(attributes);
      await settle();
      expect(element.state).to.equal('idle');
      expect(element.error).to.be.null;
      expect(endpoint.calls).to.have.length(0);
      expect(warnings).to.have.length(1);
      for (const name of named) expect(warnings[0]).to.contain(name);
      for (const name of unnamed) expect(warnings[0]).not.to.contain(name);
    });
  }

  it('of blanks alone is missing, too', async () => {
    const element = await mount({ endpoint: '  ', 'onboarding-id': ' \n' });
    expect(element.state).to.equal('idle');
  });

  it('warns no second time when something else changes', async () => {
    const element = await mount({ endpoint: null });
    element.region = 'us';
    await element.updateComplete;
    await settle();
    expect(warnings).to.have.length(1);
  });

  it('says no event', async () => {
    const events = record(document);
    await mount({ endpoint: null });
    expect(told(events)).to.deep.equal([]);
  });

  it('that arrives leads to checking', async () => {
    scriptEndpoint();
    const element = await mount({ endpoint: null });
    const events = record(element);
    element.endpoint = '/kyc-test';
    await reach(element, 'guidance');
    expect(told(events)).to.deep.equal(['idle>checking', 'checking>guidance']);
  });

  it('that goes away leads back to idle', async () => {
    scriptEndpoint();
    const element = await mountIn('guidance');
    element.removeAttribute('onboarding-id');
    await reach(element, 'idle');
  });
});

describe('onboarding-id-from that can’t be used', () => {
  const from = (value: string, more: Record<string, string | null> = {}): Record<string, string | null> =>
    ({ 'onboarding-id': null, 'onboarding-id-from': value, ...more });

  for (const value of ['cookie:kyc', 'query', 'query:', 'session-storage: ', 'Query:id', 'US_1', 'query=id']) {
    it(`${value} is idle as without it, with one line that names it and what it may be`, async () => {
      const endpoint = scriptEndpoint();
      const element = await mount(from(value));
      element.region = 'us';
      await settle();
      expect(element.state).to.equal('idle');
      expect(endpoint.calls).to.have.length(0);
      expect(warnings).to.deep.equal(['<kyc-verification> shows nothing yet: set `onboarding-id`. `onboarding-id-from` can’t be used: it is `query:NAME` or `session-storage:KEY`.']);
    });
  }

  for (const value of ['query:not-in-the-address', 'session-storage:not-kept', ' ']) {
    it(`is not said of ${value}, which leads to no id`, async () => {
      const element = await mount(from(value));
      expect(element.state).to.equal('idle');
      await settle();
      expect(warnings).to.deep.equal(['<kyc-verification> shows nothing yet: set `onboarding-id`.']);
    });
  }

  for (const [where, more] of [['beside an id', { 'onboarding-id': 'US_1' }], ['where no id is needed', { reverify: '' }]] as const) {
    it(`says nothing ${where}`, async () => {
      scriptEndpoint();
      await mountIn('guidance', from('cookie:kyc', more));
      await settle();
      expect(warnings).to.deep.equal([]);
    });
  }

  it('that is mended leads to checking', async () => {
    scriptEndpoint();
    sessionStorage.setItem('kyc-test id', 'US_7');
    onCleanup(() => sessionStorage.removeItem('kyc-test id'));
    const element = await mount(from('storage:kyc-test id'));
    element.onboardingIdFrom = ' session-storage:kyc-test id ';
    await reach(element, 'guidance');
  });
});

describe('configuration that can’t be used', () => {
  for (const endpoint of ['javascript:alert(1)', 'data:text/plain,x', 'ftp://example.com/', 'blob:x', 'http://', 'https://user:word@example.com/', 'http://[::1', `/${'x'.repeat(9000)}`]) {
    it(`endpoint ${endpoint.slice(0, 40)} is failed with configuration`, async () => {
      const events = record(document);
      const element = await mountIn('failed', { endpoint });
      expect(element.error).to.deep.equal({
        code: 'configuration',
        phase: 'configuration',
        retryable: false,
        action: 'fix-integration',
        httpStatus: null,
        retryAt: null,
      });
      expect(told(events)).to.deep.equal(['idle>failed', 'kyc-error']);
    });
  }

  it('fails again at each start, and sends nothing', async () => {
    const script = scriptEndpoint();
    const element = await mountIn('failed', { endpoint: 'javascript:1' });
    await element.start();
    expect(element.error?.code).to.equal('configuration');
    expect(script.calls).to.have.length(0);
  });

  it('that is mended leads to checking', async () => {
    scriptEndpoint();
    const element = await mountIn('failed', { endpoint: 'javascript:1' });
    element.endpoint = '/kyc-test';
    await reach(element, 'guidance');
    expect(element.error).to.be.null;
  });
});

describe('a change of configuration', () => {
  it('of several attributes in one task begins anew once', async () => {
    const endpoint = scriptEndpoint();
    const element = await mountIn('guidance');
    const events = record(element);
    element.setAttribute('onboarding-id', 'US_2');
    element.setAttribute('endpoint', '/kyc-test?v=2');
    element.reverify = true;
    element.onboardingId = 'US_3';
    element.reverify = false;
    await eventually(() => events.length === 2, 'a new beginning');
    await settle();
    expect(told(events)).to.deep.equal(['guidance>checking', 'checking>guidance']);
    expect(endpoint.gets.map(({ url }) => url.search)).to.deep.equal(['?onboardingId=US_1', '?v=2&onboardingId=US_3']);
  });

  it('to the same value begins nothing anew', async () => {
    const endpoint = scriptEndpoint();
    const element = await mountIn('guidance');
    element.setAttribute('onboarding-id', 'US_1');
    await element.updateComplete;
    await settle();
    expect(element.state).to.equal('guidance');
    expect(endpoint.gets).to.have.length(1);
  });

  it('while a session is asked for aborts that, without kyc-canceled', async () => {
    const endpoint = scriptEndpoint({ post: [silent] });
    const element = await mountIn('guidance');
    const events = record(element);
    void element.start();
    await eventually(() => endpoint.posts.length === 1, 'the exchange');
    expect(element.state).to.equal('requesting');
    element.onboardingId = 'US_2';
    await reach(element, 'guidance');
    expect(endpoint.posts[0]?.signal.aborted).to.be.true;
    expect(told(events)).to.deep.equal(['kyc-start', 'guidance>requesting', 'requesting>checking', 'checking>guidance']);
  });

  it('makes a session that comes late count for nothing', async () => {
    const late = held();
    const endpoint = scriptEndpoint({ post: [late.reply] });
    const element = await mountIn('guidance');
    void element.start();
    await eventually(() => endpoint.posts.length === 1, 'the exchange');
    element.onboardingId = 'US_2';
    await reach(element, 'guidance');
    late.release(json({ sessionUrl: 'https://magic.veriff.me/v/late' }));
    await settle();
    expect(element.state).to.equal('guidance');
    expect(document.querySelector('dialog')).to.be.null;
  });

  it('aborts a read that is under way, and its answer counts for nothing', async () => {
    const late = held();
    const endpoint = scriptEndpoint({ get: [late.reply, says('UNVERIFIED')] });
    const element = await mountIn('checking');
    element.onboardingId = 'US_2';
    await reach(element, 'guidance');
    expect(endpoint.gets[0]?.signal.aborted).to.be.true;
    late.release(says('VERIFIED'));
    await settle();
    expect(element.state).to.equal('guidance');
  });

  for (const [name, change] of [['onboarding-id', 'US_2'], ['endpoint', '/kyc-test?2'], ['reverify', '']] as const) {
    it(`of ${name} closes Veriff, without kyc-canceled`, async () => {
      scriptEndpoint();
      const element = await mountIn('guidance');
      await openFrame(element);
      const events = record(element);
      element.setAttribute(name, change);
      await reach(element, 'guidance');
      expect(document.querySelector('dialog')).to.be.null;
      expect(told(events)).to.deep.equal(['verifying>checking', 'checking>guidance']);
    });
  }

  for (const [name, change] of [['poll-interval', '9'], ['credentials', 'omit'], ['region', 'us'], ['documents', 'passport'], ['continue-url', '/x'], ['lang', 'de']] as const) {
    it(`of ${name} leaves Veriff open`, async () => {
      scriptEndpoint();
      const element = await mountIn('guidance');
      const { node } = await openFrame(element);
      element.setAttribute(name, change);
      await element.updateComplete;
      await settle();
      expect(element.state).to.equal('verifying');
      expect(node.isConnected).to.be.true;
    });
  }

  it('forgets what the former id had been told', async () => {
    scriptEndpoint({ get: [says('VERIFIED'), silent] });
    const element = await mountIn('verified');
    element.onboardingId = 'US_2';
    await reach(element, 'checking');
    expect(element.verificationState).to.be.undefined;
  });
});
