import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { readText, readTexts, root } from '../helpers/repository.js';

const REGISTRY = 'https://registry.npmjs.org/';
const manifest = JSON.parse(readText('package.json'));
const built = readTexts('dist');
const modules = [...built].filter(([path]) => path.endsWith('.js') && !path.startsWith('dist/cdn/'));
const scripts = [...built].filter(([path]) => path.endsWith('.js') && path.startsWith('dist/cdn/'));
const importsOf = (text) => ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);

/** Runs Node on a line of code, with DOM globals that no file of the build may read. Throws with what it printed. */
function inNode(code) {
  return execFileSync(process.execPath, ['--import', './test/helpers/dom-globals.js', '--input-type=module', '--eval', code], {
    cwd: root,
    env: { ...process.env, DIST: join(root, 'dist') },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

describe('package', () => {
  it('has a file for every path that it exports', () => {
    const targets = Object.values(manifest.exports).flatMap((target) => (typeof target === 'string' ? target : Object.values(target)));
    targets.push(...Object.values(manifest.bin), manifest.types, manifest.customElements, manifest['web-types'], manifest.unpkg, manifest.jsdelivr);
    for (const target of targets) {
      const found = target.includes('*') ? readdirSync(join(root, dirname(target))).length > 0 : existsSync(join(root, target));
      assert.ok(found, `${target} does not exist`);
    }
    for (const path of ['', '/define', '/server', '/react', '/openapi.json', '/dist/cdn/kyc-verification.js', '/dist/cdn/kyc-verification.classic.js', '/dist/cdn/manifest.json', '/dist/themes/bank.css', '/themes/bank.css', '/custom-elements.json', '/vscode.html-custom-data.json', '/vscode.css-custom-data.json', '/web-types.json', '/package.json']) {
      assert.ok(existsSync(new URL(import.meta.resolve(`kyc-verification${path}`))), `kyc-verification${path}`);
    }
  });

  it('names as side effects the files that register the element and the themes, and no other', () => {
    const registering = [...modules, ...scripts].filter(([, text]) => /customElements\.define\(|\bcustomElement\(/.test(text));
    assert.deepEqual([...registering.map(([path]) => `./${path}`), './dist/themes/*.css'].sort(), [...manifest.sideEffects].sort());
  });

  it('reads no DOM global when imported in Node', () => {
    assert.equal(inNode("console.log(typeof (await import('kyc-verification')).KycVerificationElement)").trim(), 'function');
    assert.equal(inNode("console.log(typeof (await import('kyc-verification/server')).createTokenExchange)").trim(), 'function');
    assert.equal(inNode("console.log(typeof (await import('kyc-verification/ssr')).renderTemplate)").trim(), 'function');
    // A reading is found.
    assert.throws(() => inNode("(await import(`${process.env.DIST}/element/placeholders.js`)).upgradePlaceholders('a-b', [])"), /document is read/);
  });

  it('imports in its modules only what it depends on', () => {
    const ofNode = ([path, text]) => (path.startsWith('dist/cli/') ? importsOf(text).filter((name) => !name.startsWith('node:')) : importsOf(text));
    const names = modules.flatMap(ofNode).filter((name) => !name.startsWith('.'));
    const packages = new Set(names.map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)[0]));
    const optional = Object.keys(manifest.peerDependencies).filter((name) => manifest.peerDependenciesMeta[name]?.optional);
    assert.deepEqual([...packages].filter((name) => !optional.includes(name)).sort(), Object.keys(manifest.dependencies).sort());
  });

  it('registers nothing on a server, where frameworks import what they import in the page', () => {
    const code = "const { KycVerificationElement } = await import('kyc-verification/define'); console.log(typeof KycVerificationElement, customElements.get('kyc-verification'))";
    assert.equal(execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: root, encoding: 'utf8' }).trim(), 'function undefined');
  });

  it('has scripts for a script tag that need nothing but files beside them', () => {
    const names = scripts.map(([path]) => path);
    for (const name of ['kyc-verification.js', 'kyc-verification.classic.js']) assert.ok(names.includes(`dist/cdn/${name}`), name);
    for (const [path, text] of scripts) {
      assert.match(path, /^dist\/cdn\/kyc-verification(\.classic|\.[\w.-]+-[\w-]+)?\.js$/);
      for (const name of importsOf(text)) assert.ok(names.includes(join('dist/cdn', name)), `${path} imports ${name}`);
      assert.doesNotMatch(text, /\bprocess\.env\b/, path);
      assert.doesNotMatch(text, /^\s*import\b(?!\s*\()|[;}]import\s*[{*"'`]/, `${path} loads another file before it is needed`);
      assert.ok(built.has(`${path}.map`), `${path} has no source map`);
    }
  });

  it('fixes the versions of everything it installs', () => {
    // An override may hold one for a package's own dependency: `$name` is the version that stands here.
    const installed = { ...manifest.dependencies, ...manifest.devDependencies };
    const { overrides } = manifest;
    const flat = Object.entries(overrides).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : Object.entries(value)));
    const versions = [...Object.entries(installed), ...flat].map(([name, version]) => [name, version.startsWith('$') ? installed[version.slice(1)] : version]);
    assert.deepEqual(versions.filter(([, version]) => !/^(npm:@?[\w/-]+@)?\d+\.\d+\.\d+$/.test(version)), []);
  });

  it('has a lock file that says the same, of the registry alone and with a hash for each package', () => {
    const { name, version, lockfileVersion, packages } = JSON.parse(readText('package-lock.json'));
    const { '': top, ...installed } = packages;
    assert.deepEqual([name, version, top.version, lockfileVersion], [manifest.name, manifest.version, manifest.version, 3]);
    for (const field of ['dependencies', 'devDependencies', 'peerDependencies', 'peerDependenciesMeta', 'engines', 'bin']) {
      const plain = (value) => JSON.parse(JSON.stringify(value).replaceAll('"./', '"'));
      assert.deepEqual(plain(top[field]), plain(manifest[field]), field);
    }
    for (const [alias, wanted] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      assert.equal(installed[`node_modules/${alias}`].version, wanted.replace(/^npm:.*@/, ''), alias);
    }
    const strangers = Object.entries(installed).filter(([, { integrity, resolved, link }]) => link || !/^sha512-/.test(integrity) || (resolved ?? REGISTRY).startsWith(REGISTRY) === false);
    assert.deepEqual(strangers, []);
  });

  it('allows of optional peers any version where only types name them, else from one on that is not above the tested', () => {
    const { peerDependencies, peerDependenciesMeta, devDependencies } = manifest;
    const parts = (version) => version.split('.').map(Number);
    for (const [name, range] of Object.entries(peerDependencies)) {
      assert.equal(peerDependenciesMeta[name]?.optional, true, `${name} is not optional`);
      if (range === '*') {
        assert.deepEqual(modules.filter(([, text]) => importsOf(text).includes(name)).map(([path]) => path), [], name);
        continue;
      }
      const [, kind, from] = /^(\^|>=)(\d+\.\d+\.\d+)$/.exec(range) ?? assert.fail(`${name} ${range}`);
      const [lowest, tested] = [parts(from), parts(devDependencies[name])];
      const difference = tested.map((part, index) => part - lowest[index]).find((part) => part !== 0) ?? 0;
      assert.ok(difference >= 0 && (kind === '>=' || tested[0] === lowest[0]), `${name} ${range} is tested with ${devDependencies[name]}`);
    }
  });

  it('runs no script of a package that it installs, but those that are named', () => {
    const { packages } = JSON.parse(readText('package-lock.json'));
    const withScripts = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path.replace(/^.*node_modules\//, ''));
    assert.deepEqual([...new Set(withScripts)].filter((name) => !(name in manifest.allowScripts)), []);
    assert.deepEqual(Object.values(manifest.allowScripts).filter(Boolean), []);
  });
});
