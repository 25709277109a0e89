import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CallLog, customers, openSandbox, secrets, Webhooks } from '../helpers/sandbox-world.js';

const BAANX = 'https://dev.api.baanx.com';
const VERIFF = 'https://stationapi.veriff.com';
const json = { 'content-type': 'application/json' };
const post = (url, headers, body) => new Request(url, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
const get = (url, headers) => new Request(url, { headers });

const baanxKey = { 'x-client-key': secrets.baanxClientKey };
const veriffKey = { 'x-auth-client': customers.partner.apiKey };
const session = { verification: { vendorData: 'somebody' } };
const anyId = `US_${crypto.randomUUID()}`;

/** Calls that a careless endpoint might make. */
const wrongCalls = [
  ['a call to Baanx without a client key', 'baanx', 'key', 499, () => get(`${BAANX}/v1/auth/register?onboardingId=${anyId}`, {})],
  ['a call to Baanx with another client key', 'baanx', 'key', 498, () => get(`${BAANX}/v1/auth/register?onboardingId=${anyId}`, { 'x-client-key': 'another' })],
  ['a user’s call without a token', 'baanx', 'key', 401, () => get(`${BAANX}/v1/user`, baanxKey)],
  ['a user’s call with a made-up token', 'baanx', 'key', 401, () => get(`${BAANX}/v1/user`, { ...baanxKey, authorization: 'Bearer made-up' })],
  ['a registration call with a token', 'baanx', 'form', 400, () => get(`${BAANX}/v1/auth/register?onboardingId=${anyId}`, { ...baanxKey, authorization: 'Bearer made-up' })],
  ['an environment that is none', 'baanx', 'form', 400, () => get(`${BAANX}/v1/auth/register?onboardingId=${anyId}`, { ...baanxKey, 'x-us-env': 'yes' })],
  ['a registration call that is no JSON', 'baanx', 'form', 400, () => post(`${BAANX}/v1/auth/register/verification`, { ...baanxKey, 'content-type': 'text/plain' }, { onboardingId: anyId })],
  ['a call to a path that is none', 'baanx', 'form', 404, () => get(`${BAANX}/v1/elsewhere`, baanxKey)],
  ['a session without an API key', 'veriff', 'key', 401, () => post(`${VERIFF}/v1/sessions`, {}, session)],
  ['a session with another API key', 'veriff', 'key', 401, () => post(`${VERIFF}/v1/sessions`, { 'x-auth-client': crypto.randomUUID() }, session)],
  ['a session with an integration of somebody else’s', 'veriff', 'key', 401, () => post(`${VERIFF}/v1/sessions`, { ...veriffKey, 'vrf-integration-id': customers.Baanx.integrationId }, session)],
  ['a session without a verification', 'veriff', 'form', 400, () => post(`${VERIFF}/v1/sessions`, veriffKey, {})],
  ['a session with an insecure callback', 'veriff', 'form', 400, () => post(`${VERIFF}/v1/sessions`, veriffKey, { verification: { callback: 'http://insecure.example' } })],
  ['a session with long vendor data', 'veriff', 'form', 400, () => post(`${VERIFF}/v1/sessions`, veriffKey, { verification: { vendorData: 'x'.repeat(1001) } })],
  ['a decision read without a signature', 'veriff', 'signature', 401, () => get(`${VERIFF}/v1/sessions/${crypto.randomUUID()}/decision`, veriffKey)],
  ['a decision read with a wrong signature', 'veriff', 'signature', 401, () => get(`${VERIFF}/v1/sessions/${crypto.randomUUID()}/decision`, { ...veriffKey, 'x-hmac-signature': '0'.repeat(64) })],
];

describe('the emulators', () => {
  for (const [what, vendor, kind, status, request] of wrongCalls) {
    it(`refuse and count ${what}`, async () => {
      const sandbox = openSandbox();
      const response = await sandbox[vendor](request());
      assert.equal(response.status, status);
      const refused = await sandbox.refused();
      assert.deepEqual(refused.map((each) => [each.by.toLowerCase(), each.kind, each.status]), [[vendor, kind, status]]);
      assert.deepEqual(refused.filter(({ path }) => path.includes('?')), []);
    });
  }

  it('refuse and count sessions beyond the plan', async () => {
    const sandbox = openSandbox();
    const statuses = [];
    for (let call = 0; call < 31; call += 1) statuses.push((await sandbox.veriff(post(`${VERIFF}/v1/sessions`, veriffKey, session))).status);
    assert.deepEqual(statuses, [...Array(30).fill(201), 429]);
    assert.deepEqual((await sandbox.refused()).map(({ kind }) => kind), ['limit']);
  });

  it('hand no decision to another customer', async () => {
    const sandbox = openSandbox();
    const made = await (await sandbox.veriff(post(`${VERIFF}/v1/sessions`, veriffKey, session))).json();
    const { id } = made.verification;
    const key = await crypto.subtle.importKey(
      'raw', new TextEncoder().encode(customers.Baanx.sharedSecret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'],
    );
    const signature = Buffer.from(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(id))).toString('hex');
    const headers = { 'x-auth-client': customers.Baanx.apiKey, 'x-hmac-signature': signature };
    assert.equal((await sandbox.veriff(get(`${VERIFF}/v1/sessions/${id}/decision`, headers))).status, 404);
  });
});

describe('webhooks of the sandbox', () => {
  it('come again, byte for byte, until they are acknowledged', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout'] });
    const received = [];
    const partner = async (request) => {
      received.push(`${request.headers.get('x-hmac-signature')} ${await request.text()}`);
      return new Response(null, { status: received.length < 3 ? 503 : 200 });
    };
    const webhooks = new Webhooks(partner, 'https://partner.example/webhook', new CallLog());
    webhooks.veriff({ onboardingId: anyId, webhooks: true }, { id: 'session' });
    await webhooks.settled();
    for (const gap of [1000, 2000, 4000, 60_000]) {
      test.mock.timers.tick(gap);
      await webhooks.settled();
    }
    assert.equal(received.length, 3);
    assert.equal(new Set(received).size, 1);
  });

  it('are refused at the endpoint where they are forged, and change nothing', async () => {
    const sandbox = openSandbox();
    const person = await sandbox.arrive('approve', { provider: 'veriff' });
    await person.read();
    const forged = { id: crypto.randomUUID(), attemptId: 'a', feature: 'selfid', code: 7002, action: 'submitted', vendorData: person.onboardingId };
    const headers = { ...veriffKey, 'x-hmac-signature': 'a'.repeat(64) };
    const response = await sandbox.page(post('http://localhost:5173/api/kyc/webhook', headers, forged));
    assert.equal(response.status, 401);
    assert.equal((await person.read()).body.verificationState, 'UNVERIFIED');
    await sandbox.close();
  });
});
