import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, hmac, ID, json, sessionId, veriffWorld } from '../helpers/server-world.js';
import { decision, standing, veriffDecision, veriffEvent } from '../helpers/vendor-events.js';

/** Session statuses with their codes, and what they mean (Veriff's session status and decision codes tables). */
const STATUSES = [
  ['created', undefined, 'UNVERIFIED'],
  ['started', 7001, 'UNVERIFIED'],
  ['submitted', 7002, 'PENDING'],
  ['review', 9121, 'PENDING'],
  ['approved', 9001, 'VERIFIED'],
  ['declined', 9102, 'REJECTED not-accepted'],
  ['resubmission_requested', 9103, 'RESUBMISSION_REQUESTED not-accepted'],
  ['expired', 9104, 'EXPIRED'],
  ['abandoned', 9104, 'EXPIRED'],
];
/** Codes of Veriff's granular reasons that a user may be told of; all others are not for the user. */
const DECLINED = [101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 120, 121, 122, 123, 124, 126, 127, 128, 129, 501, 502, 503, 504, 505, 506, 539];
const RESUBMISSION = [201, 204, 205, 206, 207];
const TOLD = {
  103: 'selfie-mismatch',
  104: 'name-mismatch',
  120: 'selfie-mismatch',
  201: 'document-missing',
  204: 'document-unreadable',
  205: 'document-damaged',
  206: 'document-unsupported',
  207: 'document-expired',
};
const FRAUD = [102, 105, 106, 107, 108, 109, 110, 111, 113, 124, 127, 501, 502, 503, 504, 505, 506];

async function withSession(options) {
  const world = veriffWorld(options);
  assert.equal((await world.post()).status, 200);
  return world;
}

for (const [status, code, state] of STATUSES) {
  test(`the status ${status} that Veriff answers is ${state}`, async () => {
    const world = await withSession();
    world.decision = decision(status, { code });
    assert.equal(await standing(world), state);
  });

  test(`the status ${status} of a decision webhook is ${state}`, async () => {
    const world = await withSession();
    assert.equal((await world.hook(veriffDecision(status, { code }))).status, 200);
    assert.equal(await standing(world), state);
  });
}

test('both event webhooks move the state, and no other action does', async () => {
  const world = await withSession();
  for (const [action, code] of [['waiting_complete', 7007], ['flow_finished', 7008], ['flow_cancelled', 7009], ['approved', 9001], ['declined', 9102], ['created', undefined], ['Submitted', 7002], ['', 7002], [null, 7002]]) {
    assert.equal((await world.hook(veriffEvent(action, { code }))).status, 200);
  }
  assert.equal(world.logged('webhook-unknown').length, 9);
  assert.equal((await world.hook(veriffEvent('started'))).status, 200);
  assert.equal(await standing(world), 'UNVERIFIED');
  assert.equal((await world.hook(veriffEvent('submitted'))).status, 200);
  assert.equal(await standing(world), 'PENDING');
});

test('what contradicts itself or is unknown is no news', async () => {
  const odd = [['approved', 9102], ['declined', 9001], ['approved', 9999], ['approved', 0], ['APPROVED', 9001], ['approved ', 9001], ['verified', 9001], ['__proto__', undefined], ['constructor', undefined], ['toString', 9001], [null, 9001], [9001, 9001], [['approved'], 9001]];
  for (const [status, code] of odd) {
    const world = await withSession();
    world.decision = decision(status, { code });
    assert.equal(await standing(world), 'UNVERIFIED', `read ${status} ${code}`);
    assert.equal((await world.hook(veriffDecision(status, { code }))).status, 200);
    assert.equal(world.logged('status-changed').length, 0, `webhook ${status} ${code}`);
  }
});

for (const [status, state, codes] of [['declined', 'REJECTED', DECLINED], ['resubmission_requested', 'RESUBMISSION_REQUESTED', RESUBMISSION]]) {
  for (const code of codes) {
    const reason = TOLD[code] ?? 'not-accepted';
    test(`${status} for ${code} tells the user ${reason}`, async () => {
      for (const reasonCode of [code, String(code)]) {
        const hooked = await withSession();
        await hooked.hook(veriffDecision(status, { reasonCode }));
        assert.equal(await standing(hooked), `${state} ${reason}`);
        const read = await withSession();
        read.decision = decision(status, { reasonCode });
        assert.equal(await standing(read), `${state} ${reason}`);
      }
    });
  }
}

test('fraud is never told, whatever the verdict', async () => {
  for (const status of ['declined', 'resubmission_requested']) {
    for (const reasonCode of FRAUD) {
      const world = await withSession();
      await world.hook(veriffDecision(status, { reasonCode }));
      assert.match(await standing(world), / not-accepted$/, `${status} ${reasonCode}`);
    }
  }
});

