import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readEvents } from '../../src/services/event-stream.js';
import { FakeStream } from '../helpers/fake-stream.js';

const LIMIT = 64 * 1024;
const encoder = new TextEncoder();

interface Heard {
  readonly data: readonly string[];
  /** Pieces that arrived. */
  readonly pieces: number;
  readonly end: 'ended' | 'broken';
}

/** What is heard of a stream to its end. */
async function hear(play: (stream: FakeStream) => void, limit = LIMIT): Promise<Heard> {
  const abort = new AbortController();
  const stream = new FakeStream(abort.signal);
  const data: string[] = [];
  let pieces = 0;
  const options = { body: stream.body, limit, onData: (one: string) => data.push(one), onBytes: () => pieces++ };
  const end = readEvents(options, abort.signal).then(() => 'ended' as const, () => 'broken' as const);
  play(stream);
  stream.end();
  const how = await end;
  return { data, pieces, end: how };
}

describe('an event stream', () => {
  const texts: readonly (readonly [text: string, data: readonly string[]])[] = [
    ['data: 1\n\n', ['1']],
    ['data:1\n\ndata:2\n\n', ['1', '2']],
    ['data: {\ndata: }\n\n', ['{\n}']],
    ['event: message\ndata: 1\n\n', ['1']],
    ['id: 7\nretry: 10\ndata: 1\n\n', ['1']],
    ['data: 1\r\n\r\ndata: 2\r\n\r\n', ['1', '2']],
    ['\ufeffdata: 1\n\n', ['1']],
    [': a comment\n\n:\n\n', []],
    ['event: bye\ndata: 1\n\n', []],
    ['event: Message\ndata: 1\n\n', []],
    ['event: message\n\n', []],
    ['data\n\n', ['']],
    ['datum: 1\n\nDATA: 1\n\n', []],
    ['data: 1', []],
    ['data: 1\n', []],
    ['<!doctype html><title>data: 1</title>\n\n', []],
    ['{"verificationState":"VERIFIED"}\n\n', []],
    ['retry: soon\n\n', []],
  ];
  for (const [text, data] of texts) {
    it(`${JSON.stringify(text)} says ${JSON.stringify(data)}`, async () => {
      expect(await hear((stream) => stream.text(text))).to.deep.equal({ data, pieces: 1, end: 'ended' });
    });
  }

  it('says the same wherever it is split', async () => {
    const datum = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !/[\r\n\ufeff]/.test(text));
    const event = fc.record({ data: fc.array(datum, { minLength: 1, maxLength: 3 }), end: fc.constantFrom('\n', '\r\n'), comment: datum });
    const split = fc.array(fc.nat(), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 8 }), split, async (events, cuts) => {
        const text = events.map(({ data, end, comment }) => `:${comment}${end}${data.map((line) => `data: ${line}${end}`).join('')}${end}`).join('');
        const bytes = encoder.encode(text);
        const borders = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((one, other) => one - other);
        const pieces = [0, ...borders].map((from, turn) => bytes.slice(from, borders[turn] ?? bytes.length));
        const { data, end } = await hear((stream) => pieces.forEach((piece) => stream.bytes(piece)));
        expect(data).to.deep.equal(events.map((one) => one.data.join('\n')));
        expect(end).to.equal('ended');
      }),
      { numRuns: 2_000 },
    );
  });

  it('of any bytes is never thrown at', async () => {
    const line = fc.constantFrom('data: ', 'data', 'event: ', 'event: message', 'id: \0', ':', '\n', '\r', '\r\n', '\n\n', '{}', '[]', '\ufeff', '\ud800');
    const piece = fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.array(line).map((lines) => encoder.encode(lines.join(''))));
    await fc.assert(
      fc.asyncProperty(fc.array(piece), async (pieces) => {
        const { end } = await hear((stream) => pieces.forEach((one) => stream.bytes(one)));
        expect(end).to.equal('ended');
      }),
      { numRuns: 2_000 },
    );
  });

  describe('with a long event', () => {
    const inPieces = (text: string, size: number) => (stream: FakeStream) => {
      for (let from = 0; from < text.length; from += size) stream.text(text.slice(from, from + size));
    };
    const short = 'x'.repeat(60_000);
    for (const size of [1_000, 16_384, 1e7]) {
      it(`hears one of 60,000 bytes in pieces of ${size}`, async () => {
        expect((await hear(inPieces(`data: ${short}\n\n`, size))).data).to.deep.equal([short]);
      });

      it(`breaks at one above 64 KiB in pieces of ${size}, and hears nothing after it`, async () => {
        for (const length of [LIMIT + 1, 1_000_000]) {
          const text = `data: 1\n\ndata: ${'x'.repeat(length)}\n\ndata: 2\n\n`;
          const { data, end } = await hear(inPieces(text, size));
          expect([data, end]).to.deep.equal([['1'], 'broken']);
        }
      });

      it(`breaks at one whose many lines are too much in pieces of ${size}`, async () => {
        const { data, end } = await hear(inPieces(`${'data: 0123456789\n'.repeat(7_000)}\n`, size));
        expect([data, end]).to.deep.equal([[], 'broken']);
      });
    }

    it('counts its bytes, not its letters', async () => {
      const { data, end } = await hear((stream) => stream.event('€'.repeat(30_000)));
      expect([data, end]).to.deep.equal([[], 'broken']);
    });

    it('breaks at a line that never ends', async () => {
      const { pieces, end } = await hear((stream) => {
        for (let turn = 0; turn < 100; turn++) stream.text(':'.repeat(1_000));
      });
      expect(end).to.equal('broken');
      expect(pieces).to.be.below(70);
    });

    it('bears any number of short ones', async () => {
      const { data, end } = await hear((stream) => {
        for (let turn = 0; turn < 200; turn++) stream.event('x'.repeat(1_000)).beat();
      });
      expect([data.length, end]).to.deep.equal([200, 'ended']);
    });
  });

  it('breaks where the line does', async () => {
    expect(await hear((stream) => stream.event('1').break())).to.have.property('end', 'broken');
  });

  it('ends by its signal, and cancels its body, also where nothing heeds that', async () => {
    const abort = new AbortController();
    let canceled = 0;
    const body = new ReadableStream<Uint8Array>({ cancel: () => (canceled++, new Promise(() => undefined)) });
    const reading = readEvents({ body, limit: LIMIT, onData: () => undefined, onBytes: () => undefined }, abort.signal);
    abort.abort();
    await reading;
    expect(canceled).to.equal(1);
  });

  it('that is ended by what it says is heard no further, not even within the same piece', async () => {
    const abort = new AbortController();
    const stream = new FakeStream(abort.signal);
    const data: string[] = [];
    let pieces = 0;
    const onData = (one: string): void => {
      data.push(one);
      abort.abort();
    };
    const reading = readEvents({ body: stream.body, limit: LIMIT, onData, onBytes: () => pieces++ }, abort.signal);
    stream.text('data: 1\n\ndata: 2\n\n');
    await reading;
    expect([data, pieces]).to.deep.equal([['1'], 0]);
  });
});
