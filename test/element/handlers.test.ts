import { expect } from '@open-wc/testing';
import { arriveIn } from '../helpers/element-arrivals.js';
import { onCleanup } from '../helpers/element-cleanup.js';
import { refuses, says, scriptEndpoint, silent } from '../helpers/element-endpoint.js';
import { EVENT_NAMES, checkUntil, create, place, reach, record, told } from '../helpers/element-fixture.js';
import { frameOf, openFrame } from '../helpers/element-frame.js';
import { beWarnedOf } from '../helpers/element-surroundings.js';
import { eventually, settle } from '../helpers/element-time.js';

/** Errors of the page's own handlers, which are expected here, kept from failing the test. */
function expectErrors(): unknown[] {
  const errors: unknown[] = [];
  const { onerror } = window;
  window.onerror = (_message, _source, _line, _column, error) => {
    errors.push(error);
    return true;
  };
  onCleanup(() => (window.onerror = onerror));
  return errors;
}

describe('a handler that throws', () => {
  it('disturbs nothing, whichever event it is for', async () => {
    const errors = expectErrors();
    const endpoint = scriptEndpoint();
    const element = create();
    for (const name of EVENT_NAMES) {
      element.addEventListener(name, () => {
        // Without a stack: the console repeats each.
        throw Object.assign(new Error(name), { stack: `expected fault in ${name}` });
      });
    }
    place(element);
    await reach(element, 'guidance');
    const frame = await openFrame(element);
    endpoint.answerGet(says('PENDING'));
    frame.say('SUBMITTED');
    frame.say('FINISHED');
    await reach(element, 'reviewing');
    endpoint.answerGet(says('VERIFIED'));
    await checkUntil(element, 'verified');
    expect(errors.length).to.be.at.least(9);
  });
});

describe('a handler that removes the element', () => {
  for (const name of ['kyc-start', 'kyc-state-change', 'kyc-opened', 'kyc-submitted'] as const) {
    it(`at ${name} leaves nothing behind`, async () => {
      const { element, endpoint } = await arriveIn('guidance');
      element.addEventListener(name, () => element.remove());
      void element.start();
      if (name === 'kyc-opened' || name === 'kyc-submitted') {
        const frame = await frameOf(element);
        frame.say('HANDSHAKE');
        frame.say('SUBMITTED');
      }
      await eventually(() => !element.isConnected, 'the removal');
      await settle();
      expect(element.state).to.equal('idle');
      expect(document.querySelector('dialog')).to.be.null;
      expect(endpoint.calls.every(({ signal }) => signal.aborted)).to.be.true;
    });
  }

  it('at kyc-verified hears no second one when it comes back', async () => {
    scriptEndpoint({ get: [says('VERIFIED')] });
    const element = place(create());
    const events = record(element);
    element.addEventListener('kyc-verified', () => element.remove(), { once: true });
    await eventually(() => !element.isConnected, 'the removal');
    await settle();
    expect(told(events)).to.deep.equal(['idle>checking', 'checking>verified', 'kyc-verified']);
  });
});

