import { expect } from '@open-wc/testing';
import { kycError } from '../../src/core/errors.js';
import type { Verdict } from '../../src/core/names.js';
import { sampleScreen } from '../../src/core/preview.js';
import { FlowRunner } from '../helpers/flow-runner.js';
import * as flows from '../helpers/flows.js';

/** Contract, section 5: which events are said, in which order, how often. */

/** All that was said, changes of state as `from → to`. */
function script(flow: FlowRunner): readonly string[] {
  const lines: string[] = [];
  for (const [turn, event] of flow.said.entries()) {
    if (event.name !== 'kyc-state-change') {
      lines.push(event.name);
      continue;
    }
    const next = flow.said.slice(turn + 1).find(({ name }) => name === 'kyc-state-change');
    const to = next?.name === 'kyc-state-change' ? next.previousState : flow.state;
    lines.push(`${event.previousState} → ${to}`);
  }
  return lines;
}

const count = (flow: FlowRunner, name: string): number => flow.events.filter((event) => event === name).length;

describe('the order of events', () => {
  const journeys: Readonly<Record<string, readonly [FlowRunner, readonly string[]]>> = {
    'an approval': [
      flows.inReview().reads('PENDING').at(200).reads('VERIFIED'),
      [
        'idle → checking',
        'checking → guidance',
        'guidance → requesting',
        'requesting → verifying',
        'kyc-opened',
        'kyc-submitted',
        'verifying → reviewing',
        'kyc-pending',
        'reviewing → verified',
        'kyc-verified',
      ],
    ],
    'a cancel': [
      flows.inVerifying().close(),
      ['idle → checking', 'checking → guidance', 'guidance → requesting', 'requesting → verifying', 'kyc-opened', 'verifying → guidance', 'kyc-canceled'],
    ],
    'a failed exchange': [
      flows.inFailed(),
      ['idle → checking', 'checking → guidance', 'guidance → requesting', 'requesting → failed', 'kyc-error'],
    ],
    'a retry': [
      flows.inReviewOfRetry(1).reads('VERIFIED', { updatedAt: 90 }),
      [
        'idle → checking',
        'checking → rejected',
        'kyc-rejected',
        'rejected → requesting',
        'requesting → verifying',
        'kyc-submitted',
        'verifying → reviewing',
        'reviewing → verified',
        'kyc-verified',
      ],
    ],
    'a configuration that can’t be used': [new FlowRunner().send({ type: 'misconfigured' }), ['idle → failed', 'kyc-error']],
  };
  for (const [title, [flow, expected]] of Object.entries(journeys)) {
    it(`is that of ${title}`, () => {
      // FINISHED follows SUBMITTED: the submission is said when it happens, the change of state when Veriff closes.
      expect(script(flow)).to.deep.equal(expected);
    });
  }

  it('puts FINISHED without SUBMITTED after the change of state it makes', () => {
    expect(script(flows.inVerifying().hears('finished')).slice(-2)).to.deep.equal(['verifying → reviewing', 'kyc-submitted']);
  });
});

describe('a start', () => {
  it('is asked of the page before anything changes', () => {
    const flow = flows.inGuidance().send({ type: 'start' });
    expect(flow.asked).to.deep.equal(['ask-start']);
    expect(flow.state).to.equal('guidance');
  });

  for (const state of ['idle', 'requesting', 'verifying', 'reviewing', 'verified'] as const) {
    it(`is not even asked for in ${state}`, () => {
      const flow = flows.WAYS[state]();
      const before = flow.flow;
      expect(flow.send({ type: 'start' }).asked).to.deep.equal([]);
      expect(flow.flow).to.equal(before);
    });
  }

  it('that was accepted twice begins once', () => {
    const flow = flows.inGuidance().start();
    const before = flow.flow;
    expect(flow.accept().flow).to.equal(before);
    expect(flow.asked).to.deep.equal([]);
  });

  it('in checking is asked for once the read leads to guidance, by its failure too', () => {
    const waiting = (): FlowRunner => flows.WAYS.checking().start().start();
    for (const flow of [waiting().reads('UNVERIFIED'), waiting().readFails('network'), waiting().at(110).wake()]) {
      expect(flow.asked).to.include('ask-start');
    }
  });

  it('in checking is forgotten when the read leads elsewhere', () => {
    const waiting = (): FlowRunner => flows.WAYS.checking().start();
    for (const flow of [waiting().reads('VERIFIED'), waiting().readFails(404), waiting().reads('PENDING')]) {
      expect(flow.asked).not.to.include('ask-start');
    }
  });

  for (const [code, phase] of [
    ['insecure-context', 'environment'],
    ['unsupported-browser', 'environment'],
    ['frame-busy', 'frame'],
    ['configuration', 'configuration'],
  ] as const) {
    it(`that ${code} forbids spends no session and fails in phase ${phase}`, () => {
      const flow = flows.inGuidance().start(code);
      expect(flow.asked).not.to.include('exchange');
      expect(flow.said.at(-1)).to.deep.equal({ name: 'kyc-error', error: kycError(code, phase) });
    });
  }
});

