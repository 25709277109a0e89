import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import express from 'express';
import { baanx } from 'kyc-verification/server';
import { ask } from '../helpers/recipe-client.js';
import { recipes } from '../helpers/recipe-table.js';
import { keys, startUpstream } from '../helpers/recipe-upstream.js';
import { readText, readTexts, root } from '../helpers/repository.js';

const guide = readText('demo/docs/endpoint.md');
const blocks = (language) => [...guide.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, text]) => text);
const block = (...words) => {
  const found = blocks('js').filter((text) => words.every((word) => text.includes(word)));
  assert.equal(found.length, 1, `${found.length} blocks with ${words}`);
  return found[0];
};
/** The files that hold the endpoint; the other ones are Next.js' page. */
const files = new Map([...readTexts('demo/recipes')].filter(([, text]) => text.includes('createTokenExchange')));

/** What the compiler has to say of scripts, by their names, in a project that has this package installed. */
function complaints(texts) {
  const folder = mkdtempSync(join(tmpdir(), 'kyc-types-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const compilerOptions = {
    allowJs: true,
    checkJs: true,
    noEmit: true,
    strict: true,
    noImplicitAny: false,
    skipLibCheck: true,
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: ['node'],
    paths: { 'kyc-verification/server': [join(root, 'dist/server/index.d.ts')] },
  };
  const platforms = ['platforms.d.ts', 'declare const Deno: any, Bun: any;'];
  const project = ['tsconfig.json', JSON.stringify({ compilerOptions, include: ['*.js', '*.d.ts'] })];
  for (const [name, text] of [...texts, platforms, project, ['package.json', '{"type":"module"}']]) writeFileSync(join(folder, name), text);
  const { stdout, status } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder, '--pretty', 'false'], { cwd: root, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const found = stdout.split('\n').filter((line) => line.includes('error TS'));
  return status === 0 || found.length > 0 ? found : [stdout];
}

/** Runs a block as a module. What it imports is named by its address, since the block itself has none. */
function run(text) {
  const resolved = text.replace(/(?<=from ')[^']+/g, (name) => import.meta.resolve(name));
  return import(`data:text/javascript,${encodeURIComponent(resolved)}`);
}

async function serve(app, use) {
  const server = createServer(app);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('recipes', () => {
  it('are all run by a test', () => {
    const named = recipes.map(({ name }) => (name === 'next' ? 'demo/recipes/next/app/api/kyc/[[...path]]/route.js' : `demo/recipes/${name}.js`));
    assert.deepEqual([...files.keys()].sort(), named.sort());
  });

  it('fit the types of what they use, and so do the blocks of the guide', () => {
    const scripts = new Map([...files].map(([path, text]) => [path.replace(/\W/g, '-').replace(/-js$/, '.js'), text]));
    for (const [index, text] of blocks('js').entries()) scripts.set(`block-${index}.js`, text);
    assert.deepEqual(complaints(scripts), []);
    const wrong = "import { createTokenExchange } from 'kyc-verification/server';\ncreateTokenExchange({ provider: 'baanx' });";
    assert.equal(complaints(new Map([['wrong.js', wrong]])).length, 1);
  });

  it('mark the stand-in for a session check, which is the same in all', () => {
    const standIns = [...files.values()].map((text) => /\/\*\*\n \* STAND-IN.*?\n}\n/s.exec(text)?.[0]);
    assert.match(standIns[0] ?? '', /timingSafeEqual/);
    assert.deepEqual([...new Set(standIns)], [standIns[0]]);
  });

  it('install the versions that they are tested with', () => {
    const own = JSON.parse(readText('package.json'));
    const { dependencies } = JSON.parse(readText('demo/recipes/next/package.json'));
    const expected = Object.keys(dependencies).map((name) => [name, name === own.name ? own.version : own.devDependencies[name]]);
    assert.deepEqual(Object.entries(dependencies), expected);
  });
});

describe('guide to the endpoint', () => {
  it('links to what is there', () => {
    const links = [...guide.matchAll(/\]\(((?:[^()]|\([^)]*\))+)\)/g)].map(([, link]) => link).filter((link) => !/^https:/.test(link));
    assert.ok(links.length > 8);
    const anchors = [...guide.matchAll(/^#+ (.*)$/gm)].map(([, title]) => `#${title.toLowerCase().replace(/[^\w -]/g, '').replaceAll(' ', '-')}`);
    for (const link of links) {
      const found = link.startsWith('#') ? anchors.includes(link) : existsSync(join(root, 'demo/docs', link));
      assert.ok(found, link);
    }
    for (const path of files.keys()) assert.ok(links.includes(path.replace('demo/', '../')), `no link to ${path}`);
  });

  it('names each variable that a recipe reads', () => {
    const read = [...files.values()].flatMap((text) => [...text.matchAll(/\b(?:BAANX|VERIFF|SESSION|ENCRYPTION)_[A-Z_]+\b/g)].map(([name]) => name));
    const missing = [...new Set(read)].filter((name) => !guide.includes(name));
    assert.deepEqual(missing, []);
    assert.ok(read.length > 0);
  });

  it('knows each status that the endpoint answers with', () => {
    const messages = readText('src/server/http/answers.ts').split('const MESSAGES')[1].split('};')[0];
    const statuses = [...messages.matchAll(/^ {2}(\d{3}):/gm)].map(([, status]) => status);
    const [table] = guide.split('## What each answer means')[1].split('\n## ');
    const told = [...table.matchAll(/^\| ([\d, ]+) \|/gm)].flatMap(([, list]) => list.split(', '));
    assert.deepEqual(told.sort(), statuses.sort());
  });

  it('asks the session who may ask', async (test) => {
    const { exchangeFor } = await run(block('readSession'));
    const upstream = await startUpstream();
    test.after(upstream.close);
    const provider = baanx({ baseUrl: upstream.url, clientKey: keys.baanxClient });
    const exchange = exchangeFor(provider, async (request) => (request.headers.has('cookie') ? { onboardingId: 'A' } : null));
    const statusOf = async (id, headers) => (await exchange(new Request(`http://partner.test/api/kyc?onboardingId=${id}`, { headers }))).status;
    assert.deepEqual([await statusOf('A', {}), await statusOf('A', { cookie: 'x' }), await statusOf('B', { cookie: 'x' })], [404, 200, 404]);
    assert.equal((await exchange(new Request('http://partner.test/api/kyc?reverify=true', { headers: { cookie: 'x' } }))).status, 401);
  });

  it('finds a session of Express', async (test) => {
    const { kycRoute } = await run(block('WeakMap'));
    const upstream = await startUpstream();
    test.after(upstream.close);
    const app = express();
    app.use((request, _response, next) => {
      if (request.headers.cookie) request.session = { onboardingId: request.headers.cookie };
      next();
    });
    app.use('/api/kyc', kycRoute(baanx({ baseUrl: upstream.url, clientKey: keys.baanxClient })));
    await serve(app, async (url) => {
      const statusOf = async (headers) => (await ask(`${url}/api/kyc?onboardingId=A`, { headers })).status;
      assert.deepEqual([await statusOf({}), await statusOf({ cookie: 'A' }), await statusOf({ cookie: 'B' })], [404, 200, 404]);
    });
  });

  it('keeps records in files, and seals with the key of the environment', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'kyc-guide-'));
    test.after(() => rmSync(folder, { recursive: true }));
    const id = '100a99cf-f4d3-4fa1-9be9-2e9828b20ebb';
    process.env.KYC_FOLDER = folder;
    process.env.BAANX_CLIENT_KEY = process.env.BAANX_API_KEY = 'key';
    process.env.ENCRYPTION_KEY = 'x'.repeat(32);
    const { store } = await run(block('fs-lite'));
    const { exchangeWith } = await run(block('encryptionKey'));
    test.mock.method(globalThis, 'fetch', async (url) =>
      Response.json(String(url).endsWith('/verification') ? { sessionUrl: 'https://magic.veriff.me/v/canary' } : { id, verificationState: 'PENDING' }),
    );
    const changes = [];
    const exchange = exchangeWith(store, (...change) => changes.push(change));
    const body = JSON.stringify({ onboardingId: id });
    const answer = await exchange(new Request('http://partner.test/api/kyc', { method: 'POST', headers: { 'content-type': 'application/json' }, body }));
    assert.equal(answer.status, 200);
    await exchange(new Request(`http://partner.test/api/kyc?onboardingId=${id}`));
    assert.deepEqual(changes, [[id, 'PENDING']]);
    const kept = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    assert.equal(kept.length, 1);
    const text = await store.getItem(`kyc:${kept[0].name}`);
    assert.match(JSON.stringify(text), /"sealed":"[^"]{40,}"/);
    assert.doesNotMatch(JSON.stringify(text), /canary/);
  });
});
