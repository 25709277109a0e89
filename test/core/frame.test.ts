import { expect } from '@open-wc/testing';
import { FlowRunner } from '../helpers/flow-runner.js';
import * as flows from '../helpers/flows.js';

/** Contract, section 4, law 8, and the frame's part of section 5. */

const RESUBMISSION = 'RESUBMISSION_REQUESTED';
const held = (): FlowRunner => flows.inVerifying().hears('submitted').at(103).reads(RESUBMISSION);

describe('law 8: while Veriff is open', () => {
  for (const verdict of ['VERIFIED', 'REJECTED', 'EXPIRED'] as const) {
    for (const [when, flow] of Object.entries({ before: flows.inVerifying, after: flows.afterSubmitting })) {
      it(`${verdict} closes it ${when} a submission`, () => {
        expect(flow().reads(verdict).asked).to.include('close-frame');
      });
    }
  }

  it('a request to resubmit does nothing before a submission', () => {
    const flow = flows.inVerifying().reads(RESUBMISSION).at(200).wake().at(300).reads(RESUBMISSION);
    expect([flow.state, ...flow.events]).to.deep.equal(['verifying', 'kyc-opened']);
  });

  it('a request to resubmit waits until 10 s after the submission', () => {
    expect(held().state).to.equal('verifying');
    expect(held().effects).to.deep.include({ type: 'wake', at: 110_000 });
    expect(held().at(109.9).wake().state).to.equal('verifying');
    expect(held().at(110).wake().state).to.equal('resubmission');
  });

  it('a request to resubmit that is read later counts at once', () => {
    expect(flows.inVerifying().hears('submitted').at(111).reads(RESUBMISSION).state).to.equal('resubmission');
  });

  it('a request to resubmit does not count once the user has started anew', () => {
    const flow = held().at(105).hears('started').at(110).wake().at(130).reads(RESUBMISSION);
    expect([flow.state, flow.flow.verificationState]).to.deep.equal(['verifying', RESUBMISSION]);
  });

  it('a request to resubmit that is read after a new start waits for the user', () => {
    expect(flows.afterSubmitting().hears('started').at(130).reads(RESUBMISSION).state).to.equal('verifying');
  });

  for (const [order, flow] of Object.entries({
    after: () => held().at(105).hears('started'),
    before: () => flows.inVerifying().hears('submitted').at(102).hears('started').at(105).reads(RESUBMISSION),
  })) {
    it(`a user who starts anew ${order} the request, sends nothing and closes is told of it`, () => {
      const closed = flow().at(120).close();
      expect(closed.state).to.equal('reviewing');
      expect(closed.at(121).reads(RESUBMISSION).state).to.equal('resubmission');
    });
  }

  it('a request of the round before does not close the next one', () => {
    const flow = held().at(105).hears('started').at(150).hears('submitted').at(151).reads(RESUBMISSION).at(160).wake();
    expect(flow.state).to.equal('verifying');
    expect(flow.at(170).reads('PENDING').at(180).reads('VERIFIED').state).to.equal('verified');
  });

  it('a verdict that waits is told once Veriff is closed', () => {
    expect(held().at(105).close().at(106).reads(RESUBMISSION).state).to.equal('resubmission');
  });

  it('VERIFIED comes before a request that waits', () => {
    const flow = held().at(105).reads('VERIFIED').at(110).wake();
    expect([flow.state, ...flow.events.slice(2)]).to.deep.equal(['verified', 'kyc-verified']);
  });

  it('FINISHED without SUBMITTED counts as submitted', () => {
    const flow = flows.inVerifying().hears('finished');
    expect([flow.state, flow.events.at(-1)]).to.deep.equal(['reviewing', 'kyc-submitted']);
  });

  it('FINISHED after SUBMITTED does not submit again', () => {
    const flow = flows.inVerifying().hears('submitted', 'finished');
    expect(flow.events.filter((name) => name === 'kyc-submitted')).to.have.length(1);
  });

  for (const leave of ['hears', 'close'] as const) {
    it(`leaving after SUBMITTED is no cancel, by ${leave === 'hears' ? 'CANCELED' : 'a close'}`, () => {
      const flow = leave === 'hears' ? flows.afterSubmitting().hears('canceled') : flows.afterSubmitting().close();
      expect(flow.state).to.equal('reviewing');
      expect(flow.events).not.to.include('kyc-canceled');
      expect(flow.asked).to.include('close-frame');
    });
  }

  for (const code of ['frame-blocked', 'frame-timeout', 'frame-busy'] as const) {
    it(`${code} before a submission is a failure that says so`, () => {
      const flow = flows.inVerifying().frameFails(code);
      expect(flow.flow.screen).to.deep.include({ name: 'failed' });
      expect(flow.said.at(-1)).to.have.nested.property('error.code', code);
      expect(flow.said.at(-1)).to.have.nested.property('error.phase', 'frame');
    });

    it(`${code} after a submission takes nothing away`, () => {
      const flow = flows.afterSubmitting().frameFails(code);
      expect(flow.state).to.equal('reviewing');
      expect(flow.events).not.to.include('kyc-error');
      expect(flow.at(101).reads('PENDING').events).to.include('kyc-pending');
    });
  }

  it('nothing reopens by itself after a cancel', () => {
    const flow = flows.inVerifying().close();
    flow.at(101).reads('PENDING').at(120).reads('UNVERIFIED').at(140).readFails('network');
    expect(flow.state).to.equal('guidance');
  });

  it('a late message after the cancel does nothing', () => {
    const flow = flows.inVerifying().close();
    expect(flow.hears('submitted', 'finished').state).to.equal('guidance');
    expect(flow.events).not.to.include('kyc-submitted');
  });
});

