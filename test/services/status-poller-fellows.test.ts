import { expect } from '@open-wc/testing';
import { Bench, HOUR, INTERVAL, MINUTE, SECOND, failed, offered } from '../helpers/poller-bench.js';

/** A bench whose status another reads; it has read once itself. */
async function follower(): Promise<Bench> {
  const bench = new Bench();
  bench.fellows.isLed = false;
  bench.follow();
  bench.poller.read();
  await bench.clock.advance(1);
  return bench;
}

describe('a status that several read', () => {
  it('is read by one for both: who does not lead is silent as long as that one is heard', async () => {
    const bench = await follower();
    for (let heard = 0; heard < 9; heard++) {
      await bench.clock.advance(INTERVAL);
      bench.fellows.say('PENDING');
    }
    expect(bench.reads).to.have.lengthOf(1);
    expect(bench.alive).to.equal(9);
  });

  it('is read by itself after ten usual gaps, whatever is said and however often', async () => {
    const bench = await follower();
    for (let second = 0; second < 60; second++) {
      await bench.clock.advance(SECOND);
      bench.fellows.say('PENDING');
    }
    expect(bench.reads).to.have.lengthOf(2);
  });

  it('is read by itself after ten usual gaps also when the wait is long', async () => {
    const bench = await follower();
    bench.poller.follow(bench.clock.now() - 10 * MINUTE);
    bench.fellows.say('PENDING');
    await bench.clock.advance(45 * SECOND);
    const before = bench.reads.length;
    for (let second = 0; second < 450; second++) {
      await bench.clock.advance(SECOND);
      bench.fellows.say('PENDING');
    }
    expect(bench.reads.length - before).to.equal(1);
  });

  it('is read at the usual pace by who leads, whatever is said and however often', async () => {
    const [bench, alone] = [await follower(), await follower()];
    bench.fellows.takeTurn();
    alone.fellows.takeTurn();
    for (let second = 0; second < 60; second++) {
      await Promise.all([bench.clock.advance(SECOND), alone.clock.advance(SECOND)]);
      bench.fellows.say('PENDING');
    }
    expect(alone.reads.length).to.be.above(8);
    expect(bench.reads.length).to.equal(alone.reads.length);
  });

  it('is read at once where the other has read news, so that only an answer of its own counts', async () => {
    const bench = await follower();
    await bench.clock.advance(INTERVAL);
    bench.fellows.say('VERIFIED');
    await bench.clock.advance(1);
    expect(bench.reads).to.have.lengthOf(2);
    expect(bench.told).to.have.lengthOf(2);
  });

  it('is read again where only the date is new', async () => {
    const bench = await follower();
    await bench.clock.advance(INTERVAL);
    bench.fellows.say('PENDING', 7);
    await bench.clock.advance(1);
    expect(bench.reads).to.have.lengthOf(2);
  });

  it('is not read more often than the shortest gap, however often there is news', async () => {
    const bench = await follower();
    for (let time = 0; time < 20; time++) {
      bench.fellows.say(time % 2 === 0 ? 'VERIFIED' : 'PENDING');
      await bench.clock.advance(SECOND / 2);
    }
    expect(bench.reads.length).to.be.at.most(3);
  });

  it('is read for the news that it was told, also where the one who told it gives the lead away, or a third repeats the old', async () => {
    for (const then of [(bench: Bench) => bench.fellows.takeTurn(), (bench: Bench) => bench.fellows.say('PENDING')]) {
      const bench = await follower();
      await bench.clock.advance(SECOND);
      bench.fellows.say('VERIFIED');
      then(bench);
      await bench.clock.advance(INTERVAL);
      expect(bench.reads).to.have.lengthOf(2);
    }
  });

  it('is read at once by who looks again, also where the lead comes to them in that moment', async () => {
    const bench = await follower();
    await bench.clock.advance(MINUTE);
    bench.page.hide();
    await bench.clock.advance(HOUR);
    const before = bench.reads.length;
    bench.page.show();
    bench.fellows.takeTurn();
    await bench.clock.advance(SECOND);
    expect(bench.reads.length).to.equal(before + 1);
  });

  it('is read by itself when the other falls silent', async () => {
    const bench = await follower();
    await bench.clock.advance(2 * INTERVAL);
    expect(bench.reads).to.have.lengthOf(2);
  });

  it('is read at the usual pace by who takes the lead', async () => {
    const bench = await follower();
    await bench.clock.advance(INTERVAL / 2);
    bench.fellows.takeTurn();
    await bench.clock.advance(1.1 * INTERVAL);
    expect(bench.reads).to.have.lengthOf(2);
  });

  it('is told to the others, after each answer', async () => {
    const bench = new Bench().follow();
    await bench.clock.advance(INTERVAL + 1);
    expect(bench.fellows.told).to.deep.equal([{ verificationState: 'PENDING', updatedAt: null }]);
  });

  it('is not told after a read that failed', async () => {
    const bench = new Bench();
    bench.outcome = failed('server');
    bench.follow();
    await bench.clock.advance(MINUTE);
    expect(bench.fellows.told).to.deep.equal([]);
  });

  it('is streamed to the one that leads, whose heartbeats keep the others from reading', async () => {
    const bench = new Bench();
    const stream = await bench.followStream();
    const before = bench.fellows.told.length;
    stream.beat();
    await bench.clock.advance(1);
    expect(bench.fellows.told.length).to.equal(before + 1);
    const other = await follower();
    other.outcome = offered;
    await other.clock.advance(HOUR);
    expect(other.streams).to.have.lengthOf(0);
    other.fellows.takeTurn();
    await other.clock.advance(1);
    expect(other.streams).to.have.lengthOf(1);
  });

  it('is nobody else’s business while nobody looks, or nothing is awaited', async () => {
    const bench = new Bench();
    expect(bench.fellows.reader).to.equal(null);
    bench.follow();
    expect(bench.fellows.reader).not.to.equal(null);
    bench.page.hide();
    expect(bench.fellows.reader).to.equal(null);
    bench.page.show();
    expect(bench.fellows.reader).not.to.equal(null);
    bench.poller.stop();
    expect(bench.fellows.reader).to.equal(null);
  });
});
