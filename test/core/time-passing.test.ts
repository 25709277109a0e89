import { expect } from '@open-wc/testing';
import type { FlowRunner } from '../helpers/flow-runner.js';
import * as flows from '../helpers/flows.js';

const HOUR = 3_600;
const DAY = 86_400;
/** Second 80 is when the documents were sent. */
const SENT = 80;

const stallsOf = ({ said }: FlowRunner): readonly string[] =>
  said.flatMap((event) => (event.name === 'kyc-stalled' ? [event.reason] : []));

describe('time that passes in review without an answer', () => {
  const cases: readonly (readonly [title: string, flow: () => FlowRunner, stalls: readonly string[]])[] = [
    ['is nothing to tell', () => flows.inReview().at(SENT + DAY - 1).wake(), []],
    ['is told as the deadline after 24 h', () => flows.inReview().at(SENT + DAY).wake(), ['deadline']],
    ['is told as the deadline once', () => flows.inReview().at(SENT + DAY).wake().at(SENT + DAY + 1).wake(), ['deadline']],
    ['is told as the deadline after 24 h on a fresh load', () => flows.inFreshReview().at(1 + DAY).wake(), ['deadline']],
    ['is too short for an old verdict', () => flows.inReviewOfRetry(null).reads('REJECTED').at(SENT + HOUR - 1).wake(), []],
    ['is told as unchanged after 60 min of an old verdict', () => flows.inReviewOfRetry(null).reads('REJECTED').at(SENT + HOUR).wake(), ['unchanged']],
    ['is told as unchanged where only what was read before the retry is known', () => flows.inReviewOfRetry(null).at(SENT + HOUR).wake(), ['unchanged']],
    [
      'is told as unchanged once, and later as the deadline',
      () => flows.inReviewOfRetry(null).reads('REJECTED').at(SENT + HOUR).wake().at(SENT + 2 * HOUR).wake().at(SENT + DAY).wake(),
      ['unchanged', 'deadline'],
    ],
    ['leaves an old verdict alone that is dated', () => flows.inReviewOfRetry(1).reads('REJECTED', { updatedAt: 1 }).at(SENT + HOUR).wake(), []],
    ['leaves PENDING alone', () => flows.inReviewOfRetry(null).reads('PENDING').at(SENT + HOUR).wake(), []],
    ['leaves UNVERIFIED alone', () => flows.inReview().reads('UNVERIFIED').at(SENT + HOUR).wake(), []],
    ['leaves a closed record alone', () => flows.inReview().readFails(404).at(SENT + DAY).wake(), ['record-closed']],
  ];
  for (const [title, flow, stalls] of cases) it(title, () => expect(stallsOf(flow())).to.deep.equal(stalls));

  it('leaves a request to resubmit that is news to the read that tells it', () => {
    const flow = flows.afterSubmitting().hears('started').at(110).reads('RESUBMISSION_REQUESTED').hears('finished');
    expect(flow.state).to.equal('reviewing');
    expect(stallsOf(flow.at(SENT + HOUR).wake())).to.deep.equal([]);
    expect(flow.reads('RESUBMISSION_REQUESTED').state).to.equal('resubmission');
  });

  it('ends what is followed at the deadline, and stays in review', () => {
    const flow = flows.inReview().at(SENT + DAY).wake();
    expect(flow.state).to.equal('reviewing');
    expect(flow.effects).to.deep.include({ type: 'follow', since: null });
  });

  it('offers Start again with an unchanged verdict, and follows on', () => {
    const flow = flows.inReviewOfRetry(null).at(SENT + HOUR).wake();
    expect(flow.canStart).to.equal(true);
    expect(flow.effects).not.to.deep.include({ type: 'follow', since: null });
  });

  it('is no answer: a check that is asked for still waits, and older answers are judged as before', () => {
    for (const at of [200, SENT + HOUR, SENT + DAY]) {
      const flow = flows.inReviewOfRetry(null).reads('REJECTED').check();
      const { asked, notice, lastSentAt, lastSeen, verificationState } = flow.flow;
      expect(asked).to.equal(true);
      flow.at(at).wake();
      expect(flow.flow).to.deep.include({ asked, notice, lastSentAt, lastSeen, verificationState });
    }
  });

  it('asks for no timer', () => {
    for (const flow of [flows.inReview(), flows.inReviewOfRetry(null), flows.inFreshReview()]) {
      for (const at of [200, SENT + HOUR, SENT + DAY]) expect(flow.at(at).wake().asked).not.to.include('wake');
    }
  });
});
