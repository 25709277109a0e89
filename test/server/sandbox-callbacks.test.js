import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { customers, openSandbox } from '../helpers/sandbox-world.js';

const SESSIONS = 'https://stationapi.veriff.com/v1/sessions';
const sandbox = openSandbox();
after(() => sandbox.close());

/** Where the page at that address says it will lead. */
async function wayBack(url) {
  const page = await (await sandbox.veriff(new Request(url))).text();
  const [, callback] = /data-callback="([^"]*)"/.exec(page);
  return callback.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

const askVeriff = (callback) =>
  sandbox.veriff(
    new Request(SESSIONS, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-auth-client': customers.partner.apiKey },
      body: JSON.stringify({ verification: { vendorData: 'somebody', callback } }),
    }),
  );

describe('the callback of a session', () => {
  for (const callback of ['https://partner.example/done?step=3&of=6', 'http://localhost:5173/done', 'http://127.0.0.1/', 'http://[::1]:80/']) {
    it(`is where its page leads: ${callback}`, async () => {
      const response = await askVeriff(callback);
      assert.equal(response.status, 201);
      const { verification } = await response.json();
      assert.equal(await wayBack(verification.url), new URL(callback).href);
    });
  }

  const refused = [
    'http://insecure.example/', 'http://localhost.example/', 'http://10.0.0.1/', 'javascript:alert(1)', 'data:text/html,x', '/done', '//partner.example', '', 7, null,
    'https://somebody:secret@partner.example/', 'https://',
  ];
  for (const callback of refused) {
    it(`is refused by Veriff's API: ${JSON.stringify(callback)}`, async () => {
      const response = await askVeriff(callback);
      assert.equal(response.status, 400);
      assert.equal((await response.json()).code, '1302');
    });
  }

  it('can’t get out of the page’s markup', async () => {
    const { verification } = await (await askVeriff('https://partner.example/?a="><script>alert(1)</script>&amp;#"\'&quot;')).json();
    const page = await (await sandbox.veriff(new Request(verification.url))).text();
    assert.equal(page.includes('<script>alert'), false);
    assert.match(await wayBack(verification.url), /^https:\/\/partner\.example\/\?a=%22%3E%3Cscript%3E/);
  });
});

describe('the callback of an onboarding', () => {
  for (const provider of ['baanx', 'veriff']) {
    for (const reverify of [false, true]) {
      it(`is where Veriff's page leads, of ${reverify ? 'a user' : 'an applicant'} at ${provider}`, async () => {
        const person = await sandbox.arrive('approve', { provider, reverify, callback: '/done?step=3&onboarding={onboardingId}#top' });
        const { sessionUrl } = (await person.start()).body;
        assert.equal(await wayBack(sessionUrl), `http://localhost:5173/done?step=3&onboarding=${person.onboardingId}#top`);
      });
    }

    it(`is nowhere unless it is asked for, at ${provider}`, async () => {
      const person = await sandbox.arrive('approve', { provider });
      assert.equal(await wayBack((await person.start()).body.sessionUrl), '');
    });
  }

  it('stands in the page that a finished session shows, too', async () => {
    const person = await sandbox.arrive('slow-review', { callback: 'https://partner.example/done' });
    const { sessionUrl } = (await person.start()).body;
    await person.inFrame(sessionUrl, 'started', 'submitted');
    assert.equal(await wayBack(sessionUrl), 'https://partner.example/done');
  });

  for (const callback of ['http://insecure.example/', 'javascript:alert(1)', '//insecure.example/', 'https://somebody@partner.example/', '', 7, null, 'https://']) {
    it(`is refused unless it is a path, https or this machine: ${JSON.stringify(callback)}`, async () => {
      const { status, body } = await sandbox.control('/sandbox/onboardings', { callback });
      assert.equal(status, 400);
      assert.match(body.message, /callback/);
    });
  }
});

describe('a visit', () => {
  it('tells a page what it needs to go on with an onboarding', async () => {
    const asked = { scenario: 'decline', provider: 'veriff', pending: 'on-create', speed: 60, us: true, webhooks: false };
    const { body } = await sandbox.control('/sandbox/onboardings', asked);
    const visit = await sandbox.control('/sandbox/visits', { onboardingId: body.onboardingId });
    assert.equal(visit.status, 200);
    assert.deepEqual(visit.body, { ...asked, onboardingId: body.onboardingId, reverify: false });
    assert.equal(visit.cookie, undefined);
  });

  it('signs a user past registration in, also with another device', async () => {
    const { body, cookie } = await sandbox.control('/sandbox/onboardings', { reverify: true });
    const visit = await sandbox.control('/sandbox/visits', { onboardingId: body.onboardingId });
    assert.equal(visit.body.reverify, true);
    assert.notEqual(visit.cookie, cookie);
    const read = await sandbox.ask(new Request('http://localhost:5173/api/kyc?reverify=true', { headers: { cookie: visit.cookie } }));
    assert.equal(read.body.verificationState, 'UNVERIFIED');
  });

  it('of nobody is not found', async () => {
    assert.equal((await sandbox.control('/sandbox/visits', { onboardingId: 'US_nobody' })).status, 404);
    assert.equal((await sandbox.control('/sandbox/visits', {})).status, 400);
  });
});
