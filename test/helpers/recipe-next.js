import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { promisify } from 'node:util';
import { root } from './repository.js';

export const NEXT = join(root, 'node_modules/next/dist/bin/next');

/** Builds the Next.js recipe in a folder of its own, as a partner's project that has this package installed. */
export async function buildNext() {
  const folder = await mkdtemp(join(tmpdir(), 'kyc-recipe-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  await cp(join(root, 'demo/recipes/next'), folder, { recursive: true });
  await mkdir(join(folder, 'node_modules'));
  for (const name of ['next', 'react', 'react-dom']) await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  await symlink(root, join(folder, 'node_modules/kyc-verification'));
  // Turbopack follows links within its root alone.
  const turbopack = JSON.stringify({ root: parse(root).root });
  await writeFile(join(folder, 'next.config.js'), `export default { turbopack: ${turbopack} };\n`);
  try {
    await promisify(execFile)(process.execPath, [NEXT, 'build'], { cwd: folder, env: { PATH: process.env.PATH, NEXT_TELEMETRY_DISABLED: '1' } });
  } catch ({ stdout, stderr }) {
    await remove();
    throw new Error(`next build failed:\n${stdout}${stderr}`);
  }
  return { folder, remove };
}
