import assert from 'node:assert/strict';
import test, { afterEach } from 'node:test';
import { createStorage } from 'unstorage';
import { baanxWorld, ID, json, veriffWorld } from '../helpers/server-world.js';
import { leaveAll, settle, StreamReader, until } from '../helpers/stream-reader.js';
import { at, kycChanged, veriffDecision } from '../helpers/vendor-events.js';

afterEach(leaveAll);

const ACCEPT = { headers: { accept: 'text/event-stream' } };
const READ = 'GET /v1/auth/register';
const MINUTE = 60_000;
const follow = async (world, asked = ID) => new StreamReader(await world.get(asked, ACCEPT));

/** @returns a function that lets time pass, in steps, with all that happens meanwhile */
function virtualTime(t) {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: 1_800_000_000_000 });
  return async (ms, step = Math.min(ms, 1_000)) => {
    for (let passed = 0; passed < ms; passed += step) {
      t.mock.timers.tick(Math.min(step, ms - passed));
      await settle(1);
    }
  };
}

async function chunksOf(body) {
  const chunks = [];
  for await (const chunk of body) chunks.push(chunk);
  return chunks;
}

test('a heartbeat comes each 15 s, and nothing else while nothing happens', async (t) => {
  const pass = virtualTime(t);
  const world = veriffWorld();
  const stream = await follow(world);
  await stream.event(0);
  assert.equal(stream.heartbeats, 1);
  await pass(14_900);
  assert.equal(stream.heartbeats, 1);
  await pass(200);
  await until(() => stream.heartbeats === 2);
  await pass(60_000);
  await until(() => stream.heartbeats === 6);
  assert.equal(stream.events.length, 1);
  await stream.leave();
});

test('a stream ends after 24 to 36 minutes, so that the client asks again', async (t) => {
  const pass = virtualTime(t);
  const stream = await follow(veriffWorld());
  await pass(23.9 * MINUTE, 15_000);
  assert.equal(stream.ended, false);
  await pass(12.5 * MINUTE, 15_000);
  await until(() => stream.ended);
});

test('one read of the vendor serves all who follow an id', async (t) => {
  const pass = virtualTime(t);
  const world = baanxWorld();
  world.state = 'PENDING';
  const streams = [];
  for (let index = 0; index < 10; index++) streams.push(await follow(world));
  const before = world.callsTo(READ);
  await pass(30_000);
  const reads = world.callsTo(READ) - before;
  assert.ok(reads >= 4 && reads <= 6, `${reads} reads in 30 s`);
  world.state = 'VERIFIED';
  await pass(7_000);
  for (const stream of streams) await until(() => stream.states.at(-1) === 'VERIFIED');
  for (const stream of streams) await stream.leave();
});

test('reads grow rarer while it is waited for', async (t) => {
  const pass = virtualTime(t);
  const world = baanxWorld();
  world.state = 'PENDING';
  const stream = await follow(world);
  await pass(20 * MINUTE, 2_000);
  const reads = world.callsTo(READ);
  assert.ok(reads > 20 && reads < 60, `${reads} reads in 20 min`);
  await stream.leave();
});

test('a stream that webhooks feed asks the vendor again after ten minutes only', async (t) => {
  const pass = virtualTime(t);
  const world = baanxWorld();
  await world.hook(kycChanged('PENDING'));
  const stream = await follow(world);
  await pass(9.9 * MINUTE, 10_000);
  assert.equal(world.callsTo(READ), 0);
  world.state = 'VERIFIED';
  await pass(1.5 * MINUTE, 5_000);
  assert.equal(world.callsTo(READ), 1);
  await until(() => stream.states.at(-1) === 'VERIFIED');
  await stream.leave();
});

test('a stream whose reads are refused five times in a row ends, and asks no more', async (t) => {
  const pass = virtualTime(t);
  const world = baanxWorld();
  const stream = await follow(world, { reverify: 'true' });
  const before = world.callsTo('GET /v1/user');
  world.upstream['GET /v1/user'] = () => json(401, { message: 'Not authenticated' });
  await pass(5 * 61_000, 1_000);
  await until(() => stream.ended);
  assert.equal(world.callsTo('GET /v1/user') - before, 5);
  await pass(5 * MINUTE, 5_000);
  assert.equal(world.callsTo('GET /v1/user') - before, 5);
});

