import { expect } from '@open-wc/testing';
import { onCleanup } from '../helpers/element-cleanup.js';
import { held, refuses, says } from '../helpers/element-endpoint.js';
import { mount, reach, record, told } from '../helpers/element-fixture.js';
import { openFrame } from '../helpers/element-frame.js';
import { ended, mountFollowing, mountStreaming, offers, scriptStream, type StreamingEndpoint } from '../helpers/element-stream.js';
import { eventually, holdTime, settle, type HeldTime } from '../helpers/element-time.js';
import { setVisibility } from '../helpers/element-viewing.js';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

describe('the status as a stream', () => {
  it('is followed once the endpoint says that it has one', async () => {
    const { endpoint } = await mountStreaming();
    const [read, stream] = endpoint.gets;
    expect(stream?.url.href).to.equal(read?.url.href);
    expect(stream?.credentials).to.equal(read?.credentials);
    expect(endpoint.reads).to.have.length(1);
  });

  it('is never asked of an endpoint that does not offer one', async () => {
    const time = holdTime();
    const endpoint = scriptStream(says('PENDING'), says('PENDING', { stream: 'true' }), says('PENDING', { stream: 1 }));
    await mount();
    await time.advance(HOUR);
    expect(endpoint.reads.length).to.be.above(20);
    expect(endpoint.openings).to.have.length(0);
  });

  it('is not asked for by the first read, nor where nothing is waited for', async () => {
    const time = holdTime();
    const first = held();
    const endpoint = scriptStream(first.reply);
    const element = await mount();
    await time.advance(2 * SECOND);
    expect(element.state).to.equal('checking');
    first.release(offers('UNVERIFIED'));
    await reach(element, 'guidance');
    await time.advance(HOUR);
    expect(endpoint.openings).to.have.length(0);
  });

  it('brings a verdict without another read', async () => {
    const { element, endpoint } = await mountStreaming();
    const events = record(element);
    endpoint.stream.says('PENDING').beat().says('REJECTED', { reasons: ['document-expired'] });
    await reach(element, 'rejected');
    expect(told(events)).to.deep.equal(['reviewing>rejected', 'kyc-rejected']);
    expect(events.at(-1)?.detail).to.deep.include({ reasons: ['document-expired'], verificationState: 'REJECTED' });
    expect(endpoint.reads).to.have.length(1);
    expect(ended(endpoint)).to.be.true;
  });

  it('is followed while Veriff is open, and closes it by a verdict', async () => {
    const endpoint = scriptStream(offers('UNVERIFIED'));
    const element = await mount();
    await reach(element, 'guidance');
    await openFrame(element);
    await eventually(() => endpoint.streams.length === 1, 'a stream');
    endpoint.stream.says('UNVERIFIED').says('VERIFIED');
    await reach(element, 'verified');
    expect(document.querySelector('.kyc-verification-dialog')).to.equal(null);
  });

  it('leaves nothing to read while it lives', async () => {
    const { element, endpoint, time } = await mountFollowing();
    const { length } = endpoint.reads;
    for (let turn = 0; turn < 20; turn++) {
      await time.advance(40 * SECOND);
      endpoint.stream.beat();
      await settle();
    }
    expect(endpoint.reads).to.have.length(length);
    expect(endpoint.openings).to.have.length(1);
    expect(time.pending).to.equal(1);
    expect(element.state).to.equal('reviewing');
  });

  it('that says nothing does not delay a verdict', async () => {
    const { element, endpoint, time } = await mountStreaming();
    endpoint.answerRead(offers('VERIFIED'));
    await time.advance(7 * SECOND);
    expect(element.state).to.equal('verified');
    expect(ended(endpoint)).to.be.true;
  });

  for (const how of ['end', 'break'] as const) {
    it(`is read again after its ${how}, and followed again after that`, async () => {
      const { element, endpoint, time } = await mountFollowing();
      const { length } = endpoint.reads;
      endpoint.stream[how]();
      await time.advance(7 * SECOND);
      await eventually(() => endpoint.openings.length === 2, 'another stream');
      expect(endpoint.reads).to.have.length(length + 1);
      endpoint.stream.says('VERIFIED');
      await reach(element, 'verified');
    });
  }

  it('ends after 45 s of silence', async () => {
    const { endpoint, time } = await mountFollowing();
    await time.advance(45 * SECOND - 1);
    expect(ended(endpoint)).to.be.false;
    await time.advance(1);
    expect(endpoint.openings[0]?.signal.aborted).to.be.true;
  });

  it('ends while nobody looks; then one read, and another stream', async () => {
    const { endpoint, time } = await mountFollowing();
    onCleanup(() => setVisibility('visible'));
    const { length } = endpoint.reads;
    setVisibility('hidden');
    expect(ended(endpoint)).to.be.true;
    await time.advance(HOUR);
    expect([endpoint.reads.length, endpoint.openings.length, time.pending]).to.deep.equal([length, 1, 0]);
    setVisibility('visible');
    await time.advance(SECOND);
    await eventually(() => endpoint.openings.length === 2, 'another stream');
    expect(endpoint.reads).to.have.length(length + 1);
  });

  it('asks for the partner’s headers anew', async () => {
    const endpoint = scriptStream();
    let calls = 0;
    await mount({}, { headers: () => ({ authorization: `t${++calls}` }) });
    await eventually(() => endpoint.openings.length === 1, 'a stream');
    expect(endpoint.gets.map(({ headers }) => headers.get('authorization'))).to.deep.equal(['t1', 't2']);
  });

  it('lets the user check beside it', async () => {
    const { element, endpoint, time } = await mountFollowing();
    const { length } = endpoint.reads;
    endpoint.answerRead(refuses(500), offers('PENDING'));
    await element.checkStatus();
    await element.checkStatus();
    expect(endpoint.reads).to.have.length(length + 2);
    await time.advance(40 * SECOND);
    expect(endpoint.reads).to.have.length(length + 2);
    expect(endpoint.openings).to.have.length(1);
    endpoint.answerRead(offers('VERIFIED'));
    await element.checkStatus();
    expect(element.state).to.equal('verified');
  });

  it('answers a check whose own answer it overtakes', async () => {
    const { element, endpoint, time } = await mountFollowing();
    const slow = held();
    endpoint.answerRead(slow.reply);
    const check = element.checkStatus();
    await time.advance(1);
    endpoint.stream.says('PENDING');
    await check;
    endpoint.answerRead(offers('PENDING'));
    await element.checkStatus();
    slow.release(offers('PENDING'));
    await settle();
    expect(element.state).to.equal('reviewing');
  });
});

