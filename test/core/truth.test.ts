import { expect } from '@open-wc/testing';
import type { KycState, VerificationState } from '../../src/core/names.js';
import { FlowRunner } from '../helpers/flow-runner.js';
import * as flows from '../helpers/flows.js';

/** Contract, section 4, laws 1 to 5. */

const HINTS = ['handshake', 'started', 'submitted', 'finished', 'canceled'] as const;
const OUTCOMES: readonly KycState[] = ['verified', 'rejected', 'resubmission', 'expired'];

describe('law 1: only the endpoint’s answer leads to an outcome', () => {
  for (const first of HINTS) {
    for (const second of HINTS) {
      it(`${first} and ${second} from the frame lead to none`, () => {
        const flow = flows.inVerifying().hears(first, second);
        expect(OUTCOMES).not.to.include(flow.state);
        expect(flow.flow.verificationState).to.equal('UNVERIFIED');
      });
    }
  }

  for (const message of ['submitted', 'finished', 'canceled'] as const) {
    it(`${message} prompts a status read`, () => {
      expect(flows.inVerifying().hears(message).asked).to.include('read');
    });
  }

  it('a read that was under way before the submission does not stand in for the one that it prompts', () => {
    const read = flows.inVerifying().hears('submitted').effects.find(({ type }) => type === 'read');
    expect(read).to.deep.equal({ type: 'read', anew: true });
  });

  for (const [before, unlessTold] of [[[], undefined], [['submitted'], true]] as const) {
    it(`the end of the frame prompts one ${unlessTold ? 'only where no stream tells what came after the submission' : 'always, where it is the submission itself'}`, () => {
      const runner = flows.inVerifying().hears(...before);
      const read = runner.hears('finished').effects.find(({ type }) => type === 'read');
      expect(read).to.deep.equal({ type: 'read', anew: true, ...(unlessTold && { unlessTold }) });
    });
  }

  for (const state of ['idle', 'checking', 'guidance', 'requesting', 'reviewing', 'rejected', 'failed'] as const) {
    it(`a message of the frame in ${state} does nothing`, () => {
      const { flow } = flows.WAYS[state]();
      for (const message of HINTS) {
        const after = new FlowRunner();
        after.flow = flow;
        expect(after.hears(message).flow).to.equal(flow);
        expect(after.effects).to.deep.equal([]);
      }
    });
  }
});

describe('law 2: PENDING alone does not prove a submission', () => {
  const offersToGoOn = (flow: FlowRunner, state: KycState): void => {
    expect(flow.state).to.equal(state);
    expect(flow.canStart, 'can go on').to.equal(true);
    expect(flow.events).not.to.include.members(['kyc-pending']);
    expect(flow.events).not.to.include.members(['kyc-submitted']);
  };

  it('on a fresh load it is a review that can be continued', () => offersToGoOn(flows.inFreshReview(), 'reviewing'));

  it('on a fresh load whose first read was late it is one too', () =>
    offersToGoOn(new FlowRunner().configure().at(3).wake().at(4).reads('PENDING', { sentAt: 0 }), 'reviewing'));

  it('after a cancel it means that the user may continue', () =>
    offersToGoOn(flows.inVerifying().hears('canceled').at(101).reads('PENDING'), 'guidance'));

  it('while Veriff is open and nothing was sent it says nothing', () => {
    const flow = flows.inVerifying().reads('PENDING');
    expect([flow.state, ...flow.events]).to.deep.equal(['verifying', 'kyc-opened']);
  });

  it('UNVERIFIED later leads from a fresh review back to guidance', () => {
    expect(flows.inFreshReview().reads('UNVERIFIED').state).to.equal('guidance');
  });

  it('UNVERIFIED after our own submission is no news', () => {
    expect(flows.inReview().reads('UNVERIFIED').state).to.equal('reviewing');
  });

  it('after a submission it is confirmed by a read that was sent after it', () => {
    expect(flows.inReview().reads('PENDING', { sentAt: 81 }).events).to.include('kyc-pending');
  });

  it('after a submission it is not confirmed by a read that was sent before it', () => {
    expect(flows.inReview().reads('PENDING', { sentAt: 79 }).events).not.to.include('kyc-pending');
  });

  it('is confirmed while Veriff is still open, too', () => {
    const flow = flows.afterSubmitting().reads('PENDING');
    expect([flow.state, flow.events.at(-1)]).to.deep.equal(['verifying', 'kyc-pending']);
  });

  it('is no proof when the frame fails before anything was sent', () => {
    expect(flows.inVerifying().frameFails('frame-timeout').reads('PENDING').events).not.to.include('kyc-pending');
  });
});