describe('an attempt', () => {
  it('says its submission once, however often Veriff does', () => {
    expect(count(flows.inVerifying().hears('submitted', 'started', 'submitted', 'submitted', 'finished'), 'kyc-submitted')).to.equal(1);
  });

  it('says the frame’s handshake once', () => {
    expect(count(flows.inVerifying().hears('handshake', 'handshake'), 'kyc-opened')).to.equal(1);
  });

  it('says the server’s confirmation once', () => {
    expect(count(flows.inReview().reads('PENDING').at(105).reads('PENDING').at(110).reads('PENDING'), 'kyc-pending')).to.equal(1);
  });

  for (const verdict of ['VERIFIED', 'REJECTED', 'RESUBMISSION_REQUESTED', 'EXPIRED'] as const satisfies readonly Verdict[]) {
    it(`says ${verdict} once, however often the server does`, () => {
      const flow = flows.inReview();
      for (let turn = 0; turn < 4; turn++) flow.at(100 + turn).check().reads(verdict, { updatedAt: 99 });
      expect(flow.events.filter((name) => /^kyc-(verified|rejected|resubmission|expired)$/.test(name))).to.have.length(1);
    });
  }

  it('that follows says each again', () => {
    const flow = flows.inReview().reads('PENDING').at(110).reads('EXPIRED').at(120).start().at(130).session();
    flow.at(131).hears('handshake', 'submitted', 'finished').at(140).reads('PENDING').at(150).reads('VERIFIED');
    for (const name of ['kyc-opened', 'kyc-submitted', 'kyc-pending']) expect(count(flow, name), name).to.equal(2);
    expect(count(flow, 'kyc-verified')).to.equal(1);
  });

  it('says reasons and the time of a retry as the server gave them', () => {
    const details = { reasons: ['document-expired'], retryAt: '2026-01-06T00:00:00.000Z' };
    expect(flows.inReview().reads('REJECTED', details).said.at(-1)).to.deep.equal({ name: 'kyc-rejected', ...details });
  });

  it('of a page load says the verdict that it finds', () => {
    expect(flows.loadedWith('VERIFIED').events).to.deep.equal(['kyc-verified']);
    expect(flows.loadedWith('VERIFIED').flow.attempt.number).to.equal(0);
  });
});

describe('a preview', () => {
  it('says changes of state and nothing else', () => {
    const flow = flows.inVerifying();
    const before = flow.events.length;
    flow.send({ type: 'previewed', screen: sampleScreen('verified') }).start().check().reads('REJECTED').hears('finished').close().wake();
    expect(flow.state).to.equal('verified');
    expect(flow.events).to.have.length(before);
    expect(script(flow).at(-1)).to.equal('verifying → verified');
  });

  it('ends what was running', () => {
    const flow = flows.inVerifying().send({ type: 'previewed', screen: sampleScreen('verifying') });
    expect(flow.asked).to.include.members(['reset', 'close-frame', 'follow']);
  });

  it('begins at checking when it is cleared', () => {
    expect(flows.inGuidance().send({ type: 'previewed', screen: sampleScreen('expired') }).configure().state).to.equal('checking');
  });
});

describe('a removal', () => {
  for (const [state, way] of Object.entries(flows.WAYS)) {
    it(`in ${state} ends all and says nothing`, () => {
      const flow = way();
      const said = flow.said.length;
      flow.send({ type: 'removed' });
      expect(flow.state).to.equal('idle');
      expect(flow.said).to.have.length(said);
      expect(flow.asked).to.include('reset');
    });
  }
});
