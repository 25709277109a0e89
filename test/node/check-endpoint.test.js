import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CHECKS, bearer, command, holdsNoSecret, idsOf, known, process, run, withEndpoint } from '../helpers/check-endpoint-command.js';
import { faults, harmless, on, rubbish } from '../helpers/check-endpoint-faults.js';
import { canaries, changing, serveEndpoint, shop } from '../helpers/check-endpoint-server.js';

describe('check-endpoint finds nothing wrong with', () => {
  it('a correct endpoint that is used from another origin', () =>
    withEndpoint(undefined, async ({ url }) => {
      const result = await command(['check-endpoint', url, ...known, '--origin', shop, '--json']);
      assert.deepEqual([idsOf(result, 'broken'), result.code], [[], 0]);
      assert.deepEqual(idsOf(result, 'untried'), ['unsigned', 'retry-after']);
    }));

  it('a correct endpoint on the page\'s own origin', () =>
    withEndpoint(undefined, async ({ url }) => {
      const result = await command(['check-endpoint', url, ...known, '--json']);
      assert.deepEqual([idsOf(result, 'broken'), result.code], [[], 0]);
      assert.ok(idsOf(result, 'untried').includes('cors-read'));
    }));

  it('a correct endpoint for signed-in users', () =>
    withEndpoint(undefined, async ({ url }) => {
      const result = await command(['check-endpoint', url, ...bearer, '--reverify', '--origin', shop, '--json']);
      assert.deepEqual([idsOf(result, 'broken'), result.code], [[], 0]);
      assert.ok(idsOf(result, 'ok').includes('unsigned'));
      assert.ok(idsOf(await command(['check-endpoint', url, '--reverify', '--json']), 'untried').includes('unsigned'));
      assert.deepEqual(idsOf(result, 'untried'), ['session-reuse', 'retry-after']);
    }));

  for (const [name, [alter, more]] of Object.entries(harmless)) {
    it(`an endpoint ${name}`, () =>
      withEndpoint(alter, async ({ url }) => {
        const result = await command(['check-endpoint', url, ...known, ...more, '--origin', shop, '--json']);
        assert.deepEqual([idsOf(result, 'broken'), idsOf(result, 'untried')], [[], ['unsigned', 'retry-after']]);
      }));
  }

  it('a stream that stays open for long', () => {
    let elapsed = 0;
    const slowly = (good, { streams }) => {
      if (streams) elapsed += 20_000;
      return good;
    };
    return withEndpoint(slowly, async ({ url }) => {
      assert.deepEqual(idsOf(await command(['check-endpoint', url, ...known, '--json'], () => elapsed), 'broken'), []);
    });
  });

  it('an endpoint whose own origin is given as the page\'s', () =>
    withEndpoint(undefined, async ({ url }) => {
      const result = await command(['check-endpoint', url, ...known, '--origin', new URL(url).origin, '--json']);
      assert.deepEqual([idsOf(result, 'broken'), idsOf(result, 'untried').includes('cors-read')], [[], true]);
    }));

  it('an endpoint without a stream', () => {
    const silent = (good, asked) => (on.read(asked) ? changing.body({ stream: undefined })(good) : good);
    return withEndpoint(silent, async ({ url, asked }) => {
      const result = await command(['check-endpoint', url, ...known, '--json']);
      assert.deepEqual([idsOf(result, 'broken'), result.code], [[], 0]);
      const { why } = JSON.parse(result.printed).checks.find(({ id }) => id === 'stream-event');
      assert.match(why, /does not say "stream": true/);
      assert.ok(!asked.some(({ streams }) => streams));
    });
  });

  it('an endpoint that breaks off at 1 MB', () =>
    withEndpoint((good, { bytes }) => (bytes.length > 1e6 ? 'close' : good), async ({ url }) => {
      assert.deepEqual(idsOf(await command(['check-endpoint', url, ...known, '--json']), 'broken'), []);
    }));
});

