import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leaksIn } from '../helpers/server-checks.js';
import { episodes } from '../helpers/server-hostility.js';
import { anybody, baanxWorld, canary, ID, USER, veriffWorld } from '../helpers/server-world.js';

const EPISODES = 500;
const REQUESTS = 100;
const STATUSES = new Set([200, 204, 400, 401, 403, 404, 405, 408, 413, 415, 429, 498, 499, 502]);
const STATES = ['UNVERIFIED', 'PENDING', 'VERIFIED', 'REJECTED', 'RESUBMISSION_REQUESTED', 'EXPIRED'];
const REASON = /^[a-z]+(?:-[a-z]+)*$/;

const authorizations = {
  anybody,
  default: undefined,
  strangers: (_request, { onboardingId, reverify }) => (reverify ? { user: onboardingId } : onboardingId !== 'stranger'),
  throws: () => { throw new Error(canary.bearer); },
  junk: (_request, { onboardingId }) => ({ user: onboardingId, bearer: onboardingId }),
};

function storeOf(kind) {
  const held = new Map();
  const fail = async () => { throw new Error(canary.encryptionKey); };
  if (kind === 'memory') return {};
  if (kind === 'fails') return { store: { getItem: async () => null, setItem: fail } };
  return { store: { getItem: async (key) => held.get(key) ?? null, setItem: async (key, value) => void held.set(key, value) }, encryptionKey: canary.encryptionKey };
}

function worldOf({ isBaanx, authorize, store, stream, vendor }) {
  const worldWith = isBaanx ? baanxWorld : veriffWorld;
  const world = worldWith({ authorize: authorizations[authorize], allowedOrigins: ['https://shop.example'], stream, ...storeOf(store) });
  let turn = 0;
  for (const [name, good] of Object.entries(world.upstream)) world.upstream[name] = (call) => (vendor[turn++ % vendor.length] ?? good)(call);
  world.state = 'PENDING';
  world.mayFail = authorize === 'throws' || authorize === 'junk' || store === 'fails';
  return world;
}

/** The body as text; of a stream what comes at once. */
async function textOf(response, isStream) {
  if (!isStream) return response.text();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (!text.includes('data:')) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text;
}

async function holds(response, world) {
  const { status, headers } = response;
  assert.ok(STATUSES.has(status) || (status === 503 && world.mayFail), `status ${status}`);
  if (status === 204) return assert.equal(response.body, null);
  const isStream = status === 200 && headers.get('content-type') === 'text/event-stream; charset=utf-8';
  if (!isStream) assert.equal(headers.get('content-type'), 'application/json; charset=utf-8');
  assert.equal(headers.get('cache-control'), isStream ? 'no-store, no-transform' : 'no-store');
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  const text = await textOf(response, isStream);
  const body = JSON.parse(isStream ? /^data: (.*)$/m.exec(text)[1] : text);
  if (status !== 200) assert.deepEqual(Object.keys(body), ['message']);
  else if ('sessionUrl' in body) assert.match(body.sessionUrl, /^https:\/\/[a-z.]+\.veriff\.(?:me|com)\/[!-~]*$/);
  else if ('verificationState' in body) {
    assert.ok(STATES.includes(body.verificationState));
    assert.equal(new Date(body.updatedAt).toISOString(), body.updatedAt);
    assert.ok((body.reasons ?? []).every((reason) => REASON.test(reason)));
  } else assert.deepEqual(body, {});
  const ownToken = 'sessionUrl' in body ? canary.sessionToken : null;
  assert.deepEqual(leaksIn(`${JSON.stringify([...headers])} ${text}`).filter((secret) => secret !== ownToken), []);
}

test(`${EPISODES * REQUESTS} hostile requests: a documented status each, no throw, and no secret in any answer or line`, async (t) => {
  // Time runs a thousand times as fast, so that what stalls is waited for as it would be.
  // (A mock of the runner would remember each of its million calls.)
  const { setTimeout } = globalThis;
  t.after(() => (globalThis.setTimeout = setTimeout));
  globalThis.setTimeout = (work, ms = 0, ...rest) => setTimeout(work, ms / 1_000, ...rest);
  const began = performance.now();
  const count = new Map();
  const one = async (send, world) => {
    const response = await send(world);
    count.set(response.status, (count.get(response.status) ?? 0) + 1);
    await holds(response, world);
  };
  await fc.assert(
    fc.asyncProperty(episodes(REQUESTS), async (episode) => {
      const world = worldOf(episode);
      try {
        if (episode.atOnce) await Promise.all(episode.requests.map((send) => one(send, world)));
        else for (const send of episode.requests) await one(send, world);
      } finally {
        await world.exchange.close();
      }
      const lines = JSON.stringify(world.lines);
      assert.deepEqual([...leaksIn(lines), ...[ID, USER, 'http', 'example'].filter((each) => lines.includes(each))], []);
      assert.ok(world.calls.every(({ url }) => /^https:\/\/(?:baanx|veriff)\.example\/v1\//.test(url)), 'a call went elsewhere');
    }),
    { numRuns: EPISODES },
  );
  const all = [...count.values()].reduce((sum, each) => sum + each, 0);
  t.diagnostic(`${all} requests in ${((performance.now() - began) / 1000).toFixed(1)} s: ${[...count].sort(([first], [second]) => first - second).map(([status, times]) => `${status} ×${times}`).join(', ')}`);
  assert.equal(all, EPISODES * REQUESTS);
  for (const status of STATUSES) assert.ok(count.get(status) > 0, `no request led to ${status}`);
});