describe('law 3: a word that is not known is no news', () => {
  for (const state of ['guidance', 'requesting', 'verifying', 'reviewing', 'verified', 'rejected', 'resubmission', 'expired', 'failed'] as const) {
    it(`in ${state} it changes neither the state nor what the server said`, () => {
      const flow = flows.WAYS[state]();
      const { verificationState } = flow.flow;
      flow.reads(null, { reasons: ['underage'], updatedAt: 99 });
      expect(flow.state).to.equal(state);
      expect(flow.flow.verificationState).to.equal(verificationState);
    });
  }
});

describe('law 4: the old verdict stays at the server', () => {
  const cases: readonly {
    readonly title: string;
    readonly baseline: number | null;
    readonly then: readonly (readonly [VerificationState, number | null])[];
    readonly to: KycState;
  }[] = [
    { title: 'repeated without `updatedAt` it is no news', baseline: null, then: [['REJECTED', null]], to: 'reviewing' },
    { title: 'repeated with the same `updatedAt` it is no news', baseline: 1, then: [['REJECTED', 1]], to: 'reviewing' },
    { title: 'repeated with an older `updatedAt` it is no news', baseline: 50, then: [['REJECTED', 1]], to: 'reviewing' },
    { title: 'with a newer `updatedAt` it is news', baseline: 1, then: [['REJECTED', 90]], to: 'rejected' },
    { title: 'after PENDING it is news', baseline: null, then: [['PENDING', null], ['REJECTED', null]], to: 'rejected' },
    { title: 'after UNVERIFIED it is news', baseline: 1, then: [['UNVERIFIED', 1], ['REJECTED', 1]], to: 'rejected' },
    { title: 'another verdict is news', baseline: null, then: [['VERIFIED', null]], to: 'verified' },
    { title: 'another verdict with an older `updatedAt` is news', baseline: 50, then: [['VERIFIED', 1]], to: 'verified' },
  ];
  for (const { title, baseline, then, to } of cases) {
    it(title, () => {
      const flow = flows.inReviewOfRetry(baseline);
      then.forEach(([state, updatedAt], turn) => flow.at(100 + turn).reads(state, { updatedAt }));
      expect(flow.state).to.equal(to);
    });
  }

  it('a read beside the exchange finds it where there was none yet', () => {
    const flow = new FlowRunner().configure().at(1).readFails('network').at(2).start();
    expect(flow.asked).to.include('read');
    flow.at(3).reads('REJECTED', { sentAt: 2 }).at(4).session().at(5).hears('finished');
    expect(flow.at(6).reads('REJECTED').state).to.equal('reviewing');
  });

  it('no read goes out beside the exchange where it is known', () => {
    expect(flows.loadedWith('REJECTED').start().asked).not.to.include('read');
  });

  it('an answer that comes after the frame has opened, of a read sent before, is still the old one', () => {
    const flow = new FlowRunner().configure().at(1).readFails('network').at(2).start().at(4).session();
    expect(flow.at(5).reads('REJECTED', { sentAt: 2 }).state).to.equal('verifying');
    expect(flow.at(6).reads('REJECTED').state).to.equal('verifying');
    expect(flow.at(7).reads('EXPIRED').state).to.equal('expired');
  });

  it('the first answer of all, where Veriff opened without one, is the old one', () => {
    const flow = new FlowRunner().configure({ reverify: true }).at(1).readFails('server').at(2).start().at(3).readFails('server', 2).at(4).session();
    expect(flow.at(9).reads('REJECTED').state).to.equal('verifying');
    expect(flow.at(14).reads('REJECTED').state).to.equal('verifying');
    expect(flow.at(20).hears('submitted', 'finished').at(21).reads('REJECTED').state).to.equal('reviewing');
    expect(flow.at(30).reads('VERIFIED').events).to.include('kyc-verified');
  });

  it('once Veriff is closed, an answer is news where there was none before', () => {
    const flow = new FlowRunner().configure({ reverify: true }).at(1).readFails('server').at(2).start().at(4).session().at(5).close();
    expect(flow.check().at(6).reads('VERIFIED').events).to.include('kyc-verified');
  });

  it('an answer after the documents were sent is news where there was none before', () => {
    const flow = new FlowRunner().configure().at(1).readFails('server').at(2).start().at(3).readFails('server', 2).at(4).session();
    expect(flow.at(20).hears('submitted', 'finished').at(21).reads('REJECTED').state).to.equal('rejected');
  });

  it('a read sent before counts for the retry, not for the state that was seen in between', () => {
    const flow = flows.loadedWith('REJECTED').at(50).start().at(51).check().at(60).session();
    flow.at(61).reads('PENDING', { sentAt: 51 });
    expect(flow.at(62).reads('REJECTED', { updatedAt: 1 }).state).to.equal('rejected');
  });

  it('one that nobody was told of, and no frame was opened after, is news', () => {
    const flow = new FlowRunner().configure().at(3).wake().at(4).start().at(5).exchangeFailed('server');
    flow.at(6).reads('VERIFIED', { sentAt: 0 });
    flow.at(7).start().at(8).exchangeFailed('onboarding-invalid');
    expect(flow.at(9).check().at(10).reads('VERIFIED', { sentAt: 9 }).events).to.include('kyc-verified');
  });

  it('one that came while a session was asked for is asked for again where that is given up', () => {
    const flow = flows.inRequesting().reads('REJECTED').at(101).close();
    expect([flow.state, flow.asked]).to.deep.equal(['guidance', ['abort-exchange', 'release', 'wake', 'kyc-state-change', 'read']]);
    expect(flow.at(102).reads('REJECTED').events).to.deep.equal(['kyc-rejected']);
    expect(flows.loadedWith('REJECTED').start().close().asked).not.to.include('read');
  });
});