test('a reason that is no known code is not-accepted', async () => {
  for (const reasonCode of [null, undefined, 999, -1, 204.5, '0204', '204 ', 'constructor', '__proto__', {}, [204]]) {
    const world = await withSession();
    await world.hook(veriffDecision('declined', { reasonCode }));
    assert.equal(await standing(world), 'REJECTED not-accepted', String(reasonCode));
  }
});

test('an approval and an expiry have no reasons, whatever code they come with', async () => {
  for (const [status, state] of [['approved', 'VERIFIED'], ['expired', 'EXPIRED']]) {
    const world = await withSession();
    await world.hook(veriffDecision(status, { reasonCode: 204 }));
    assert.equal(await standing(world), state);
  }
});

test('Veriff\'s own words and data of the person are in no answer', async () => {
  const world = await withSession();
  world.decision = { ...decision('declined', { reasonCode: 106 }), reason: 'Known fraud' };
  const text = await (await world.get()).text();
  for (const word of ['fraud', 'Quillabelle', '900557318', '106', sessionId(1)]) assert.ok(!text.toLowerCase().includes(word.toLowerCase()), word);
});

test('a verdict is dated by Veriff\'s clock', async () => {
  const world = await withSession();
  const at = Date.now() + 1_234;
  await world.hook(veriffDecision('approved', { at }));
  assert.equal((await (await world.get()).json()).updatedAt, new Date(at).toISOString());
});

test('no decision yet says nothing: the state stays', async () => {
  const world = await withSession();
  assert.equal(await standing(world), 'UNVERIFIED');
  world.decision = decision('submitted');
  assert.equal(await standing(world), 'PENDING');
  world.decision = null;
  assert.equal(await standing(world), 'PENDING');
});

test('the decision of another session than was asked for is nobody\'s', async () => {
  const world = await withSession();
  world.decision = decision('approved', { session: sessionId(7) });
  assert.equal(await standing(world), 'UNVERIFIED');
});

test('asks for nothing where there is no session', async () => {
  const world = veriffWorld();
  assert.equal(await standing(world), 'UNVERIFIED');
  assert.deepEqual(world.calls, []);
});

test('makes a session with the id as vendorData, the callback and the integration, and never sends the secret', async () => {
  const world = await withSession({ veriff: { integrationId: 'integration-7', callback: 'https://partner.example/done' } });
  world.decision = decision('submitted');
  await standing(world);
  const [made, read] = world.calls;
  assert.equal(made.url, 'https://veriff.example/v1/sessions');
  assert.deepEqual(JSON.parse(made.body), { verification: { vendorData: ID, callback: 'https://partner.example/done' } });
  assert.equal(read.url, `https://veriff.example/v1/sessions/${sessionId(1)}/decision`);
  assert.equal(read.headers.get('x-hmac-signature'), hmac(canary.sharedSecret, sessionId(1)));
  for (const { headers, url, body } of world.calls) {
    assert.equal(headers.get('x-auth-client'), canary.veriffApiKey);
    assert.equal(headers.get('vrf-integration-id'), 'integration-7');
    assert.equal(headers.get('authorization'), null);
    assert.ok(!`${url} ${body} ${JSON.stringify([...headers])}`.includes(canary.sharedSecret));
  }
});

test('only 201 with a URL and an id is a session', async () => {
  const whole = { id: sessionId(1), url: 'https://magic.veriff.me/v/x' };
  const answers = [[200, whole], [201, { ...whole, url: null }], [201, { url: whole.url }], [201, { ...whole, id: '' }], [201, null], [204, null]];
  for (const [status, verification] of answers) {
    const world = veriffWorld();
    world.upstream['POST /v1/sessions'] = () => (status === 204 ? new Response(null, { status }) : json(status, { status: 'success', verification }));
    assert.equal((await world.post()).status, 502, `${status} ${JSON.stringify(verification)}`);
  }
});

test('a key that Veriff refuses is the client key\'s trouble, its limit is passed on, all else is a bad gateway', async () => {
  for (const [theirs, ours] of [[401, 498], [403, 498], [429, 429], [400, 502], [404, 502], [500, 502]]) {
    for (const call of ['POST /v1/sessions', 'GET /v1/sessions/*/decision']) {
      const world = call.startsWith('POST') ? veriffWorld() : await withSession();
      world.upstream[call] = () => json(theirs, { status: 'fail', code: '1802', message: 'API key is not a valid UUID' });
      const response = call.startsWith('POST') ? await world.post() : await world.get();
      assert.equal(response.status, ours, `${call} ${theirs}`);
      assert.ok(!(await response.text()).includes('UUID'));
    }
  }
});
