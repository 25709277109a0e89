import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { runnerImport } from 'vite';
import { publicNames } from '../helpers/public-names.js';
import { readText, root } from '../helpers/repository.js';

const FOLDER = 'demo/wordpress/kyc-verification';
const php = readText(`${FOLDER}/kyc-verification.php`);
const script = readText(`${FOLDER}/block.js`);
const block = JSON.parse(readText(`${FOLDER}/block.json`));
const guide = readText('demo/docs/wordpress.md');
const names = (await runnerImport(join(root, 'src/core/names.ts'), { configFile: false, logLevel: 'error' })).module;

/** What is written between the brackets of `const NAME = […];`. */
const listOf = (name) => words(new RegExp(`const ${name} = \\[(.*)\\];`).exec(php)?.[1] ?? assert.fail(`no ${name}`));
const words = (text) => [...text.matchAll(/'([^']*)'/g)].map(([, word]) => word);
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const all = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);

/** What a call is given whose bracket opens before `start`, apart. */
function argumentsFrom(text, start) {
  const found = [''];
  for (let [index, depth] = [start, 1]; ; index += 1) {
    const [quoted] = /^'(?:[^'\\]|\\.)*'/.exec(text.slice(index, index + 400)) ?? [text[index]];
    if ('(['.includes(quoted)) depth += 1;
    if (')]'.includes(quoted)) depth -= 1;
    if (depth === 0) return found.map((value) => value.trim());
    if (quoted === ',' && depth === 1) found.push('');
    else found[found.length - 1] += quoted;
    index += quoted.length - 1;
  }
}

