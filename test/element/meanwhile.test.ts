import { expect } from '@open-wc/testing';
import { onCleanup } from '../helpers/element-cleanup.js';
import { says, scriptEndpoint } from '../helpers/element-endpoint.js';
import { create, mountIn, place, reach, record, told } from '../helpers/element-fixture.js';
import { openFrame } from '../helpers/element-frame.js';
import { hasFocus, part, words } from '../helpers/element-parts.js';
import { eventually, settle } from '../helpers/element-time.js';

describe('what the page does meanwhile', () => {
  function visit(url: string): void {
    const before = location.href;
    history.replaceState(null, '', url);
    onCleanup(() => history.replaceState(null, '', before));
  }

  it('what it sets before it starts, in the same task, is what is started with', async () => {
    const endpoint = scriptEndpoint();
    const fresh = await mountIn('idle', { 'onboarding-id': null });
    const other = await mountIn('guidance');
    for (const element of [fresh, other]) {
      const events = record(element);
      element.onboardingId = 'US_new';
      await element.start();
      expect(element.state).to.equal('verifying');
      expect(events.find(({ type }) => type === 'kyc-start')?.detail.onboardingId).to.equal('US_new');
      element.close();
      await eventually(() => element.state === 'guidance', 'closed');
    }
    expect(endpoint.posts.map(({ body }) => JSON.parse(body) as unknown)).to.deep.equal([{ onboardingId: 'US_new' }, { onboardingId: 'US_new' }]);
  });

  it('a start that it takes back in the same task opens nothing, however often', async () => {
    const endpoint = scriptEndpoint();
    const element = await mountIn('guidance');
    for (let turn = 0; turn < 3; turn++) {
      void element.start();
      element.close();
    }
    await settle();
    expect(element.state).to.equal('guidance');
    expect(endpoint.posts).to.have.length(0);
  });

  it('an address that is cleaned of the id does not end the verification that the id began', async () => {
    visit('?kyc=US_9');
    scriptEndpoint();
    const element = await mountIn('guidance', { 'onboarding-id': null, 'onboarding-id-from': 'query:kyc' });
    await openFrame(element);
    history.replaceState(null, '', location.pathname);
    element.region = 'us';
    await element.updateComplete;
    expect(element.state).to.equal('verifying');
  });

  it('a page that moves to another address does not end a verification with a relative endpoint', async () => {
    visit('/');
    scriptEndpoint();
    const element = await mountIn('guidance', { endpoint: 'kyc-test' });
    await openFrame(element);
    history.replaceState(null, '', '/step/4/');
    element.region = 'us';
    await element.updateComplete;
    expect(element.state).to.equal('verifying');
  });

  it('an element that a handler removes before its exchange spends no session', async () => {
    const endpoint = scriptEndpoint();
    for (const name of ['kyc-start', 'kyc-state-change'] as const) {
      const element = await mountIn('guidance');
      element.addEventListener(name, () => element.remove());
      await element.start();
      await settle();
    }
    expect(endpoint.posts).to.have.length(0);
  });

  it('a slotted control that goes away with its screen gives the focus to the heading', async () => {
    const endpoint = scriptEndpoint();
    const element = create();
    element.innerHTML = '<input type="checkbox" slot="consent" aria-label="I agree">';
    place(element);
    await reach(element, 'guidance');
    element.querySelector('input')?.focus();
    endpoint.answerGet(says('VERIFIED'));
    await element.checkStatus();
    await element.updateComplete;
    expect(hasFocus(part(element, 'status-title'))).to.be.true;
  });

  it('start() in the same task in which the element comes onto the page is heard', async () => {
    const endpoint = scriptEndpoint();
    const element = place(create());
    await element.start();
    expect(endpoint.posts).to.have.length(1);
    expect(element.state).to.equal('verifying');
  });

  it('start() in a preview of a busy state settles', async () => {
    const element = await mountIn('checking', { preview: 'checking' });
    await element.start();
    element.preview = 'requesting';
    await element.updateComplete;
    await element.start();
    expect(element.state).to.equal('requesting');
  });

  it('a check that fails while Veriff is open is told by a line', async () => {
    const endpoint = scriptEndpoint();
    const element = await mountIn('guidance');
    await openFrame(element);
    endpoint.answerGet(() => Promise.reject(new TypeError('Failed to fetch')));
    await element.checkStatus();
    await element.updateComplete;
    expect(element.state).to.equal('verifying');
    expect(words(element)).to.contain('We couldn’t check just now');
  });

  it('a rejected user may try again as soon as the server says so', async () => {
    const endpoint = scriptEndpoint({ get: [says('REJECTED', { retryAt: new Date(Date.now() + 3_600_000).toISOString() })] });
    const element = await mountIn('rejected');
    const events = record(element);
    await element.start();
    expect(endpoint.posts).to.have.length(0);
    endpoint.answerGet(says('REJECTED'));
    await element.checkStatus();
    await element.start();
    expect(endpoint.posts).to.have.length(1);
    expect(told(events)).not.to.include('kyc-rejected');
  });

  it('a user who is verified already is not led through the whole check', async () => {
    const endpoint = scriptEndpoint({ get: [() => Promise.reject(new TypeError('Failed to fetch')), says('VERIFIED')] });
    const element = await mountIn('guidance', { 'poll-interval': '1' });
    const events = record(element);
    await element.start();
    await reach(element, 'verified');
    expect(told(events)).to.include('kyc-verified');
    expect(endpoint.posts).to.have.length(1);
  });
});