describe('time that passes while a stream says nothing new', () => {
  /** Lets `seconds` pass with a stream that says that state once, and is heard of every 20 s. */
  async function passWithStream(endpoint: StreamingEndpoint, time: HeldTime, verificationState: string, seconds: number): Promise<void> {
    endpoint.answerRead(offers(verificationState));
    for (let passed = 0; passed < seconds; passed += 20) {
      await time.advance(Math.min(20, seconds - passed) * SECOND);
      if (endpoint.openings.length === 0) continue;
      await eventually(() => endpoint.streams.length === 1, 'a stream');
      endpoint.stream.says(verificationState).beat();
      await settle();
    }
  }

  it('is told after 24 h as deadline', async () => {
    const time = holdTime();
    const endpoint = scriptStream(says('PENDING'));
    const element = await mount();
    await reach(element, 'reviewing');
    const events = record(element);
    await time.advance(23.8 * HOUR);
    await passWithStream(endpoint, time, 'PENDING', 0.2 * 3_600 - 1);
    expect(told(events)).to.deep.equal([]);
    const { length } = endpoint.reads;
    await time.advance(2 * SECOND);
    expect(told(events)).to.deep.equal([]);
    endpoint.stream.beat();
    await settle();
    expect(events.at(-1)?.detail).to.deep.include({ reason: 'deadline', state: 'reviewing' });
    expect(ended(endpoint)).to.be.true;
    await time.advance(HOUR);
    expect([endpoint.reads.length, endpoint.openings.length]).to.deep.equal([length, 1]);
  }).timeout(60_000);

  it('is told after 60 min of an old verdict as unchanged', async () => {
    const endpoint = scriptStream(says('REJECTED'));
    const element = await mount();
    await reach(element, 'rejected');
    const frame = await openFrame(element);
    const time = holdTime();
    frame.say('FINISHED');
    await reach(element, 'reviewing');
    const events = record(element);
    await time.advance(0.8 * HOUR);
    await passWithStream(endpoint, time, 'REJECTED', 0.2 * 3_600 - 1);
    expect(told(events)).to.deep.equal([]);
    await time.advance(2 * SECOND);
    expect(told(events)).to.deep.equal([]);
    endpoint.stream.beat();
    await settle();
    expect(told(events)).to.deep.equal(['kyc-stalled']);
    expect(events.at(-1)?.detail).to.deep.include({ reason: 'unchanged', state: 'reviewing' });
    expect(ended(endpoint)).to.be.false;
  }).timeout(60_000);
});
