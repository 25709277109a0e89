import { expect } from '@open-wc/testing';
import type { KycVerificationElement } from '../../src/index.js';
import { held, says, scriptEndpoint, session, type Reply, type ScriptedEndpoint } from '../helpers/element-endpoint.js';
import { mount, record, told, type KycEvent } from '../helpers/element-fixture.js';
import { frameOf } from '../helpers/element-frame.js';
import { has } from '../helpers/element-parts.js';
import { eventually, holdTime, settle, type HeldTime } from '../helpers/element-time.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const [T1, T2] = ['2026-01-01T10:00:00Z', '2026-01-01T10:05:00Z'];

interface Retry {
  readonly element: KycVerificationElement;
  readonly endpoint: ScriptedEndpoint;
  readonly time: HeldTime;
  /** What was told since the first verdict. */
  readonly events: KycEvent[];
  /** The frame says FINISHED, and from then on reads are answered so. */
  submit(...replies: Reply[]): Promise<void>;
}

/** A second attempt after a verdict, with Veriff open. */
async function retryAfter(...get: Reply[]): Promise<Retry> {
  const time = holdTime();
  const endpoint = scriptEndpoint({ get });
  const element = await mount();
  await time.advance(0);
  const events = record(element);
  void element.start();
  await eventually(() => element.state === 'verifying', 'verifying');
  const frame = await frameOf(element);
  return {
    element,
    endpoint,
    time,
    events,
    async submit(...replies) {
      // The read that the submission prompts must be sent after the frame has opened.
      await time.advance(1);
      endpoint.answerGet(...replies);
      frame.say('FINISHED');
      await eventually(() => element.state !== 'verifying', 'the submission is heard');
      await settle();
    },
  };
}

const verdictsOf = (events: readonly KycEvent[]): string[] => told(events).filter((name) => /^kyc-(verified|rejected|resubmission|expired)$/.test(name));

