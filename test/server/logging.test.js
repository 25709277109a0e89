import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { leaksIn, someTurns } from '../helpers/server-checks.js';
import { baanxWorld, canary, ENDPOINT, ID, json, person, sessionId, sessionUrl, USER, veriffWorld } from '../helpers/server-world.js';

const subjectOf = (id, whose = 'onboarding') => createHash('sha256').update(`${whose} ${id}`).digest('hex').slice(0, 12);
const withoutTime = ({ ms, ...line }) => {
  assert.ok(ms === undefined || (Number.isInteger(ms) && ms >= 0));
  return line;
};

/** Everything that the endpoint can be asked and told, with secrets and a person in each of it. Resolves to all that it answered. */
async function everything(world) {
  const hostile = JSON.stringify({ message: `${Object.values(canary).join(' ')} ${Object.values(person).join(' ')} ${ID}`, stack: sessionUrl(1) });
  const answers = [];
  const ask = async () => {
    for (const headers of [{}, { authorization: `Bearer ${canary.bearer}`, cookie: canary.bearer }, { origin: `https://${canary.sharedSecret}.example` }]) {
      for (const asked of [ID, { reverify: true }, { onboardingId: person.email }, { onboardingId: [canary.bearer] }, person]) {
        answers.push(await world.post(asked, { headers }), await world.get(typeof asked === 'object' ? { reverify: 'true', ...person } : asked, { headers }));
      }
      answers.push(await world.send({ method: 'PUT', headers, body: hostile }, `${ENDPOINT}/${canary.sessionToken}`));
      answers.push(await world.post(ID, { headers, body: hostile }), await world.get(person.ssn, { headers, url: `${ENDPOINT}/${person.email}` }));
    }
    for (const headers of [{}, { 'x-hmac-signature': canary.sharedSecret, 'x-signature': canary.baanxApiKey }, { 'x-auth-client': person.email }]) {
      answers.push(await world.hook({ id: sessionId(1), vendorData: ID, action: 'submitted', code: 7002, person }, { headers }));
      answers.push(await world.hook({ verification: { id: sessionId(1), vendorData: ID, status: 'declined', code: 9102, reason: person.ssn, person } }, { headers }));
      answers.push(await world.hook({ event_type: 'kyc.status.changed', user_id: ID, event_object_status: 'PENDING', event_object: person }, { headers }));
      answers.push(await world.hook(hostile, { headers }));
    }
  };
  await ask();
  const good = { ...world.upstream };
  for (const fail of [
    () => Promise.reject(new Error(hostile)),
    () => { throw Object.assign(new TypeError(hostile), { cause: new Error(hostile) }); },
    () => new Response(hostile, { status: 500, headers: { 'x-secret': canary.clientKey } }),
    () => new Response(hostile, { status: 404 }),
    () => new Response(hostile, { status: 302, headers: { location: sessionUrl(1) } }),
    () => new Response(hostile.slice(0, -1)),
    () => json(200, { ...person, verificationState: person.ssn, sessionUrl: `https://evil.example/${canary.sessionToken}` }),
  ]) {
    for (const name of Object.keys(world.upstream)) world.upstream[name] = fail;
    await ask();
  }
  Object.assign(world.upstream, good);
  return answers;
}

for (const [vendor, worldWith] of Object.entries({ baanx: baanxWorld, veriff: veriffWorld })) {
  describe(`the log of a server with ${vendor} behind it`, () => {
    it('holds no secret, no URL, no id and no person, and no answer does but a session\'s own', async (t) => {
      t.mock.method(Math, 'random', () => 0);
      const world = worldWith();
      const answers = await everything(world);
      assert.ok(world.lines.length > 100, `${world.lines.length} lines`);
      const text = JSON.stringify(world.lines);
      for (const secret of [...leaksIn(text), ...[ID, USER, 'http', 'example', 'Bearer'].filter((each) => text.includes(each))]) assert.fail(`a line holds ${secret}`);
      let sessions = 0;
      for (const answer of answers) {
        const said = `${JSON.stringify([...answer.headers])} ${await answer.text()}`;
        const isSession = /"sessionUrl":"https:\/\/magic\.veriff\.me/.test(said);
        sessions += isSession ? 1 : 0;
        const leaks = leaksIn(said).filter((secret) => !isSession || secret !== canary.sessionToken);
        // A page of an origin that is not allowed is told nothing at all; no other header repeats what came in.
        assert.deepEqual(leaks, [], said);
        if (answer.status >= 400) assert.equal(said.includes(ID), false);
      }
      assert.ok(sessions > 0);
    });

    it('is lines of a level, an event and plain fields', async (t) => {
      t.mock.method(Math, 'random', () => 0);
      const world = worldWith();
      await everything(world);
      for (const line of world.lines) {
        assert.ok(['info', 'warn', 'error'].includes(line.level));
        assert.match(line.event, /^[a-z]+(?:-[a-z]+)*$/);
        for (const [field, value] of Object.entries(line)) {
          assert.match(field, /^[a-z]+$/i);
          assert.ok(['string', 'number', 'boolean'].includes(typeof value) || value === null);
          assert.ok(String(value).length <= 40);
        }
      }
    });

    it('names somebody by the first 12 digits of a hash', async () => {
      const world = worldWith();
      await world.post();
      await world.get({ reverify: 'true' });
      assert.deepEqual(new Set(world.lines.map(({ subject }) => subject)), new Set([subjectOf(ID), subjectOf(USER, 'user')]));
    });
  });
}

