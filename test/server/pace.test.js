import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '../helpers/server-checks.js';
import { baanxWorld, ID, json } from '../helpers/server-world.js';

const EACH = 60;
const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/** A Baanx that takes 25 to 55 ms to say that it does not know an id; the partner's hook refuses `ID`. */
function slowWorld() {
  const world = baanxWorld({ authorize: (_request, { onboardingId }) => onboardingId !== ID });
  // Spread evenly by the golden ratio: by chance alone the medians would at times lie far apart.
  world.latency = () => 25 + 30 * ((world.calls.length * 0.618034) % 1);
  world.upstream['GET /v1/auth/register'] = () => json(404, { message: 'Onboarding session not found' });
  world.upstream['POST /v1/auth/register/verification'] = world.upstream['GET /v1/auth/register'];
  return world;
}

async function timed(ask) {
  const began = performance.now();
  assert.equal((await ask()).status, 404);
  return performance.now() - began;
}

/** Of unknown ids and of a stranger's, asked for in turn. */
async function medians(method) {
  const world = slowWorld();
  const [unknown, strangers] = [[], []];
  for (let round = 0; round < EACH; round++) {
    unknown.push(await timed(() => world[method](`US_unknown-${round}`)));
    strangers.push(await timed(() => world[method](ID)));
  }
  return [median(unknown), median(strangers)];
}

describe('how long a refusal takes', () => {
  for (const method of ['get', 'post']) {
    it(`tells a stranger's id from an unknown one by ${method} in no way: medians of ${EACH} each differ by less than 10 ms`, async (t) => {
      let apart = Infinity;
      // A machine that is busy for a moment may spoil a round; a tale that is told shows in each.
      for (let tries = 0; tries < 3 && apart >= 10; tries++) {
        const [unknown, strangers] = await medians(method);
        t.diagnostic(`medians: unknown ${unknown.toFixed(1)} ms, stranger's ${strangers.toFixed(1)} ms`);
        assert.ok(strangers > 20, 'the wait is real');
        apart = Math.abs(unknown - strangers);
      }
      assert.ok(apart < 10, `${apart} ms apart`);
    });
  }

  it('spreads for a stranger\'s id as it does for unknown ones', async () => {
    const world = slowWorld();
    for (let round = 0; round < 32; round++) await world.get(`US_unknown-${round}`);
    const strangers = await Promise.all(Array.from({ length: EACH }, () => timed(() => world.get(ID))));
    assert.ok(Math.max(...strangers) - Math.min(...strangers) > 12, 'a fixed wait would tell by its fixedness');
  });

  it('counts the time that the partner\'s own hook took', async (t) => {
    const world = baanxWorld({
      authorize: async (_request, { onboardingId }) => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        return onboardingId !== ID;
      },
    });
    world.upstream['GET /v1/auth/register'] = () => json(404, {});
    for (let round = 0; round < 4; round++) await world.get(`US_unknown-${round}`);
    const took = median(await Promise.all(Array.from({ length: 9 }, () => timed(() => world.get(ID)))));
    t.diagnostic(`${took.toFixed(1)} ms`);
    assert.ok(took < 180, 'the wait is what is left, not another 100 ms');
  });

  it('is set for each method by itself', async () => {
    const world = slowWorld();
    world.latency = ({ method }) => (method === 'GET' ? 0 : 150);
    for (let round = 0; round < 8; round++) {
      await world.get(`US_unknown-${round}`);
      await world.post(`US_unknown-${round}`);
    }
    const [read, posted] = [await timed(() => world.get(ID)), await timed(() => world.post(ID))];
    assert.ok(read < 75 && posted > 100, `${read} and ${posted} ms`);
  });

  it('is not held up by a stranger who left, and holds up nobody else', async () => {
    const world = slowWorld();
    world.latency = () => 200;
    await world.get('US_unknown');
    let refused = 0;
    for (let count = 0; count < 100; count++) void world.get(ID).then(() => refused++);
    world.latency = () => 0;
    assert.ok((await timed(() => world.get('US_another'))) < 150);
    assert.equal(refused, 0, 'the strangers still wait');
    await until(() => refused === 100);
  });
});
