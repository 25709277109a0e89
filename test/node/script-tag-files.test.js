import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import ts from 'typescript';
import { read, texts } from '../helpers/docs-pages.js';
import { readText, root } from '../helpers/repository.js';
import { LANGUAGES } from '../../dist/localization/localize.js';

const CDN = join(root, 'dist/cdn');
const { name, version } = JSON.parse(readText('package.json'));
const manifest = JSON.parse(readText('dist/cdn/manifest.json'));
const scriptsIn = (folder) => readdirSync(folder).filter((file) => file.endsWith('.js')).sort();
const hashOf = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const guide = texts.get('script-tag');

describe('the manifest of the scripts', () => {
  const { files, importMap } = manifest;
  const [modules, later] = [({ type }) => type === 'module', ({ loadedFor }) => loadedFor !== undefined].map((holds) => Object.keys(files).filter((file) => holds(files[file])));

  it('has each script that there is, those first that a page names', () => {
    assert.deepEqual([manifest.name, manifest.version], [name, version]);
    assert.deepEqual(Object.keys(files).sort(), scriptsIn(CDN));
    assert.deepEqual(Object.keys(files), ['kyc-verification.js', 'kyc-verification.classic.js', ...later]);
    assert.deepEqual(later, [...later].sort());
    assert.deepEqual(scriptsIn(CDN).filter((file) => !modules.includes(file)), ['kyc-verification.classic.js']);
  });

  it('has their hashes and sizes', () => {
    for (const [file, { integrity, bytes, brotli }] of Object.entries(files)) {
      const code = readFileSync(join(CDN, file));
      assert.deepEqual([integrity, bytes, brotli], [hashOf(code), code.length, brotliCompressSync(code).length], file);
    }
  });

  it('says what each later one is loaded for', () => {
    const languages = LANGUAGES.filter((language) => language !== 'en');
    const purposes = later.map((file) => files[file].loadedFor);
    assert.equal(new Set(purposes).size, purposes.length);
    assert.deepEqual(purposes.filter((purpose) => purpose.startsWith('the language ')), languages.map((language) => `the language ${language}`));
    for (const language of languages) assert.match(later.find((file) => files[file].loadedFor === `the language ${language}`), new RegExp(`\\.${language}-[\\w-]{8}\\.js$`));
  });

  it('has an import map that holds all modules', () => {
    assert.deepEqual(importMap, { integrity: Object.fromEntries(modules.map((file) => [`./${file}`, files[file].integrity])) });
  });

  it('is explained field by field', () => {
    const fields = new Set(Object.values(files).flatMap((file) => Object.keys(file)));
    for (const field of fields) assert.ok(guide.includes(`\`files[…].${field}\``), field);
    for (const field of Object.keys(manifest)) assert.ok(guide.includes(`| \`${field}\``) || guide.includes(`, \`${field}\` |`), field);
  });
});

describe('the script tags that readers copy', () => {
  const TAG = /<script ([^>]*)src="https:\/\/cdn\.partner\.example\/kyc-verification\/([^/]*)\/([\w.-]+)"([^>]*)><\/script>/g;
  const tagsOf = (text) => [...text.matchAll(TAG)].map(([, before, of, file, after]) => ({ of, file, kind: before.trim(), hash: /integrity="([^"]*)" crossorigin="anonymous"/.exec(after)?.[1] }));

  it('are of this build, in the README', () => {
    const wanted = { of: version, file: 'kyc-verification.js', kind: 'type="module"', hash: manifest.files['kyc-verification.js'].integrity };
    assert.deepEqual(tagsOf(readText('README.md')), [wanted], 'The README has the hash of another build. Run: npm run snippet');
  });

  it('are of this build, in the documentation', () => {
    const heldOn = (text) => read(text).blocks.filter(({ language }) => language === 'html').flatMap(({ code }) => tagsOf(code)).filter(({ hash }) => hash !== undefined);
    const [first, held] = [heldOn(texts.get('quick-start')), heldOn(guide)];
    assert.deepEqual(first.map(({ file }) => file), ['kyc-verification.js']);
    assert.deepEqual([...new Set(held.map(({ file }) => file))], ['kyc-verification.js', 'kyc-verification.classic.js']);
    for (const { of, file, hash } of [...first, ...held]) assert.deepEqual([of, hash], [version, manifest.files[file].integrity], `${file} has the hash of another build. Run: npm run snippet`);
  });

  it('have a hint for what is loaded after the first paint', () => {
    const LINK = /<link rel="modulepreload" href="https:\/\/cdn\.partner\.example\/kyc-verification\/([^/]*)\/([\w.-]+)"\s+integrity="([^"]*)" crossorigin="anonymous" fetchpriority="low">/g;
    const later = Object.keys(manifest.files).find((file) => manifest.files[file].loadedFor === 'all after the first screen');
    for (const text of [readText('README.md'), texts.get('quick-start'), guide]) {
      assert.deepEqual([...text.matchAll(LINK)].map((hint) => hint.slice(1)), [[version, later, manifest.files[later].integrity]]);
    }
  });

  it('are written by one command, which says what it would change', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, '.config/write-snippet.js'), '--check'], { encoding: 'utf8' });
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });

  it('say how much is loaded, to a tenth', () => {
    const { files } = manifest;
    const brotli = (wanted) => Object.values(files).find(({ loadedFor }) => loadedFor === wanted).brotli;
    const loaded = [files['kyc-verification.js'].brotli, brotli('all after the first screen'), brotli('the start: a look around, then Veriff'), brotli('the language de'), files['kyc-verification.classic.js'].brotli];
    const said = [...guide.matchAll(/(\d+) kB/g)].map(([, kilobytes]) => Number(kilobytes) * 1000);
    assert.equal(said.length, loaded.length);
    said.forEach((bytes, index) => assert.ok(Math.abs(bytes / loaded[index] - 1) < 0.1, `${bytes} B are said, ${loaded[index]} loaded`));
  });
});

describe('the classic build', () => {
  const text = readFileSync(join(CDN, 'kyc-verification.classic.js'), 'utf8');

  it('is UTF-8 on pages in any encoding, by its first bytes', () => {
    assert.equal(text[0], '\uFEFF');
  });

  it('is one function that is called, and strict by itself alone', () => {
    const { statements } = ts.createSourceFile('classic.js', text, ts.ScriptTarget.ES2022, true);
    assert.equal(statements.length, 1);
    assert.match(statements[0].getText(), /^\(function\(\)\{"use strict";.*\}\)\(\);$/s);
  });
});

describe('the build', () => {
  it('makes the same bytes in another folder, whatever the shell says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kyc-build-'));
    try {
      for (const path of ['src', 'demo', '.config', 'package.json', 'tsconfig.json', 'vite.config.ts']) cpSync(join(root, path), join(folder, path), { recursive: true });
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
      for (const mode of ['production', 'classic']) execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--mode', mode], { cwd: folder, stdio: 'pipe', env: { ...process.env, NODE_ENV: 'development' } });
      const built = join(folder, 'dist/cdn');
      assert.deepEqual(scriptsIn(built).map((file) => [file, hashOf(readFileSync(join(built, file)))]), scriptsIn(CDN).map((file) => [file, manifest.files[file].integrity]));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
