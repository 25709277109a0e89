import assert from 'node:assert/strict';
import test from 'node:test';
import { baanxWorld, canary, ENDPOINT, ID, json, person, USER } from '../helpers/server-world.js';
import { kycChanged, standing } from '../helpers/vendor-events.js';

const STATES = ['UNVERIFIED', 'PENDING', 'VERIFIED', 'REJECTED', 'RESUBMISSION_REQUESTED', 'EXPIRED'];
const NO_STATES = [null, undefined, '', 'verified', 'VERIFIED ', 'APPROVED', 1, true, ['VERIFIED'], { state: 'VERIFIED' }, '__proto__'];
const REVERIFY = { reverify: 'true' };
const MINUTE = 60_000;

for (const state of STATES) {
  test(`what Baanx answers as ${state} is ${state}, with no reasons`, async () => {
    const world = baanxWorld();
    world.state = state;
    assert.equal(await standing(world), state);
    assert.equal(await standing(world, REVERIFY), state);
  });

  test(`Baanx's webhook names ${state} in any of its three places`, async () => {
    const places = [
      kycChanged(state),
      kycChanged(null, { event_object: { verificationState: state } }),
      kycChanged(null, { event_object_changes: { verificationState: state } }),
    ];
    for (const event of places) {
      const world = baanxWorld();
      assert.equal((await world.hook(event)).status, 200);
      assert.equal(await standing(world), state);
      assert.deepEqual(world.calls, []);
    }
  });
}

test('an absent, null or unknown state is no news', async () => {
  for (const odd of NO_STATES) {
    const world = baanxWorld();
    world.state = 'PENDING';
    assert.equal(await standing(world), 'PENDING');
    world.state = odd;
    assert.equal(await standing(world), 'PENDING', JSON.stringify(odd));
    const fresh = baanxWorld();
    fresh.state = odd;
    assert.equal(await standing(fresh), 'UNVERIFIED', JSON.stringify(odd));
  }
});

test('other events of Baanx\'s, and those that name nobody, change nothing', async () => {
  const events = [
    kycChanged('VERIFIED', { event_type: 'kyc.created' }),
    kycChanged('VERIFIED', { event_type: 'card.status.changed' }),
    kycChanged('VERIFIED', { event_type: ['kyc.status.changed'] }),
    kycChanged('VERIFIED', { id: null }),
    kycChanged('VERIFIED', { id: '' }),
    kycChanged('VERIFIED', { id: 42 }),
  ];
  const world = baanxWorld();
  for (const event of events) assert.equal((await world.hook(event)).status, 200);
  assert.equal(world.logged('webhook-unknown').length, events.length);
  assert.equal(world.logged('status-changed').length, 0);
});

test('a webhook without a state for somebody unknown changes nothing', async () => {
  const world = baanxWorld();
  assert.equal((await world.hook(kycChanged(null))).status, 200);
  assert.equal(world.logged('webhook-unknown').length, 1);
});

test('Baanx\'s last word counts by the time it happened, in whatever order it comes', async () => {
  const began = Date.now() - 10 * MINUTE;
  const words = [['PENDING', 0], ['REJECTED', 1], ['PENDING', 2], ['VERIFIED', 3]].map(([state, minute]) => kycChanged(state, { at: began + minute * MINUTE }));
  for (const order of [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1], [3, 0, 3, 1, 3, 2]]) {
    const world = baanxWorld();
    for (const index of order) await world.hook(words[index]);
    const { verificationState, updatedAt } = await (await world.get()).json();
    assert.equal(verificationState, 'VERIFIED', String(order));
    assert.equal(updatedAt, new Date(began + 3 * MINUTE).toISOString());
  }
});

test('a retry is dated by when it happened, not by when it was sent', async () => {
  const world = baanxWorld();
  const now = Date.now();
  await world.hook(kycChanged('VERIFIED', { at: now - MINUTE }));
  await world.hook(kycChanged('PENDING', { at: now - 2 * MINUTE }), { timestamp: String(Math.floor(now / 1000) + 60) });
  assert.equal(await standing(world), 'VERIFIED');
});

test('where Baanx does not say when it happened, the time that it signed counts', async () => {
  const now = Math.floor(Date.now() / 1000);
  for (const occurred of [undefined, null, '', 'yesterday', 42]) {
    const world = baanxWorld();
    await world.hook(kycChanged('VERIFIED', { occurred_at: occurred }), { timestamp: String(now) });
    await world.hook(kycChanged('PENDING', { occurred_at: occurred }), { timestamp: String(now - 60) });
    const { verificationState, updatedAt } = await (await world.get()).json();
    assert.equal(verificationState, 'VERIFIED');
    assert.equal(updatedAt, new Date(now * 1000).toISOString());
  }
});

