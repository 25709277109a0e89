import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { ask, eventually, follow, keptAlive } from '../helpers/recipe-client.js';
import { recipes, startRecipe } from '../helpers/recipe-table.js';
import { startUpstream } from '../helpers/recipe-upstream.js';
import { cookieFor, newId, vendors } from '../helpers/recipe-vendors.js';
import { root } from '../helpers/repository.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const createCalls = /^POST /;
/** Milliseconds. */
const FAST = 200;

for (const recipe of recipes) {
  describe(`recipe ${recipe.name}`, () => {
    const vendor = vendors[recipe.vendor];
    let upstream;
    let server;

    before(async () => {
      upstream = await startUpstream();
      server = await startRecipe(recipe, upstream.url);
    });
    after(async () => {
      await server?.end();
      await upstream.close();
    });

    const readStatus = (id, rest) => ask(`${server.url}?onboardingId=${id}`, { headers: { cookie: cookieFor(id) }, ...rest });
    const post = (id, { headers = {}, ...rest } = {}) =>
      ask(server.url, { method: 'POST', headers: { cookie: cookieFor(id), ...JSON_TYPE, ...headers }, body: JSON.stringify({ onboardingId: id }), ...rest });
    const hook = ({ body, headers }) => ask(`${server.url}/webhook`, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body });
    const stream = (id) => follow(`${server.url}?onboardingId=${id}`, { cookie: cookieFor(id) });
    const made = () => upstream.calls.filter((call) => createCalls.test(call)).length;

    it('trades an id for a session, once, by calls that the vendor takes', async () => {
      const id = newId();
      const before = made();
      const first = await post(id);
      assert.equal(first.status, 200, first.text);
      assert.match(first.json().sessionUrl, /^https:\/\/magic\.veriff\.me\/v\//);
      assert.deepEqual((await post(id)).json(), first.json());
      assert.equal(made(), before + 1);
      assert.deepEqual(upstream.refused, []);
    });

    it('reads the status, which nobody may keep', async () => {
      const { status, headers, json } = await readStatus(newId());
      assert.equal(status, 200);
      assert.equal(json().verificationState, 'UNVERIFIED');
      assert.equal(json().stream, recipe.stream ? true : undefined);
      assert.equal(headers['cache-control'], 'no-store');
      assert.equal(headers['x-content-type-options'], 'nosniff');
    });

    it('answers 404 to whoever did not get that id at the e-mail step', async () => {
      const id = newId();
      const calls = upstream.calls.length;
      const forged = cookieFor(id).replace(/.{64}$/, '0'.repeat(64));
      for (const cookie of ['', cookieFor(newId()), forged, `onboarding=${id}`]) assert.equal((await post(id, { headers: { cookie } })).status, 404, cookie);
      assert.equal(upstream.calls.length, calls);
    });

    it('answers preflights by the rules of origins, and nothing beside its path', async () => {
      const preflight = (headers) => ask(server.url, { method: 'OPTIONS', headers: { 'access-control-request-method': 'POST', ...headers } });
      const stranger = await preflight({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' });
      assert.equal(stranger.status, 403);
      assert.equal(stranger.headers['access-control-allow-origin'], undefined);
      const own = await preflight({ origin: new URL(server.url).origin, 'sec-fetch-site': 'same-origin' });
      assert.equal(own.status, 204);
      assert.equal(own.headers['access-control-allow-methods'], 'GET, POST');
      assert.equal((await ask(server.url.replace('/kyc', '/kyc-else'))).status, 404);
      const origin = recipe.env.ALLOWED_ORIGIN;
      if (origin === undefined) return;
      const allowed = await preflight({ origin, 'sec-fetch-site': 'cross-site' });
      assert.deepEqual([allowed.status, allowed.headers['access-control-allow-origin']], [204, origin]);
    });

    it('lets its own pages in that do not say their site, as in older browsers', async () => {
      const id = newId();
      const { origin, host } = new URL(server.url);
      const from = (headers) => readStatus(id, { headers: { cookie: cookieFor(id), ...headers } });
      assert.equal((await from({ origin })).status, 200);
      assert.equal((await from({ origin: 'https://www.partner.test', host: 'www.partner.test' })).status, 200);
      assert.equal((await from({ origin: `http://evil.${host}` })).status, 403);
    });

    it('keeps the contract, as far as check-endpoint can try it', async () => {
      const id = newId();
      const origin = recipe.env.ALLOWED_ORIGIN === undefined ? [] : ['--origin', recipe.env.ALLOWED_ORIGIN];
      const args = ['dist/cli/main.js', 'check-endpoint', server.url, '--onboarding-id', id, '--header', `Cookie: ${cookieFor(id)}`, ...origin];
      const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
      assert.match(stdout, / 0 broken, 0 advice,/);
    });

    it('refuses other methods, types, packed and big bodies, and goes on', async () => {
      const id = newId();
      assert.equal((await post(id, { method: 'PUT' })).status, 405);
      assert.equal((await post(id, { headers: { 'content-type': 'text/plain' } })).status, 415);
      assert.equal((await post(id, { headers: { 'content-encoding': 'gzip' } })).status, 415);
      assert.equal((await post(id, { body: JSON.stringify({ onboardingId: id, more: 'x'.repeat(20_000) }) })).status, 413);
      assert.equal((await post(id, { body: Array.from({ length: 40 }, () => ' '.repeat(1_000)) })).status, 413);
      assert.equal((await post(id)).status, 200);
    });

    it('takes a webhook by its raw bytes, and then needs no call for the status', async () => {
      const id = newId();
      await post(id);
      const { body, headers } = vendor.webhook(id, 'VERIFIED');
      const written = JSON.stringify(JSON.parse(body));
      assert.notEqual(written, body);
      assert.equal((await hook({ body: written, headers })).status, 401);
      assert.equal((await hook({ body, headers: {} })).status, 401);
      assert.equal((await hook({ body, headers })).status, 200);
      const calls = upstream.calls.length;
      assert.equal((await readStatus(id)).json().verificationState, 'VERIFIED');
      assert.equal(upstream.calls.length, calls);
    });

    if (!recipe.stream) {
      it('answers plainly to whoever asks for a stream', async () => {
        const { headers, until, end } = await stream(newId());
        assert.match(headers['content-type'], /^application\/json/);
        await until(/UNVERIFIED/);
        assert.ok(await eventually(() => end() === 'ended'));
      });
    } else {
      it('streams at once, unpacked, and each webhook in no time', async () => {
        const id = newId();
        const events = await stream(id);
        assert.match(events.headers['content-type'], /^text\/event-stream/);
        assert.equal(events.headers['content-encoding'], undefined);
        const first = await events.until(/"UNVERIFIED".*\n\n/);
        assert.match(first.text, /^:\n\n/);
        assert.ok(first.after < 2_000, `the first bytes came after ${first.after} ms`);
        const delays = [];
        for (const state of vendor.way) {
          const sent = performance.now();
          const [{ status }] = await Promise.all([hook(vendor.webhook(id, state)), events.until(new RegExp(`"${state}".*\n\n`))]);
          delays.push(performance.now() - sent);
          assert.equal(status, 200);
        }
        events.abort();
        // The machine may be busy with other things in between.
        assert.ok(Math.min(...delays) < FAST, `events came after ${delays.map(Math.round)} ms`);
      });

      it('lets go of a stream that its client has left', async () => {
        const id = newId();
        const streams = await Promise.all(Array.from({ length: 10 }, () => stream(id)));
        const isStream = ({ headers }) => headers['content-type'].startsWith('text/event-stream');
        assert.ok(streams.every(isStream));
        assert.ok(!isStream(await stream(id)), 'ten streams of one id are not counted');
        for (const { abort } of streams) abort();
        const another = () => stream(id).then((next) => (next.abort(), isStream(next)));
        assert.ok(await eventually(another), 'streams that were left still count');
      });
    }

    if (recipe.page !== undefined) {
      it('serves a page with the element', async () => {
        const { status, text } = await ask(new URL(recipe.page, server.url).href);
        assert.equal(status, 200);
        assert.match(text, /<kyc-verification onboarding-id-from="query:onboarding" endpoint="\/api\/kyc">/);
      });
    }

    it('on SIGTERM finishes what it has begun, ends its streams, and exits', async () => {
      const agent = keptAlive();
      await readStatus(newId(), { agent });
      const events = recipe.stream ? await stream(newId()) : null;
      upstream.slow(500);
      const before = made();
      // On a connection that its client means to keep.
      const answer = post(newId(), { agent });
      assert.ok(await eventually(() => made() > before));
      server.terminate();
      assert.equal((await answer).status, 200);
      const code = await Promise.race([server.exited, new Promise((resolve) => setTimeout(resolve, recipe.patience, 'still running'))]);
      assert.equal(code, recipe.exit, server.output());
      if (events !== null) assert.equal(events.end(), 'ended');
      await assert.rejects(ask(server.url));
      agent.destroy();
    });
  });
}
