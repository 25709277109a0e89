import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseRetryAfter, parseSession, parseStatus } from '../../src/core/contract.js';
import { VERIFICATION_STATES } from '../../src/core/names.js';

const NOW = Date.UTC(2026, 0, 5, 12);
const MAX_WAIT = 300_000;

/** Anything that JSON can hold, with the contract's own names in it more often than chance would have it. */
const hostileJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(null, true, false, 0, -0, 1e308, '', ...VERIFICATION_STATES, '2026-01-05T12:00:00Z', 'not-accepted', '<b>x</b>'),
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.array(tie('value'), { maxLength: 20 }),
    fc.dictionary(
      fc.oneof(
        fc.constantFrom('verificationState', 'reasons', 'retryAt', 'updatedAt', 'stream', 'sessionUrl', 'expiresAt', '__proto__', 'constructor', 'toString'),
        fc.string(),
      ),
      tie('value'),
    ),
  ),
})).value;

const bodies = hostileJson.map((value) => JSON.parse(JSON.stringify(value) ?? 'null') as unknown);
const RUNS = { numRuns: 5_000 };

describe('a status body', () => {
  it('that is hostile is never thrown at, and never says more than it does', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const status = parseStatus(body);
        const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
        expect(status !== null).to.equal(isObject);
        if (status === null) return;
        const own = Object.entries(body as object);
        const word = own.find(([name]) => name === 'verificationState')?.[1] as unknown;
        expect(status.verificationState).to.equal(VERIFICATION_STATES.some((known) => known === word) ? word : null);
        expect(Object.keys(status).sort()).to.deep.equal(['reasons', 'retryAt', 'stream', 'updatedAt', 'verificationState']);
        expect(status.reasons.length).to.be.at.most(12);
        for (const reason of status.reasons) expect(reason).to.match(/^[a-z][a-z0-9-]{0,39}$/);
        if (status.retryAt !== null) expect(new Date(status.retryAt).toISOString()).to.equal(status.retryAt);
        expect(status.stream).to.equal(own.some(([name, value]) => name === 'stream' && value === true));
        if (status.updatedAt !== null) expect(Number.isFinite(status.updatedAt)).to.equal(true);
      }),
      RUNS,
    );
  });

  it('passes nothing through that it does not know', () => {
    const status = parseStatus({ verificationState: 'PENDING', email: 'a@b.example', ssn: '123-45-6789', message: 'x' });
    expect(JSON.stringify(status)).not.to.match(/a@b|123-45|message/);
  });

  for (const word of [undefined, null, '', 'verified', 'VERIFIED ', ' VERIFIED', 'Verified', 'APPROVED', 0, 1, true, ['VERIFIED'], { VERIFIED: 1 }]) {
    it(`with the state ${JSON.stringify(word)} says nothing`, () => {
      expect(parseStatus({ verificationState: word })?.verificationState).to.equal(null);
    });
  }

  for (const body of [undefined, null, [], [{ verificationState: 'VERIFIED' }], 'VERIFIED', 1, true]) {
    it(`that is ${JSON.stringify(body)} is none`, () => expect(parseStatus(body)).to.equal(null));
  }

  it('takes no word from a prototype', () => {
    expect(parseStatus(JSON.parse('{"__proto__":{"verificationState":"VERIFIED"}}'))?.verificationState).to.equal(null);
    expect(parseStatus(Object.create({ verificationState: 'VERIFIED' }))?.verificationState).to.equal(null);
  });

  for (const time of ['2026-01-05T12:00:00Z', '2026-01-05T12:00:00.123Z', '2026-01-05T13:00:00+01:00', '2026-01-05']) {
    it(`dates itself by ${time}`, () => expect(parseStatus({ updatedAt: time })?.updatedAt).to.equal(Date.parse(time)));
  }

  for (const time of [0, 1_767_614_400_000, '', 'now', '5 Jan 2026', '2026-13-45T99:99:99Z', '1', 'Mon, 05 Jan 2026 12:00:00 GMT', {}, []]) {
    it(`is not dated by ${JSON.stringify(time)}`, () => {
      expect(parseStatus({ updatedAt: time, retryAt: time })).to.include({ updatedAt: null, retryAt: null });
    });
  }

  for (const stream of [undefined, null, false, 0, 1, 'true', '', {}, [true]]) {
    it(`offers no stream by ${JSON.stringify(stream)}`, () => expect(parseStatus({ stream })?.stream).to.equal(false));
  }

  it('offers a stream by true alone', () => expect(parseStatus({ stream: true })?.stream).to.equal(true));

  it('keeps reason codes, also unknown ones, once each', () => {
    const reasons = ['document-expired', 'some-new-code', 'document-expired'];
    expect(parseStatus({ reasons })?.reasons).to.deep.equal(['document-expired', 'some-new-code']);
  });

  for (const reasons of ['document-expired', null, { 0: 'document-expired' }, [1, null, {}], ['<b>x</b>', 'Jane Doe', '\u202eabc', 'x'.repeat(1e6), '']]) {
    it(`has no reasons in ${JSON.stringify(reasons).slice(0, 40)}`, () => expect(parseStatus({ reasons })?.reasons).to.deep.equal([]));
  }
});

