import { expect } from '@open-wc/testing';
import { WARNINGS } from '../../src/core/environment.js';
import type { KycState } from '../../src/core/names.js';
import { FlowRunner } from '../helpers/flow-runner.js';
import * as flows from '../helpers/flows.js';

const effectOf = (runner: FlowRunner, type: string): unknown => runner.effects.find((effect) => effect.type === type);

describe('a warning', () => {
  for (const warning of WARNINGS) {
    it(`of ${warning} is told in guidance, before a session is asked for`, () => {
      const runner = flows.inRequesting();
      expect(effectOf(flows.inGuidance().start(), 'exchange')).to.deep.equal({ type: 'exchange', leaves: false, inspects: true });
      runner.isWarned(warning);
      expect(runner.state).to.equal('guidance');
      expect(runner.flow.warning).to.equal(warning);
      expect(runner.asked).to.deep.equal(['abort-exchange', 'release', 'wake', 'kyc-state-change', 'follow']);
    });
  }

  it('never blocks: the next start goes on in spite of it, and looks no more', () => {
    const runner = flows.inRequesting().isWarned('camera-missing').start();
    expect(runner.state).to.equal('requesting');
    expect(effectOf(runner, 'exchange')).to.deep.equal({ type: 'exchange', leaves: false, inspects: false });
    expect(runner.flow.warning).to.equal(null);
  });

  it('is waived for what follows, until the configuration is another', () => {
    const runner = flows.inRequesting().isWarned('in-app-browser').start().session().close().start();
    expect(effectOf(runner, 'exchange')).to.deep.equal({ type: 'exchange', leaves: false, inspects: false });
    runner.configure().at(101).reads('UNVERIFIED').start();
    expect(effectOf(runner, 'exchange')).to.deep.equal({ type: 'exchange', leaves: false, inspects: true });
  });

  it('is not waived by a start that something forbids', () => {
    const runner = flows.inRequesting().isWarned('camera-missing').start('frame-busy');
    expect(runner.state).to.equal('failed');
    expect([runner.flow.warning, runner.flow.waived]).to.deep.equal([null, false]);
  });

  it('stands while reads say nothing new, and goes with a verdict', () => {
    const runner = flows.inRequesting().isWarned('camera-missing').at(101).reads('UNVERIFIED');
    expect(runner.flow.warning).to.equal('camera-missing');
    runner.at(102).reads('VERIFIED');
    expect([runner.state, runner.flow.warning]).to.deep.equal(['verified', null]);
  });

  for (const state of ['resubmission', 'expired', 'rejected'] as const) {
    it(`on the way from ${state} leads to guidance, where a start goes on`, () => {
      const verdict = { resubmission: 'RESUBMISSION_REQUESTED', expired: 'EXPIRED', rejected: 'REJECTED' } as const;
      const runner = flows.loadedWith(verdict[state]).start().isWarned('frame-blocked');
      expect(runner.state).to.equal('guidance');
      expect(runner.at(101).reads(verdict[state], { updatedAt: 1 }).state).to.equal('guidance');
      expect(runner.start().state).to.equal('requesting');
    });
  }

  it('leaves what was in review followed', () => {
    const runner = flows.inFreshReview().start().at(110).isWarned('camera-missing');
    expect([runner.state, runner.flow.unfinished]).to.deep.equal(['guidance', true]);
    expect(effectOf(runner, 'follow')).to.deep.equal({ type: 'follow', since: 110_000 });
    const retry = flows.inReviewOfRetry(null).at(4000).reads('REJECTED').start().at(4001).isWarned('camera-missing');
    expect(effectOf(retry, 'follow')).to.deep.equal({ type: 'follow', since: 4_001_000 });
  });

  it('leaves what began elsewhere meanwhile, by the server’s word, followed', () => {
    const runner = flows.inRequesting().reads('PENDING').isWarned('camera-missing');
    expect(effectOf(runner, 'follow')).to.deep.equal({ type: 'follow', since: 100_000 });
  });

  it('is followed, since users verify where it sends them', () => {
    const runner = flows.inRequesting().isWarned('in-app-browser');
    expect(effectOf(runner, 'follow')).to.deep.equal({ type: 'follow', since: 100_000 });
    runner.at(130).reads('PENDING');
    expect([runner.state, runner.flow.warning, runner.flow.unfinished]).to.deep.equal(['guidance', 'in-app-browser', true]);
    expect(runner.at(180).reads('VERIFIED').events).to.include('kyc-verified');
  });

  it('keeps no verdict back that came while somebody looked around', () => {
    const runner = flows.inRequesting().reads('VERIFIED').isWarned('camera-missing');
    expect(effectOf(runner, 'read')).to.deep.equal({ type: 'read', anew: false });
    expect(runner.at(101).reads('VERIFIED').events).to.deep.equal(['kyc-verified']);
    expect(flows.loadedWith('REJECTED').start().reads('REJECTED', { updatedAt: 1 }).isWarned('camera-missing').asked).not.to.include('read');
  });

  it('says nothing where no session is asked for', () => {
    for (const way of Object.values(flows.WAYS)) {
      const runner = way();
      if (runner.state === 'requesting') continue;
      const before = runner.flow;
      expect(runner.isWarned('camera-missing').flow).to.equal(before);
    }
  });
});

