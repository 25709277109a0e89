import assert from 'node:assert/strict';
import test, { afterEach } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { baanxWorld, ID, sessionId, USER, veriffWorld } from '../helpers/server-world.js';
import { decision, kycChanged, standing, veriffDecision, veriffEvent } from '../helpers/vendor-events.js';
import { leaveAll, settle, StreamReader, until } from '../helpers/stream-reader.js';

afterEach(leaveAll);

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const READ = 'GET /v1/auth/register';
const STREAM = { headers: { accept: 'text/event-stream' } };

function atNow(t) {
  t.mock.timers.enable({ apis: ['Date'], now: NOW });
  return (ms) => t.mock.timers.setTime(NOW + ms);
}

/** The vendor's next answer waits until it is let go; it is made when it is asked for. */
function held(world, name) {
  let letGo;
  const gate = new Promise((resolve) => (letGo = resolve));
  const before = world.upstream[name];
  world.upstream[name] = async (call) => {
    const answer = before(call);
    world.upstream[name] = before;
    await gate;
    return answer;
  };
  return letGo;
}

test('a thousand times the same webhook are one state, one call to the partner and one event', async () => {
  for (const [worldOf, event] of [[veriffWorld, veriffDecision('approved', { at: Date.now() })], [veriffWorld, veriffDecision('approved')], [veriffWorld, veriffEvent('submitted')], [baanxWorld, kycChanged('VERIFIED')]]) {
    const told = [];
    const world = worldOf({ onStatusChange: (change) => void told.push(change) });
    await world.post();
    const stream = new StreamReader(await world.get(ID, STREAM));
    const answers = [];
    for (let round = 0; round < 10; round++) answers.push(...(await Promise.all(Array.from({ length: 100 }, () => world.hook(event)))));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    const state = event.action === 'submitted' ? 'PENDING' : 'VERIFIED';
    assert.equal(await standing(world), state);
    assert.deepEqual(told.map(({ id, verificationState }) => [id, verificationState]), [[ID, state]]);
    await settle();
    assert.deepEqual(stream.states, ['UNVERIFIED', state]);
    await stream.leave();
  }
});

test('the same webhook after hours and days is still the same', async (t) => {
  const setTime = atNow(t);
  const told = [];
  const world = veriffWorld({ onStatusChange: (change) => void told.push(change) });
  for (const hours of [0, 1, 2, 24, 167]) {
    setTime(hours * 60 * MINUTE);
    assert.equal((await world.hook(veriffDecision('declined', { reasonCode: 104 }))).status, 200);
  }
  assert.equal(told.length, 1);
  assert.equal(told[0].updatedAt, new Date(NOW).toISOString());
});

test('the partner is told what changed, under the id that the partner knows', async () => {
  const told = [];
  const world = veriffWorld({ onStatusChange: (change) => void told.push(change) });
  const at = Date.now();
  await world.hook(veriffEvent('submitted'));
  await world.hook(veriffDecision('resubmission_requested', { reasonCode: 207, at }));
  assert.deepEqual(told[1], { id: ID, verificationState: 'RESUBMISSION_REQUESTED', reasons: ['document-expired'], updatedAt: new Date(at).toISOString() });
  assert.equal(told.length, 2);
});

test('a webhook for an id that nobody asked for yet is kept', async () => {
  const world = veriffWorld();
  assert.equal((await world.hook(veriffDecision('approved', { vendorData: 'somebody-new' }))).status, 200);
  assert.equal(await standing(world, 'somebody-new'), 'VERIFIED');
  assert.equal(await standing(world), 'UNVERIFIED');
});

test('a webhook that names no id of ours is answered 200 and changes nothing', async () => {
  const world = veriffWorld();
  await world.post();
  for (const vendorData of [null, '', 42, { id: ID }, [ID]]) {
    assert.equal((await world.hook(veriffDecision('approved', { session: sessionId(9), vendorData }))).status, 200);
  }
  const nameless = veriffDecision('approved');
  delete nameless.verification.vendorData;
  assert.equal((await world.hook(nameless)).status, 200);
  assert.equal((await world.hook({ ...veriffEvent('submitted'), id: undefined })).status, 200);
  assert.equal(world.logged('status-changed').length, 0);
  assert.equal(await standing(world), 'UNVERIFIED');
});

test('a failed onStatusChange is answered 503, nothing is kept, and the retry brings it', async () => {
  let fails = true;
  const told = [];
  const onStatusChange = (change) => {
    if (fails) throw new Error('secret of the partner');
    told.push(change.verificationState);
  };
  const world = veriffWorld({ onStatusChange });
  const response = await world.hook(veriffDecision('approved'));
  assert.equal(response.status, 503);
  assert.equal(await standing(world), 'UNVERIFIED');
  assert.ok(!JSON.stringify(world.lines).includes('secret of the partner'));
  fails = false;
  assert.equal((await world.hook(veriffDecision('approved'))).status, 200);
  assert.equal(await standing(world), 'VERIFIED');
  assert.deepEqual(told, ['VERIFIED']);
});

