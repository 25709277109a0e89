import { expect } from '@open-wc/testing';
import { STATES, arriveIn } from '../helpers/element-arrivals.js';
import { says, scriptEndpoint } from '../helpers/element-endpoint.js';
import { create, mount, mountIn, reach } from '../helpers/element-fixture.js';
import { part } from '../helpers/element-parts.js';
import { eventually } from '../helpers/element-time.js';
import type { KycVerificationElement } from '../../src/index.js';

const BUSY: readonly string[] = ['checking', 'requesting'];
const FINAL: readonly string[] = ['verified', 'rejected'];
const customStates = (element: KycVerificationElement): string[] =>
  [...STATES, 'busy', 'final'].filter((name) => element.matches(`:state(${name})`));

describe('each state', () => {
  for (const state of STATES) {
    it(`${state} is state, :state(${state}) alone, and data-state`, async () => {
      const { element } = await arriveIn(state);
      const groups = [...(BUSY.includes(state) ? ['busy'] : []), ...(FINAL.includes(state) ? ['final'] : [])];
      expect(element.state).to.equal(state);
      expect(customStates(element)).to.deep.equal([state, ...groups]);
      expect(part(element, 'base').dataset['state']).to.equal(state);
    });
  }

  it('an element that was never on a page is idle', () => {
    const element = create();
    expect(element.state).to.equal('idle');
    expect(customStates(element)).to.deep.equal(['idle']);
    expect(element.verificationState).to.be.undefined;
    expect(element.error).to.be.null;
  });

  it('is set before its event, with its custom state', async () => {
    scriptEndpoint();
    const element = await mount();
    const seen: unknown[] = [];
    element.addEventListener('kyc-state-change', ({ detail }) => seen.push([detail.state, element.state, element.matches(`:state(${detail.state})`)]));
    await reach(element, 'guidance');
    expect(seen).to.deep.equal([['guidance', 'guidance', true]]);
  });

  it('paints guidance while nothing has loaded yet', async () => {
    const { element } = await arriveIn('checking');
    expect(part(element, 'start-button').ariaBusy).to.equal('true');
    expect(part(element, 'tips').checkVisibility()).to.be.true;
  });
});

describe('the read-only properties', () => {
  const answers = ['UNVERIFIED', 'PENDING', 'VERIFIED', 'REJECTED', 'RESUBMISSION_REQUESTED', 'EXPIRED'];
  for (const answer of answers) {
    it(`verificationState is ${answer} once the server has said so`, async () => {
      scriptEndpoint({ get: [says(answer)] });
      const element = await mount();
      await eventually(() => element.verificationState !== undefined, 'an answer');
      expect(element.verificationState).to.equal(answer);
    });
  }

  for (const answer of [undefined, null, 'SOMETHING_NEW', 'verified', ' VERIFIED', 7, ['VERIFIED']]) {
    it(`verificationState stays undefined, and the state guidance, where the server says ${JSON.stringify(answer)}`, async () => {
      scriptEndpoint({ get: [says(answer)] });
      const element = await mountIn('guidance');
      expect(element.verificationState).to.be.undefined;
    });
  }

  for (const name of ['state', 'verificationState', 'error']) {
    it(`${name} can’t be set`, async () => {
      const { element } = await arriveIn('guidance');
      expect(() => Object.assign(element, { [name]: 'verified' })).to.throw(TypeError);
      expect(element.state).to.equal('guidance');
    });
  }

  it('error is frozen, and null again in the next state', async () => {
    const { element, endpoint } = await arriveIn('failed');
    expect(element.error).to.be.frozen;
    expect(element.error?.code).to.equal('onboarding-not-found');
    endpoint.answerGet(says('UNVERIFIED'));
    await element.checkStatus();
    expect(element.state).to.equal('guidance');
    expect(element.error).to.be.null;
  });
});
