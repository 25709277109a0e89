import { expect } from '@open-wc/testing';
import { ANSWER, Bench, HOUR, INTERVAL, MINUTE, SECOND, answered, failed } from '../helpers/poller-bench.js';

describe('a poller that follows', () => {
  it('reads about 45 times in 30 min', async () => {
    const bench = new Bench().follow();
    bench.random = Math.random;
    await bench.clock.advance(30 * MINUTE);
    expect(bench.reads.length).to.be.within(38, 52);
  });

  it('reads about 300 times in 24 h, one at a time, with one timer', async () => {
    const bench = new Bench().follow();
    bench.random = Math.random;
    bench.latency = 300;
    await bench.clock.advance(24 * HOUR);
    expect(bench.reads.length).to.be.within(250, 400);
    expect(bench.mostInFlight).to.equal(1);
    expect(bench.mostTimers).to.be.at.most(1);
    expect(bench.clock.pending('poller')).to.be.at.most(1);
    expect(bench.page.observers).to.equal(1);
  });

  it('does not read at once, but after a gap', async () => {
    const bench = new Bench().follow();
    await bench.clock.advance(INTERVAL - 1);
    expect(bench.reads).to.have.length(0);
    await bench.clock.advance(1);
    expect(bench.reads).to.have.length(1);
  });

  it('counts the gap from a wait that began earlier', async () => {
    const bench = new Bench();
    bench.poller.follow(bench.clock.now() - 10 * MINUTE);
    await bench.clock.advance(44 * SECOND - 1);
    expect(bench.reads).to.have.length(0);
    await bench.clock.advance(2);
    expect(bench.reads).to.have.length(1);
  });

  it('waits for a slow read before the next', async () => {
    const bench = new Bench().follow();
    bench.latency = 14 * SECOND;
    await bench.clock.advance(5 * MINUTE);
    expect(bench.mostInFlight).to.equal(1);
    bench.reads.slice(1).forEach((time, turn) => expect(time - (bench.reads[turn] ?? NaN)).to.be.at.least(19 * SECOND));
  });

  it('takes a new interval from the next read on', async () => {
    const bench = new Bench().follow();
    expect(await bench.gaps(1)).to.deep.equal([5 * SECOND]);
    bench.interval = MINUTE;
    expect((await bench.gaps(2))[1]).to.be.within(MINUTE, 1.02 * MINUTE);
  });

  it('does not mind what the wall clock says', async () => {
    const bench = new Bench().follow();
    await bench.clock.advance(MINUTE);
    const before = bench.reads.length;
    for (const span of [365 * 24 * HOUR, -730 * 24 * HOUR]) {
      bench.clock.setBack(span);
      await bench.clock.advance(MINUTE);
    }
    expect(bench.reads.length - before).to.be.within(10, 24);
  });

  it('ends when told, but not a read under way', async () => {
    const bench = new Bench().follow();
    bench.latency = SECOND;
    await bench.clock.advance(INTERVAL);
    bench.poller.follow(null);
    await bench.clock.advance(HOUR);
    expect(bench.told).to.deep.equal([ANSWER]);
    expect(bench.reads).to.have.length(1);
    bench.expectSilence();
  });
});