describe('the session', () => {
  for (const [verdict, from] of [
    ['REJECTED', flows.inReview],
    ['EXPIRED', flows.inReview],
    [RESUBMISSION, flows.inReview],
    ['REJECTED', flows.inGuidance],
    ['EXPIRED', flows.afterSubmitting],
  ] as const) {
    it(`is dropped by ${verdict} in ${from().state}`, () => {
      expect(from().reads(verdict).asked).to.include('forget-session');
    });
  }

  it('is dropped by the end of Veriff, also where no submission was heard', () => {
    expect(flows.inVerifying().hears('finished').asked).to.include('forget-session').and.to.include('read');
    expect(flows.inVerifying().hears('finished').asked.filter((kind) => kind === 'read')).to.have.lengthOf(1);
  });

  it('is kept after a cancel', () => {
    expect(flows.inVerifying().hears('canceled').asked).not.to.include('forget-session');
    expect(flows.inVerifying().close().asked).not.to.include('forget-session');
  });
});

describe('what runs over time', () => {
  const pairs = [
    ['exchange', 'abort-exchange'],
    ['open-frame', 'close-frame'],
    ['reserve', 'release'],
  ] as const;
  const journeys: Readonly<Record<string, (flow: FlowRunner) => unknown>> = {
    'a cancel': (flow) => flow.hears('canceled'),
    'a submission': (flow) => flow.hears('submitted', 'submitted', 'finished', 'finished'),
    'a verdict': (flow) => flow.reads('VERIFIED'),
    'a failing frame': (flow) => flow.frameFails('frame-blocked').frameFails('frame-blocked'),
    'a close, twice': (flow) => flow.close().close(),
    'a new configuration': (flow) => flow.configure(),
    'a removal': (flow) => flow.send({ type: 'removed' }),
    'a preview': (flow) => flow.send({ type: 'previewed', screen: { name: 'verifying', since: 0, startedAgain: false, held: null, left: false } }),
  };
  for (const [title, end] of Object.entries(journeys)) {
    it(`starts once and stops once, with ${title}`, () => {
      const effects: string[] = [];
      const flow = flows.inGuidance();
      const { send } = FlowRunner.prototype;
      flow.send = (event) => {
        send.call(flow, event);
        effects.push(...flow.asked);
        return flow;
      };
      end(flow.start().at(101).session().at(102).hears('handshake', 'started'));
      for (const [start, stop] of pairs) {
        expect(effects.filter((name) => name === start || name === stop), title).to.deep.equal([start, stop]);
      }
    });
  }
});