describe('what is logged', () => {
  it('is a session that is made, and each answer', async () => {
    const world = baanxWorld();
    const subject = subjectOf(ID);
    await world.post();
    await world.post();
    assert.deepEqual(world.lines.map(withoutTime), [
      { level: 'info', event: 'session-created', subject, provider: 'baanx' },
      { level: 'info', event: 'answered', method: 'POST', status: 200, subject },
      { level: 'info', event: 'answered', method: 'POST', status: 200, subject },
    ]);
  });

  it('is a change of a state', async () => {
    const world = baanxWorld();
    await world.get();
    world.state = 'VERIFIED';
    await world.get();
    assert.deepEqual(world.logged('status-changed'), [{ level: 'info', event: 'status-changed', subject: subjectOf(ID), from: 'UNVERIFIED', to: 'VERIFIED' }]);
  });

  it('is each failure of the vendor: its call, and its status or kind', async (t) => {
    t.mock.method(Math, 'random', () => 0);
    const world = baanxWorld();
    world.upstream['GET /v1/auth/register'] = () => json(498, {});
    await world.get();
    world.upstream['POST /v1/auth/register/verification'] = () => Promise.reject(new Error('reset'));
    await world.post();
    world.upstream['GET /v1/user/verification'] = () => new Response(null, { status: 307, headers: { location: '/' } });
    await world.post({ reverify: true });
    assert.deepEqual(world.logged('upstream-failed').map(withoutTime), [
      { level: 'warn', event: 'upstream-failed', call: 'register', status: 498 },
      { level: 'warn', event: 'upstream-failed', call: 'register-verification', cause: 'network' },
      { level: 'warn', event: 'upstream-failed', call: 'register-verification', cause: 'network' },
      { level: 'warn', event: 'upstream-failed', call: 'user-verification', cause: 'redirect' },
    ]);
  });

  it('is a webhook that is refused, and one that is of no use', async () => {
    const world = baanxWorld();
    await world.hook({ event_type: 'kyc.status.changed' }, { headers: { 'x-signature': '0'.repeat(64) } });
    await world.hook({ event_type: 'card.created' });
    assert.deepEqual(world.lines, [{ level: 'warn', event: 'webhook-refused' }, { level: 'info', event: 'webhook-unknown' }]);
  });
});

describe('a logger', () => {
  it('may be an object with a method for each level', async () => {
    const seen = [];
    const logger = { info: (line) => seen.push(line.event), warn: (line) => seen.push(line.event), error: (line) => seen.push(line.event) };
    await baanxWorld({ logger }).get();
    assert.deepEqual(seen, ['answered']);
  });

  it('that is an object keeps its this', async () => {
    class Collector {
      lines = [];
      info(line) { this.lines.push(line); }
      warn(line) { this.lines.push(line); }
      error(line) { this.lines.push(line); }
    }
    const logger = new Collector();
    await baanxWorld({ logger }).get();
    assert.equal(logger.lines.length, 1);
  });

  for (const [name, fail] of [['throws', () => { throw new Error('disk full'); }], ['rejects', async () => { throw new Error('disk full'); }]]) {
    it(`that ${name} takes no request down with it, and not the process`, async () => {
      let unhandled = 0;
      const count = () => unhandled++;
      process.on('unhandledRejection', count);
      try {
        for (const logger of [fail, { info: fail, warn: fail, error: fail }]) {
          const world = baanxWorld({ logger });
          assert.equal((await world.post()).status, 200);
          assert.equal((await world.get()).status, 200);
        }
        await someTurns();
      } finally {
        process.off('unhandledRejection', count);
      }
      assert.equal(unhandled, 0);
    });
  }
});