describe('the verdict after a retry', () => {
  it('that equals the former one with the same updatedAt is no news', async () => {
    const { element, time, events, submit } = await retryAfter(says('REJECTED', { updatedAt: T1 }));
    await submit(says('REJECTED', { updatedAt: T1 }));
    await time.advance(3 * HOUR);
    expect(element.state).to.equal('reviewing');
    expect(verdictsOf(events)).to.deep.equal([]);
  });

  it('that equals the former one with a newer updatedAt is news', async () => {
    const { element, events, submit } = await retryAfter(says('REJECTED', { updatedAt: T1 }));
    await submit(says('REJECTED', { updatedAt: T2 }));
    expect(element.state).to.equal('rejected');
    expect(verdictsOf(events)).to.deep.equal(['kyc-rejected']);
  });

  it('that equals the former one with an older updatedAt is no news', async () => {
    const { element, submit } = await retryAfter(says('REJECTED', { updatedAt: T2 }));
    await submit(says('REJECTED', { updatedAt: T1 }));
    expect(element.state).to.equal('reviewing');
  });

  it('that is another one is news without any updatedAt', async () => {
    const { element, events, submit } = await retryAfter(says('REJECTED'));
    await submit(says('VERIFIED'));
    expect(element.state).to.equal('verified');
    expect(verdictsOf(events)).to.deep.equal(['kyc-verified']);
  });

  it('that equals the former one is news without updatedAt once another state was seen in between', async () => {
    const { element, time, events, submit } = await retryAfter(says('REJECTED'));
    await submit(says('REJECTED'), says('PENDING'), says('REJECTED'));
    expect(element.state).to.equal('reviewing');
    await time.advance(MINUTE);
    expect(element.state).to.equal('rejected');
    expect(verdictsOf(events)).to.deep.equal(['kyc-rejected']);
  });

  it('that stays the same without updatedAt is said 60 min after the submission as kyc-stalled, unchanged', async () => {
    const { element, time, events, submit } = await retryAfter(says('REJECTED'));
    await submit(says('REJECTED'));
    await time.advance(59 * MINUTE);
    expect(told(events)).not.to.include('kyc-stalled');
    await time.advance(8 * MINUTE);
    expect(events.at(-1)?.detail).to.deep.include({ reason: 'unchanged', state: 'reviewing' });
    expect(has(element, 'check-button')).to.be.true;
    expect(has(element, 'retry-button')).to.be.true;
  }).timeout(30_000);

  it('that stays the same lets the user start again', async () => {
    const { element, time, endpoint, submit } = await retryAfter(says('REJECTED'));
    await submit(says('REJECTED'));
    await time.advance(67 * MINUTE);
    void element.start();
    await eventually(() => element.state === 'verifying', 'verifying');
    expect(endpoint.posts.length).to.be.at.least(1);
  }).timeout(30_000);

  it('that was read before the frame opened is what later ones are compared with', async () => {
    const time = holdTime();
    const beside = held();
    const endpoint = scriptEndpoint({ get: [held().reply] });
    const element = await mount();
    await time.advance(15_000);
    endpoint.answerGet(beside.reply);
    endpoint.answerPost(session());
    void element.start();
    await eventually(() => element.state === 'verifying', 'verifying');
    expect(endpoint.gets).to.have.length(2);
    beside.release(says('REJECTED'));
    await settle();
    expect(element.state).to.equal('verifying');
  });

  it('VERIFIED closes Veriff', async () => {
    const { element, endpoint, time } = await retryAfter(says('UNVERIFIED'));
    await time.advance(1);
    endpoint.answerGet(says('VERIFIED'));
    await element.checkStatus();
    expect(element.state).to.equal('verified');
    expect(document.querySelector('dialog')).to.be.null;
  });

  it('each attempt says one verdict, and the page load its own', async () => {
    const { element, events, submit } = await retryAfter(says('REJECTED'));
    await submit(says('PENDING'), says('VERIFIED'));
    await element.checkStatus();
    await element.checkStatus();
    expect(verdictsOf(events)).to.deep.equal(['kyc-verified']);
  });
});

describe('retryAt', () => {
  const rejectedFor = async (milliseconds: number): Promise<{ element: KycVerificationElement; time: HeldTime; endpoint: ScriptedEndpoint }> => {
    const time = holdTime();
    const endpoint = scriptEndpoint({ get: [says('REJECTED', { retryAt: new Date(Date.now() + milliseconds).toISOString() })] });
    const element = await mount();
    await time.advance(0);
    await element.updateComplete;
    return { element, time, endpoint };
  };

  it('holds the retry back until then', async () => {
    const { element, time, endpoint } = await rejectedFor(HOUR);
    expect(has(element, 'retry-button')).to.be.false;
    expect(has(element, 'check-button')).to.be.true;
    await element.start();
    expect(element.state).to.equal('rejected');
    expect(endpoint.posts).to.have.length(0);
    await time.advance(HOUR);
    expect(has(element, 'retry-button')).to.be.true;
  });

  it('far ahead holds the retry back for 24 h by this device’s clock', async () => {
    const { element, time } = await rejectedFor(30 * 24 * HOUR);
    await time.advance(24 * HOUR - 1);
    expect(has(element, 'retry-button')).to.be.false;
    await time.advance(1);
    expect(has(element, 'retry-button')).to.be.true;
  });

  it('in the past holds nothing back', async () => {
    const { element } = await rejectedFor(-HOUR);
    expect(has(element, 'retry-button')).to.be.true;
  });

  for (const odd of [null, 'tomorrow', 17, '9999999']) {
    it(`${JSON.stringify(odd)} holds nothing back`, async () => {
      scriptEndpoint({ get: [says('REJECTED', { retryAt: odd })] });
      const element = await mount();
      await eventually(() => has(element, 'retry-button'), 'the retry');
    });
  }
});
