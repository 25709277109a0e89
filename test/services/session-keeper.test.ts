import { expect } from '@open-wc/testing';
import { kycError } from '../../src/core/errors.js';
import type { Session } from '../../src/services/endpoint-client.js';
import type { Result } from '../../src/services/result.js';
import { SessionKeeper } from '../../src/services/session-keeper.js';
import { VirtualClock } from '../helpers/virtual-clock.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A keeper before an endpoint that hands out a new session each time it is asked. */
class Bench {
  readonly clock = new VirtualClock();
  readonly keeper = new SessionKeeper(this.clock);
  readonly abort = new AbortController();
  exchanges = 0;
  expiresAt: number | null = null;
  fails = false;

  accepted = true;

  readonly client = {
    accepts: (): boolean => this.accepted,
    createSession: (): Promise<Result<Session>> => {
      const url = `https://magic.veriff.me/v/${++this.exchanges}`;
      if (this.fails) return Promise.resolve({ ok: false, error: kycError('server', 'exchange'), retryAfter: null });
      return Promise.resolve({ ok: true, value: { url, origin: 'https://magic.veriff.me', expiresAt: this.expiresAt } });
    },
  };

  /** The number of the session that is obtained; `null` where none is. */
  async obtain(reusable = true): Promise<number | null> {
    const outcome = await this.keeper.obtain(this.client, reusable, this.abort.signal);
    return outcome.ok ? Number(outcome.value.url.split('/').at(-1)) : null;
  }
}

describe('a session', () => {
  it('is exchanged for once, and the same one again for a registration', async () => {
    const bench = new Bench();
    expect([await bench.obtain(), await bench.obtain(), await bench.obtain()]).to.deep.equal([1, 1, 1]);
    expect(bench.exchanges).to.equal(1);
  });

  it('is a new one each time for a re-verification', async () => {
    const bench = new Bench();
    expect([await bench.obtain(false), await bench.obtain(false)]).to.deep.equal([1, 2]);
  });

  it('of a registration is not handed to a re-verification, nor the other way round', async () => {
    const bench = new Bench();
    expect([await bench.obtain(true), await bench.obtain(false), await bench.obtain(true)]).to.deep.equal([1, 2, 3]);
  });

  it('is a new one after it was dropped', async () => {
    const bench = new Bench();
    await bench.obtain();
    bench.keeper.forget();
    expect(await bench.obtain()).to.equal(2);
  });

  it('is a new one once it has expired, by the time the endpoint gave', async () => {
    const bench = new Bench();
    bench.expiresAt = bench.clock.date() + HOUR;
    await bench.obtain();
    await bench.clock.advance(HOUR - 1);
    expect(await bench.obtain()).to.equal(1);
    await bench.clock.advance(1);
    expect(await bench.obtain()).to.equal(2);
  });

  it('is a new one after 7 days, also where the endpoint gave no time or the clock was set back', async () => {
    const bench = new Bench();
    await bench.obtain();
    await bench.clock.advance(7 * DAY - 1);
    expect(await bench.obtain()).to.equal(1);
    bench.clock.setBack(365 * DAY);
    await bench.clock.advance(1);
    expect(await bench.obtain()).to.equal(2);
  });

  it('is not kept when its exchange failed', async () => {
    const bench = new Bench();
    bench.fails = true;
    expect(await bench.obtain()).to.equal(null);
    bench.fails = false;
    expect(await bench.obtain()).to.equal(2);
  });

  it('is not used again when its host is no longer named', async () => {
    const bench = new Bench();
    await bench.obtain();
    bench.accepted = false;
    expect(await bench.obtain()).to.equal(2);
  });

  it('is not kept when its exchange was aborted meanwhile', async () => {
    const bench = new Bench();
    const work = bench.obtain();
    bench.abort.abort();
    await work;
    expect(await bench.keeper.obtain(bench.client, true, new AbortController().signal)).to.have.nested.property(
      'value.url',
      'https://magic.veriff.me/v/2',
    );
  });

  it('leaves no timer', async () => {
    const bench = new Bench();
    await bench.obtain();
    expect(bench.clock.pending()).to.equal(0);
  });
});