describe('a session body', () => {
  it('that is hostile is never thrown at, and its URL is the text it holds', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const session = parseSession(body);
        if (session === null) return;
        expect(session.sessionUrl).to.equal((body as { sessionUrl: unknown }).sessionUrl);
        expect(session.expiresAt === null || Number.isFinite(session.expiresAt)).to.equal(true);
      }),
      RUNS,
    );
  });

  for (const sessionUrl of [undefined, null, 0, 1, '', true, [], ['https://magic.veriff.me/v/x'], {}]) {
    it(`with the URL ${JSON.stringify(sessionUrl)} is none`, () => expect(parseSession({ sessionUrl })).to.equal(null));
  }

  it('takes no URL from a prototype', () => {
    expect(parseSession(JSON.parse('{"__proto__":{"sessionUrl":"https://magic.veriff.me/v/x"}}'))).to.equal(null);
  });

  it('expires when it says so', () => {
    const session = { sessionUrl: 'https://magic.veriff.me/v/x', expiresAt: '2026-01-05T12:00:00Z' };
    expect(parseSession(session)?.expiresAt).to.equal(NOW);
    expect(parseSession({ ...session, expiresAt: 'soon' })?.expiresAt).to.equal(null);
  });
});

describe('Retry-After', () => {
  const cases: readonly (readonly [string | null, number | null])[] = [
    ['0', 0],
    ['1', 1_000],
    ['120', 120_000],
    [' 120 ', 120_000],
    ['300', MAX_WAIT],
    ['301', MAX_WAIT],
    ['1000000000', MAX_WAIT],
    ['9'.repeat(400), MAX_WAIT],
    ['Mon, 05 Jan 2026 12:01:00 GMT', 60_000],
    ['Mon, 05 Jan 2026 11:00:00 GMT', 0],
    ['Mon, 05 Jan 2099 11:00:00 GMT', MAX_WAIT],
    [null, null],
    ['', null],
    ['-5', null],
    ['1.5', null],
    ['1e9', null],
    ['soon', null],
    ['120, 240', null],
    ['2026-01-05T12:01:00Z', null],
    ['Xyz, 99 Abc 2026 99:99:99 GMT', null],
  ];
  for (const [header, wait] of cases) {
    it(`${JSON.stringify(header)?.slice(0, 40)} asks for ${wait === null ? 'nothing' : `${wait} ms`}`, () => {
      expect(parseRetryAfter(header, NOW)).to.equal(wait);
    });
  }

  it('asks for 5 min at most, whatever it says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.bigInt().map(String), fc.date({ noInvalidDate: true }).map((date) => date.toUTCString())), (header) => {
        const wait = parseRetryAfter(header, NOW);
        if (wait !== null) expect(wait).to.be.within(0, MAX_WAIT);
      }),
      RUNS,
    );
  });
});
