import { expect } from '@open-wc/testing';
import type { Result } from '../../src/services/result.js';
import { Bench, HOUR, INTERVAL, MINUTE, SECOND, failed, offered } from '../helpers/poller-bench.js';

/** Follows an endpoint that says it has a stream; what comes of it is set before. */
function following(set: (bench: Bench) => void = () => undefined): Bench {
  const bench = new Bench().follow();
  bench.outcome = offered;
  set(bench);
  return bench;
}

describe('a stream that can’t be had', () => {
  const refusals: readonly (readonly [string, Result<null>])[] = [
    ['is refused', failed('server')],
    ['can’t be reached', failed('network')],
    ['is not known', failed('onboarding-not-found')],
  ];
  for (const [title, refusal] of refusals) {
    it(`because it ${title} is tried twice, and reading goes on as usual`, async () => {
      const bench = following((one) => (one.refusal = refusal));
      const usual = new Bench().follow();
      await bench.clock.advance(HOUR);
      await usual.clock.advance(HOUR);
      expect(bench.openings).to.have.length(2);
      expect(bench.reads).to.deep.equal(usual.reads);
      expect(bench.told.every((one) => typeof one === 'object')).to.equal(true);
    });
  }

  it('because the answer is no event stream is tried once', async () => {
    const bench = following((one) => (one.refusal = { ok: true, value: null }));
    await bench.clock.advance(HOUR);
    expect(bench.openings).to.have.length(1);
    expect(bench.reads.length).to.be.above(40);
  });

  for (const [title, end] of [['ends', 'end'], ['breaks', 'break']] as const) {
    it(`because it ${title} before it has said anything is tried twice`, async () => {
      const bench = following();
      for (let turn = 0; turn < 60; turn++) {
        await bench.clock.advance(MINUTE / 2);
        bench.streams.at(-1)?.beat()[end]();
      }
      expect(bench.openings).to.have.length(2);
      expect(bench.reads.length).to.be.above(30);
    });
  }

  it('because its events are none of the protocol is tried twice', async () => {
    const bench = following();
    for (let turn = 0; turn < 8; turn++) {
      await bench.clock.advance(20 * SECOND);
      bench.streams.at(-1)?.event('<!doctype html>').event('[]').end();
    }
    expect(bench.openings).to.have.length(2);
  });

  it('is not given up where one in between has spoken', async () => {
    const bench = following();
    await bench.clock.advance(INTERVAL);
    for (let turn = 0; turn < 10; turn++) {
      if (turn % 2 === 0) bench.stream.says('PENDING');
      await bench.clock.advance(0);
      bench.stream.break();
      await bench.clock.advance(20 * SECOND);
    }
    expect(bench.openings).to.have.length(11);
  });

  it('is tried again in another configuration', async () => {
    const bench = following((one) => (one.refusal = { ok: true, value: null }));
    await bench.clock.advance(MINUTE);
    bench.refusal = null;
    bench.follow();
    await bench.clock.advance(MINUTE);
    expect(bench.openings).to.have.length(1);
    bench.poller.stop();
    bench.follow();
    await bench.clock.advance(INTERVAL);
    expect(bench.openings).to.have.length(2);
  });

  it('gives reading the rest that its refusal asked for', async () => {
    const bench = following((one) => (one.refusal = failed('rate-limited', 5 * MINUTE)));
    await bench.clock.advance(INTERVAL);
    const { length } = bench.reads;
    await bench.clock.advance(5 * MINUTE - 1);
    expect(bench.reads).to.have.length(length);
    bench.page.comeBack();
    await bench.clock.advance(2 * INTERVAL);
    expect(bench.reads.length).to.be.above(length);
  });
});

describe('a poller with a stream on a page', () => {
  it('that is hidden closes it, reads once when somebody looks again, and opens another', async () => {
    const bench = new Bench();
    const stream = await bench.followStream();
    bench.page.hide();
    expect(stream.isAborted).to.equal(true);
    expect(bench.clock.pending()).to.equal(0);
    const { length } = bench.reads;
    await bench.clock.advance(8 * HOUR);
    expect([bench.reads.length, bench.openings.length]).to.deep.equal([length, 1]);
    bench.page.show();
    await bench.clock.advance(0);
    expect([bench.reads.length, bench.openings.length]).to.deep.equal([length + 1, 2]);
  });

  it('that is hidden opens none, also when a read is answered', async () => {
    const bench = following((one) => (one.latency = SECOND));
    await bench.clock.advance(INTERVAL);
    bench.page.hide();
    await bench.clock.advance(MINUTE);
    expect(bench.told).to.have.length(1);
    bench.follow();
    await bench.clock.advance(MINUTE);
    expect(bench.openings).to.deep.equal([]);
  });

  it('that comes back without having left reads once, and keeps the stream', async () => {
    const bench = new Bench();
    const stream = await bench.followStream();
    await bench.clock.advance(2 * INTERVAL);
    stream.beat();
    await bench.clock.advance(0);
    const { length } = bench.reads;
    for (let turn = 0; turn < 5; turn++) bench.page.comeBack();
    await bench.clock.advance(40 * SECOND);
    expect([bench.reads.length, bench.openings.length, stream.isClosed]).to.deep.equal([length + 1, 1, false]);
  });

  it('that slept finds out at once that the stream is dead', async () => {
    const bench = new Bench();
    const stream = await bench.followStream();
    await bench.clock.sleep(8 * HOUR);
    expect(stream.isAborted).to.equal(true);
  });

  for (const [title, end] of [
    ['stopped', (bench: Bench) => bench.poller.stop()],
    ['no longer followed', (bench: Bench) => bench.poller.follow(null)],
  ] as const) {
    const moments: Readonly<Record<string, (bench: Bench) => Promise<unknown> | void>> = {
      'while it opens': (bench) => bench.clock.advance(INTERVAL),
      'while it speaks': (bench) => bench.followStream(),
    };
    for (const [when, moment] of Object.entries(moments)) {
      it(`is left alone once it is ${title} ${when}: nothing is left behind`, async () => {
        const bench = following();
        await moment(bench);
        end(bench);
        await bench.clock.advance(0);
        bench.expectSilence();
        await bench.clock.advance(HOUR);
        bench.expectSilence();
      });
    }
  }
});
