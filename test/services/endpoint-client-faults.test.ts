import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { codeOfStatus } from '../../src/core/errors.js';
import { ClientBench, json, never, refused, type Respond } from '../helpers/client-bench.js';

const LIMIT = 15_000;
const KIBIBYTE = 1_024;
const DATE = 'Mon, 05 Jan 2026 12:01:00 GMT';

type Ask = (bench: ClientBench, span?: number) => ReturnType<ClientBench['readStatus']> | ReturnType<ClientBench['createSession']>;
const ASKS: Readonly<Record<'status' | 'exchange', Ask>> = {
  status: (bench, span) => bench.readStatus(span),
  exchange: (bench, span) => bench.createSession(span),
};

/** A body that sends `first` and then does what it is told. */
const streamed = (first: string, then: (controller: ReadableStreamDefaultController<Uint8Array>) => void): Response =>
  new Response(
    new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(first));
        then(controller);
      },
    }),
  );

async function expectFailure(ask: Ask, respond: Respond, code: string): Promise<void> {
  const bench = new ClientBench(respond);
  const outcome = await ask(bench, 60_000);
  expect(outcome).to.have.nested.property('error.code', code);
  expect(bench.clock.pending(), 'timers').to.equal(0);
  expect(bench.calls.every(({ init }) => init.signal?.aborted), 'connections are let go').to.equal(true);
}

describe('the network', () => {
  for (const [phase, ask] of Object.entries(ASKS)) {
    it(`that refuses a ${phase} request is network`, () => expectFailure(ask, refused, 'network'));

    it(`that is offline at a ${phase} request is offline`, async () => {
      const bench = new ClientBench(refused);
      bench.online = false;
      expect(await ask(bench, 60_000)).to.have.nested.property('error.code', 'offline');
    });

    it(`that never answers a ${phase} request is timeout`, () => expectFailure(ask, never, 'timeout'));

    it(`that stalls in the body of a ${phase} answer is timeout`, () => expectFailure(ask, () => streamed('{"sess', () => undefined), 'timeout'));

    it(`that breaks in the body of a ${phase} answer is network`, () =>
      expectFailure(ask, () => streamed('{"sess', (controller) => controller.error(new TypeError('network error'))), 'network'));

    it(`whose fetch does not heed signals still ends a ${phase} request`, async () => {
      const bench = new ClientBench(never);
      bench.heedsSignals = false;
      expect(await ask(bench, 60_000)).to.have.nested.property('error.code', 'timeout');
    });
  }

  it('ends a request after 15 s, not before', async () => {
    const bench = new ClientBench(never);
    let ended = false;
    const work = bench.client.readStatus(bench.abort.signal).finally(() => (ended = true));
    await bench.clock.advance(LIMIT - 1);
    expect(ended).to.equal(false);
    await bench.clock.advance(1);
    await work;
    expect(bench.calls[0]?.init.signal?.aborted).to.equal(true);
  });

  it('may be slow, by 8 kbit/s', async () => {
    const bench = new ClientBench(() => {
      const bytes = new TextEncoder().encode(JSON.stringify({ verificationState: 'VERIFIED', padding: 'x'.repeat(9_000) }));
      let sent = 0;
      return new Response(
        new ReadableStream<Uint8Array>({
          async pull(controller) {
            await new Promise<void>((resolve) => bench.clock.setTimeout(resolve, 1_000));
            controller.enqueue(bytes.slice(sent, (sent += 1_000)));
            if (sent >= bytes.length) controller.close();
          },
        }),
      );
    });
    expect(await bench.readStatus(LIMIT)).to.have.nested.property('value.verificationState', 'VERIFIED');
  });

  it('that is captive, with HTML and a 200, is bad-response', () =>
    expectFailure(ASKS.status, () => new Response('<!doctype html><h1>Sign in</h1>', { headers: { 'content-type': 'text/html' } }), 'bad-response'));
});

describe('the status of an answer', () => {
  const statuses = [
    [202, 203, 204, 205, 206, 300, 304],
    [400, 401, 402, 403, 404, 405, 408, 409, 410, 418, 422, 425, 429, 451, 498, 499],
    [500, 501, 502, 503, 504, 599],
  ].flat();
  for (const status of statuses) {
    it(`${status} is ${codeOfStatus(status)} in both phases, and its text goes nowhere`, async () => {
      for (const [phase, ask] of Object.entries(ASKS)) {
        const body = [204, 205, 304].includes(status) ? null : '{"message":"<b>secret</b>"}';
        const outcome = await ask(new ClientBench(() => new Response(body, { status })), 60_000);
        expect(outcome).to.have.property('ok', false);
        expect(outcome).to.have.deep.nested.include({ 'error.code': codeOfStatus(status), 'error.phase': phase, 'error.httpStatus': status });
        expect(JSON.stringify(outcome)).not.to.include('secret');
      }
    });
  }

  it('of a redirect that was not followed is bad-response', () => expectFailure(ASKS.exchange, () => Response.error(), 'bad-response'));

  const asked: readonly (readonly [header: string, wait: number | null])[] = [
    ['7', 7_000],
    ['0', 0],
    [DATE, 60_000],
    ['Mon, 05 Jan 2026 11:00:00 GMT', 0],
    ['1000000000', 300_000],
    ['1e9', null],
    ['-7', null],
    ['soon', null],
  ];
  for (const [header, wait] of asked) {
    for (const status of [429, 503, 403]) {
      it(`${status} with Retry-After ${header} asks for ${wait === null ? 'no rest' : `${wait} ms`}`, async () => {
        const bench = new ClientBench(() => json({}, { status, headers: { 'retry-after': header } }));
        const now = bench.clock.date();
        const outcome = await bench.readStatus();
        expect(outcome).to.have.property('retryAfter', wait);
        const retryAt = wait === null ? null : new Date(now + wait).toISOString();
        expect(outcome).to.have.nested.property('error.retryAt', retryAt);
      });
    }
  }
});

