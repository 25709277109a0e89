import { expect } from '@open-wc/testing';
import type { KycState, KycVerificationElement } from '../../src/index.js';
import { says, scriptEndpoint, type ScriptedEndpoint } from '../helpers/element-endpoint.js';
import { mountIn, reach, record, told } from '../helpers/element-fixture.js';
import { openFrame } from '../helpers/element-frame.js';
import { figure } from '../helpers/proof.js';
import { LongTime } from './long-time.js';

const DAY = 86_400_000;

interface Wait {
  readonly element: KycVerificationElement;
  readonly endpoint: ScriptedEndpoint;
  readonly time: LongTime;
}

/** Where a user may wait for a verdict that does not come. */
const WAITS: Readonly<Record<string, { readonly state: KycState; readonly says: string; readonly begin?: (element: KycVerificationElement) => Promise<void> }>> = {
  'after a submission': {
    state: 'reviewing',
    says: 'PENDING',
    begin: async (element) => {
      const frame = await openFrame(element);
      for (const word of ['STARTED', 'SUBMITTED', 'FINISHED'] as const) frame.say(word);
    },
  },
  'on a page loaded anew': { state: 'reviewing', says: 'PENDING' },
  'after a cancel': {
    state: 'guidance',
    says: 'PENDING',
    begin: async (element) => {
      (await openFrame(element)).say('CANCELED');
    },
  },
  'with Veriff open and silent': {
    state: 'verifying',
    says: 'PENDING',
    begin: async (element) => {
      (await openFrame(element)).say('STARTED');
    },
  },
};

async function begin(name: string, interval: string): Promise<Wait> {
  const { state, says: word, begin } = WAITS[name]!;
  const time = new LongTime();
  const endpoint = scriptEndpoint({ get: begin === undefined ? [says(word)] : [says('UNVERIFIED'), says(word)] });
  const element = await mountIn(begin === undefined ? state : 'guidance', { 'poll-interval': interval });
  await begin?.(element);
  await reach(element, state);
  await time.pass(0);
  time.forget();
  return { element, endpoint, time };
}

describe('24 h of waiting', function () {
  this.timeout(120_000);
  let mostReads = 0;
  let mostTimers = 0;
  let hiddenReads = 0;
  after(async () => {
    await figure('reads in 24 h of waiting', mostReads);
    await figure('timers at once in 24 h of waiting', mostTimers);
    await figure('reads of a hidden page in 24 h', hiddenReads);
  });

  for (const name of Object.keys(WAITS)) {
    for (const interval of ['1', '5', '60']) {
      it(`${name} takes at most 400 reads and one timer, with ${interval} s between reads at least`, async () => {
        const { element, endpoint, time } = await begin(name, interval);
        const before = endpoint.gets.length;
        await time.pass(DAY);
        const reads = endpoint.gets.length - before;
        mostReads = Math.max(mostReads, reads);
        mostTimers = Math.max(mostTimers, time.mostTimers);
        expect(reads).to.be.within(200, 400);
        expect(time.mostTimers, 'timers at once').to.equal(1);
        expect(element.state).to.equal(WAITS[name]?.state);
        expect(endpoint.posts.length, 'exchanges').to.equal(WAITS[name]?.begin === undefined ? 0 : 1);
      });
    }

    it(`${name} takes no read and no timer while nobody looks, and one when somebody does again`, async () => {
      const { element, endpoint, time } = await begin(name, '1');
      time.show(false);
      await time.pass(0);
      expect(time.timers, 'timers of a page that is being hidden').to.equal(0);
      const before = endpoint.gets.length;
      await time.pass(DAY);
      const reads = endpoint.gets.length - before;
      hiddenReads = Math.max(hiddenReads, reads);
      expect(reads, 'reads of a hidden page').to.equal(0);
      expect(time.timers, 'timers of a hidden page').to.equal(0);
      time.show(true);
      await time.pass(0);
      expect(endpoint.gets.length - before, 'reads at once').to.equal(1);
      expect(element.state).to.equal(WAITS[name]?.state);
    });
  }

  it('ends in no failure: it is said that reading rests, nothing waits any more, and Check now brings the verdict', async () => {
    const events = record(document);
    const { element, endpoint, time } = await begin('after a submission', '5');
    await time.pass(DAY + 3_600_000);
    const news = events.filter(({ type }) => /stalled|error|canceled/.test(type)).map(({ type, detail }) => [type, 'reason' in detail ? detail.reason : null]);
    expect(news).to.deep.equal([['kyc-stalled', 'deadline']]);
    expect(element.state).to.equal('reviewing');
    expect(time.timers).to.equal(0);
    const before = endpoint.gets.length;
    await time.pass(DAY);
    expect(endpoint.gets.length).to.equal(before);
    endpoint.answerGet(says('VERIFIED'));
    void element.checkStatus();
    await time.pass(0);
    expect(element.state).to.equal('verified');
    expect(told(events).filter((name) => name === 'kyc-verified')).to.have.length(1);
    expect(time.timers).to.equal(0);
  });
});
