import { expect } from '@open-wc/testing';
import { STATES } from '../../src/core/names.js';
import type { FlowRunner } from '../helpers/flow-runner.js';
import * as flows from '../helpers/flows.js';

const opens = (runner: FlowRunner, open = true): FlowRunner => runner.send({ type: 'elsewhere', open });

describe('Veriff open in another tab', () => {
  for (const state of STATES) {
    it(`moves nothing in ${state}`, () => {
      const runner = flows.WAYS[state]();
      const before = runner.events.length;
      expect(opens(runner).state).to.equal(state);
      expect(opens(runner, false).state).to.equal(state);
      expect(runner.events).to.have.lengthOf(before);
    });
  }

  it('makes guidance read on, until it closes there', () => {
    const runner = opens(flows.inGuidance());
    expect(runner.effects).to.deep.equal([{ type: 'follow', since: 1000 }]);
    opens(runner, false);
    expect(runner.effects).to.deep.equal([
      { type: 'follow', since: null },
      { type: 'read', anew: true },
    ]);
  });

  it('asks once more when it closes there while this tab waits for a verdict', () => {
    expect(opens(opens(flows.inFreshReview()), false).asked).to.deep.equal(['read']);
  });

  it('asks for nothing where the tab knows its verdict', () => {
    expect(opens(opens(flows.loadedWith('REJECTED')), false).asked).to.deep.equal([]);
  });

  it('makes PENDING no sign of a submission', () => {
    expect(opens(flows.inGuidance()).reads('PENDING').state).to.equal('guidance');
    expect(opens(flows.WAYS.checking()).reads('PENDING').state).to.equal('guidance');
    expect(opens(flows.inGuidance().handsOver(true)).reads('PENDING').state).to.equal('guidance');
    expect(opens(opens(flows.inGuidance()), false).at(101).reads('PENDING').state).to.equal('reviewing');
  });

  it('does not keep a verdict back', () => {
    expect(opens(flows.inGuidance()).reads('VERIFIED').events).to.deep.equal(['kyc-verified']);
  });

  it('is over when it opens here', () => {
    const runner = opens(flows.inGuidance()).start();
    expect(runner.state).to.equal('requesting');
    expect(runner.session().flow.elsewhere).to.equal(false);
  });

  it('still is so for a user who starts here and gets no session', () => {
    const runner = opens(flows.inGuidance()).start();
    expect(runner.exchangeFailed('rate-limited').flow.elsewhere).to.equal(true);
    expect(opens(flows.inGuidance()).start('frame-busy').flow.elsewhere).to.equal(true);
  });

  it('keeps back a start that was asked for before it was known', () => {
    const runner = opens(flows.WAYS.checking().send({ type: 'start' }));
    expect(runner.reads('PENDING').state).to.equal('guidance');
    expect(runner.asked).not.to.include('ask-start');
    expect(runner.start().state).to.equal('requesting');
  });

  it('is forgotten with the configuration', () => {
    expect(opens(flows.inGuidance()).configure().flow.elsewhere).to.equal(false);
  });
});
