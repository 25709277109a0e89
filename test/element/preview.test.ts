import { expect } from '@open-wc/testing';
import { STATES, arriveIn } from '../helpers/element-arrivals.js';
import { scriptEndpoint } from '../helpers/element-endpoint.js';
import { mount, mountIn, reach, record, told, warnings } from '../helpers/element-fixture.js';
import { part, words } from '../helpers/element-parts.js';
import { holdTime, settle } from '../helpers/element-time.js';

describe('preview', () => {
  for (const state of STATES) {
    it(`shows ${state} without a request, a warning, or an event but the change of state`, async () => {
      const endpoint = scriptEndpoint();
      const events = record(document);
      const element = await mount({ preview: state, 'onboarding-id': null, endpoint: null });
      expect(element.state).to.equal(state);
      expect(part(element, 'base').dataset['state']).to.equal(state);
      expect(words(element)).not.to.equal('');
      expect(told(events)).to.deep.equal(state === 'idle' ? [] : [`idle>${state}`]);
      expect(endpoint.calls).to.have.length(0);
      await settle();
      expect(warnings).to.deep.equal([]);
    });

    it(`of ${state} answers no method and no button`, async () => {
      const endpoint = scriptEndpoint();
      const element = await mount({ preview: state });
      const events = record(element);
      void element.start();
      void element.checkStatus();
      element.close();
      for (const button of element.shadowRoot?.querySelectorAll('button') ?? []) button.click();
      await settle();
      expect(element.state).to.equal(state);
      expect(told(events)).to.deep.equal([]);
      expect(endpoint.calls).to.have.length(0);
      expect(document.querySelector('dialog')).to.be.null;
    });
  }

  it('goes through all states one after the other', async () => {
    const endpoint = scriptEndpoint();
    const element = await mount({ preview: 'idle' });
    const events = record(element);
    for (const state of STATES.slice(1)) {
      element.preview = state;
      await element.updateComplete;
    }
    expect(told(events)).to.deep.equal(STATES.slice(1).map((state, index) => `${STATES[index] ?? ''}>${state}`));
    expect(endpoint.calls).to.have.length(0);
  });

  it('stays, however long it is looked at', async () => {
    const time = holdTime();
    const endpoint = scriptEndpoint();
    const elements = await Promise.all(STATES.map((preview) => mount({ preview })));
    await time.advance(25 * 3_600_000);
    expect(elements.map(({ state }) => state)).to.deep.equal(STATES);
    expect(endpoint.calls).to.have.length(0);
  });

  for (const state of ['checking', 'guidance', 'requesting', 'verifying', 'reviewing', 'failed'] as const) {
    it(`tears a flow in ${state} down`, async () => {
      const { element, endpoint } = await arriveIn(state);
      const events = record(element);
      element.preview = 'verified';
      await reach(element, 'verified');
      await settle();
      expect(told(events)).to.deep.equal([`${state}>verified`]);
      expect(endpoint.calls.every(({ signal }) => signal.aborted)).to.be.true;
      expect(document.querySelector('dialog')).to.be.null;
      expect(element.verificationState).to.be.undefined;
    });
  }

  it('that is left begins at checking', async () => {
    const endpoint = scriptEndpoint();
    const element = await mount({ preview: 'rejected' });
    const events = record(element);
    element.removeAttribute('preview');
    await reach(element, 'guidance');
    expect(told(events)).to.deep.equal(['rejected>checking', 'checking>guidance']);
    expect(endpoint.gets).to.have.length(1);
  });

  it('that is left without a configuration is idle', async () => {
    const element = await mount({ preview: 'rejected', endpoint: null });
    element.preview = '';
    await reach(element, 'idle');
  });

  it('is not disturbed by a change of configuration', async () => {
    const endpoint = scriptEndpoint();
    const element = await mount({ preview: 'expired' });
    element.onboardingId = 'US_2';
    await element.updateComplete;
    expect(element.state).to.equal('expired');
    expect(endpoint.calls).to.have.length(0);
  });

  it('of failed shows an error and says none', async () => {
    const element = await mountIn('failed', { preview: 'failed' });
    expect(part(element, 'error-code').textContent).not.to.equal('');
  });
});
