import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listen, openSandbox } from '../helpers/sandbox-world.js';

/** Reads a stream until the text that has come holds something. */
async function readUntil(reader, wanted) {
  const decoder = new TextDecoder();
  let text = '';
  while (!text.includes(wanted)) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`The stream ended before ${wanted}: ${text}`);
    text += decoder.decode(value, { stream: true });
  }
  return text;
}

describe('streams through the sandbox’s server', () => {
  const sandbox = openSandbox();
  let server;
  before(async () => {
    server = await listen(sandbox.page);
  });
  after(async () => {
    await sandbox.close();
    await server.close();
  });
  const follow = (id, signal) =>
    fetch(`${server.origin}/api/kyc?onboardingId=${id}`, { headers: { accept: 'text/event-stream' }, signal });

  for (const provider of ['baanx', 'veriff']) {
    it(`say at once where it stands, and a verdict of ${provider}’s within 200 ms of its webhook`, { timeout: 10_000 }, async () => {
      const person = await sandbox.arrive('approve', { provider });
      const { sessionUrl } = (await person.start()).body;
      const ended = new AbortController();
      const response = await follow(person.onboardingId, ended.signal);
      assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8');
      const reader = response.body.getReader();
      await readUntil(reader, '"UNVERIFIED"');
      await person.inFrame(sessionUrl, 'started', 'submitted');
      await readUntil(reader, '"PENDING"');
      await readUntil(reader, '"VERIFIED"');
      const seen = Date.now();
      const { body } = await sandbox.control(`/sandbox/calls?onboardingId=${person.onboardingId}`);
      const webhook = body.filter(({ path }) => path === '/api/kyc/webhook').at(-1);
      assert.ok(seen - Date.parse(webhook.at) < 200, `${seen - Date.parse(webhook.at)} ms`);
      assert.deepEqual(body.filter(({ stream }) => stream).map(({ from, to, status }) => `${from} → ${to} ${status}`), ['page → endpoint 200']);
      ended.abort();
    });
  }

  it('flush what there is, and are cancelled with the connection', { timeout: 10_000 }, async (test) => {
    let cancelled;
    const cancellation = new Promise((resolve) => (cancelled = resolve));
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('first')),
      cancel: () => cancelled('cancelled'),
    });
    const endless = await listen(async () => new Response(body));
    test.after(() => endless.close());
    const leaving = new AbortController();
    const response = await fetch(endless.origin, { signal: leaving.signal });
    await readUntil(response.body.getReader(), 'first');
    leaving.abort();
    assert.equal(await cancellation, 'cancelled');
  });
});