describe('check-endpoint finds an endpoint that', () => {
  for (const { name, breaks, alter, args = known, timeout = '10', takes = 0 } of faults) {
    it(name, () => {
      let elapsed = 0;
      const slowly = (good, asked) => {
        if (takes > 0 && asked.method === 'POST' && asked.known) elapsed += takes;
        return alter(good, asked);
      };
      return withEndpoint(slowly, async ({ url }) => {
        const all = ['check-endpoint', url, ...args, ...(args.includes('--reverify') ? bearer : []), '--origin', shop, '--timeout', timeout];
        const found = await command([...all, '--json'], () => elapsed);
        assert.deepEqual(idsOf(found, 'broken'), breaks);
        const shown = await command(all, () => elapsed);
        for (const check of CHECKS.filter(({ id }) => breaks.includes(id))) {
          assert.equal(found.code, check.level === 'error' ? 1 : 0);
          assert.match(shown.printed, new RegExp(`^${check.level === 'error' ? 'broken' : 'advice'} +${check.id}: `, 'm'));
          for (const line of [check.rule, check.mend]) assert.ok(shown.printed.includes(line), line);
        }
        assert.equal(shown.code, found.code);
        holdsNoSecret(found.printed + shown.printed);
      });
    });
  }

  it('breaks any of its checks: each is in these tests', () => {
    const elsewhere = ['transport', 'reachable'];
    const tested = new Set([...elsewhere, ...faults.flatMap(({ breaks }) => breaks)]);
    assert.deepEqual(CHECKS.map(({ id }) => id).filter((id) => !tested.has(id)), []);
  });
});

describe('check-endpoint', () => {
  it('says that without a known id no success is tried', () =>
    withEndpoint(undefined, async ({ url }) => {
      const { code, printed } = await command(['check-endpoint', url]);
      assert.equal(code, 0);
      assert.match(printed, /Without --onboarding-id or --reverify only what an unknown id shows is tried/);
      assert.match(printed, /could not be tried: it needs an id that the endpoint knows: give --onboarding-id/);
    }));

  it('makes no session with --no-session', () =>
    withEndpoint(undefined, async ({ url, asked }) => {
      const { code, printed } = await command(['check-endpoint', url, ...known, '--no-session']);
      assert.equal(code, 0);
      assert.match(printed, /it would make a session, and --no-session forbids it/);
      assert.deepEqual(asked.filter(({ method, body }) => method === 'POST' && body.includes(canaries.id)), []);
    }));

  it('keeps the query of the URL in every request, and sends the headers in all but preflights', () =>
    withEndpoint(undefined, async ({ url, asked }) => {
      await command(['check-endpoint', url, ...known, '--origin', shop]);
      assert.ok(asked.length > 40);
      for (const { method, query, headers } of asked) {
        assert.equal(query.get('key'), canaries.query);
        assert.equal(headers.authorization, method === 'OPTIONS' ? undefined : `Bearer ${canaries.bearer}`);
      }
    }));

  it('shows no secret of a correct endpoint, and names of its fields alone', () =>
    withEndpoint(undefined, async ({ url }) => {
      for (const more of [[], ['--json']]) holdsNoSecret((await command(['check-endpoint', url, ...known, '--origin', shop, ...more])).printed);
    }));

  it('takes a session of a host that --session-hosts names', () =>
    withEndpoint((good) => ({ ...good, body: good.body?.replace('magic.veriff.me', 'localhost:1') }), async ({ url }) => {
      const args = ['check-endpoint', url, ...known, '--json'];
      assert.deepEqual(idsOf(await command(args), 'broken'), ['session-url']);
      assert.deepEqual(idsOf(await command([...args, '--session-hosts', 'localhost:*']), 'broken'), []);
    }));

  it('asks another machine over https alone', async () => {
    const asked = [];
    const fetch = async (url) => {
      asked.push(url);
      throw new TypeError('fetch failed');
    };
    const ports = { fetch, date: Date.now, now: () => 0, writeError() {}, colours: false };
    let printed = '';
    assert.equal(await run(['check-endpoint', 'http://partner.example/api/kyc', ...known], { ...ports, write: (words) => (printed += words) }), 1);
    assert.match(printed, /^broken +transport: /m);
    assert.deepEqual(asked, []);
    await run(['check-endpoint', 'https://partner.example/api/kyc', ...known], { ...ports, write() {} });
    assert.deepEqual(asked.map((url) => url.split('?')[0]), ['https://partner.example/api/kyc']);
  });

  it('says of an endpoint that is not there how to find it', async () => {
    const { url, close } = await serveEndpoint();
    await close();
    const { code, printed } = await command(['check-endpoint', url, ...known]);
    assert.equal(code, 1);
    assert.match(printed, /^broken +reachable: [^]*it could not be reached \(ECONNREFUSED\)[^]*to mend +Check that the server is running/m);
    assert.match(printed, /^1 ok, 1 broken, 0 advice, \d+ could not be tried\. The contract is broken\.$/m);
  });

  it('waits for an endpoint that never answers as long as it was told', () =>
    withEndpoint(() => null, async ({ url, asked }) => {
      const { code, printed } = await command(['check-endpoint', url, ...known, '--timeout', '0.3'], () => performance.now());
      assert.equal(code, 1);
      assert.match(printed, /^broken +reachable: [^]*no answer within 0\.3 s/m);
      assert.equal(asked.length, 1);
    }));

  for (const [name, body] of Object.entries(rubbish)) {
    const alter = (good, asked) => ({ ...good, status: asked.known ? 200 : asked.method === 'GET' ? 404 : 599, open: false, body });
    it(`takes ${name} for what it is, whatever the status`, () =>
      withEndpoint(alter, async ({ url }) => {
        const { code, printed } = await command(['check-endpoint', url, ...known, '--origin', shop]);
        assert.equal(code, 1);
        assert.match(printed, /^broken +read-(?:json|state): /m);
        assert.match(printed, /^broken +error-shape: /m);
        assert.match(printed, /The contract is broken\.$/m);
        assert.ok(!printed.includes('\u001b'));
      }));
  }

  it('says of a limited endpoint that it could not be tried', () =>
    withEndpoint((good) => ({ ...good, status: 429, headers: { ...good.headers, 'retry-after': '30' } }), async ({ url }) => {
      const result = await command(['check-endpoint', url, ...known, '--json']);
      assert.deepEqual(idsOf(result, 'broken'), []);
      assert.match(result.printed, /the endpoint limits requests \(429\): wait and run it again/);
      assert.ok(!idsOf(result, 'ok').includes('malformed-id'));
    }));
});

