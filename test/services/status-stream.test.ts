import { expect } from '@open-wc/testing';
import { Bench, INTERVAL, MINUTE, SECOND, failed, offered } from '../helpers/poller-bench.js';

/** One that follows an endpoint with a stream, at the moment after its first answer. */
async function opened(): Promise<Bench> {
  const bench = new Bench().follow();
  bench.outcome = offered;
  await bench.clock.advance(INTERVAL);
  return bench;
}

describe('a poller whose endpoint has a stream', () => {
  it('opens one at the first answer that says so', async () => {
    const bench = new Bench().follow();
    await bench.clock.advance(MINUTE);
    expect(bench.openings).to.deep.equal([]);
    bench.outcome = offered;
    await bench.gaps(1);
    await bench.clock.advance(0);
    expect(bench.openings).to.deep.equal([bench.reads.at(-1)]);
  });

  it('opens none while it does not follow', async () => {
    const bench = new Bench();
    bench.outcome = offered;
    bench.poller.read();
    await bench.clock.advance(MINUTE);
    expect(bench.openings).to.deep.equal([]);
    bench.expectSilence();
  });

  it('opens one at once when it begins to follow after such an answer', async () => {
    const bench = new Bench();
    bench.outcome = offered;
    bench.poller.read();
    await bench.clock.advance(1);
    bench.follow();
    await bench.clock.advance(0);
    expect(bench.openings).to.have.length(1);
  });

  it('reads on by the usual schedule until the stream has said something', async () => {
    const bench = await opened();
    const usual = new Bench().follow();
    await bench.clock.advance(40 * SECOND);
    await usual.clock.advance(INTERVAL + 40 * SECOND);
    expect(bench.reads).to.deep.equal(usual.reads);
    expect(bench.openings).to.have.length(1);
  });

  it('does not take heartbeats for something said', async () => {
    const bench = await opened();
    const before = bench.reads.length;
    bench.stream.beat();
    await bench.clock.advance(MINUTE / 2);
    expect(bench.reads.length).to.be.above(before);
  });

  it('reads no more, and has one timer, while the stream lives', async () => {
    const bench = new Bench();
    const stream = await bench.followStream();
    const before = bench.reads.length;
    for (let turn = 0; turn < 24 * 60 * 2; turn++) {
      await bench.clock.advance(MINUTE / 2);
      stream.beat();
      expect(bench.clock.pending('poller')).to.equal(1);
    }
    expect(bench.reads).to.have.length(before);
    expect(bench.openings).to.have.length(1);
    expect(bench.alive).to.be.above(24 * 60);
  });

  it('tells what the stream says: first as of its opening, then as of when it came', async () => {
    const bench = await opened();
    const [openedAt] = bench.openings;
    await bench.clock.advance(SECOND);
    bench.stream.says('PENDING', { updatedAt: '2026-01-05T12:00:00Z', email: 'a@b.example' });
    await bench.clock.advance(7 * SECOND);
    bench.stream.says('VERIFIED');
    await bench.clock.advance(0);
    expect(bench.told.slice(-2)).to.deep.equal([
      { verificationState: 'PENDING', reasons: [], retryAt: null, updatedAt: Date.UTC(2026, 0, 5, 12), stream: false },
      { verificationState: 'VERIFIED', reasons: [], retryAt: null, updatedAt: null, stream: false },
    ]);
    expect(bench.sentAt.slice(-2)).to.deep.equal([openedAt, bench.clock.now()]);
  });

  it('reads once more where a read went out before the stream first spoke: that may count as too old', async () => {
    const bench = await opened();
    await bench.clock.advance(1.1 * INTERVAL);
    const before = bench.reads.length;
    bench.stream.says('PENDING');
    await bench.clock.advance(MINUTE / 2);
    expect(bench.reads).to.have.length(before + 1);
  });

  it('reads once more in a new wait where nothing else is read, and keeps the stream', async () => {
    const bench = new Bench();
    const stream = await bench.followStream();
    const before = bench.reads.length;
    bench.follow();
    await bench.clock.advance(MINUTE / 2);
    expect(bench.reads).to.have.length(before + 1);
    expect([bench.openings.length, stream.isClosed]).to.deep.equal([1, false]);
  });

  it('lets a read that was asked for out beside the stream, without another timer or stream', async () => {
    const bench = new Bench();
    await bench.followStream();
    const { length } = bench.reads;
    bench.latency = SECOND;
    bench.poller.read({ anew: true, always: true });
    await bench.clock.advance(2 * SECOND);
    expect(bench.reads).to.have.length(length + 1);
    expect(bench.clock.pending('poller')).to.equal(1);
    expect(bench.openings).to.have.length(1);
  });

  it('lets none out that is wanted unless the stream tells all', async () => {
    const bench = new Bench();
    await bench.followStream();
    const { length } = bench.reads;
    bench.poller.read({ anew: true, unlessTold: true });
    await bench.clock.advance(SECOND);
    expect(bench.reads).to.have.length(length);
    bench.follow();
    bench.poller.read({ anew: true, unlessTold: true });
    await bench.clock.advance(SECOND);
    expect(bench.reads).to.have.length(length + 1);
  });

  it('follows a read that failed beside the stream with no other', async () => {
    const bench = new Bench();
    await bench.followStream();
    bench.outcome = failed('server');
    const { length } = bench.reads;
    bench.poller.read({ always: true });
    await bench.clock.advance(40 * SECOND);
    expect(bench.reads).to.have.length(length + 1);
    expect(bench.told.at(-1)).to.equal('server');
  });

  it('sends a read anew where the stream has overtaken the one under way', async () => {
    const bench = new Bench();
    const stream = await bench.followStream();
    bench.latency = SECOND;
    bench.poller.read({ always: true });
    const { length } = bench.reads;
    await bench.clock.advance(100);
    bench.poller.read({ always: true });
    expect(bench.reads).to.have.length(length);
    stream.says('PENDING');
    await bench.clock.advance(100);
    bench.poller.read({ always: true });
    expect(bench.reads).to.have.length(length + 1);
    expect(bench.mostInFlight).to.equal(1);
  });
});
