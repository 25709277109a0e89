import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { createStorage } from 'unstorage';
import fsDriver from 'unstorage/drivers/fs';
import { fileURLToPath } from 'node:url';
import { canary, hmac, veriffWorld } from '../helpers/server-world.js';
import { standing, veriffDecision } from '../helpers/vendor-events.js';

const SCRIPT = fileURLToPath(new URL('../helpers/shutdown-server.js', import.meta.url));
const CONNECTIONS = 250;
const BEFORE_SIGNAL = 500;
/** Milliseconds. */
const LONGEST_EXIT = 5_000;

async function startServer(t) {
  const base = await mkdtemp(join(tmpdir(), 'kyc-shutdown-'));
  t.after(() => rm(base, { recursive: true, force: true }));
  const child = spawn(process.execPath, [SCRIPT, base], { stdio: ['ignore', 'pipe', 'pipe'] });
  t.after(() => child.kill('SIGKILL'));
  const errors = [];
  child.stderr.on('data', (chunk) => errors.push(String(chunk)));
  const exited = once(child, 'exit').then(([code, signal]) => ({ code, signal, at: performance.now() }));
  const [line] = await Promise.race([once(child.stdout, 'data'), exited.then(() => assert.fail(errors.join('')))]);
  return { base, child, errors, exited, port: Number(line) };
}

/** The status, or `null` where no answer came. */
function send(port, agent, id) {
  const body = JSON.stringify(veriffDecision('approved', { vendorData: id, session: `session-of-${id}` }));
  const headers = { 'content-type': 'application/json', 'x-auth-client': canary.veriffApiKey, 'x-hmac-signature': hmac(canary.sharedSecret, body) };
  return new Promise((resolve) => {
    const call = request({ host: '127.0.0.1', port, agent, method: 'POST', path: '/api/kyc/webhook', headers }, (response) => {
      response.resume().on('error', () => resolve(null)).on('close', () => resolve(response.complete ? response.statusCode : null));
    });
    call.on('error', () => resolve(null)).end(body);
  });
}

/** An open stream: how it ended, once it has. */
function follow(port, id) {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path: `/api/kyc?onboardingId=${id}`, headers: { accept: 'text/event-stream' }, agent: false });
    call.on('error', reject).on('response', (response) => {
      const ended = new Promise((end) => response.on('close', () => end({ complete: response.complete })).on('error', () => end({ complete: false })));
      response.once('data', () => resolve({ ended }));
    });
    call.end();
  });
}

test('SIGTERM amid a flood of webhooks loses none that was acknowledged', async (t) => {
  const { base, child, errors, exited, port } = await startServer(t);
  const streams = await Promise.all(Array.from({ length: 5 }, (_, index) => follow(port, `waiting-${index}`)));
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const acknowledged = [];
  let sent = 0;
  let underWay = 0;
  let atSignal = null;
  let signalledAt = 0;
  const sendOn = async () => {
    for (;;) {
      const id = `person-${++sent}`;
      underWay += 1;
      const status = await send(port, agent, id);
      underWay -= 1;
      if (status === null) return;
      assert.equal(status, 200);
      acknowledged.push(id);
      if (acknowledged.length === BEFORE_SIGNAL) {
        atSignal = underWay;
        signalledAt = performance.now();
        child.kill('SIGTERM');
      }
    }
  };
  const flood = Promise.all(Array.from({ length: CONNECTIONS }, sendOn));
  const { code, signal, at } = await exited;
  await flood;
  agent.destroy();
  assert.deepEqual({ code, signal, errors }, { code: 0, signal: null, errors: [] });
  assert.ok(at - signalledAt < LONGEST_EXIT, `${at - signalledAt} ms`);
  assert.ok(atSignal >= 200, `${atSignal} under way`);
  assert.ok(acknowledged.length > BEFORE_SIGNAL, 'some were answered after the signal');
  for (const { ended } of streams) assert.deepEqual(await ended, { complete: true });

  const fresh = veriffWorld({ store: createStorage({ driver: fsDriver({ base }) }) });
  const lost = [];
  for (const id of acknowledged) if ((await standing(fresh, id)) !== 'VERIFIED') lost.push(id);
  assert.deepEqual(lost, []);
  assert.deepEqual(fresh.calls, []);
  t.diagnostic(`${acknowledged.length} acknowledged of ${sent} sent, ${atSignal} under way at SIGTERM, exit after ${Math.round(at - signalledAt)} ms`);
});

test('SIGTERM ends an idle server and its streams at once', async (t) => {
  const { child, exited, errors, port } = await startServer(t);
  const stream = await follow(port, 'waiting');
  const began = performance.now();
  child.kill('SIGTERM');
  const { code, at } = await exited;
  assert.deepEqual({ code, errors }, { code: 0, errors: [] });
  assert.deepEqual(await stream.ended, { complete: true });
  assert.ok(at - began < 1_000, `${at - began} ms`);
});
