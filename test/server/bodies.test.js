import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bodyOf, endlessBody, refusedWith, someTurns } from '../helpers/server-checks.js';
import { baanxWorld, ENDPOINT, ID } from '../helpers/server-world.js';

const LIMIT = 16 * 1024;
/** A body of exactly that many bytes. */
const bodyOfSize = (size) => JSON.stringify({ onboardingId: ID, pad: '' }).replace('"pad":"', `"pad":"${'x'.repeat(size - JSON.stringify({ onboardingId: ID, pad: '' }).length)}`);
const streamed = (stream) => ({ body: stream, duplex: 'half' });

describe('content types', () => {
  for (const type of ['text/plain', 'text/plain;charset=UTF-8', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json-patch+json', 'application/jsonx', 'text/json', 'application/json, text/plain', '']) {
    it(`answers 415 to ${JSON.stringify(type)} and does not look into the body`, async () => {
      const world = baanxWorld();
      const body = endlessBody(() => new Uint8Array(1));
      await refusedWith(await world.post(ID, { ...streamed(body.stream), headers: { 'content-type': type } }), 415);
      assert.equal(body.taken, 0);
      assert.equal(world.calls.length, 0);
    });
  }

  it('answers 415 where no type is said', async () => {
    const request = new Request(ENDPOINT, { method: 'POST', body: new TextEncoder().encode(JSON.stringify({ onboardingId: ID })) });
    assert.equal(request.headers.get('content-type'), null);
    await refusedWith(await baanxWorld().exchange(request), 415);
  });

  for (const encoding of ['gzip', 'br', 'deflate', 'zstd', 'gzip, identity', 'x-gzip']) {
    it(`answers 415 to a body packed by ${encoding}, unread and not unpacked`, async () => {
      const body = endlessBody(() => new Uint8Array(1));
      await refusedWith(await baanxWorld().post(ID, { ...streamed(body.stream), headers: { 'content-encoding': encoding } }), 415);
      assert.equal(body.taken, 0);
    });
  }

  it('takes a body that says it is not packed', async () => {
    await bodyOf(await baanxWorld().post(ID, { headers: { 'content-encoding': 'identity' } }), 200);
  });

  it('does not unpack a body that is packed and does not say so', async () => {
    const packed = new Response(new Blob([JSON.stringify({ onboardingId: ID })]).stream().pipeThrough(new CompressionStream('gzip')));
    await refusedWith(await baanxWorld().post(ID, { body: new Uint8Array(await packed.arrayBuffer()) }), 400);
  });
});

describe('sizes', () => {
  it('takes a body of 16 KB', async () => {
    const body = bodyOfSize(LIMIT);
    assert.equal(body.length, LIMIT);
    await bodyOf(await baanxWorld().post(ID, { body }), 200);
  });

  it('answers 413 to a byte more', async () => {
    const world = baanxWorld();
    await refusedWith(await world.post(ID, { body: bodyOfSize(LIMIT + 1) }), 413);
    assert.equal(world.calls.length, 0);
  });

  it('answers 413 to a body that says a gigabyte, without reading it', async () => {
    const body = endlessBody(() => new Uint8Array(1024));
    await refusedWith(await baanxWorld().post(ID, { ...streamed(body.stream), headers: { 'content-length': '1000000000' } }), 413);
    assert.equal(body.taken, 0);
  });

  for (const [said, headers] of [['nothing', {}], ['less', { 'content-length': '10' }], ['junk', { 'content-length': 'x' }], ['a negative length', { 'content-length': '-1' }]]) {
    it(`stops reading at 16 KB a body without end that says ${said}`, async () => {
      const body = endlessBody(() => new Uint8Array(1000).fill(0x20));
      await refusedWith(await baanxWorld().post(ID, { ...streamed(body.stream), headers }), 413);
      assert.equal(body.taken, 17_000);
      assert.equal(body.canceled, true);
    });
  }

  it('reads a body that comes byte by byte', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ onboardingId: ID }));
    const stream = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    await bodyOf(await baanxWorld().post(ID, streamed(stream)), 200);
  });
});