test('a read in flight while a webhook lands does not undo it', async () => {
  const world = baanxWorld();
  world.state = 'PENDING';
  const letGo = held(world, READ);
  const read = standing(world);
  await settle();
  await world.hook(kycChanged('VERIFIED', { at: Date.now() - 5 * MINUTE }));
  letGo();
  assert.equal(await read, 'VERIFIED');
  assert.equal(await standing(world), 'VERIFIED');

  const other = veriffWorld();
  await other.post();
  other.decision = decision('submitted');
  const letGoToo = held(other, 'GET /v1/sessions/*/decision');
  const reading = standing(other);
  await settle();
  await other.hook(veriffDecision('resubmission_requested', { reasonCode: 204 }));
  letGoToo();
  assert.equal(await reading, 'RESUBMISSION_REQUESTED document-unreadable');
});

test('a verdict that a webhook brought is answered without an upstream call for good', async (t) => {
  for (const [worldOf, event] of [[baanxWorld, () => kycChanged('REJECTED')], [veriffWorld, () => veriffDecision('declined')]]) {
    const setTime = atNow(t);
    const world = worldOf();
    await world.hook(event());
    for (const days of [0, 1, 30, 300]) {
      setTime(days * 24 * 60 * MINUTE);
      assert.match(await standing(world), /^REJECTED/);
    }
    assert.deepEqual(world.calls, []);
    t.mock.timers.reset();
  }
});

test('while it waits a fed record is read again after ten minutes, and then ten minutes later', async (t) => {
  const setTime = atNow(t);
  const world = baanxWorld();
  world.state = 'PENDING';
  await world.hook(kycChanged('PENDING'));
  const reads = async (minutes) => {
    setTime(minutes * MINUTE);
    await standing(world);
    return world.callsTo(READ);
  };
  assert.deepEqual([await reads(0), await reads(9.9)], [0, 0]);
  assert.deepEqual([await reads(10), await reads(19.9)], [1, 1]);
  world.state = 'VERIFIED';
  setTime(20 * MINUTE);
  assert.equal(await standing(world), 'VERIFIED');
  assert.equal(world.callsTo(READ), 2);
});

test('a new session after a verdict ends the time that the store answers alone', async (t) => {
  const setTime = atNow(t);
  const world = veriffWorld();
  await world.post();
  await world.hook(veriffDecision('declined'));
  setTime(11 * MINUTE);
  await world.post();
  assert.equal(await standing(world), 'REJECTED not-accepted');
  assert.equal(world.callsTo('GET /v1/sessions/*/decision'), 1);
});

test('an upstream that fails or has closed the record leaves what webhooks brought', async (t) => {
  const setTime = atNow(t);
  const world = baanxWorld();
  await world.hook(kycChanged('PENDING'));
  for (const [index, status] of [400, 404, 429, 500].entries()) {
    setTime((index + 1) * 20 * MINUTE);
    world.upstream[READ] = () => Response.json({ message: 'No' }, { status });
    assert.equal(await standing(world), 'PENDING', String(status));
  }
  world.upstream[READ] = () => Response.json({ message: 'No' }, { status: 498 });
  assert.equal((await world.get()).status, 498);
});

test('a webhook without a state lets the next read ask Baanx, once', async (t) => {
  const setTime = atNow(t);
  const world = baanxWorld();
  await world.hook(kycChanged('PENDING'));
  world.state = 'VERIFIED';
  setTime(2 * MINUTE);
  await world.hook(kycChanged(null));
  setTime(2 * MINUTE + 1_000);
  assert.equal(await standing(world), 'VERIFIED');
  assert.equal(await standing(world), 'VERIFIED');
  assert.equal(world.callsTo(READ), 1);
});

test('a webhook without a state brings the news to a stream at once', async () => {
  const world = baanxWorld();
  await world.hook(kycChanged('PENDING', { at: Date.now() - 5 * MINUTE }));
  const stream = new StreamReader(await world.get(ID, STREAM));
  await stream.event(0);
  world.state = 'VERIFIED';
  const began = performance.now();
  await world.hook(kycChanged(null));
  const { data, at } = await stream.event(1);
  assert.equal(data.verificationState, 'VERIFIED');
  assert.ok(at - began < 200, `${at - began} ms`);
  await stream.leave();
});

test('a webhook without a state that lands during a read is followed by a read of its own at once', async () => {
  const world = baanxWorld();
  await world.hook(kycChanged('PENDING', { at: Date.now() - 5 * MINUTE }));
  const stream = new StreamReader(await world.get(ID, STREAM));
  await stream.event(0);
  world.state = 'PENDING';
  const letGo = held(world, READ);
  await world.hook(kycChanged(null));
  await until(() => world.callsTo(READ) === 1);
  world.state = 'VERIFIED';
  await world.hook(kycChanged(null));
  await delay(20);
  letGo();
  await until(() => stream.states.at(-1) === 'VERIFIED', { within: 1_000, what: 'the news' });
  await stream.leave();
});

test('the user of a re-verification is fed by the user\'s own id', async () => {
  const world = baanxWorld();
  await world.hook(kycChanged('VERIFIED', { id: USER }));
  assert.equal(await standing(world, { reverify: 'true' }), 'VERIFIED');
  assert.deepEqual(world.calls, []);
});
