import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../helpers/repository.js';

const folder = join(root, 'test/bench/peers');

/** The packages of others, in a folder of their own: no script of theirs runs at the installation, and nothing of them gets into this package. */
export function installPeers(log) {
  const locked = versionsOf('package-lock.json');
  const installed = versionsOf('node_modules/.package-lock.json');
  if (Object.keys(locked).every((path) => path === '' || installed[path]?.version === locked[path].version)) return;
  log('Installing the peers …');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
}

/** By their places, as npm writes them. */
function versionsOf(file) {
  const path = join(folder, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}
