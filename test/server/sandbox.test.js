import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { holdTime, openSandbox, pass, releaseTime } from '../helpers/sandbox-world.js';

const DAY = 24 * 3_600_000;

/**
 * What the endpoint answers in each scenario: the first read, the start (tried three times at most, as the element does), and
 * the read at the end. One word for both vendors, or one each.
 */
const both = (word) => ({ baanx: word, veriff: word });
const approved = { first: both('UNVERIFIED'), start: both(200), end: both('VERIFIED') };
const failing = (baanx, veriff = baanx) => ({ first: both('UNVERIFIED'), start: { baanx, veriff }, end: both('UNVERIFIED') });
const expected = {
  approve: approved,
  'approve-at-once': approved,
  decline: { ...approved, end: { baanx: 'REJECTED', veriff: 'REJECTED selfie-mismatch' } },
  'decline-wait': { ...approved, end: { baanx: 'REJECTED', veriff: 'REJECTED not-accepted' } },
  // Baanx has no word for either.
  resubmit: { ...approved, end: { baanx: 'PENDING', veriff: 'RESUBMISSION_REQUESTED document-unreadable' } },
  expire: { ...approved, events: ['started'], end: { baanx: 'UNVERIFIED', veriff: 'EXPIRED' } },
  'slow-review': approved,
  'record-closed': approved,
  'already-pending': { ...approved, first: both('PENDING') },
  'already-verified': { first: both('VERIFIED'), start: both(400), end: both('VERIFIED') },
  'already-rejected': { ...approved, first: { baanx: 'REJECTED', veriff: 'REJECTED selfie-mismatch' } },
  'error-400': failing(400, 502),
  'error-401': failing(401),
  'error-403': failing(403),
  'error-404': failing(404, 502),
  'error-408': failing(408),
  'error-429': failing(429),
  'error-498': failing(498, 502),
  'error-499': failing(499, 502),
  'error-500': failing(502),
  'error-503': failing(502),
  // Veriff is not asked before there is a session.
  'status-400': { ...approved, first: { baanx: 400, veriff: 'UNVERIFIED' } },
  'status-401': { ...approved, first: both(401) },
  'status-404': { ...approved, first: { baanx: 404, veriff: 'UNVERIFIED' } },
  'status-498': { ...approved, first: { baanx: 498, veriff: 'UNVERIFIED' } },
  'status-500': { ...approved, first: { baanx: 502, veriff: 'UNVERIFIED' } },
  'bad-response': { ...failing(200), hostile: true },
  'bad-session-url': { ...failing(200), hostile: true },
  'vendor-session-url': failing(502),
  'frame-blocked': approved,
  'frame-silent': approved,
  'force-reload': approved,
  slow: approved,
  'very-slow': approved,
  flaky: approved,
};
/** Without webhooks nobody tells the endpoint of Veriff's earlier sessions, nor of a record that Baanx has closed; and Veriff is read. */
const unheard = {
  'record-closed': { ...approved, end: { baanx: 400, veriff: 'VERIFIED' } },
  'already-pending': { ...approved, first: { baanx: 'PENDING', veriff: 'UNVERIFIED' } },
  'already-verified': { first: { baanx: 'VERIFIED', veriff: 'UNVERIFIED' }, start: { baanx: 400, veriff: 200 }, end: both('VERIFIED') },
  'already-rejected': { ...approved, first: { baanx: 'REJECTED', veriff: 'UNVERIFIED' } },
  ...Object.fromEntries(
    Object.entries(expected)
      .filter(([name]) => /^status-(?:400|404|498|500)$/.test(name))
      .map(([name, row]) => [name, { ...row, end: { baanx: 'VERIFIED', veriff: 502 } }]),
  ),
};

const wordOf = ({ status, body }) => (status === 200 ? [body.verificationState, ...(body.reasons ?? [])].join(' ') : status);