describe('kyc-verification', () => {
  const wrong = [
    [[], /A command is missing/],
    [['check'], /no such command/],
    [['check-endpoint'], /URL of the endpoint is missing/],
    [['check-endpoint', '/api/kyc'], /to be absolute/],
    [['check-endpoint', 'ftp://partner.example/'], /https:\/\/ or http:\/\//],
    [['check-endpoint', `https://me:${canaries.token}@partner.example/`], /no user name or password/],
    [['check-endpoint', 'https://a.example', 'https://b.example'], /One URL at a time/],
    [['check-endpoint', 'https://a.example', '--verbose'], /--verbose/],
    [['check-endpoint', 'https://a.example', '--onboarding-id'], /--onboarding-id/],
    [['check-endpoint', 'https://a.example', '--onboarding-id', ''], /--onboarding-id is empty/],
    [['check-endpoint', 'https://a.example', '--onboarding-id', canaries.id, '--reverify'], /exclude each other/],
    [['check-endpoint', 'https://a.example', '--header', canaries.bearer], /'Name: value'/],
    [['check-endpoint', 'https://a.example', '--header', `A b: ${canaries.bearer}`], /HTTP does not allow/],
    [['check-endpoint', 'https://a.example', '--header', `A: ${canaries.bearer}\nB: c`], /HTTP does not allow/],
    [['check-endpoint', 'https://a.example', '--origin', 'shop.example'], /--origin is to be/],
    [['check-endpoint', 'https://a.example', '--origin', 'https://shop.example/page'], /--origin is to be/],
    [['check-endpoint', 'https://a.example', '--session-hosts', '*'], /--session-hosts is to be/],
    [['check-endpoint', 'https://a.example', '--timeout', '0'], /--timeout is to be/],
    [['check-endpoint', 'https://a.example', '--timeout', 'soon'], /--timeout is to be/],
  ];
  for (const [args, why] of wrong) {
    it(`refuses the arguments ${JSON.stringify(args)} with its usage`, async () => {
      const { code, printed } = await command(args);
      assert.equal(code, 2);
      assert.match(printed, why);
      assert.match(printed, /^Usage: kyc-verification check-endpoint <url>/m);
      holdsNoSecret(printed);
    });
  }

  it('is a program: its exit codes are 0, 1 and 2, and what is wrong with its arguments goes to the error output', () =>
    withEndpoint((good, { method }) => (method === 'PUT' ? { ...good, status: 200 } : good), async ({ url }) => {
      const help = await process(['--help']);
      assert.deepEqual([help.code, help.error], [0, '']);
      assert.match(help.out, /^Usage: /);
      const unusable = await process(['check-endpoint', '--colour']);
      assert.deepEqual([unusable.code, unusable.out], [2, '']);
      assert.match(unusable.error, /--colour/);
      const broken = await process(['check-endpoint', url, ...known]);
      assert.deepEqual([broken.code, broken.error], [1, '']);
      assert.match(broken.out, /^broken +methods: /m);
      assert.ok(!broken.out.includes('\u001b'), 'colours in a file');
    }));

  it('colours what it prints only where it is asked to', () =>
    withEndpoint(undefined, async ({ url }) => {
      let printed = '';
      const ports = { fetch, date: Date.now, now: () => 0, writeError() {}, colours: true };
      await run(['check-endpoint', url], { ...ports, write: (words) => void (printed += words) });
      assert.match(printed, /\u001b\[32mok +\u001b\[0m transport/);
    }));
});
