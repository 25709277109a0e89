import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { afterEach } from 'node:test';
import { createStorage } from 'unstorage';
import fsDriver from 'unstorage/drivers/fs';
import { baanxWorld, canary, ID, json, person, sessionUrl, USER, veriffWorld } from '../helpers/server-world.js';
import { leaveAll, settle, StreamReader } from '../helpers/stream-reader.js';
import { at, kycChanged, standing, veriffDecision, veriffEvent } from '../helpers/vendor-events.js';

afterEach(leaveAll);

const KEY = canary.encryptionKey;
const OTHER_KEY = 'cnryEncryptionKey-another-one-of-thirty-two';
const THIRD_KEY = 'cnryEncryptionKey-a-third-one-of-thirty-two';
const urlOf = async (response) => {
  assert.equal(response.status, 200);
  return (await response.json()).sessionUrl;
};

const DRIVERS = {
  memory: async () => createStorage(),
  files: async (t) => {
    const base = await mkdtemp(join(tmpdir(), 'kyc-store-'));
    t.after(() => rm(base, { recursive: true, force: true }));
    return Object.assign(createStorage({ driver: fsDriver({ base }) }), { base });
  },
};

/** All that a folder holds, names and contents. */
async function textOf(folder) {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const contents = names.filter((each) => each.isFile()).map(async (each) => `${each.name}\n${await readFile(join(each.path, each.name), 'latin1')}`);
  return (await Promise.all(contents)).join('\n');
}

/** The kept records, with their names in the store. */
async function recordsOf(store) {
  const keys = await store.getKeys();
  return Promise.all(keys.map(async (key) => [key, await store.getItem(key)]));
}

for (const [name, driver] of Object.entries(DRIVERS)) {
  test(`two instances over one store in ${name} give out the same session`, async (t) => {
    for (const worldOf of [baanxWorld, veriffWorld]) {
      const world = worldOf({ store: await driver(t), encryptionKey: KEY });
      assert.equal(await urlOf(await world.post()), sessionUrl(1));
      assert.equal(await urlOf(await at(world, world.another(), () => world.post())), sessionUrl(1));
      assert.equal(world.sessions, 1);
    }
  });

  test(`a webhook at one instance shows in a stream of another within 6 s, by a store in ${name}`, async (t) => {
    const world = veriffWorld({ store: await driver(t), stream: true });
    await world.post();
    const stream = new StreamReader(await at(world, world.another(), () => world.get(ID, { headers: { accept: 'text/event-stream' } })));
    await stream.event(0);
    const began = performance.now();
    await world.hook(veriffDecision('declined', { reasonCode: 104 }));
    const { data } = await stream.event(1);
    assert.deepEqual([data.verificationState, data.reasons], ['REJECTED', ['name-mismatch']]);
    assert.ok(performance.now() - began < 6_200, `${performance.now() - began} ms`);
    await stream.leave();
  });
}

test('neither a session URL nor an id nor a person lies in the store in clear', async (t) => {
  for (const encryptionKey of [KEY, undefined]) {
    for (const worldOf of [baanxWorld, veriffWorld]) {
      const store = await DRIVERS.files(t);
      const world = worldOf({ store, encryptionKey });
      world.upstream['GET /v1/auth/register'] = () => json(200, { id: USER, ...person, verificationState: 'PENDING' });
      await urlOf(await world.post());
      if (worldOf === baanxWorld) await urlOf(await world.post({ reverify: true }));
      await standing(world);
      await world.hook(worldOf === baanxWorld ? kycChanged('PENDING') : veriffDecision('resubmission_requested', { reasonCode: 204 }));
      const text = await textOf(store.base);
      assert.match(text, /"version":1/);
      for (const secret of [...Object.values(canary), 'veriff.me', ...Object.values(person)]) assert.ok(!text.includes(secret), secret);
      assert.ok(!text.includes(Buffer.from(canary.sessionToken).toString('base64').slice(2, -4)), 'in base64');
    }
  }
});

test('without a key another instance makes a session of its own', async () => {
  const world = veriffWorld({ store: createStorage() });
  assert.equal(await urlOf(await world.post()), sessionUrl(1));
  assert.equal(await urlOf(await world.post()), sessionUrl(1));
  assert.equal(await urlOf(await at(world, world.another(), () => world.post())), sessionUrl(2));
});

test('a wrong key makes a new session, and is no error', async () => {
  const world = veriffWorld({ store: createStorage(), encryptionKey: KEY });
  await world.post();
  const other = world.another({ encryptionKey: OTHER_KEY });
  assert.equal(await urlOf(await at(world, other, () => world.post())), sessionUrl(2));
  assert.equal(await urlOf(await at(world, world.another({ encryptionKey: undefined }), () => world.post())), sessionUrl(3));
});

test('a key can be exchanged: the old one still opens, the new one seals', async () => {
  const world = veriffWorld({ store: createStorage(), encryptionKey: KEY });
  await world.post();
  const both = world.another({ encryptionKey: [OTHER_KEY, KEY] });
  assert.equal(await urlOf(await at(world, both, () => world.post())), sessionUrl(1));
  assert.equal(await urlOf(await at(world, both, () => world.post('someone-else'))), sessionUrl(2));
  const exchanged = world.another({ encryptionKey: [THIRD_KEY, OTHER_KEY] });
  assert.equal(await urlOf(await at(world, exchanged, () => world.post('someone-else'))), sessionUrl(2));
  assert.equal(await urlOf(await at(world, exchanged, () => world.post())), sessionUrl(3));
});