describe('law 5: a verdict never goes back to an older one', () => {
  for (const older of ['UNVERIFIED', 'PENDING', 'REJECTED', 'EXPIRED'] as const) {
    it(`${older} that was read before VERIFIED and comes after it is ignored`, () => {
      const flow = flows.inReview().reads('VERIFIED', { sentAt: 100 }).at(101).reads(older, { sentAt: 99 });
      expect(flow.state).to.equal('verified');
      expect(flow.flow.verificationState).to.equal('VERIFIED');
      expect(flow.effects).to.deep.equal([]);
    });
  }

  it('a failure that was sent before an answer and comes after it is ignored', () => {
    const flow = flows.inReview().reads('PENDING', { sentAt: 100 });
    const before = flow.flow;
    expect(flow.at(101).readFails(404, 99).flow).to.equal(before);
    expect(flow.effects).to.deep.equal([]);
  });

  it('a verdict that is held while Veriff is open gives way to what the server says after it', () => {
    const flow = flows.inVerifying().hears('submitted').at(103).reads('RESUBMISSION_REQUESTED').at(108).reads('PENDING');
    expect(flow.at(110).wake().state).to.equal('verifying');
    expect(flow.events).not.to.include('kyc-resubmission');
  });

  for (const verdict of ['VERIFIED', 'REJECTED'] as const) {
    it(`automatic reading stops after ${verdict}`, () => {
      const flow = flows.inReview().reads(verdict);
      expect(flow.effects).to.deep.include({ type: 'follow', since: null });
      expect(flow.asked).not.to.include('read');
    });

    it(`news that was asked for after ${verdict} begins a new attempt`, () => {
      const flow = flows.loadedWith(verdict);
      const { number } = flow.flow.attempt;
      flow.check().reads('EXPIRED', { updatedAt: 99 });
      expect(flow.flow.attempt.number).to.be.above(number);
      expect(flow.events.at(-1)).to.equal('kyc-expired');
    });
  }
});
