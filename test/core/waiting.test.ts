import { expect } from '@open-wc/testing';
import { FlowRunner } from '../helpers/flow-runner.js';
import * as flows from '../helpers/flows.js';

const DAY = 86_400;
const HOUR = 3_600;

const stallsOf = ({ said }: FlowRunner): readonly string[] =>
  said.flatMap((event) => (event.name === 'kyc-stalled' ? [event.reason] : []));

const REVIEWS = { 'after a submission': flows.inReview, 'on a fresh load': flows.inFreshReview } as const;

describe('law 6: waiting never turns into failure', () => {
  for (const [title, review] of Object.entries(REVIEWS)) {
    for (const status of [400, 404]) {
      it(`${title}, ${status} is told at once as record-closed`, () => {
        const flow = review().readFails(status);
        expect(stallsOf(flow)).to.deep.equal(['record-closed']);
        expect(flow.state).to.equal('reviewing');
        expect(flow.effects).to.deep.include({ type: 'follow', since: null });
      });
    }

    for (const status of [401, 403, 498, 499]) {
      it(`${title}, ${status} is told at the third time as unauthorized`, () => {
        const flow = review().readFails(status).at(110).readFails(status);
        expect(stallsOf(flow)).to.deep.equal([]);
        flow.at(130).readFails(status);
        expect(stallsOf(flow)).to.deep.equal(['unauthorized']);
        expect(flow.state).to.equal('reviewing');
        expect(flow.effects).to.deep.include({ type: 'follow', since: null });
      });
    }

    for (const why of [408, 425, 429, 500, 503, 204, 'network', 'offline', 'timeout', 'bad-response'] as const) {
      it(`${title}, ${why} is no reason to stop, however often`, () => {
        const flow = review();
        for (let turn = 0; turn < 20; turn++) flow.at(100 + turn).readFails(why);
        expect(stallsOf(flow)).to.deep.equal([]);
        expect(flow.state).to.equal('reviewing');
      });
    }
  }

  it('an answer between refusals begins their count anew', () => {
    const flow = flows.inReview().readFails(401).at(110).readFails(401).at(120).reads('PENDING').at(130).readFails(401);
    expect(stallsOf(flow)).to.deep.equal([]);
  });

  it('a failure of another kind does not', () => {
    const flow = flows.inReview().readFails(401).at(110).readFails(401).at(120).readFails('network').at(130).readFails(401);
    expect(stallsOf(flow)).to.deep.equal(['unauthorized']);
  });

  for (const [title, last] of [
    ['PENDING', (flow: FlowRunner) => flow.reads('PENDING')],
    ['a failure', (flow: FlowRunner) => flow.readFails('network')],
  ] as const) {
    it(`24 h after the submission reading ends, after ${title}`, () => {
      const flow = flows.inReview();
      last(flow.at(79 + DAY));
      expect(stallsOf(flow)).to.deep.equal([]);
      last(flow.at(80 + DAY));
      expect(stallsOf(flow)).to.deep.equal(['deadline']);
      expect(flow.state).to.equal('reviewing');
      expect(flow.effects).to.deep.include({ type: 'follow', since: null });
    });
  }

  it('the deadline is told once, however often the user checks after it', () => {
    const flow = flows.inReview().at(80 + DAY).reads('PENDING');
    for (let turn = 1; turn < 5; turn++) flow.at(80 + DAY + turn).check().reads('PENDING');
    expect(stallsOf(flow)).to.deep.equal(['deadline']);
  });

  const stalled: Readonly<Record<string, () => FlowRunner>> = {
    'record-closed': () => flows.inReview().readFails(404),
    unauthorized: () => flows.inReview().readFails(403).readFails(403).readFails(403),
    deadline: () => flows.inReview().at(80 + DAY).reads('PENDING'),
    unchanged: () => flows.inReviewOfRetry(null).at(80 + HOUR).reads('REJECTED'),
  };
  for (const [reason, way] of Object.entries(stalled)) {
    it(`after ${reason} Check now still reads, and brings the verdict`, () => {
      const flow = way().check();
      expect(flow.asked).to.include('read');
      expect(flow.reads('VERIFIED', { updatedAt: 2 * DAY }).state).to.equal('verified');
    });

    it(`after ${reason} a check that fails is a line of text, not a failure`, () => {
      const flow = way().check().readFails(500);
      expect([flow.state, flow.flow.notice]).to.deep.equal(['reviewing', 'check-failed']);
    });
  }

  for (const [reason, way] of Object.entries(stalled).filter(([reason]) => reason === 'record-closed' || reason === 'unauthorized')) {
    it(`after ${reason} reading goes on by itself once a check is answered`, () => {
      expect(way().check().reads('PENDING').effects).to.deep.include({ type: 'follow', since: 80_000 });
    });
  }
});

