import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { pack } from '../helpers/packed.js';
import { readText, root } from '../helpers/repository.js';

const packed = pack();
const faulty = packFaulty();
after(() => [packed, faulty].forEach(({ remove }) => remove()));

/** A package with one fault for each tool: a script that is no module, as `type` says it is, and types that lack an ending in an import. */
function packFaulty() {
  const folder = mkdtempSync(join(tmpdir(), 'faulty-'));
  try {
    mkdirSync(join(folder, 'dist'));
    const exports = { '.': { types: './dist/index.d.ts', default: './dist/index.js' } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'faulty', version: '1.0.0', type: 'module', exports }));
    writeFileSync(join(folder, 'dist/index.js'), 'module.exports = 1;\n');
    writeFileSync(join(folder, 'dist/index.d.ts'), "export * from './inner';\n");
    writeFileSync(join(folder, 'dist/inner.d.ts'), 'export declare const one: 1;\n');
    return pack(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What publint says of a tarball, down to suggestions. */
async function publintOf({ tarball }) {
  const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer }, strict: true });
  return messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code);
}

/** Runs a command that a package brings along, from the root of the repository. */
function run(name, command, ...args) {
  const { bin } = JSON.parse(readText(`node_modules/${name}/package.json`));
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('node_modules', name, bin[command]), ...args], { cwd: root, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

/** Runs are-the-types-wrong as its users do. */
const attw = ({ tarball }) => run('@arethetypeswrong/cli', 'attw', tarball, '--profile', 'esm-only', '--no-color', '--no-emoji');

/** What the compiler says of types in `dist` to projects that check the types of libraries too (`skipLibCheck` off), strictly. */
function typeFaults(...files) {
  const flags = '--noEmit --strict --exactOptionalPropertyTypes --skipLibCheck false --target es2022 --lib es2022,dom,dom.iterable --module nodenext --ignoreConfig';
  const { output } = run('@typescript/native', 'tsc', ...flags.split(' '), '--types', '', ...files);
  return output.split('\n').filter((line) => /\berror TS/.test(line) && !line.startsWith('node_modules/'));
}

describe('the tarball', () => {
  it('is without fault for publint', async () => {
    assert.deepEqual(await publintOf(packed), []);
    assert.notDeepEqual(await publintOf(faulty), []);
  });

  it('has the right types for everybody who imports modules, says are-the-types-wrong', () => {
    const { status, output } = attw(packed);
    assert.equal(status, 0, output);
    for (const path of Object.keys(JSON.parse(packed.files.get('package.json')).exports)) assert.ok(output.includes(`"kyc-verification${path.slice(1)}"`), `${path} was not looked at`);
    assert.notEqual(attw(faulty).status, 0);
  });

  it('has types without a fault for projects that check those of libraries', () => {
    const { exports } = JSON.parse(packed.files.get('package.json'));
    const entries = Object.values(exports).map(({ types }) => types).filter((path) => path !== undefined);
    assert.ok(entries.length >= 4, `${entries.length} entries`);
    assert.deepEqual(typeFaults(...entries), []);
    const broken = join(mkdtempSync(join(tmpdir(), 'types-')), 'broken.d.ts');
    writeFileSync(broken, 'export declare const one: Missing;\n');
    assert.equal(typeFaults(broken).length, 1);
    rmSync(dirname(broken), { recursive: true });
  });
});
