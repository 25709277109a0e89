import { readdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Folders of this machine, which nothing that is shipped may name. */
export const machinePlaces = [root, homedir(), tmpdir()].map((place) => place.replace(/[\\/]$/, '')).filter((place) => place !== '');

/** The texts of all files beneath `folders` of the repository, by their path with forward slashes (`src/index.ts`); not of what npm has installed there. */
export function readTexts(...folders) {
  const texts = new Map();
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      const name = relative(root, path).replaceAll('\\', '/');
      if (entry.isFile() && !name.includes('/node_modules/')) texts.set(name, readFileSync(path, 'utf8'));
    }
  }
  return texts;
}

/** The text of one file of the repository. */
export const readText = (path) => readFileSync(join(root, path), 'utf8');
