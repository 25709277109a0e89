import assert from 'node:assert/strict';
import test from 'node:test';
import { baanxWorld, canary, ENDPOINT, hmac, ID, veriffWorld } from '../helpers/server-world.js';
import { kycChanged, standing, veriffDecision, veriffEvent } from '../helpers/vendor-events.js';

const VENDORS = [
  {
    name: 'Veriff',
    worldOf: (options) => veriffWorld(options),
    approved: () => veriffDecision('approved', { at: Date.now() }),
    signature: 'x-hmac-signature',
    signed: (body) => hmac(canary.sharedSecret, body),
  },
  {
    name: 'Baanx',
    worldOf: (options) => baanxWorld(options),
    approved: () => kycChanged('VERIFIED'),
    signature: 'x-signature',
    signed: (body, timestamp) => hmac(canary.baanxApiKey, `${timestamp}.`, body),
  },
];
const bytesOf = (text) => new TextEncoder().encode(text);

for (const { name, worldOf, approved, signature, signed } of VENDORS) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const body = JSON.stringify(approved());
  const right = signed(body, timestamp);
  const refused = async (sent, headers) => {
    const world = worldOf();
    const response = await world.hook(sent, { timestamp, headers });
    assert.equal(response.status, 401);
    assert.deepEqual(await response.json(), { message: 'Not signed in.' });
    assert.equal(await standing(world), 'UNVERIFIED');
  };

  test(`takes what ${name} signed`, async () => {
    const world = worldOf();
    const response = await world.hook(body, { timestamp, headers: { [signature]: right } });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(await standing(world), 'VERIFIED');
    assert.deepEqual(world.calls, []);
  });

  const FORGERIES = {
    'no signature': null,
    'an empty signature': '',
    'a signature by another key': hmac('another secret', `${timestamp}.`, body),
    'a signature with its last digit changed': right.slice(0, -1) + (right.endsWith('0') ? '1' : '0'),
    'a signature with its first digit changed': (right.startsWith('0') ? '1' : '0') + right.slice(1),
    'a short signature': right.slice(0, -1),
    'half a signature': right.slice(0, 32),
    'a long signature': `${right}0`,
    'an upper-case signature': right.toUpperCase(),
    'a signature said twice': `${right}, ${right}`,
    'the right signature after a wrong one': `${'0'.repeat(64)}, ${right}`,
    'a signature with a prefix': `sha256=${right}`,
    'a signature in base64': Buffer.from(right, 'hex').toString('base64'),
    'a signature that is no hex': 'g'.repeat(64),
  };
  for (const [forgery, value] of Object.entries(FORGERIES)) {
    test(`refuses ${forgery} of ${name}'s`, () => refused(body, { [signature]: value }));
  }

  test(`refuses ${name}'s body serialised anew`, () => refused(JSON.stringify(JSON.parse(body), null, 1), { [signature]: right }));

  test(`refuses ${name}'s body with a blank added`, () => refused(`${body} `, { [signature]: right }));

  test(`refuses ${name}'s body where bytes that are no UTF-8 were exchanged`, async () => {
    const with_ = (byte) => Uint8Array.from([...bytesOf(body.slice(0, -1)), ...bytesOf(',"note":"'), byte, ...bytesOf('"}')]);
    await refused(with_(0xfe), { [signature]: signed(with_(0xff), timestamp) });
    const world = worldOf();
    assert.equal((await world.hook(with_(0xff), { timestamp })).status, 200);
    assert.equal(await standing(world), 'VERIFIED');
  });

  test(`takes ${name}'s body with a byte order mark, which the signature covers`, async () => {
    const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...bytesOf(body)]);
    await refused(marked, { [signature]: right });
    const world = worldOf();
    assert.equal((await world.hook(marked, { timestamp })).status, 200);
    assert.equal(await standing(world), 'VERIFIED');
  });

  test(`checks the raw bytes of ${name}'s body, be they escaped or not`, async () => {
    const spelt = body.replace('}', ',"note":"Zoë \\u00eb ✓ \\/ 1.0"}');
    const world = worldOf();
    assert.equal((await world.hook(spelt.replace('1.0', '1.00'), { timestamp, headers: { [signature]: signed(spelt, timestamp) } })).status, 401);
    assert.equal((await world.hook(spelt, { timestamp })).status, 200);
  });

  test(`does not read the body where ${name}'s signature has not the form of one`, async () => {
    const world = worldOf();
    for (const value of [null, right.toUpperCase(), right.slice(1)]) {
      let pulls = 0;
      const endless = new ReadableStream({ pull: (controller) => void (pulls += 1, controller.enqueue(new Uint8Array(1024))) }, { highWaterMark: 0 });
      const headers = { 'x-auth-client': canary.veriffApiKey, 'x-timestamp': timestamp, ...(value === null ? {} : { [signature]: value }) };
      const response = await world.send({ method: 'POST', headers, body: endless, duplex: 'half' }, `${ENDPOINT}/webhook`);
      assert.equal(response.status, 401);
      assert.equal(pulls, 0);
    }
  });

  test(`stops reading what ${name} might have signed at 256 KiB`, async () => {
    const world = worldOf();
    let sent = 0;
    const endless = new ReadableStream({ pull: (controller) => void (sent += 65_536, controller.enqueue(new Uint8Array(65_536))) }, { highWaterMark: 0 });
    const headers = { 'x-auth-client': canary.veriffApiKey, 'x-timestamp': timestamp, [signature]: right };
    const response = await world.send({ method: 'POST', headers, body: endless, duplex: 'half' }, `${ENDPOINT}/webhook`);
    assert.equal(response.status, 413);
    assert.ok(sent <= 256 * 1024 + 2 * 65_536, `${sent} bytes`);
  });

  test(`takes ${name}'s decision of 250 KB`, async () => {
    const world = worldOf();
    const long = JSON.stringify({ ...approved(), padding: 'x'.repeat(250_000) });
    assert.equal((await world.hook(long, { timestamp })).status, 200);
    assert.equal(await standing(world), 'VERIFIED');
  });

  for (const [what, sent] of Object.entries({ 'no JSON': '{"a":', nothing: '', 'null': 'null', 'a list': '[]', 'a text': '"kyc.status.changed"', 'bytes that are no text': new Uint8Array([0xff, 0xfe, 0]) })) {
    test(`answers 200 to ${name} for ${what}, and changes nothing`, async () => {
      const world = worldOf();
      assert.equal((await world.hook(sent, { timestamp })).status, 200);
      assert.equal(world.logged('webhook-unknown').length, 1);
      assert.equal(world.logged('status-changed').length, 0);
    });
  }

  test(`nothing of ${name}'s webhook but hashes and words of its own is logged`, async () => {
    const world = worldOf();
    await world.post();
    await world.hook(body, { timestamp });
    await world.hook(body, { timestamp, headers: { [signature]: right.replace(/./, (digit) => (digit === '0' ? '1' : '0')) } });
    const text = JSON.stringify(world.lines);
    assert.equal(world.logged('webhook-taken').length, 1);
    assert.equal(world.logged('webhook-refused').length, 1);
    for (const secret of [...Object.values(canary), 'Quillabelle', '900557318', ID, right]) assert.ok(!text.includes(secret), secret);
  });

  test(`asks for POST where ${name}'s webhooks go`, async () => {
    const world = worldOf();
    for (const method of ['GET', 'PUT', 'OPTIONS', 'DELETE']) {
      const response = await world.send({ method }, `${ENDPOINT}/webhook`);
      assert.equal(response.status, 405);
      assert.equal(response.headers.get('allow'), 'POST');
    }
  });
}

