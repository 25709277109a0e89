/**
 * The front-end CSS of WordPress's blocks, from its npm package. That package's dependencies are more than a gigabyte, so it
 * is no dependency of ours: its tarball alone is fetched, once, the way npm does (its registry, proxy and credentials count).
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PACKAGE = '@wordpress/block-library@11.1.0';
const INTEGRITY = 'sha512-QSg0uK/aWwaaZJiC625cVdh5R2GKkwwIL23VQaAMV+EHfOA4LzdwpZH4wo0o5NgS/pQN7KMJq6wz50F+dav98Q==';
/** In the order in which WordPress puts them on a page. */
const FILES = ['common', 'style', 'theme', 'elements'] as const;
export type WordPressStyle = (typeof FILES)[number];

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/kyc-verification/', import.meta.url));
const FOLDER = join(CACHE, PACKAGE.replace('/', '-'));
const run = promisify(execFile);

let fetching: Promise<void> | null = null;

/** The text of one of the style sheets. Throws, in one line, where the package can't be had. */
export async function readWordPressStyle(name: WordPressStyle): Promise<string> {
  const path = join(FOLDER, `${name}.css`);
  try {
    return await readFile(path, 'utf8');
  } catch {
    // What failed may be tried again: the network may be back.
    fetching ??= fetchStyles().finally(() => (fetching = null));
    await fetching;
    return readFile(path, 'utf8');
  }
}

async function fetchStyles(): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  // In a folder of its own until it is whole: another process may be at it, too.
  const work = await mkdtemp(join(CACHE, 'fetch-'));
  try {
    const tarball = await pack(work);
    await check(tarball);
    const wanted = FILES.map((name) => `package/build-style/${name}.css`);
    await run('tar', ['-xzf', tarball, '-C', work, '--strip-components=2', ...wanted]);
    await rm(tarball);
    await rename(work, FOLDER).catch(async (error: unknown) => {
      // The other process was faster.
      await readFile(join(FOLDER, `${FILES[0]}.css`)).catch(() => Promise.reject(error as Error));
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function pack(folder: string): Promise<string> {
  try {
    const { stdout } = await run('npm', ['pack', PACKAGE, '--json', '--prefer-offline', '--ignore-scripts', '--pack-destination', folder], {
      cwd: folder,
      shell: process.platform === 'win32',
      maxBuffer: 16e6,
    });
    const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
    return join(folder, filename);
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    const code = /npm error code (\S+)/.exec(stderr)?.[1] ?? 'no answer';
    throw new Error(`${PACKAGE} can't be fetched from npm's registry (${code}): the WordPress dress needs the network once.`, { cause: error });
  }
}

async function check(tarball: string): Promise<void> {
  const found = `sha512-${createHash('sha512').update(await readFile(tarball)).digest('base64')}`;
  if (found !== INTEGRITY) throw new Error(`${PACKAGE} is not what it was: its integrity is ${found}.`);
}