describe('slow bodies', () => {
  it('answers 408 after 10 s to a body that stalls, and lets go of it', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const body = endlessBody();
    const response = baanxWorld().post(ID, streamed(body.stream));
    let done = false;
    void response.then(() => (done = true));
    await someTurns();
    t.mock.timers.tick(9_999);
    await someTurns();
    assert.equal(done, false);
    t.mock.timers.tick(1);
    await refusedWith(await response, 408);
    assert.equal(body.canceled, true);
  });

  it('answers 408 after 10 s to a body that drips', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    let drop;
    const stream = new ReadableStream({ start: (controller) => (drop = () => controller.enqueue(Uint8Array.of(0x20))) });
    const response = baanxWorld().post(ID, streamed(stream));
    for (let second = 0; second < 10; second++) {
      drop();
      await someTurns();
      t.mock.timers.tick(1_000);
    }
    await refusedWith(await response, 408);
  });

  it('answers 400 where the caller leaves in the middle of a body', async () => {
    const world = baanxWorld();
    const stream = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) }, { highWaterMark: 0 });
    await refusedWith(await world.post(ID, streamed(stream)), 400);
    assert.equal(world.calls.length, 0);
  });

  it('leaves no timer behind a body that is complete', async (t) => {
    const cleared = t.mock.method(globalThis, 'clearTimeout');
    const set = t.mock.method(globalThis, 'setTimeout');
    await baanxWorld().post();
    const handles = set.mock.calls.filter(({ arguments: [, ms] }) => ms >= 1_000).map(({ result }) => result);
    assert.equal(handles.length, 2, 'one for the body, one for the call');
    for (const handle of handles) assert.ok(cleared.mock.calls.some(({ arguments: [each] }) => each === handle));
  });
});

describe('texts that are no request', () => {
  const texts = ['', ' ', '{', 'null', 'true', '1', '"x"', `"${ID}"`, '[]', `[{"onboardingId":"${ID}"}]`, `{"onboardingId":"${ID}"`, `{'onboardingId':'${ID}'}`, `{"onboardingId":"${ID}"}{}`, `onboardingId=${ID}`, '<onboardingId/>', '{"__proto__":{"onboardingId":"x"}}', `{"constructor":{"prototype":{"onboardingId":"${ID}"}}}`, '{"__proto__":{"reverify":true}}', '['.repeat(8000), '{"a":'.repeat(3000)];
  for (const text of texts) {
    it(`answers 400 to ${JSON.stringify(text.slice(0, 50))}`, async () => {
      const world = baanxWorld();
      await refusedWith(await world.post(ID, { body: text }), 400);
      assert.equal(world.calls.length, 0);
    });
  }

  it('answers 400 to bytes that are no UTF-8', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('{"onboardingId":"'), 0xff, 0xfe, 0xc0, ...new TextEncoder().encode('"}')]);
    await refusedWith(await baanxWorld().post(ID, { body: bytes }), 400);
  });

  it('takes no id from a prototype that somebody has polluted', async () => {
    Object.defineProperty(Object.prototype, 'onboardingId', { value: ID, configurable: true });
    try {
      await refusedWith(await baanxWorld().post(ID, { body: '{}' }), 400);
    } finally {
      delete Object.prototype.onboardingId;
    }
  });

  it('answers, and does not throw, where the body has been read before it', async () => {
    for (const url of [ENDPOINT, `${ENDPOINT}/webhook`]) {
      const headers = { 'content-type': 'application/json', 'x-timestamp': '1', 'x-signature': 'a'.repeat(64) };
      const request = new Request(url, { method: 'POST', body: '{}', headers });
      await request.text();
      await refusedWith(await baanxWorld().exchange(request), 503);
    }
  });
});