test('takes Veriff\'s other set of header names', async () => {
  const body = JSON.stringify(veriffEvent('submitted'));
  const world = veriffWorld();
  const other = { 'x-auth-client': null, 'x-hmac-signature': null, 'vrf-auth-client': canary.veriffApiKey };
  assert.equal((await world.hook(body, { headers: { ...other, 'vrf-hmac-signature': hmac('wrong', body) } })).status, 401);
  assert.equal((await world.hook(body, { headers: { ...other, 'vrf-hmac-signature': hmac(canary.sharedSecret, body) } })).status, 200);
  assert.equal(await standing(world), 'PENDING');
});

test('refuses what Veriff signed for another client', async () => {
  const world = veriffWorld();
  for (const client of [null, '', 'c0ffee00-9b1d-4ca7-a11e-5ec2e7ca7a22', canary.veriffApiKey.toUpperCase(), `${canary.veriffApiKey}0`, canary.veriffApiKey.slice(1)]) {
    assert.equal((await world.hook(veriffEvent('submitted'), { headers: { 'x-auth-client': client } })).status, 401, String(client));
  }
  assert.equal(world.logged('status-changed').length, 0);
});

test('takes Baanx\'s timestamp of up to eight days before or after now, and none beyond', async () => {
  const at = (hours) => String(Math.floor(Date.now() / 1000) + hours * 3_600);
  const world = baanxWorld();
  for (const hours of [-191, 0, 191]) assert.equal((await world.hook(kycChanged('PENDING'), { timestamp: at(hours) })).status, 200, `${hours} h`);
  for (const hours of [-193, 193, -100_000, 100_000]) assert.equal((await world.hook(kycChanged('VERIFIED'), { timestamp: at(hours) })).status, 401, `${hours} h`);
  assert.equal(await standing(world), 'PENDING');
});

test('refuses what Baanx did not date in Unix seconds', async () => {
  const world = baanxWorld();
  for (const timestamp of ['', '-1', '1.5', '1e9', 'now', new Date().toISOString(), '9'.repeat(12)]) {
    assert.equal((await world.hook(kycChanged('VERIFIED'), { timestamp })).status, 401, timestamp);
  }
  assert.equal((await world.hook(kycChanged('VERIFIED'), { headers: { 'x-timestamp': null } })).status, 401);
  const moved = String(Math.floor(Date.now() / 1000) - 60);
  assert.equal((await world.hook(kycChanged('VERIFIED'), { headers: { 'x-timestamp': moved } })).status, 401, 'a time that was not signed');
  assert.equal(await standing(world), 'UNVERIFIED');
});

test('takes no webhook of Baanx\'s without the key that signs them', async () => {
  const world = baanxWorld({ baanx: { apiKey: undefined } });
  assert.equal((await world.hook(kycChanged('VERIFIED'))).status, 401);
});
