import { expect } from '@open-wc/testing';
import { onCleanup } from '../helpers/element-cleanup.js';
import { scriptEndpoint, refuses, says } from '../helpers/element-endpoint.js';
import { mount, mountIn, record, warnings } from '../helpers/element-fixture.js';
import { eventually, settle } from '../helpers/element-time.js';
import { openFrame } from '../helpers/element-frame.js';

/** The page's own query, until the test ends. */
function setQuery(query: string): void {
  const { href } = location;
  history.replaceState(history.state, '', query);
  onCleanup(() => history.replaceState(history.state, '', href));
}

function setStored(key: string, value: string): void {
  sessionStorage.setItem(key, value);
  onCleanup(() => sessionStorage.removeItem(key));
}

describe('onboarding-id', () => {
  const odd = ['US_100a99cf-f4d3-4fa1-9be9-2e9828b20ebb', 'a&reverify=true', 'a b+c', '../../x?y#z', '100 %', 'ключ-🔑', '<script>', '"\\'];
  for (const id of odd) {
    it(`${id} arrives at the endpoint as it is`, async () => {
      const endpoint = scriptEndpoint();
      const element = await mountIn('guidance', { 'onboarding-id': id });
      await openFrame(element);
      expect([...endpoint.gets[0]!.url.searchParams]).to.deep.equal([['onboardingId', id]]);
      expect(JSON.parse(endpoint.posts[0]!.body)).to.deep.equal({ onboardingId: id });
      expect(endpoint.posts[0]!.headers.get('content-type')).to.equal('application/json');
    });
  }

  it('with half a surrogate pair is sent, and breaks nothing', async () => {
    const endpoint = scriptEndpoint();
    const element = await mountIn('guidance', {}, { onboardingId: 'US_\ud83d_\udd11' });
    await openFrame(element);
    expect(endpoint.gets[0]?.url.search).to.equal('?onboardingId=US_%EF%BF%BD_%EF%BF%BD');
    expect(endpoint.posts).to.have.length(1);
  });

  it('longer than 1024 characters is a configuration error, and is not sent', async () => {
    const endpoint = scriptEndpoint();
    const element = await mountIn('failed', { 'onboarding-id': 'x'.repeat(1025) });
    expect(element.error?.code).to.equal('configuration');
    expect(endpoint.calls).to.have.length(0);
  });

  it('of a kind that is no text counts as missing', async () => {
    scriptEndpoint();
    const element = await mount({}, { onboardingId: Object(42) as string });
    expect(element.state).to.equal('idle');
  });
});

describe('onboarding-id-from', () => {
  it('query:NAME reads the id from the address of the page', async () => {
    const endpoint = scriptEndpoint();
    setQuery('?kyc=US_q%201&other=2');
    await mountIn('guidance', { 'onboarding-id': null, 'onboarding-id-from': 'query:kyc' });
    expect(endpoint.gets[0]?.url.searchParams.get('onboardingId')).to.equal('US_q 1');
  });

  it('session-storage:KEY reads the id from there', async () => {
    const endpoint = scriptEndpoint();
    setStored('flow:id', 'US_s');
    await mountIn('guidance', { 'onboarding-id': null, 'onboarding-id-from': 'session-storage:flow:id' });
    expect(endpoint.gets[0]?.url.searchParams.get('onboardingId')).to.equal('US_s');
  });

  it('yields to onboarding-id', async () => {
    const endpoint = scriptEndpoint();
    setStored('id', 'US_s');
    await mountIn('guidance', { 'onboarding-id': 'US_own', 'onboarding-id-from': 'session-storage:id' });
    expect(endpoint.gets[0]?.url.searchParams.get('onboardingId')).to.equal('US_own');
  });

  it('is said in the events as the id', async () => {
    scriptEndpoint({ get: [says('VERIFIED')] });
    setStored('id', 'US_s');
    const events = record(document);
    await mountIn('verified', { 'onboarding-id': null, 'onboarding-id-from': 'session-storage:id' });
    expect(events.map(({ detail }) => detail.onboardingId)).to.deep.equal(['US_s', 'US_s', 'US_s']);
  });

  for (const source of ['query:absent', 'session-storage:absent', 'cookie:id', 'query:', 'query', ':x']) {
    it(`${source} gives no id, so the element is idle`, async () => {
      const endpoint = scriptEndpoint();
      const element = await mount({ 'onboarding-id': null, 'onboarding-id-from': source });
      expect(element.state).to.equal('idle');
      expect(endpoint.calls).to.have.length(0);
      await settle();
      expect(warnings).to.have.length(1);
    });
  }
});