describe('the phone', () => {
  it('is waited for: the status is read on while its code is shown', () => {
    const runner = flows.inGuidance().handsOver(true);
    expect(runner.effects).to.deep.equal([{ type: 'follow', since: 100_000 }]);
    runner.at(110).handsOver(false);
    expect(runner.effects).to.deep.equal([
      { type: 'follow', since: null },
      { type: 'read', anew: true },
    ]);
  });

  it('is waited for at once where it is what helps against a warning', () => {
    const runner = flows.inRequesting().isWarned('camera-missing', true);
    expect(effectOf(runner, 'follow')).to.deep.equal({ type: 'follow', since: 100_000 });
  });

  it('has begun when the server says PENDING: the user may go on there, or here', () => {
    for (const runner of [flows.inGuidance().handsOver(true), flows.inRequesting().isWarned('camera-missing', true)]) {
      runner.at(120).reads('PENDING');
      expect(runner.flow.screen).to.include({ name: 'reviewing', fresh: true });
      expect(runner.canStart).to.equal(true);
      expect(runner.at(180).reads('VERIFIED').events).to.include('kyc-verified');
    }
  });

  it('has not begun by what the server said before: the code stays', () => {
    for (const runner of [
      flows.inVerifying().close().at(105).reads('PENDING').handsOver(true),
      flows.inFreshReview().start().at(105).isWarned('camera-missing', true),
    ]) {
      runner.at(120).reads('PENDING');
      expect(runner.flow.screen).to.include({ name: 'guidance', away: true });
      runner.at(130).reads('UNVERIFIED').at(140).reads('PENDING');
      expect(runner.flow.screen).to.include({ name: 'reviewing', fresh: true });
    }
  });

  it('is no reason against a start here', () => {
    expect(flows.inGuidance().handsOver(true).start().state).to.equal('requesting');
  });

  it('is asked for twice without a change', () => {
    const runner = flows.inGuidance().handsOver(true);
    expect(runner.at(105).handsOver(true).effects).to.deep.equal([]);
  });
});

