import { expect } from '@open-wc/testing';
import { arriveIn } from '../helpers/element-arrivals.js';
import { says, scriptEndpoint } from '../helpers/element-endpoint.js';
import { checkUntil, create, mountIn, place, reach, record, told } from '../helpers/element-fixture.js';
import { openFrame } from '../helpers/element-frame.js';
import { settle } from '../helpers/element-time.js';

describe('kyc-state-change', () => {
  it('is said for each change, each beginning where the last one ended', async () => {
    const endpoint = scriptEndpoint();
    const events = record(document);
    const element = await mountIn('guidance');
    const frame = await openFrame(element);
    frame.say('STARTED');
    frame.say('SUBMITTED');
    frame.say('FINISHED');
    await reach(element, 'reviewing');
    endpoint.answerGet(says('REJECTED'));
    await checkUntil(element, 'rejected');
    const changes = events.filter((event) => event.type === 'kyc-state-change').map(({ detail }) => detail);
    expect(changes.map(({ state }) => state)).to.deep.equal(['checking', 'guidance', 'requesting', 'verifying', 'reviewing', 'rejected']);
    expect(changes.map(({ previousState }) => previousState)).to.deep.equal(['idle', ...changes.slice(0, -1).map(({ state }) => state)]);
  });

  it('comes before what the state is about', async () => {
    const { element } = await arriveIn('verifying');
    const events = record(element);
    element.close();
    expect(told(events)).to.deep.equal(['verifying>guidance', 'kyc-canceled']);
  });
});

describe('kyc-start', () => {
  it('that is prevented stays in the present state, and asks for nothing', async () => {
    const { element, endpoint } = await arriveIn('guidance');
    element.addEventListener('kyc-start', (event) => event.preventDefault());
    const events = record(element);
    await element.start();
    expect(element.state).to.equal('guidance');
    expect(told(events)).to.deep.equal(['kyc-start']);
    expect(endpoint.posts).to.have.length(0);
  });

  it('can be prevented further up the page', async () => {
    scriptEndpoint();
    const parent = place(document.createElement('section'));
    parent.addEventListener('kyc-start', (event) => event.preventDefault());
    const element = place(create(), parent);
    await reach(element, 'guidance');
    await element.start();
    expect(element.state).to.equal('guidance');
  });

  it('that was prevented once leaves the next start free', async () => {
    const { element } = await arriveIn('guidance');
    element.addEventListener('kyc-start', (event) => event.preventDefault(), { once: true });
    await element.start();
    await openFrame(element);
  });
});

describe('the frame’s words', () => {
  it('are told in order, each once, however often they are said', async () => {
    const endpoint = scriptEndpoint({ get: [says('UNVERIFIED')] });
    const element = await mountIn('guidance');
    const events = record(element);
    const frame = await openFrame(element);
    for (const word of ['HANDSHAKE', 'STARTED', 'SUBMITTED', 'SUBMITTED', 'STARTED', 'SUBMITTED', 'FINISHED'] as const) frame.say(word);
    await reach(element, 'reviewing');
    endpoint.answerGet(says('PENDING'));
    await element.checkStatus();
    await element.checkStatus();
    expect(told(events)).to.deep.equal([
      ...['kyc-start', 'guidance>requesting', 'requesting>verifying', 'kyc-opened', 'kyc-submitted'],
      ...['verifying>reviewing', 'kyc-pending'],
    ]);
  });

  it('CANCELED before a submission is a cancel', async () => {
    const { element } = await arriveIn('guidance');
    const frame = await openFrame(element);
    const events = record(element);
    frame.say('CANCELED');
    await reach(element, 'guidance');
    expect(told(events)).to.deep.equal(['verifying>guidance', 'kyc-canceled']);
  });

  it('CANCELED after a submission is none', async () => {
    const { element } = await arriveIn('guidance');
    const frame = await openFrame(element);
    const events = record(element);
    frame.say('SUBMITTED');
    frame.say('CANCELED');
    await reach(element, 'reviewing');
    expect(told(events)).to.deep.equal(['kyc-submitted', 'verifying>reviewing']);
  });

  it('FINISHED alone counts as a submission', async () => {
    const { element } = await arriveIn('guidance');
    const frame = await openFrame(element);
    const events = record(element);
    frame.say('FINISHED');
    await reach(element, 'reviewing');
    expect(told(events)).to.deep.equal(['verifying>reviewing', 'kyc-submitted']);
  });

  it('lead to no verdict', async () => {
    const { element } = await arriveIn('guidance');
    const frame = await openFrame(element);
    frame.say('SUBMITTED');
    frame.say('FINISHED');
    await reach(element, 'reviewing');
    await settle();
    expect(element.state).to.equal('reviewing');
    expect(element.verificationState).to.equal('UNVERIFIED');
  });

  it('of a former attempt do not count in the next one', async () => {
    const { element } = await arriveIn('guidance');
    (await openFrame(element)).say('CANCELED');
    await reach(element, 'guidance');
    const events = record(element);
    (await openFrame(element)).say('FINISHED');
    await reach(element, 'reviewing');
    expect(told(events).filter((name) => name === 'kyc-opened' || name === 'kyc-submitted')).to.deep.equal(['kyc-opened', 'kyc-submitted']);
  });

  it('from another window than the frame count for nothing', async () => {
    const { element } = await arriveIn('verifying');
    const events = record(element);
    window.postMessage('VERIFF_FINISHED', '*');
    window.dispatchEvent(new MessageEvent('message', { data: 'VERIFF_CANCELED', origin: location.origin, source: window }));
    await settle();
    expect(element.state).to.equal('verifying');
    expect(told(events)).to.deep.equal([]);
  });
});