describe('an unchanged verdict', () => {
  const unchanged = (): FlowRunner => flows.inReviewOfRetry(null).at(80 + HOUR).reads('REJECTED');

  it('is told 60 min after the submission, not before', () => {
    expect(stallsOf(flows.inReviewOfRetry(null).at(79 + HOUR).reads('REJECTED'))).to.deep.equal([]);
    expect(stallsOf(unchanged())).to.deep.equal(['unchanged']);
  });

  it('is told once', () => {
    expect(stallsOf(unchanged().at(2 * HOUR).reads('REJECTED').at(3 * HOUR).reads('REJECTED'))).to.deep.equal(['unchanged']);
  });

  it('is told also where only the later answers carry `updatedAt`, which can’t be compared', () => {
    expect(stallsOf(flows.inReviewOfRetry(null).at(80 + HOUR).reads('REJECTED', { updatedAt: 1 }))).to.deep.equal(['unchanged']);
  });

  it('stays in review with Start again, and is read on', () => {
    const flow = unchanged();
    expect([flow.state, flow.canStart]).to.deep.equal(['reviewing', true]);
    expect(flow.effects).not.to.deep.include({ type: 'follow', since: null });
    expect(flow.start().state).to.equal('requesting');
  });

  it('keeps Start again after the deadline', () => {
    expect(unchanged().at(80 + DAY).reads('REJECTED').canStart).to.equal(true);
  });

  it('is past once the server says PENDING', () => {
    const flow = unchanged().at(5000).reads('PENDING');
    expect([flow.state, flow.canStart]).to.deep.equal(['reviewing', false]);
    expect(flow.at(5001).reads('REJECTED').state).to.equal('rejected');
  });

  it('is not told where the server dates its answers', () => {
    expect(stallsOf(flows.inReviewOfRetry(1).at(80 + HOUR).reads('REJECTED', { updatedAt: 1 }))).to.deep.equal([]);
  });
});

describe('what is read on by itself', () => {
  it('an open frame, since it opened', () => {
    expect(flows.inRequesting().session().effects).to.deep.include({ type: 'follow', since: 100_000 });
  });

  it('a review, since the submission', () => {
    expect(flows.inVerifying().hears('submitted').effects).to.deep.include({ type: 'follow', since: 100_000 });
  });

  it('a review on a fresh load, since the load', () => {
    expect(new FlowRunner().configure().at(1).reads('PENDING').effects).to.deep.include({ type: 'follow', since: 1_000 });
  });

  it('guidance after a cancel, since the cancel', () => {
    expect(flows.inVerifying().hears('canceled').effects).to.deep.include({ type: 'follow', since: 100_000 });
  });

  it('guidance without a session is not', () => {
    expect(flows.inGuidance().said.length).to.be.above(0);
    expect(new FlowRunner().configure().at(1).reads('UNVERIFIED').asked).not.to.include('follow');
  });

  it('a failed read in guidance after a cancel does not end it', () => {
    const flow = flows.inVerifying().hears('canceled').at(110).readFails(400);
    expect([flow.state, ...flow.effects]).to.deep.equal(['guidance']);
  });

  for (const state of ['checking', 'requesting', 'verified', 'rejected', 'resubmission', 'expired', 'failed', 'idle'] as const) {
    it(`${state} is not`, () => {
      const followed = flows.WAYS[state]().effects.filter((effect) => effect.type === 'follow' && effect.since !== null);
      expect(followed).to.deep.equal([]);
    });
  }
});