describe('a redirect', () => {
  it('leaves once the session is there, and opens no frame', () => {
    const runner = flows.inGuidance().at(50).leave();
    expect(effectOf(runner, 'exchange')).to.deep.equal({ type: 'exchange', leaves: true, inspects: true });
    runner.at(60).session();
    expect(runner.state).to.equal('verifying');
    expect(runner.asked).to.include('leave').and.not.include('open-frame');
  });

  it('leaves again when it is asked to, as long as the page stands', () => {
    const runner = flows.onVeriffsPage();
    expect(runner.send({ type: 'leave-again' }).effects).to.deep.equal([{ type: 'leave' }]);
    expect(flows.inVerifying().send({ type: 'leave-again' }).effects).to.deep.equal([]);
  });

  it('is deaf to a frame from before: it has none', () => {
    const runner = flows.onVeriffsPage();
    const before = runner.flow;
    expect(runner.hears('handshake', 'started', 'submitted', 'finished', 'canceled').flow).to.equal(before);
    expect(runner.events).to.deep.equal([]);
  });

  it('that the user stops ends as a cancel, and is left alone by the browser', () => {
    const runner = flows.onVeriffsPage().close();
    expect(runner.state).to.equal('guidance');
    expect(runner.asked).to.include.members(['stay', 'kyc-canceled', 'read']);
    expect(runner.asked).not.to.include('close-frame');
  });

  const back: readonly (readonly ['UNVERIFIED' | 'PENDING' | 'VERIFIED' | 'REJECTED' | 'EXPIRED', KycState])[] = [
    ['UNVERIFIED', 'guidance'],
    ['PENDING', 'reviewing'],
    ['VERIFIED', 'verified'],
    ['REJECTED', 'rejected'],
    ['EXPIRED', 'expired'],
  ];
  for (const [answer, state] of back) {
    it(`resumes in ${state} where the server says ${answer} once the browser is back`, () => {
      const runner = flows.onVeriffsPage().at(200).returns();
      expect(runner.state).to.equal('checking');
      expect(runner.asked).to.deep.equal(['stay', 'mark-at-end', 'release', 'follow', 'wake', 'kyc-state-change', 'read']);
      runner.at(201).reads(answer);
      expect(runner.state).to.equal(state);
      expect(runner.events).not.to.include('kyc-canceled');
    });
  }

  it('resumes in guidance, as left unfinished, where the server still says the old verdict', () => {
    const runner = flows.loadedWith('REJECTED').leave().session().at(200).returns().at(201).reads('REJECTED', { updatedAt: 1 });
    expect(runner.state).to.equal('guidance');
    expect(runner.flow.unfinished).to.equal(true);
    expect(runner.events.filter((name) => name === 'kyc-rejected')).to.have.lengthOf(1);
  });

  it('is not come back from where nobody left', () => {
    for (const way of Object.values(flows.WAYS)) {
      const runner = way();
      const before = runner.flow;
      expect(runner.returns().flow).to.equal(before);
    }
  });
});

describe('a page that ends in mid-flow', () => {
  it('leaves a mark while nothing has been sent', () => {
    expect(effectOf(flows.inRequesting().session(), 'mark-at-end')).to.deep.equal({ type: 'mark-at-end', open: true });
    expect(effectOf(flows.inVerifying().hears('submitted'), 'mark-at-end')).to.deep.equal({ type: 'mark-at-end', open: false });
    expect(effectOf(flows.inVerifying().close(), 'mark-at-end')).to.deep.equal({ type: 'mark-at-end', open: false });
    expect(effectOf(flows.inVerifying().send({ type: 'removed' }), 'mark-at-end')).to.deep.equal({ type: 'mark-at-end', open: false });
  });

  it('is gone on from: the user may continue, and the status is followed', () => {
    const runner = new FlowRunner().configure({ leftOpen: true }).at(1).reads('UNVERIFIED');
    expect([runner.state, runner.flow.unfinished]).to.deep.equal(['guidance', true]);
    expect(effectOf(runner, 'follow')).to.deep.equal({ type: 'follow', since: 1000 });
    expect(runner.at(10).reads('PENDING').flow.screen).to.include({ name: 'reviewing', fresh: true });
  });
});

describe('a line about what the user asked for', () => {
  it('is told again when it is the same', () => {
    const runner = flows.inGuidance().send({ type: 'told', notice: 'copied' });
    expect([runner.flow.notice, runner.flow.told]).to.deep.equal(['copied', 1]);
    expect(runner.send({ type: 'told', notice: 'copied' }).flow.told).to.equal(2);
  });
});