test('a read just after a webhook does not turn it back where Baanx\'s clock differs by up to a minute', async (t) => {
  for (const skew of [-50_000, 50_000]) {
    t.mock.timers.enable({ apis: ['Date'], now: 1_800_000_000_000 });
    const world = baanxWorld();
    await world.hook(kycChanged('RESUBMISSION_REQUESTED', { at: Date.now() + skew }));
    await world.hook(kycChanged(null, { at: Date.now() + skew }));
    world.state = 'PENDING';
    t.mock.timers.setTime(Date.now() + 5);
    assert.equal(await standing(world), 'RESUBMISSION_REQUESTED', `skew ${skew}`);
    assert.equal(world.callsTo('GET /v1/auth/register'), 1);
    t.mock.timers.reset();
  }
});

test('a webhook that names the user reaches the onboarding that a read tied to it', async () => {
  const world = baanxWorld();
  world.upstream['GET /v1/auth/register'] = () => json(200, { id: USER, ...person, verificationState: 'PENDING' });
  assert.equal(await standing(world), 'PENDING');
  assert.equal((await world.hook(kycChanged('VERIFIED', { id: USER }))).status, 200);
  assert.equal(await standing(world), 'VERIFIED');
  assert.equal(world.calls.length, 1);
});

test('a webhook reaches an onboarding by any of its three names, once', async () => {
  for (const event of [kycChanged('VERIFIED'), kycChanged('VERIFIED', { id: 'x', user: ID }), kycChanged('VERIFIED', { id: 'x', external: ID }), kycChanged('VERIFIED', { user: ID, external: ID })]) {
    const told = [];
    const world = baanxWorld({ onStatusChange: (change) => void told.push(change.id) });
    await world.post();
    assert.equal((await world.hook(event)).status, 200);
    assert.equal(await standing(world), 'VERIFIED');
    assert.deepEqual(told, [ID]);
  }
});

test('one that is nobody\'s record yet is told to the partner once, whatever names it has', async () => {
  const told = [];
  const world = baanxWorld({ onStatusChange: (change) => void told.push(change.verificationState) });
  await world.hook(kycChanged('VERIFIED', { user: USER, external: 'partner-user-7' }));
  assert.deepEqual(told, ['VERIFIED']);
});

test('a registration sends no authorization, a signed-in user\'s bearer goes nowhere else', async () => {
  const world = baanxWorld({ authorize: (_request, { reverify }) => (reverify ? { user: USER, bearer: canary.bearer } : { bearer: canary.bearer }) });
  await world.post();
  await world.get();
  await world.post({ reverify: true });
  await world.get(REVERIFY);
  const sent = world.calls.map(({ name, headers }) => [name, headers.get('authorization'), headers.get('x-client-key'), headers.get('x-us-env')]);
  const bearer = `Bearer ${canary.bearer}`;
  assert.deepEqual(sent, [
    ['POST /v1/auth/register/verification', null, canary.clientKey, 'false'],
    ['GET /v1/auth/register', null, canary.clientKey, 'false'],
    ['GET /v1/user/verification', bearer, canary.clientKey, 'false'],
    ['GET /v1/user', bearer, canary.clientKey, 'false'],
  ]);
});

test('the environment is asked of each request', async () => {
  const world = baanxWorld({ baanx: { usEnv: (request, { onboardingId }) => onboardingId.startsWith('US_') && request.url.startsWith(ENDPOINT) } });
  await world.get(ID);
  await world.get('EU_1');
  assert.deepEqual(world.calls.map(({ headers }) => headers.get('x-us-env')), ['true', 'false']);
});

test('the id is encoded in the upstream URL, and the query holds nothing else', async () => {
  const world = baanxWorld();
  const id = 'a&b=c#d/../é?x=1%2F+';
  world.state = 'PENDING';
  assert.equal(await standing(world, id), 'PENDING');
  const [{ url }] = world.calls;
  assert.equal(new URL(url).pathname, '/v1/auth/register');
  assert.deepEqual([...new URL(url).searchParams], [['onboardingId', id]]);
});

test('a record that Baanx has closed after a verdict keeps its verdict, one that was never decided is closed', async () => {
  for (const [state, status] of [['VERIFIED', 200], ['REJECTED', 200], ['PENDING', 400], ['UNVERIFIED', 400]]) {
    const world = baanxWorld();
    world.state = state;
    assert.equal(await standing(world), state);
    world.upstream['GET /v1/auth/register'] = () => json(400, { message: 'Invalid onboarding ID' });
    assert.equal((await world.get()).status, status, state);
  }
});