async function walk(sandbox, scenario, { events = ['started', 'submitted'], hostile = false }, options) {
  const person = await sandbox.arrive(scenario, options);
  const first = wordOf(await person.read());
  let start = await person.start();
  for (let tries = 1; tries < 3 && start.status >= 500; tries += 1) start = await person.start();
  if (start.status === 200 && !hostile) {
    assert.match(start.body.sessionUrl, /^http:\/\/localhost:4010\/v\//);
    await person.inFrame(start.body.sessionUrl, ...events);
    await pass(4000);
  }
  return { person, found: { first, start: start.status, end: wordOf(await person.read()) } };
}

const sandbox = openSandbox();

before(() => holdTime());
after(async () => {
  await sandbox.close();
  releaseTime();
});
afterEach(async () => {
  assert.deepEqual(await sandbox.refused(), [], 'no call of the endpoint is refused for its key, signature, form or number');
  assert.deepEqual(sandbox.leaks(), [], 'no secret and no personal datum is in an answer or a log line');
  // Sessions of the last minute count.
  await pass(61_000);
});

describe('the endpoint in the sandbox', () => {
  it('is tried in every scenario', async () => {
    const { body } = await sandbox.control('/sandbox/scenarios');
    assert.deepEqual(body.map(({ name }) => name).sort(), Object.keys(expected).sort());
  });

  for (const provider of ['baanx', 'veriff']) {
    for (const [scenario, all] of Object.entries(expected)) {
      for (const webhooks of [true, false]) {
        it(`answers rightly at ${provider} ${webhooks ? 'with' : 'without'} webhooks: ${scenario}`, async () => {
          const row = webhooks ? all : (unheard[scenario] ?? all);
          const { person, found } = await walk(sandbox, scenario, row, { provider, webhooks });
          assert.deepEqual(found, { first: row.first[provider], start: row.start[provider], end: row.end[provider] });
          const sent = (await person.behind()).filter((call) => call.includes('/webhook'));
          assert.ok(sent.every((call) => call.endsWith(' 200')), sent.join('\n'));
          if (!webhooks) assert.deepEqual(sent, []);
        });
      }
    }

    it(`verifies a signed-in user anew at ${provider}`, async () => {
      const { found } = await walk(sandbox, 'approve', approved, { provider, reverify: true });
      assert.deepEqual(found, { first: 'UNVERIFIED', start: 200, end: 'VERIFIED' });
    });
  }

  it('is not anybody’s: a stranger’s id is not found, and nobody is signed in without the cookie', async () => {
    const stranger = `US_${crypto.randomUUID()}`;
    assert.equal((await sandbox.ask(new Request(`http://localhost:5173/api/kyc?onboardingId=${stranger}`))).status, 404);
    assert.equal((await sandbox.ask(new Request('http://localhost:5173/api/kyc?reverify=true'))).status, 401);
  });
});

describe('sessions in the sandbox', () => {
  const restart = async (person, url) => {
    const again = await person.start();
    assert.equal(again.status, 200);
    assert.equal(again.body.sessionUrl === url, true, 'the same session goes on');
  };

  it('go on after a resubmission, nine times; the tenth try is declined', async () => {
    const person = await sandbox.arrive('slow-review', { provider: 'veriff', speed: 1 });
    const { sessionUrl } = (await person.start()).body;
    for (let tries = 1; tries <= 9; tries += 1) {
      await person.inFrame(sessionUrl, 'started', 'submitted');
      assert.equal(wordOf(await person.read()), 'PENDING');
      await person.decide('resubmit');
      assert.equal(wordOf(await person.read()), 'RESUBMISSION_REQUESTED document-unreadable');
      await pass(1000);
      await restart(person, sessionUrl);
    }
    await person.inFrame(sessionUrl, 'started', 'submitted');
    await person.decide('resubmit');
    assert.equal(wordOf(await person.read()), 'REJECTED not-accepted');
    const next = await person.start();
    assert.equal(next.body.sessionUrl === sessionUrl, false, 'a declined session is over');
    assert.equal((await person.behind()).filter((call) => call.includes('POST /v1/sessions')).length, 2);
  });

  it('end after seven days that nobody used them, and the next one is new', async () => {
    const person = await sandbox.arrive('approve', { provider: 'veriff' });
    const { sessionUrl } = (await person.start()).body;
    await restart(person, sessionUrl);
    await pass(7 * DAY);
    assert.equal(wordOf(await person.read()), 'EXPIRED');
    assert.deepEqual((await person.behind()).slice(-1), ['Veriff → endpoint POST /api/kyc/webhook 200']);
    const next = await person.start();
    assert.equal(next.body.sessionUrl === sessionUrl, false);
    await person.inFrame(next.body.sessionUrl, 'started', 'submitted');
    await pass(1000);
    assert.equal(wordOf(await person.read()), 'VERIFIED');
  });

  it('of thirty people in a minute are all that Veriff is asked for', async () => {
    const people = await Promise.all(Array.from({ length: 31 }, () => sandbox.arrive('approve', { provider: 'veriff' })));
    const statuses = [];
    for (const person of people) statuses.push((await person.start()).status);
    assert.deepEqual(statuses, [...Array(30).fill(200), 429]);
    assert.deepEqual(await people[30].behind(), []);
    await pass(60_000);
    assert.equal((await people[30].start()).status, 200);
  });

  const asked = async (person) => (await person.behind()).filter((call) => call.includes('/v1/user/verification')).length;

  it('of a signed-in user at Baanx are three at a time', async () => {
    const person = await sandbox.arrive('approve', { reverify: true });
    const urls = [];
    for (let tries = 1; tries <= 3; tries += 1) urls.push((await person.start()).body.sessionUrl);
    assert.equal(new Set(urls).size, 3, 'each opens once, so each is a new one');
    const { status, headers } = await person.start();
    assert.equal(status, 429);
    assert.ok(Number(headers['retry-after']) > 3600);
    assert.equal(await asked(person), 3);
  });

  it('of a signed-in user at Baanx are ten a day', async () => {
    const person = await sandbox.arrive('approve', { reverify: true });
    for (let tries = 1; tries <= 10; tries += 1) {
      const { status, body } = await person.start();
      assert.equal(status, 200);
      await person.inFrame(body.sessionUrl, 'started', 'submitted');
      await pass(61_000);
    }
    assert.equal((await person.start()).status, 429);
    assert.equal(await asked(person), 10);
    await pass(DAY);
    assert.equal((await person.start()).status, 200);
  });

  it('of a signed-in user at Baanx wait a day after a rejection', async () => {
    const { person } = await walk(sandbox, 'decline-wait', approved, {});
    const { retryAt, updatedAt } = (await person.read()).body;
    assert.equal(Date.parse(retryAt) - Date.parse(updatedAt), DAY);
    assert.equal((await person.start()).status, 429);
    assert.equal(await asked(person), 1);
    await pass(DAY);
    assert.equal((await person.read()).body.retryAt, undefined);
    assert.equal((await person.start()).status, 200);
  });
});
