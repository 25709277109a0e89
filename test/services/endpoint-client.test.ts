import { expect } from '@open-wc/testing';
import type { HeadersSource } from '../../src/services/endpoint-client.js';
import { ClientBench, ID, SESSION_URL, json, never, refused, session, type Respond } from '../helpers/client-bench.js';

const PENDING = { verificationState: 'PENDING' };
const LIMIT = 15_000;

describe('a status read', () => {
  it('asks by GET for the id, keeps the endpoint’s own query and sends no fragment', async () => {
    const bench = new ClientBench(() => json(PENDING), { url: 'https://partner.example/api?tenant=a%20b&x#top', onboardingId: 'US_ä/&?#=1' });
    await bench.readStatus();
    const [call] = bench.calls;
    expect(call?.init.method).to.equal('GET');
    expect(call?.url.href).to.match(/^https:\/\/partner\.example\/api\?tenant=a%20b&x&onboardingId=[^#&]*$/);
    expect(call?.url.searchParams.get('onboardingId')).to.equal('US_ä/&?#=1');
    expect(call?.init.body).to.equal(undefined);
  });

  it('asks without an id for a re-verification', async () => {
    const bench = new ClientBench(() => json(PENDING), { reverify: true });
    await bench.readStatus();
    expect(bench.calls[0]?.url.search).to.equal('?reverify=true');
  });

  it('tells what the endpoint says, and nothing else of the body', async () => {
    const body = { verificationState: 'REJECTED', reasons: ['underage'], updatedAt: '2026-01-05T00:00:00Z', email: 'a@b.example' };
    const outcome = await new ClientBench(() => json(body)).readStatus();
    expect(outcome).to.deep.equal({
      ok: true,
      value: { verificationState: 'REJECTED', reasons: ['underage'], retryAt: null, updatedAt: Date.UTC(2026, 0, 5), stream: false },
    });
  });

  it('is not tried again', async () => {
    const bench = new ClientBench(refused);
    await bench.readStatus(LIMIT);
    expect(bench.calls).to.have.length(1);
  });

  it('is not answered by a 201', async () => {
    const outcome = await new ClientBench(() => json(PENDING, { status: 201 })).readStatus();
    expect(outcome).to.have.nested.property('error.code', 'bad-response');
  });
});

describe('an exchange', () => {
  for (const [reverify, body] of [[false, { onboardingId: ID }], [true, { reverify: true }]] as const) {
    it(`posts ${JSON.stringify(body)}`, async () => {
      const bench = new ClientBench(session, { reverify });
      await bench.createSession();
      const [call] = bench.calls;
      expect(call?.init.method).to.equal('POST');
      expect(call?.url.search).to.equal('');
      expect(JSON.parse(call?.init.body as string)).to.deep.equal(body);
      expect(call?.headers.get('content-type')).to.equal('application/json');
    });
  }

  for (const status of [200, 201]) {
    it(`is answered by a ${status}`, async () => {
      const bench = new ClientBench(() => json({ sessionUrl: SESSION_URL, expiresAt: '2026-01-05T00:00:00Z' }, { status }));
      expect(await bench.createSession()).to.deep.equal({
        ok: true,
        value: { url: SESSION_URL, origin: 'https://magic.veriff.me', expiresAt: Date.UTC(2026, 0, 5) },
      });
    });
  }

  for (const sessionUrl of ['javascript:alert(1)', 'https://magic.veriff.me.evil.example/v', '/v/x', 'http://magic.veriff.me/v', 'x'.repeat(60_000)]) {
    it(`fails by session-url for ${sessionUrl.slice(0, 40)}, once, and does not repeat it`, async () => {
      const bench = new ClientBench(() => json({ sessionUrl }));
      const outcome = await bench.createSession(LIMIT);
      expect(outcome).to.have.nested.property('error.code', 'session-url');
      expect(JSON.stringify(outcome)).not.to.include(sessionUrl);
      expect(bench.calls).to.have.length(1);
    });
  }

  it('takes the hosts that are set when the answer comes', async () => {
    let hosts = '*.veriff.me';
    const respond: Respond = () => {
      hosts = 'localhost:*';
      return json({ sessionUrl: 'http://localhost:4010/v/x' });
    };
    expect(await new ClientBench(respond, { sessionHosts: () => hosts }).createSession()).to.have.property('ok', true);
  });
});

describe('the tries of an exchange', () => {
  it('wait as long as the endpoint asked for', async () => {
    const bench = new ClientBench(() => json({}, { status: 503, headers: { 'retry-after': '2' } }));
    await bench.createSession(10_000);
    const [first, second, third] = bench.calls.map(({ at }) => at);
    expect(second! - first!).to.be.at.least(2000);
    expect(third! - second!).to.be.at.least(2000);
  });

  it('end where the endpoint asked for a longer rest than a user would wait', async () => {
    const bench = new ClientBench(() => json({}, { status: 503, headers: { 'retry-after': '60' } }));
    const outcome = await bench.createSession();
    expect(bench.calls).to.have.length(1);
    expect(outcome).to.have.nested.property('error.code', 'server');
    expect(outcome).to.have.property('retryAfter', 60_000);
  });

  const failures: Readonly<Record<string, readonly [Respond, string]>> = {
    'a refused connection': [refused, 'network'],
    'an endpoint that never answers': [never, 'timeout'],
    'a 500': [() => json({}, { status: 500 }), 'server'],
    'a 503': [() => json({}, { status: 503 }), 'server'],
  };
  for (const [title, [respond, code]] of Object.entries(failures)) {
    it(`are three for ${title}`, async () => {
      const bench = new ClientBench(respond);
      const outcome = await bench.createSession(60_000);
      expect(bench.calls).to.have.length(3);
      expect(outcome).to.have.nested.property('error.code', code);
      expect(bench.clock.pending()).to.equal(0);
    });

    it(`end with the first that works after ${title}`, async () => {
      let calls = 0;
      const bench = new ClientBench((call) => (++calls < 3 ? respond(call) : session()));
      expect(await bench.createSession(60_000)).to.have.property('ok', true);
      expect(bench.calls).to.have.length(3);
    });
  }

  it('are apart by half of 0.5 s and of 1 s where the draw is half', async () => {
    const bench = new ClientBench(refused);
    await bench.createSession(10_000);
    const [first = NaN, second = NaN, third = NaN] = bench.calls.map(({ at }) => at);
    expect([second - first, third - second]).to.deep.equal([250, 500]);
  });

  for (const status of [400, 401, 403, 404, 408, 409, 425, 429, 498, 499, 204, 304]) {
    it(`is one for ${status}`, async () => {
      const bench = new ClientBench(() => new Response(null, { status, headers: { 'retry-after': '0' } }));
      await bench.createSession(60_000);
      expect(bench.calls).to.have.length(1);
    });
  }

  for (const when of ['during a request', 'between two']) {
    it(`end when it is aborted ${when}`, async () => {
      const bench = new ClientBench(when === 'between two' ? refused : never);
      const work = bench.client.createSession(bench.abort.signal);
      await bench.clock.advance(10);
      bench.abort.abort();
      expect(await work).to.have.property('ok', false);
      expect(bench.clock.pending()).to.equal(0);
      await bench.clock.advance(120_000);
      expect(bench.calls).to.have.length(1);
      expect(bench.calls[0]?.init.signal?.aborted).to.equal(true);
    });
  }

  it('do not begin when it was aborted before', async () => {
    const bench = new ClientBench(session);
    bench.abort.abort();
    await bench.createSession();
    expect(bench.calls).to.have.length(0);
    expect(bench.clock.pending()).to.equal(0);
  });
});

describe('any request', () => {
  for (const [title, ask] of [
    ['a read', (bench: ClientBench) => bench.readStatus(60_000)],
    ['an exchange', (bench: ClientBench) => bench.createSession(60_000)],
  ] as const) {
    it(`for ${title} is not cached, follows no redirect and asks for JSON`, async () => {
      const bench = new ClientBench(session, { credentials: () => 'include' });
      await ask(bench);
      const [call] = bench.calls;
      expect(call?.init).to.include({ cache: 'no-store', credentials: 'include' });
      expect(call?.init.redirect).to.be.oneOf(['manual', 'error']);
      expect(call?.headers.get('accept')).to.equal('application/json');
      expect(call?.headers.has('authorization')).to.equal(false);
    });

    const sources: readonly HeadersSource[] = [
      { 'x-csrf': '1' },
      [['x-csrf', '1']],
      new Headers({ 'x-csrf': '1' }),
      () => ({ 'x-csrf': '1' }),
      () => Promise.resolve({ 'x-csrf': '1' }),
    ];
    sources.forEach((source, turn) => {
      it(`for ${title} carries the partner’s headers, in form ${turn + 1}`, async () => {
        const bench = new ClientBench(session, { headers: () => source });
        await ask(bench);
        expect(bench.calls[0]?.headers.get('x-csrf')).to.equal('1');
      });
    });

    for (const [what, source] of [
      ['throws', () => { throw new Error('mine'); }],
      ['rejects', () => Promise.reject(new Error('mine'))],
      ['is no header', { 'x\n': '1' }],
    ] as const) {
      it(`for ${title} fails once by configuration when the headers’ source ${what}`, async () => {
        const bench = new ClientBench(session, { headers: () => source });
        expect(await ask(bench)).to.have.nested.property('error.code', 'configuration');
        expect(bench.calls).to.have.length(0);
        expect(bench.clock.pending()).to.equal(0);
      });
    }

    it(`for ${title} ends by timeout when the headers never come`, async () => {
      const bench = new ClientBench(session, { headers: () => () => new Promise<HeadersInit>(() => undefined) });
      expect(await ask(bench)).to.have.nested.property('error.code', 'timeout');
      expect(bench.clock.pending()).to.equal(0);
    });
  }

  it('asks for its headers anew each time', async () => {
    let turn = 0;
    const bench = new ClientBench(refused, { headers: () => () => ({ 'x-turn': String(++turn) }) });
    await bench.createSession(60_000);
    expect(bench.calls.map(({ headers }) => headers.get('x-turn'))).to.deep.equal(['1', '2', '3']);
  });
});
