import assert from 'node:assert/strict';
import test, { afterEach } from 'node:test';
import { baanxWorld, canary, ID, json, person, USER, veriffWorld } from '../helpers/server-world.js';
import { leaveAll, settle, StreamReader, until } from '../helpers/stream-reader.js';
import { kycChanged, veriffDecision, veriffEvent } from '../helpers/vendor-events.js';

afterEach(leaveAll);

const ACCEPT = { accept: 'text/event-stream' };
const READ = 'GET /v1/auth/register';
const follow = async (world, asked = ID, headers = {}) => new StreamReader(await world.get(asked, { headers: { ...ACCEPT, ...headers } }));
const ago = (minutes) => Date.now() - minutes * 60_000;

/** Somebody whose state changed so many times; each change of a stream is an event. */
async function changed(states) {
  const world = baanxWorld();
  for (const [index, state] of states.entries()) await world.hook(kycChanged(state, { at: ago(60 - index) }));
  return world;
}

test('a stream begins with a heartbeat and where it stands, as the plain answer says it', async () => {
  const world = veriffWorld();
  await world.post();
  await world.hook(veriffDecision('declined', { reasonCode: 104, at: ago(1) }));
  const stream = await follow(world);
  const { id, data } = await stream.event(0);
  assert.ok(stream.text.startsWith(':\n\nid: '), stream.text);
  assert.match(id, /^\S{1,100}$/);
  assert.deepEqual(data, await (await world.get()).json());
  assert.deepEqual(data, { verificationState: 'REJECTED', reasons: ['name-mismatch'], updatedAt: data.updatedAt, stream: true });
  await stream.leave();
});

test('a stream is never kept, sniffed or held back', async () => {
  const stream = await follow(baanxWorld());
  const { headers, status } = stream.response;
  assert.equal(status, 200);
  assert.equal(headers.get('cache-control'), 'no-store, no-transform');
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('x-accel-buffering'), 'no');
  await stream.leave();
});

test('each change is an event with an id of its own', async () => {
  const world = veriffWorld();
  await world.post();
  const stream = await follow(world);
  await world.hook(veriffEvent('submitted'));
  await world.hook(veriffDecision('resubmission_requested', { reasonCode: 207 }));
  await world.hook(veriffEvent('submitted', { attempt: 'attempt-2' }));
  await world.hook(veriffDecision('approved', { attempt: 'attempt-2' }));
  await until(() => stream.states.at(-1) === 'VERIFIED');
  assert.deepEqual(stream.states, ['UNVERIFIED', 'PENDING', 'RESUBMISSION_REQUESTED', 'PENDING', 'VERIFIED']);
  assert.equal(new Set(stream.events.map(({ id }) => id)).size, 5);
  await stream.leave();
});

test('a verdict shows within 200 ms of the webhook', async (t) => {
  const world = veriffWorld({ veriff: { sessionsPerMinute: 1_000 } });
  const times = [];
  for (let index = 0; index < 200; index++) {
    const id = `person-${index}`;
    const stream = await follow(world, id);
    await stream.event(0);
    const began = performance.now();
    await world.hook(veriffDecision('approved', { vendorData: id, session: `session-of-${id}` }));
    const { data, at } = await stream.event(1);
    assert.equal(data.verificationState, 'VERIFIED');
    times.push(at - began);
    await stream.leave();
  }
  times.sort((one, other) => one - other);
  t.diagnostic(`webhook to event: median ${times[100].toFixed(2)} ms, longest ${times.at(-1).toFixed(2)} ms of 200`);
  assert.ok(times[100] < 200, `${times[100]} ms`);
});

test('a client that comes back with the last event\'s id is sent nothing twice', async () => {
  const world = await changed(['PENDING', 'REJECTED']);
  const first = await follow(world);
  const { id } = await first.event(0);
  await first.leave();
  const again = await follow(world, ID, { 'last-event-id': id });
  await until(() => again.heartbeats === 1);
  await settle();
  assert.deepEqual(again.events, []);
  await world.hook(kycChanged('VERIFIED', { at: ago(1) }));
  assert.equal((await again.event(0)).data.verificationState, 'VERIFIED');
  await again.leave();
});

test('a client that comes back is sent what it missed, in order', async () => {
  const world = await changed(['PENDING']);
  const first = await follow(world);
  const { id } = await first.event(0);
  await first.leave();
  for (const [index, state] of ['REJECTED', 'PENDING', 'VERIFIED'].entries()) await world.hook(kycChanged(state, { at: ago(9 - index) }));
  const again = await follow(world, ID, { 'last-event-id': id });
  await again.event(2);
  assert.deepEqual(again.states, ['REJECTED', 'PENDING', 'VERIFIED']);
  await again.leave();
});