describe('the body of an answer', () => {
  const bad: Readonly<Record<string, string>> = {
    'that is empty': '',
    'that is blank': ' \n',
    'that is truncated': '{"sessionUrl":"https://magic.veriff.me/v/x","verificationState":"VERIF',
    'that is plain text': 'Invalid onboarding ID',
    'that is null': 'null',
    'that is a list': '[{"verificationState":"VERIFIED","sessionUrl":"https://magic.veriff.me/v/x"}]',
    'that is a number': '1',
    'that is deeply nested': '['.repeat(60_000),
    'that is well nested, and too deep to be anything': '['.repeat(30_000) + ']'.repeat(30_000),
    'that has something after its end': '{"verificationState":"VERIFIED","sessionUrl":"https://magic.veriff.me/v/x"} x',
  };
  for (const [title, text] of Object.entries(bad)) {
    for (const [phase, ask] of Object.entries(ASKS)) {
      it(`${title} is bad-response to a ${phase} request`, () => expectFailure(ask, () => new Response(text), 'bad-response'));
    }
  }

  for (const sessionUrl of [null, 1, '', ['https://magic.veriff.me/v/x'], { href: 'https://magic.veriff.me/v/x' }, undefined]) {
    it(`whose session URL is ${JSON.stringify(sessionUrl)} is bad-response`, () => expectFailure(ASKS.exchange, () => json({ sessionUrl }), 'bad-response'));
  }

  it('takes nothing from a prototype', async () => {
    const text = '{"__proto__":{"verificationState":"VERIFIED","sessionUrl":"https://magic.veriff.me/v/x"}}';
    expect(await new ClientBench(() => new Response(text)).readStatus()).to.have.nested.property('value.verificationState', null);
    await expectFailure(ASKS.exchange, () => new Response(text), 'bad-response');
  });

  it('counts whatever its content type is', async () => {
    const respond: Respond = () => new Response('\ufeff{"verificationState":"PENDING"}', { headers: { 'content-type': 'text/plain' } });
    expect(await new ClientBench(respond).readStatus()).to.have.nested.property('value.verificationState', 'PENDING');
  });

  for (const [phase, ask] of Object.entries(ASKS)) {
    it(`of 50 MB to a ${phase} request is read up to 64 KiB and let go`, async () => {
      const chunk = new Uint8Array(4 * KIBIBYTE).fill(0x20);
      let sent = 0;
      const respond: Respond = () =>
        new Response(
          new ReadableStream<Uint8Array>({
            pull(controller) {
              sent += chunk.length;
              controller.enqueue(chunk);
              if (sent >= 50 * KIBIBYTE * KIBIBYTE) controller.close();
            },
          }),
        );
      await expectFailure(ask, respond, 'bad-response');
      expect(sent).to.be.at.most((64 + 16) * KIBIBYTE);
    });
  }

  it('may have 64 KiB, and not a byte more', async () => {
    const padded = (size: number): string => '{"verificationState":"PENDING"}'.padEnd(size);
    expect(await new ClientBench(() => new Response(padded(64 * KIBIBYTE))).readStatus()).to.have.property('ok', true);
    await expectFailure(ASKS.status, () => new Response(padded(64 * KIBIBYTE + 1)), 'bad-response');
  });

  it('is understood however it is cut into pieces', async () => {
    const bytes = new TextEncoder().encode('{"verificationState":"PENDING","x":"äöü€😀"}');
    const cuts = fc.array(fc.nat(bytes.length), { maxLength: 8 }).map((all) => [0, ...all.sort((a, b) => a - b), bytes.length]);
    const property = fc.asyncProperty(cuts, async (cuts) => {
      const pieces = cuts.slice(1).map((end, turn) => bytes.slice(cuts[turn], end));
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (const piece of pieces) controller.enqueue(piece);
          controller.close();
        },
      });
      expect(await new ClientBench(() => new Response(body)).readStatus()).to.have.nested.property('value.verificationState', 'PENDING');
    });
    await fc.assert(property, { numRuns: 50 });
  });
});
