import { expect } from '@open-wc/testing';
import type { KycVerificationElement } from '../../src/index.js';
import { onCleanup } from '../helpers/element-cleanup.js';
import { held, json, refuses, says, scriptEndpoint, silent, unreachable, type Reply } from '../helpers/element-endpoint.js';
import { mount, record, told, warnings } from '../helpers/element-fixture.js';
import { holdTime, settle, type HeldTime } from '../helpers/element-time.js';
import { setVisibility } from '../helpers/element-viewing.js';

const HOUR = 3_600_000;

/** An element on a page whose time is held, with its first read out. */
async function mountHeld(...get: Reply[]): Promise<{ element: KycVerificationElement; time: HeldTime; endpoint: ReturnType<typeof scriptEndpoint> }> {
  const time = holdTime();
  const endpoint = scriptEndpoint({ get });
  const element = await mount();
  return { element, time, endpoint };
}

describe('checking', () => {
  it('lasts 3 s at most, then guidance', async () => {
    const { element, time } = await mountHeld(silent);
    await time.advance(2_999);
    expect(element.state).to.equal('checking');
    await time.advance(1);
    expect(element.state).to.equal('guidance');
  });

  for (const [answer, state] of [['VERIFIED', 'verified'], ['REJECTED', 'rejected'], ['PENDING', 'reviewing'], ['EXPIRED', 'expired']] as const) {
    it(`is left, and ${answer} still leads to ${state} when it comes`, async () => {
      const read = held();
      const { element, time } = await mountHeld(read.reply);
      await time.advance(5_000);
      read.release(says(answer));
      await settle();
      expect(element.state).to.equal(state);
    });
  }

  for (const status of [400, 401, 403, 404, 498, 499]) {
    it(`leads to failed where the first read is answered with ${status}, also later than 3 s`, async () => {
      const read = held();
      const { element, time } = await mountHeld(read.reply);
      await time.advance(4_000);
      read.release(refuses(status));
      await settle();
      expect(element.state).to.equal('failed');
      expect(element.error?.httpStatus).to.equal(status);
    });
  }

  const passing: readonly (readonly [what: string, reply: Reply])[] = [
    ...[408, 409, 425, 429, 500, 503].map((status) => [String(status), refuses(status)] as const),
    ['204', () => Promise.resolve(new Response(null, { status: 204 }))],
    ['a redirect', () => Promise.resolve(Response.error())],
    ['no answer', unreachable],
    ['a page of HTML', () => Promise.resolve(new Response('<!doctype html>'))],
    ['an array', json([])],
  ];
  for (const [what, reply] of passing) {
    it(`leads to guidance, and says no error, where the first read meets ${what}`, async () => {
      const { element } = await mountHeld(reply);
      const events = record(element);
      await settle();
      expect(element.state).to.equal('guidance');
      expect(told(events)).to.deep.equal(['checking>guidance']);
      expect(warnings).to.deep.equal([]);
    });
  }

  it('is left by a read that takes 15 s: that one has ended then', async () => {
    const { element, time, endpoint } = await mountHeld(silent);
    await time.advance(15_000);
    expect(endpoint.gets[0]?.signal.aborted).to.be.true;
    expect(element.state).to.equal('guidance');
  });

  it('wants a start: it goes on after 3 s without an answer', async () => {
    const { element, time } = await mountHeld(silent);
    const events = record(element);
    void element.start();
    await time.advance(2_999);
    expect(element.state).to.equal('checking');
    await time.advance(1);
    // How soon it is over with the look around is another matter.
    expect(told(events).slice(0, 3)).to.deep.equal(['checking>guidance', 'kyc-start', 'guidance>requesting']);
  });
});