test('a client that missed more than eight changes is sent where it stands', async () => {
  const world = await changed(['PENDING']);
  const first = await follow(world);
  const { id } = await first.event(0);
  await first.leave();
  for (let index = 0; index < 10; index++) await world.hook(kycChanged(index % 2 === 0 ? 'REJECTED' : 'PENDING', { at: ago(40 - index) }));
  const again = await follow(world, ID, { 'last-event-id': id });
  await again.event(0);
  await settle();
  assert.deepEqual(again.states, ['PENDING']);
  await again.leave();
});

test('an unknown or hostile Last-Event-ID is sent where it stands', async () => {
  const world = await changed(['PENDING', 'REJECTED']);
  for (const id of ['', '0', '1-0', '99-zzzz', '-1', 'NaN', '__proto__', 'é', 'x'.repeat(10_000), '1-1\tdata: {}']) {
    const stream = await follow(world, ID, { 'last-event-id': id });
    await stream.event(0);
    await settle(2);
    assert.deepEqual(stream.states, ['REJECTED'], id.slice(0, 20));
    assert.ok(id === '' || id.length < 4 || !stream.text.includes(id));
    await stream.leave();
  }
});

test('ten streams of an id are open at most, the next is answered in plain JSON', async () => {
  const world = await changed(['PENDING']);
  const streams = await Promise.all(Array.from({ length: 10 }, () => follow(world)));
  const next = await world.get(ID, { headers: ACCEPT });
  assert.match(next.headers.get('content-type'), /^application\/json/);
  assert.equal((await next.json()).verificationState, 'PENDING');
  const other = await follow(world, 'somebody-else');
  await streams[0].leave();
  const free = await follow(world);
  await world.hook(kycChanged('VERIFIED', { at: ago(1) }));
  for (const stream of [...streams.slice(1), free]) await until(() => stream.states.at(-1) === 'VERIFIED');
  for (const stream of [...streams, free, other]) await stream.leave();
});

test('of eleven that ask at the same moment ten are streams', async () => {
  const world = baanxWorld();
  const answers = await Promise.all(Array.from({ length: 11 }, () => world.get(ID, { headers: ACCEPT })));
  const streams = answers.filter(({ headers }) => headers.get('content-type').startsWith('text/event-stream'));
  assert.equal(streams.length, 10);
  await Promise.all(streams.map(({ body }) => body.cancel()));
});

test('a stranger is answered 404, and whom the vendor refuses what it says, not a stream', async () => {
  const world = baanxWorld({ authorize: () => false });
  const stranger = await world.get(ID, { headers: ACCEPT });
  assert.equal(stranger.status, 404);
  assert.match(stranger.headers.get('content-type'), /^application\/json/);
  const closed = baanxWorld();
  closed.upstream[READ] = () => json(400, { message: 'Invalid onboarding ID' });
  assert.equal((await closed.get(ID, { headers: ACCEPT })).status, 400);
});

test('without streams the answer is plain and says nothing of streams', async () => {
  const world = baanxWorld({ stream: false });
  const response = await world.get(ID, { headers: ACCEPT });
  assert.match(response.headers.get('content-type'), /^application\/json/);
  assert.equal((await response.json()).stream, undefined);
});

test('only who accepts text/event-stream is sent a stream', async () => {
  const world = baanxWorld();
  for (const [accept, streams] of [['*/*', false], ['application/json', false], ['text/event-streams', false], ['TEXT/Event-Stream', true], ['application/json, text/event-stream;q=0.5', true]]) {
    const response = await world.get(ID, { headers: { accept } });
    assert.equal(response.headers.get('content-type').startsWith('text/event-stream'), streams, accept);
    await response.body.cancel();
  }
});

test('no secret, id or personal datum is in an event', async () => {
  const world = baanxWorld({ encryptionKey: canary.encryptionKey });
  world.state = 'PENDING';
  await world.post();
  const stream = await follow(world);
  await world.hook(kycChanged('REJECTED', { user: USER, event_object: { ...person } }));
  await stream.event(1);
  for (const secret of [...Object.values(canary), ...Object.values(person), ID, USER]) assert.ok(!stream.text.includes(secret), secret);
  await stream.leave();
});

test('close ends all streams cleanly and settles; who asks then is answered in plain JSON', async () => {
  const world = baanxWorld();
  const streams = await Promise.all([ID, ID, 'b', 'c'].map((id) => follow(world, id)));
  for (const stream of streams) await stream.event(0);
  await world.exchange.close();
  await Promise.all(streams.map(({ finished }) => finished));
  const response = await world.get(ID, { headers: ACCEPT });
  assert.match(response.headers.get('content-type'), /^application\/json/);
  assert.equal((await world.hook(kycChanged('VERIFIED'))).status, 200);
  await world.exchange.close();
});