test('the same URL is never sealed into the same text', async () => {
  const store = createStorage();
  const world = veriffWorld({ store, encryptionKey: KEY });
  world.upstream['POST /v1/sessions'] = () => json(201, { verification: { id: 'same', url: sessionUrl(1) } });
  const sealed = new Set();
  for (let round = 0; round < 10; round++) {
    await urlOf(await world.post());
    const [[key, { grants }]] = await recordsOf(store);
    sealed.add(grants.onboarding.sealed).add(grants.onboarding.sealed.slice(0, 16));
    await store.removeItem(key);
  }
  assert.equal(sealed.size, 20);
});

test('a sealed URL is of no use in another person\'s record, nor in another mode, nor changed', async () => {
  const store = createStorage();
  const world = baanxWorld({ store, encryptionKey: KEY });
  await world.post('thief');
  const [[thief, before]] = await recordsOf(store);
  await world.post('victim');
  const [, { grants }] = (await recordsOf(store)).find(([key]) => key !== thief);
  const { sealed } = grants.onboarding;
  const flipped = Buffer.from(sealed, 'base64');
  flipped[20] ^= 1;
  for (const stolen of [sealed, flipped.toString('base64'), sealed.slice(0, -8), '', 'no base64 ✓', 'AAAA']) {
    await store.setItem(thief, { ...before, grants: { onboarding: { ...before.grants.onboarding, sealed: stolen } } });
    const made = world.sessions;
    assert.equal(await urlOf(await world.post('thief')), sessionUrl(made + 1), stolen);
  }
});

test('a store that throws is answered 503, and all is well when it works again', async () => {
  const store = createStorage();
  const world = baanxWorld({ store, encryptionKey: KEY });
  world.state = 'PENDING';
  for (const [method, failure] of [['getItem', () => Promise.reject(new Error(`redis://${canary.clientKey}`))], ['setItem', () => { throw new TypeError(canary.clientKey); }]]) {
    const works = store[method];
    store[method] = failure;
    for (const response of [await world.post(), await world.get(), await world.hook(kycChanged('PENDING'))]) {
      assert.equal(response.status, 503, method);
      assert.deepEqual(await response.json(), { message: 'The service is not available.' });
    }
    store[method] = works;
  }
  assert.ok(!JSON.stringify(world.lines).includes(canary.clientKey));
  assert.equal((await world.post()).status, 200);
  assert.equal(await standing(world), 'PENDING');
  assert.equal((await world.hook(kycChanged('VERIFIED'))).status, 200);
  assert.equal(await standing(world), 'VERIFIED');
});

test('a webhook that could not be kept is answered 503, and its retry is kept', async () => {
  const store = createStorage();
  const told = [];
  const world = veriffWorld({ store, onStatusChange: ({ verificationState }) => void told.push(verificationState) });
  const works = store.setItem;
  store.setItem = () => Promise.reject(new Error('full'));
  assert.equal((await world.hook(veriffEvent('submitted'))).status, 503);
  store.setItem = works;
  assert.equal(await standing(world), 'UNVERIFIED');
  assert.equal((await world.hook(veriffEvent('submitted'))).status, 200);
  assert.equal(told.at(-1), 'PENDING');
  assert.equal(await standing(world), 'PENDING');
});

test('a webhook is acknowledged only once it is kept', async () => {
  const store = createStorage();
  const world = veriffWorld({ store });
  const works = store.setItem;
  let letGo;
  const gate = new Promise((resolve) => (letGo = resolve));
  store.setItem = (...item) => gate.then(() => works(...item));
  let answered = false;
  const hooked = world.hook(veriffDecision('approved')).then((response) => ((answered = true), response));
  await settle(50);
  assert.equal(answered, false);
  letGo();
  assert.equal((await hooked).status, 200);
  assert.equal(await standing(world), 'VERIFIED');
});

for (const [what, value] of Object.entries({ text: 'garbage', 'a number': 42, 'a list': [1, 2], true: true, 'an empty object': {}, 'another version': { version: 2, changes: [] }, 'no record of this version': { version: 1 }, 'a record without changes': { version: 1, changes: [], grants: {}, sessionsAt: [] } })) {
  test(`${what} in a record's place is as good as nothing`, async () => {
    for (const [worldOf, event] of [[baanxWorld, kycChanged('VERIFIED')], [veriffWorld, veriffDecision('approved')]]) {
      const store = createStorage();
      const world = worldOf({ store, encryptionKey: KEY });
      await world.post();
      const [[key]] = await recordsOf(store);
      const spoil = () => store.setItem(key, value);
      await spoil();
      assert.equal((await world.post()).status, 200);
      await spoil();
      assert.equal(await standing(world), 'UNVERIFIED');
      await spoil();
      assert.equal((await world.hook(event)).status, 200);
      assert.equal(await standing(world), 'VERIFIED');
    }
  });
}
