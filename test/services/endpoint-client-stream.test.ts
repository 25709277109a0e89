import { expect } from '@open-wc/testing';
import { codeOfStatus } from '../../src/core/errors.js';
import { ClientBench, ID, json, never, refused, type Respond } from '../helpers/client-bench.js';

const events = (type = 'text/event-stream'): Response => new Response('data: {}\n\n', { headers: { 'content-type': type } });

describe('a stream that is asked for', () => {
  it('is the same GET as a read, but for what it accepts', async () => {
    const bench = new ClientBench(() => events(), { url: 'https://partner.example/api?tenant=a%20b#top', credentials: () => 'include' });
    await bench.openStream();
    await bench.readStatus();
    const [stream, read] = bench.calls;
    expect(stream?.url.href).to.equal(read?.url.href);
    expect(stream?.url.searchParams.get('onboardingId')).to.equal(ID);
    const { signal: _stream, headers: _own, ...init } = stream?.init ?? {};
    const { signal: _read, headers: _its, ...usual } = read?.init ?? {};
    expect(init).to.deep.equal(usual);
    expect(init).to.include({ method: 'GET', cache: 'no-store', redirect: 'manual', credentials: 'include' });
    expect([stream?.headers.get('accept'), read?.headers.get('accept')]).to.deep.equal(['text/event-stream', 'application/json']);
  });

  it('asks for the partner’s headers anew, and does not let them say what it accepts', async () => {
    let calls = 0;
    const bench = new ClientBench(() => events(), { headers: () => () => Promise.resolve({ authorization: `t${++calls}`, accept: 'text/html' }) });
    await bench.openStream();
    await bench.openStream();
    expect(bench.calls.map(({ headers }) => headers.get('authorization'))).to.deep.equal(['t1', 't2']);
    expect(bench.calls[0]?.headers.get('accept')).to.equal('text/event-stream');
  });

  it('is not ended by time, and has no timer of its own', async () => {
    const bench = new ClientBench(() => events());
    const outcome = await bench.openStream();
    expect(bench.clock.pending()).to.equal(0);
    await bench.clock.advance(3_600_000);
    expect(bench.calls[0]?.init.signal?.aborted).to.equal(false);
    expect(outcome.ok && (await new Response(outcome.value).text())).to.equal('data: {}\n\n');
  });

  for (const type of ['text/event-stream', 'text/event-stream;charset=utf-8', 'Text/Event-Stream ; charset=UTF-8']) {
    it(`is had by a 200 of ${type}`, async () => {
      const outcome = await new ClientBench(() => events(type)).openStream();
      expect(outcome.ok && outcome.value).to.be.an.instanceOf(ReadableStream);
    });
  }

  for (const type of ['application/json', 'text/html', 'text/event-stream-2', 'application/json, text/event-stream', 'x', '']) {
    it(`is none by a 200 of ${type || 'no type'}`, async () => {
      expect(await new ClientBench(() => events(type)).openStream()).to.deep.equal({ ok: true, value: null });
    });
  }

  it('is none by a 200 without a type or a body', async () => {
    expect(await new ClientBench(() => new Response(null)).openStream()).to.deep.equal({ ok: true, value: null });
  });

  for (const status of [201, 202, 204, 304, 400, 401, 404, 406, 429, 498, 500, 503]) {
    it(`is refused by ${status}`, async () => {
      const body = [204, 304].includes(status) ? null : 'data: {}\n\n';
      const respond: Respond = () => new Response(body, { status, headers: { 'content-type': 'text/event-stream', 'retry-after': '7' } });
      const outcome = await new ClientBench(respond).openStream();
      expect(outcome).to.have.deep.nested.include({ ok: false, 'error.code': codeOfStatus(status), 'error.httpStatus': status });
      expect(outcome).to.have.property('retryAfter', 7_000);
    });
  }

  const faults: Readonly<Record<string, readonly [Respond, code: string]>> = {
    'the line': [refused, 'network'],
    'a redirect': [() => Response.error(), 'bad-response'],
  };
  for (const [title, [respond, code]] of Object.entries(faults)) {
    it(`is kept from the page by ${title}`, async () => {
      expect(await new ClientBench(respond).openStream()).to.have.nested.property('error.code', code);
    });
  }

  for (const [title, headers] of [
    ['throws', () => { throw new Error('no token'); }],
    ['gives what are none', () => ({ 'not a name': '1' })],
  ] as const) {
    it(`sends nothing where the headers function ${title}`, async () => {
      const bench = new ClientBench(() => events(), { headers: () => headers });
      expect(await bench.openStream()).to.have.nested.property('error.code', 'configuration');
      expect(bench.calls).to.have.length(0);
    });
  }

  for (const [title, respond, endpoint] of [
    ['an answer', never, {}],
    ['headers', () => json({}), { headers: () => () => new Promise<never>(() => undefined) }],
  ] as const) {
    it(`ends by its signal while it waits for ${title} that never come`, async () => {
      const bench = new ClientBench(respond, endpoint);
      bench.heedsSignals = false;
      const opening = bench.openStream();
      bench.abort.abort();
      expect(await opening).to.have.property('ok', false);
    });
  }
});
