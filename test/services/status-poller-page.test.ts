import { expect } from '@open-wc/testing';
import { ANSWER, Bench, HOUR, MINUTE, SECOND, failed } from '../helpers/poller-bench.js';

describe('a poller on a hidden page', () => {
  it('does not read for hours, and once when somebody looks again', async () => {
    const bench = new Bench().follow();
    await bench.clock.advance(MINUTE);
    const before = bench.reads.length;
    bench.page.hide();
    await bench.clock.advance(8 * HOUR);
    expect(bench.reads).to.have.length(before);
    expect(bench.clock.pending()).to.equal(0);
    bench.page.show();
    await bench.clock.advance(0);
    expect(bench.reads).to.have.length(before + 1);
    await bench.clock.advance(4 * MINUTE);
    expect(bench.reads).to.have.length(before + 1);
    await bench.clock.advance(3 * MINUTE);
    expect(bench.reads).to.have.length(before + 2);
  });

  it('does not begin to read where it is hidden from the start', async () => {
    const bench = new Bench();
    bench.page.hide();
    bench.follow();
    await bench.clock.advance(HOUR);
    expect(bench.reads).to.have.length(0);
    bench.page.show();
    await bench.clock.advance(0);
    expect(bench.reads).to.have.length(1);
  });

  it('is not told by a read that was sent too early, and reads when somebody looks again', async () => {
    const bench = new Bench().follow();
    bench.latency = 300;
    bench.poller.read();
    bench.page.hide();
    bench.poller.read({ anew: true });
    await bench.clock.advance(MINUTE);
    expect(bench.told).to.deep.equal([]);
    bench.page.show();
    await bench.clock.advance(MINUTE);
    expect(bench.told[0]).to.deep.equal(ANSWER);
    expect(bench.sentAt[0]).to.be.above(MINUTE);
  });

  it('reads once after a sleep of 8 h, not the missed reads', async () => {
    const bench = new Bench().follow();
    bench.latency = 300;
    await bench.clock.advance(MINUTE);
    const before = bench.reads.length;
    await bench.clock.sleep(8 * HOUR);
    bench.page.comeBack();
    await bench.clock.advance(MINUTE);
    expect(bench.reads.length - before).to.equal(1);
  });

  it('reads at once when it is back online, spread over 1 s after an outage', async () => {
    for (const random of [0, 0.4, 0.999]) {
      const bench = new Bench().follow();
      bench.outcome = failed('offline');
      bench.random = () => 0.999;
      await bench.gaps(6);
      await bench.clock.advance(10 * SECOND);
      const before = bench.reads.length;
      bench.random = () => random;
      bench.page.goOnline();
      await bench.clock.advance(random * SECOND - 1);
      expect(bench.reads).to.have.length(before);
      await bench.clock.advance(1);
      expect(bench.reads).to.have.length(before + 1);
    }
  });

  it('does not read when it comes back while the endpoint has asked for rest', async () => {
    const bench = new Bench().follow();
    bench.outcome = failed('rate-limited', 5 * MINUTE);
    await bench.gaps(1);
    bench.page.hide();
    bench.page.show();
    bench.page.comeBack();
    await bench.clock.advance(5 * MINUTE - SECOND);
    expect(bench.reads).to.have.length(1);
  });

  it('does not read more often for coming back often', async () => {
    const bench = new Bench().follow();
    for (let turn = 0; turn < 600; turn++) {
      bench.page.hide();
      await bench.clock.advance(50);
      bench.page.show();
      await bench.clock.advance(50);
    }
    expect(bench.reads.length).to.be.at.most(13);
  });

  it('lets a read under way end', async () => {
    const bench = new Bench();
    bench.latency = SECOND;
    bench.poller.read();
    bench.page.hide();
    await bench.clock.advance(MINUTE);
    expect(bench.told).to.deep.equal([ANSWER]);
  });

  it('keeps a single read until somebody looks', async () => {
    const bench = new Bench();
    bench.page.hide();
    bench.poller.read();
    await bench.clock.advance(HOUR);
    expect(bench.reads).to.have.length(0);
    bench.page.show();
    await bench.clock.advance(0);
    expect(bench.reads).to.have.length(1);
    bench.expectSilence();
  });

  it('sends a read that somebody asked for', async () => {
    const bench = new Bench();
    bench.page.hide();
    bench.poller.read({ always: true });
    await bench.clock.advance(0);
    expect(bench.reads).to.have.length(1);
  });

  it('drops a read that waits for somebody to look when following ends', async () => {
    const bench = new Bench().follow();
    bench.latency = SECOND;
    bench.poller.read();
    bench.page.hide();
    bench.poller.read({ anew: true });
    await bench.clock.advance(SECOND);
    bench.poller.follow(null);
    bench.page.show();
    await bench.clock.advance(MINUTE);
    expect(bench.reads).to.have.length(1);
    bench.expectSilence();
  });
});
