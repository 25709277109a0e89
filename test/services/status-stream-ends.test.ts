import { expect } from '@open-wc/testing';
import { Bench, INTERVAL, MINUTE, SECOND, answered } from '../helpers/poller-bench.js';

describe('a poller whose stream ends', () => {
  const ends = {
    'is closed in order': (bench: Bench) => bench.stream.end(),
    breaks: (bench: Bench) => bench.stream.break(),
    'says nothing for 45 s': (bench: Bench) => bench.clock.advance(45 * SECOND),
    'says too much at once': (bench: Bench) => bench.stream.event(`"${'x'.repeat(70_000)}"`),
  };
  for (const [title, end] of Object.entries(ends)) {
    it(`because it ${title} reads within the usual gap, and opens another at the next answer`, async () => {
      const bench = new Bench();
      await bench.followStream();
      bench.random = () => 0.999;
      await end(bench);
      await bench.clock.advance(0);
      expect(bench.openStreams).to.equal(0);
      expect(bench.clock.pending('poller')).to.equal(1);
      const before = bench.reads.length;
      await bench.clock.advance(1.2 * (INTERVAL + 0.065 * bench.clock.now()));
      expect(bench.reads).to.have.length(before + 1);
      expect(bench.openStreams).to.equal(1);
      expect(bench.openings).to.have.length(2);
    });
  }

  it('keeps one that is silent for less than 45 s', async () => {
    const bench = new Bench();
    const stream = await bench.followStream();
    for (let turn = 0; turn < 5; turn++) {
      stream.beat();
      await bench.clock.advance(45 * SECOND - 1);
      expect(bench.openStreams).to.equal(1);
    }
    stream.beat();
    await bench.clock.advance(45 * SECOND);
    expect([stream.isClosed, stream.isAborted]).to.deep.equal([true, true]);
  });

  it('spreads the read after it over the whole of the usual gap', async () => {
    const gaps: number[] = [];
    for (const random of [0.1, 0.5, 0.9]) {
      const bench = new Bench();
      const stream = await bench.followStream();
      for (let turn = 0; turn < 60; turn++) {
        await bench.clock.advance(MINUTE / 2);
        stream.beat();
      }
      await bench.clock.advance(0);
      bench.random = () => random;
      stream.break();
      gaps.push((await bench.gaps(1))[0] ?? NaN);
    }
    [14.6, 73.2, 131.8].forEach((gap, turn) => expect(gaps[turn]).to.be.closeTo(gap * SECOND, SECOND));
  });

  it('reads no sooner than the interval allows, also when streams break at once', async () => {
    const bench = new Bench();
    await bench.followStream();
    for (let turn = 0; turn < 20; turn++) {
      bench.stream.break();
      await bench.gaps(1);
      await bench.clock.advance(1);
      bench.stream.says('PENDING');
      await bench.clock.advance(1);
    }
    bench.reads.slice(2).forEach((time, turn) => expect(time - (bench.reads[turn + 1] ?? NaN)).to.be.at.least(INTERVAL - 1));
    expect(bench.openings.length).to.be.at.most(bench.reads.length);
  });

  it('opens no other before the next answer, also in a new wait', async () => {
    const bench = new Bench();
    (await bench.followStream()).end();
    await bench.clock.advance(1);
    bench.follow();
    await bench.clock.advance(INTERVAL - 1);
    expect(bench.openings).to.have.length(1);
    await bench.clock.advance(1);
    expect(bench.openings).to.have.length(2);
  });

  it('spreads the read of a page that is back online over 1 s after one that broke', async () => {
    const bench = new Bench();
    const stream = await bench.followStream();
    await bench.clock.advance(2 * INTERVAL);
    bench.random = () => 0.5;
    stream.break();
    await bench.clock.advance(1);
    const { length } = bench.reads;
    bench.page.goOnline();
    await bench.clock.advance(499);
    expect(bench.reads).to.have.length(length);
    await bench.clock.advance(1);
    expect(bench.reads).to.have.length(length + 1);
  });

  it('opens no other where the endpoint has none any more', async () => {
    const bench = new Bench();
    await bench.followStream();
    bench.outcome = answered;
    bench.stream.end();
    await bench.clock.advance(MINUTE);
    bench.follow();
    await bench.clock.advance(MINUTE);
    expect(bench.openings).to.have.length(1);
  });

  it('ignores what it says after its end', async () => {
    const bench = new Bench();
    const stream = await bench.followStream();
    const { length } = bench.told;
    const alive = bench.alive;
    stream.says('VERIFIED').says('REJECTED');
    bench.poller.stop();
    stream.says('EXPIRED');
    await bench.clock.advance(MINUTE);
    expect([bench.told.length, bench.alive]).to.deep.equal([length, alive]);
    bench.expectSilence();
  });
});