describe('a handler that starts', () => {
  it('at kyc-start begins no second attempt', async () => {
    const { element, endpoint } = await arriveIn('guidance');
    const events = record(element);
    element.addEventListener('kyc-start', () => void element.start());
    await element.start();
    expect(element.state).to.equal('verifying');
    expect(endpoint.posts).to.have.length(1);
    expect(told(events).filter((name) => name.includes('>'))).to.deep.equal(['guidance>requesting', 'requesting>verifying']);
  });

  it('as soon as guidance is reached is heard', async () => {
    const endpoint = scriptEndpoint();
    const element = create();
    element.addEventListener('kyc-state-change', ({ detail }) => {
      if (detail.state === 'guidance') void element.start();
    });
    const events = record(element);
    place(element);
    await reach(element, 'verifying');
    expect(told(events)).to.deep.equal(['idle>checking', 'checking>guidance', 'kyc-start', 'guidance>requesting', 'requesting>verifying']);
    expect(endpoint.posts).to.have.length(1);
  });

  it('at kyc-canceled reopens the same session', async () => {
    const { element, endpoint } = await arriveIn('guidance');
    element.addEventListener('kyc-canceled', () => void element.start(), { once: true });
    const frame = await openFrame(element);
    const events = record(element);
    frame.say('CANCELED');
    await eventually(() => events.length === 5, 'the next start');
    expect(told(events)).to.deep.equal(['verifying>guidance', 'kyc-canceled', 'kyc-start', 'guidance>requesting', 'requesting>verifying']);
    expect(endpoint.posts).to.have.length(1);
    expect(document.querySelectorAll('.kyc-verification-dialog')).to.have.length(1);
  });

  it('at kyc-error or in face of a warning can still be stopped', async () => {
    beWarnedOf('camera-missing');
    const { element, endpoint } = await arriveIn('guidance');
    // One that goes on whatever happens.
    element.addEventListener('kyc-state-change', ({ detail }) => {
      if (detail.state === 'guidance' && detail.previousState === 'requesting') void element.start();
    });
    element.addEventListener('kyc-error', () => void element.start(), { once: true });
    endpoint.answerPost(refuses(404), silent);
    void element.start();
    await eventually(() => endpoint.posts.length === 2, 'the second exchange');
    element.remove();
    await settle();
    expect(endpoint.posts[1]?.signal.aborted).to.be.true;
  });

  it('at kyc-verified has no effect', async () => {
    const endpoint = scriptEndpoint({ get: [says('VERIFIED')] });
    const element = create();
    element.addEventListener('kyc-verified', () => void element.start());
    place(element);
    await reach(element, 'verified');
    await settle();
    expect(element.state).to.equal('verified');
    expect(endpoint.posts).to.have.length(0);
  });
});

describe('a handler that does something else', () => {
  it('closes while a session is asked for: the request is aborted', async () => {
    const { element, endpoint } = await arriveIn('guidance');
    element.addEventListener('kyc-state-change', ({ detail }) => {
      if (detail.state === 'requesting') element.close();
    });
    const events = record(element);
    await element.start();
    expect(told(events)).to.deep.equal(['kyc-start', 'guidance>requesting', 'requesting>guidance']);
    await settle();
    expect(endpoint.posts.every(({ signal }) => signal.aborted)).to.be.true;
    expect(element.state).to.equal('guidance');
  });

  it('checks the status at each verdict: the verdict is told once', async () => {
    scriptEndpoint({ get: [says('REJECTED', { updatedAt: '2026-01-01T00:00:00Z' })] });
    const element = create();
    const events = record(element);
    element.addEventListener('kyc-rejected', () => void element.checkStatus());
    place(element);
    await reach(element, 'rejected');
    await settle();
    expect(told(events)).to.deep.equal(['idle>checking', 'checking>rejected', 'kyc-rejected']);
  });

  it('gives the next id at the verdict: the next one is read', async () => {
    const endpoint = scriptEndpoint({ get: [says('VERIFIED'), says('UNVERIFIED')] });
    const element = create();
    element.addEventListener('kyc-verified', () => (element.onboardingId = 'US_2'));
    const events = record(element);
    place(element);
    await reach(element, 'guidance');
    expect(told(events)).to.deep.equal(['idle>checking', 'checking>verified', 'kyc-verified', 'verified>checking', 'checking>guidance']);
    expect(events.at(-1)?.detail.onboardingId).to.equal('US_2');
    expect(endpoint.gets).to.have.length(2);
  });

  it('sees the detail of each event as it was, whatever came after it', async () => {
    const { element } = await arriveIn('guidance');
    const states: string[] = [];
    element.addEventListener('kyc-state-change', ({ detail }) => {
      if (detail.state === 'requesting') element.close();
      states.push(`${detail.previousState}>${detail.state}`);
    });
    await element.start();
    expect(states).to.deep.equal(['guidance>requesting', 'requesting>guidance']);
  });
});