describe('a poller whose reads fail', () => {
  for (const code of ['network', 'offline', 'timeout', 'server', 'bad-response', 'rate-limited'] as const) {
    it(`goes on after ${code}, by full jitter within 60 s, and no sooner than after an answer`, async () => {
      const bench = new Bench();
      bench.interval = SECOND;
      bench.outcome = failed(code);
      bench.random = () => 0.99;
      const [, ...gaps] = await bench.follow().gaps(8);
      [4_950, 9_900, 19_800, 39_600, 59_400, 59_400].forEach((gap, turn) => expect(gaps[turn]).to.be.closeTo(gap, 100));
      bench.random = () => 0;
      // Never sooner than four times the usual gap, which grows with the wait.
      for (const gap of (await bench.gaps(3)).slice(1)) expect(gap).to.be.within(45 * SECOND, 150 * SECOND);
      expect(bench.told.every((one) => one === code)).to.equal(true);
    });
  }

  for (const code of ['unauthorized', 'client-key', 'onboarding-invalid', 'onboarding-not-found'] as const) {
    it(`goes on after ${code} with growing gaps`, async () => {
      const bench = new Bench();
      bench.outcome = failed(code);
      const [, ...gaps] = await bench.follow().gaps(4);
      gaps.slice(1).forEach((gap, turn) => expect(gap).to.be.above(gaps[turn] ?? NaN));
    });
  }

  it('begins anew with short gaps after an answer', async () => {
    const bench = new Bench();
    bench.outcome = failed('network');
    bench.random = () => 0.99;
    await bench.follow().gaps(6);
    bench.outcome = answered;
    await bench.gaps(1);
    bench.outcome = failed('network');
    expect((await bench.gaps(2))[1]).to.be.at.most(1.2 * (INTERVAL + 0.065 * bench.clock.now()));
  });

  for (const code of ['rate-limited', 'server', 'unauthorized'] as const) {
    it(`rests as long as ${code} asked for`, async () => {
      const bench = new Bench();
      bench.outcome = failed(code, 5 * MINUTE);
      const [, ...gaps] = await bench.follow().gaps(3);
      for (const gap of gaps) expect(gap).to.be.at.least(5 * MINUTE);
    });
  }

  it('rests also when another wait begins meanwhile', async () => {
    const bench = new Bench().follow();
    bench.outcome = failed('rate-limited', 5 * MINUTE);
    await bench.gaps(1);
    await bench.clock.advance(SECOND);
    expect((await bench.follow().gaps(1))[0]).to.be.at.least(4.9 * MINUTE);
  });
});

describe('a single read', () => {
  it('goes out at once and is told with the time it was sent', async () => {
    const bench = new Bench();
    bench.latency = SECOND;
    bench.poller.read();
    expect(bench.reads).to.have.length(1);
    await bench.clock.advance(SECOND);
    expect(bench.told).to.deep.equal([ANSWER]);
    expect(bench.sentAt).to.deep.equal(bench.reads);
    bench.expectSilence();
  });

  it('is served by one under way', async () => {
    const bench = new Bench();
    bench.latency = SECOND;
    for (let turn = 0; turn < 10; turn++) bench.poller.read();
    await bench.clock.advance(MINUTE);
    expect(bench.reads).to.have.length(1);
    expect(bench.told).to.have.length(1);
  });

  it('takes the place of one under way where that was sent too early', async () => {
    const bench = new Bench();
    bench.latency = SECOND;
    bench.poller.read();
    bench.outcome = failed('server');
    await bench.clock.advance(500);
    bench.poller.read({ anew: true });
    await bench.clock.advance(MINUTE);
    expect(bench.reads).to.have.length(2);
    expect(bench.mostInFlight).to.equal(1);
    expect(bench.told).to.deep.equal(['server']);
  });

  it('puts off the next of those that follow', async () => {
    const bench = new Bench().follow();
    await bench.clock.advance(4 * SECOND);
    bench.poller.read();
    expect((await bench.gaps(1))[0]).to.be.at.least(INTERVAL);
  });
});

describe('a poller that is stopped', () => {
  const moments: Readonly<Record<string, (bench: Bench) => Promise<void> | void>> = {
    'while it waits': (bench) => bench.clock.advance(SECOND),
    'while a read is under way': (bench) => bench.clock.advance(INTERVAL + 1),
    'while the page is hidden': (bench) => bench.page.hide(),
    'while a read waits for somebody to look': (bench) => {
      bench.page.hide();
      bench.poller.read();
    },
  };
  for (const [title, moment] of Object.entries(moments)) {
    it(`${title} leaves nothing behind and tells nothing more`, async () => {
      const bench = new Bench().follow();
      bench.latency = SECOND;
      await moment(bench);
      const { length } = bench.reads;
      bench.poller.stop();
      await bench.clock.advance(0);
      bench.expectSilence();
      bench.page.show();
      await bench.clock.advance(HOUR);
      expect(bench.reads).to.have.length(length);
      expect(bench.told).to.deep.equal([]);
    });
  }

  it('can follow again, with short gaps', async () => {
    const bench = new Bench().follow();
    bench.outcome = failed('network');
    await bench.clock.advance(10 * MINUTE);
    bench.poller.stop();
    bench.outcome = answered;
    expect(await bench.follow().gaps(2)).to.deep.equal([INTERVAL, 1.065 * INTERVAL]);
  });
});
