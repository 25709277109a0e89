import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './repository.js';

const shell = process.platform === 'win32';

/**
 * The tarball that would be published, made of a folder and unpacked again: `files` are the texts by path, `sizes` the bytes of all that npm
 * has packed. Whoever packs calls `remove()` in the end.
 */
export function pack(from = root) {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  const arguments_ = ['pack', '--json', '--ignore-scripts', '--loglevel', 'error', '--pack-destination', folder];
  const [report] = Object.values(JSON.parse(execFileSync('npm', arguments_, { cwd: from, encoding: 'utf8', shell })));
  const tarball = join(folder, readdirSync(folder)[0]);
  execFileSync('tar', ['-xzf', tarball, '-C', folder]);
  const unpacked = join(folder, 'package');
  return {
    tarball,
    files: new Map(report.files.map(({ path }) => [path, readFileSync(join(unpacked, path), 'utf8')])),
    sizes: new Map(report.files.map(({ path, size }) => [path, size])),
    packedSize: report.size,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