describe('endpoint', () => {
  it('keeps its own query, for reads and for the exchange', async () => {
    const endpoint = scriptEndpoint();
    const element = await mountIn('guidance', { endpoint: '/kyc-test?partner=7&a=%20b', 'onboarding-id': 'US_1' });
    await openFrame(element);
    expect(endpoint.gets[0]?.url.search).to.equal('?partner=7&a=%20b&onboardingId=US_1');
    expect(endpoint.posts[0]?.url.search).to.equal('?partner=7&a=%20b');
  });

  it('without its fragment is asked', async () => {
    const endpoint = scriptEndpoint();
    await mountIn('guidance', { endpoint: '/kyc-test#part' });
    expect(endpoint.gets[0]?.url.href).to.equal(`${location.origin}/kyc-test?onboardingId=US_1`);
  });

  it('resolves against the page, also where the page has a base', async () => {
    const endpoint = scriptEndpoint();
    const base = document.createElement('base');
    base.href = '/deep/er/page';
    document.head.append(base);
    onCleanup(() => base.remove());
    await mountIn('guidance', { endpoint: '../../kyc-test' });
    expect(endpoint.gets[0]?.url.pathname).to.equal('/kyc-test');
  });
});

describe('reverify', () => {
  it('needs no onboarding id and sends none', async () => {
    const endpoint = scriptEndpoint();
    const element = await mountIn('guidance', { 'onboarding-id': null, reverify: '' });
    await openFrame(element);
    expect([...endpoint.gets[0]!.url.searchParams]).to.deep.equal([['reverify', 'true']]);
    expect(JSON.parse(endpoint.posts[0]!.body)).to.deep.equal({ reverify: true });
  });

  it('sends no onboarding id that stands there all the same, and says none', async () => {
    const endpoint = scriptEndpoint({ get: [says('VERIFIED')] });
    const events = record(document);
    await mountIn('verified', { 'onboarding-id': 'US_1', reverify: '' });
    expect(endpoint.gets[0]?.url.search).to.equal('?reverify=true');
    expect(events.every(({ detail }) => detail.onboardingId === '')).to.be.true;
  });

  it('lets a verified user start', async () => {
    const endpoint = scriptEndpoint({ get: [says('VERIFIED')] });
    const element = await mountIn('verified', { reverify: '' });
    await openFrame(element);
    expect(endpoint.posts).to.have.length(1);
  });

  it('where it is not, a verified user can start nothing', async () => {
    const endpoint = scriptEndpoint({ get: [says('VERIFIED')] });
    const element = await mountIn('verified');
    await element.start();
    expect(element.state).to.equal('verified');
    expect(endpoint.posts).to.have.length(0);
  });

  it('exchanges anew after a cancel, since its sessions are for one use', async () => {
    const endpoint = scriptEndpoint();
    const element = await mountIn('guidance', { reverify: '' });
    (await openFrame(element)).say('CANCELED');
    await eventually(() => element.state === 'guidance', 'guidance');
    await openFrame(element);
    expect(endpoint.posts).to.have.length(2);
  });

  it('says that the user is no longer signed in where the endpoint does', async () => {
    scriptEndpoint({ get: [refuses(401)] });
    const element = await mountIn('failed', { reverify: '' });
    expect(element.error?.code).to.equal('unauthorized');
  });
});
