import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../helpers/repository.js';

const folder = join(root, 'test/bench/peers');
const locked = join(folder, 'package-lock.json');
const installed = join(folder, 'node_modules/.package-lock.json');

/** The packages of others, in a folder of their own: no script of theirs runs at the installation, and nothing of them gets into this package. */
export function installPeers(log) {
  if (existsSync(installed) && statSync(installed).mtimeMs > statSync(locked).mtimeMs) return;
  log('Installing the peers …');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
}