describe('reading on', () => {
  it('never happens in guidance that nobody has left unfinished', async () => {
    const { time, endpoint } = await mountHeld(says('UNVERIFIED'));
    await time.advance(HOUR);
    expect(endpoint.gets).to.have.length(1);
  });

  for (const [answer, state] of [['VERIFIED', 'verified'], ['REJECTED', 'rejected']] as const) {
    it(`stops at ${state}`, async () => {
      const { element, time, endpoint } = await mountHeld(says('PENDING'), says(answer));
      await time.advance(7_000);
      expect(element.state).to.equal(state);
      await time.advance(24 * HOUR);
      expect(endpoint.gets).to.have.length(2);
    });
  }

  it('happens ever more rarely: 400 reads at most in a day', async () => {
    const { element, time, endpoint } = await mountHeld(says('PENDING'));
    await time.advance(HOUR / 2);
    expect(endpoint.gets.length).to.be.within(20, 60);
    await time.advance(23.5 * HOUR);
    expect(endpoint.gets.length).to.be.at.most(400);
    expect(element.state).to.equal('reviewing');
  }).timeout(60_000);

  it('never has two reads out at once', async () => {
    const { time, endpoint } = await mountHeld(says('PENDING'), silent);
    await time.advance(12_000);
    expect(endpoint.gets).to.have.length(2);
  });

  it('never leads to failed', async () => {
    const { element, time } = await mountHeld(says('PENDING'), unreachable, refuses(500), refuses(429), unreachable);
    await time.advance(HOUR);
    expect(element.state).to.equal('reviewing');
  });

  it('rests as long as Retry-After says, 5 min at most', async () => {
    const { time, endpoint } = await mountHeld(says('PENDING'), refuses(429, { 'retry-after': '99999' }), says('VERIFIED'));
    await time.advance(7_000);
    expect(endpoint.gets).to.have.length(2);
    await time.advance(290_000);
    expect(endpoint.gets).to.have.length(2);
    // All who were told the same moment spread after it.
    await time.advance(10_000 + 0.12 * 310_000);
    expect(endpoint.gets).to.have.length(3);
  });

  it('rests while the page is hidden, and goes on with one read when it is back', async () => {
    const { element, time, endpoint } = await mountHeld(says('PENDING'));
    await time.advance(0);
    setVisibility('hidden');
    await time.advance(8 * HOUR);
    expect(endpoint.gets).to.have.length(1);
    endpoint.answerGet(says('VERIFIED'));
    setVisibility('visible');
    await time.advance(1_000);
    expect(endpoint.gets).to.have.length(2);
    expect(element.state).to.equal('verified');
  });

  it('of the first time waits for a page that is hidden', async () => {
    setVisibility('hidden');
    onCleanup(() => setVisibility('visible'));
    const { time, endpoint } = await mountHeld(says('VERIFIED'));
    await time.advance(2_000);
    expect(endpoint.gets).to.have.length(0);
    setVisibility('visible');
    await time.advance(0);
    expect(endpoint.gets).to.have.length(1);
  });
});

describe('reading that can’t go on', () => {
  for (const status of [400, 404]) {
    it(`${status} in review is said at once as record-closed, and nothing is read any more`, async () => {
      const { element, time, endpoint } = await mountHeld(says('PENDING'), refuses(status));
      const events = record(element);
      await time.advance(7_000);
      expect(told(events).filter((name) => name === 'kyc-stalled')).to.have.length(1);
      expect(events.at(-1)?.detail).to.deep.include({ reason: 'record-closed', state: 'reviewing' });
      await time.advance(24 * HOUR);
      expect(endpoint.gets).to.have.length(2);
      expect(element.state).to.equal('reviewing');
    });
  }

  for (const status of [401, 403, 498, 499]) {
    it(`${status} in review is said after three times with growing gaps as unauthorized`, async () => {
      const { element, time, endpoint } = await mountHeld(says('PENDING'), refuses(status));
      const events = record(element);
      await time.advance(6_001);
      expect(endpoint.gets).to.have.length(2);
      await time.advance(8_900);
      expect(endpoint.gets).to.have.length(2);
      await time.advance(60_000);
      expect(endpoint.gets).to.have.length(4);
      expect(events.at(-1)?.detail).to.deep.include({ reason: 'unauthorized', state: 'reviewing' });
      await time.advance(24 * HOUR);
      expect(endpoint.gets).to.have.length(4);
    });
  }

  it('is said after 24 h as deadline', async () => {
    const { element, time, endpoint } = await mountHeld(says('PENDING'));
    const events = record(element);
    await time.advance(24.2 * HOUR);
    expect(events.at(-1)?.detail).to.deep.include({ reason: 'deadline', state: 'reviewing' });
    const reads = endpoint.gets.length;
    await time.advance(24 * HOUR);
    expect(endpoint.gets).to.have.length(reads);
    expect(told(events).filter((name) => name === 'kyc-stalled')).to.have.length(1);
  }).timeout(60_000);

  it('still lets the user check, and takes the verdict', async () => {
    const { element, time, endpoint } = await mountHeld(says('PENDING'), refuses(400));
    await time.advance(7_000);
    endpoint.answerGet(says('VERIFIED'));
    await element.checkStatus();
    expect(element.state).to.equal('verified');
  });
});