test('four failures and an answer do not end a stream', async (t) => {
  const pass = virtualTime(t);
  const world = baanxWorld();
  const works = world.upstream[READ];
  const stream = await follow(world);
  const before = world.callsTo(READ);
  world.upstream[READ] = (call) => (world.callsTo(READ) - before <= 4 ? json(401, {}) : works(call));
  await pass(5 * MINUTE, 1_000);
  world.upstream[READ] = () => json(401, {});
  await pass(20_000, 1_000);
  assert.equal(stream.ended, false);
  await stream.leave();
});

test('a store that fails for a while does not end a stream', async (t) => {
  const pass = virtualTime(t);
  const store = createStorage();
  const world = baanxWorld({ store });
  const stream = await follow(world);
  const works = store.getItem;
  store.getItem = () => Promise.reject(new Error('gone'));
  await pass(9_000);
  store.getItem = works;
  world.state = 'PENDING';
  await pass(2 * MINUTE);
  await until(() => stream.states.at(-1) === 'PENDING');
  await stream.leave();
});

test('a client that takes nothing is dropped, and its place is free', async (t) => {
  const pass = virtualTime(t);
  const world = veriffWorld();
  const bodies = [];
  for (let index = 0; index < 10; index++) bodies.push((await world.get(ID, ACCEPT)).body);
  await pass(20 * 15_000, 15_000);
  assert.match((await world.get(ID, ACCEPT)).headers.get('content-type'), /json/);
  await pass(4 * 15_000, 15_000);
  const stream = await follow(world);
  const { length } = await chunksOf(bodies[0]);
  assert.ok(length <= 25, `${length} chunks`);
  await stream.leave();
});

test('a client that takes nothing is dropped quietly also where several changes come at once', async (t) => {
  const pass = virtualTime(t);
  for (const beats of [17, 18, 19, 20, 21, 22]) {
    const world = baanxWorld({ store: createStorage() });
    await world.hook(kycChanged('PENDING', { at: Date.now() - 9 * MINUTE }));
    const elsewhere = world.another();
    const { body } = await at(world, elsewhere, () => world.get(ID, ACCEPT));
    await pass(beats * 15_000, 15_000);
    await world.hook(kycChanged('REJECTED', { at: Date.now() - 2 }));
    await world.hook(kycChanged('VERIFIED', { at: Date.now() - 1 }));
    const response = await at(world, elsewhere, () => world.hook(kycChanged('REJECTED', { at: Date.now() })));
    assert.equal(response.status, 200, `after ${beats} heartbeats`);
    await elsewhere.close();
    const { length } = await chunksOf(body);
    assert.ok(length <= 25, `${length} chunks`);
  }
});

test('a webhook at another instance shows within 6 s also in a stream that has waited for long', async (t) => {
  const pass = virtualTime(t);
  const world = baanxWorld({ store: createStorage() });
  world.state = 'PENDING';
  const stream = await at(world, world.another(), () => follow(world));
  await pass(20 * MINUTE, 2_000);
  await world.hook(kycChanged('VERIFIED'));
  await pass(6_000, 500);
  await until(() => stream.states.at(-1) === 'VERIFIED', { within: 100, what: 'the news' });
  await stream.leave();
});

test('once the last client has left no timer is left, and with it no read', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const worlds = [baanxWorld(), veriffWorld(), baanxWorld({ store: createStorage() })];
  const before = timers();
  for (const world of worlds) {
    const streams = [await follow(world), await follow(world), await follow(world, 'other')];
    for (const stream of streams) await stream.event(0);
    await world.hook(world === worlds[1] ? veriffDecision('approved') : kycChanged('VERIFIED'));
    await settle();
    assert.ok(timers() > before);
    for (const stream of streams) await stream.leave();
    await settle();
    assert.equal(timers(), before);
  }
});