describe('the WordPress plugin', () => {
  it('has one name for the block, in PHP, in JSON and in the editor', () => {
    assert.equal(block.name, 'kyc-verification/widget');
    assert.deepEqual(all(php, /has_block\('([^']+)'/g), [block.name]);
    assert.deepEqual(all(script, /registerBlockType\('([^']+)'/g), [block.name]);
    assert.equal(/const EDITOR_HANDLE = '([^']+)'/.exec(php)[1], block.editorScript);
  });

  it('says the same version everywhere', () => {
    assert.equal(/^ \* Version: (.+)$/m.exec(php)[1], /const VERSION = '([^']+)'/.exec(php)[1]);
    assert.equal(/const VERSION = '([^']+)'/.exec(php)[1], JSON.parse(readText('package.json')).version);
  });

  it('has only attributes that the element knows, and all of them are choices in PHP', () => {
    const attributes = Object.keys(block.attributes);
    assert.deepEqual(attributes.filter((name) => !publicNames.members.includes(name) || !publicNames.attributes.includes(kebab(name))), []);
    for (const name of attributes.map(kebab)) assert.ok(php.includes(`'${name}' =>`), name);
    const told = all(/\$own = \[(.*)\];/.exec(php)[1], /'([^']+)' =>/g);
    assert.deepEqual(told, ['endpoint', 'onboarding-id-from', 'session-hosts']);
    assert.deepEqual(told.filter((name) => !publicNames.attributes.includes(name)), []);
    for (const name of told) assert.ok(!attributes.map(kebab).includes(name), `${name} is not an author's`);
  });

  it('knows the words that the element knows', () => {
    assert.deepEqual(listOf('DOCUMENTS'), [...names.DOCUMENTS]);
    assert.deepEqual(block.attributes.region.enum, ['', ...names.REGIONS]);
    assert.deepEqual(block.attributes.presentation.enum, ['', ...names.PRESENTATIONS]);
    const choices = /const WORDS = \[(.*)\];/.exec(php)[1];
    for (const name of ['proofOfAddress', 'region', 'presentation']) {
      const inPhp = words(new RegExp(`'${kebab(name)}' => \\[([^\\]]*)\\]`).exec(choices)[1]);
      assert.deepEqual(['', ...inPhp], block.attributes[name].enum, name);
    }
    for (const name of names.DOCUMENTS) assert.ok(script.includes(`['${name}', __(`), name);
    const states = all(/const STATES = \[([\s\S]*?)\];/.exec(script)[1], /\['(\w+)'/g);
    assert.deepEqual(states.filter((name) => !names.STATES.includes(name)), []);
  });

  it('offers the themes that there are', () => {
    assert.deepEqual(listOf('THEMES'), readdirSync(join(root, 'src/themes')).map((name) => name.replace(/\.css$/, '')).sort());
  });

  it('has one text domain, in every text', () => {
    const domain = /^ \* Text Domain: (.+)$/m.exec(php)[1];
    assert.equal(block.textdomain, domain);
    for (const text of [php, script]) {
      const calls = all(text, /\b(?:__|_x|_n|esc_html__|esc_attr__)\((.*?)\)(?=[\s,;.)\]])/g);
      assert.ok(calls.length > 10);
      assert.deepEqual(calls.filter((call) => !call.endsWith(`, '${domain}'`)), []);
    }
  });

  it('prints nothing that is not escaped', () => {
    const calls = [...php.matchAll(/(?<!add_\w*)\bs?printf\(/g)].map(({ 0: { length }, index }) => argumentsFrom(php, index + length));
    assert.ok(calls.length >= 8);
    // Names of the code's own, or text that has been escaped where it was put together.
    const known = ['$attribute', '$common', '$text', "implode('', $items)", 'selected($key, $value, false)', "$name === TAG ? '' : 'data-'", '$field[0]'];
    const values = calls.flatMap(([, ...given]) => given).filter((value) => !known.includes(value));
    assert.deepEqual(values.filter((value) => !/^esc_(?:html|attr|url|html__)\(/.test(value)), []);
    assert.deepEqual(all(php, /\becho\b(.*);/g), [" '</form></div>'"]);
    assert.match(php, /\$text = \$value === true \? '' : \(in_array\(\$attribute, LINKS, true\) \? esc_url\(\$value, \['http', 'https'\]\) : esc_attr\(\$value\)\);/);
  });

  it('is closed to who may not manage the site, and to direct calls', () => {
    assert.deepEqual(all(php, /add_options_page\([^;]*'(\w+)', HANDLE/g), ['manage_options']);
    assert.match(php, /^defined\('ABSPATH'\) \|\| exit;$/m);
    assert.match(php, /register_setting\(OPTION, OPTION, .*'sanitize_callback'/);
    assert.match(php, /register_uninstall_hook\(__FILE__/);
  });

  it('is put together with the script, what that loads later, and the themes', () => {
    const target = mkdtempSync(join(tmpdir(), 'kyc-plugin-'));
    try {
      assert.equal(spawnSync(process.execPath, [join(root, '.config/build-wordpress.js'), target], { encoding: 'utf8' }).stderr, '');
      for (const name of readdirSync(join(root, 'dist/cdn'))) assert.ok(existsSync(join(target, 'assets', name)), name);
      for (const name of readdirSync(join(root, 'src/themes'))) assert.ok(existsSync(join(target, 'assets/themes', name)), name);
      assert.deepEqual(readdirSync(target).sort(), ['LICENSE', 'assets', 'block.js', 'block.json', 'kyc-verification.php']);
      for (const [, path] of php.matchAll(/plugins_url\('([^']+)'/g)) assert.ok(existsSync(join(target, path)), path);
    } finally {
      rmSync(target, { recursive: true, force: true });
    }
  });

  it('is described with the settings, shortcode attributes and commands that there are', () => {
    for (const [, label] of php.matchAll(/^ {4}'\w+' => \[__\('([^']+)'/gm)) assert.ok(guide.includes(`| ${label} |`), label);
    for (const name of Object.keys(block.attributes).map(kebab)) assert.ok(guide.includes(`\`${name}\``), name);
    for (const name of ['kyc_verification_attributes', '[kyc_verification', 'data-kyc-verification', 'npm run wordpress', 'npm run test:wordpress']) assert.ok(guide.includes(name), name);
  });
});
