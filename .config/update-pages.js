import { readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from './from-root.js';

const isCheck = process.argv.includes('--check');

/**
 * Writes into pages what the last build makes of them. With `--check` it only says which are not as they should be, and the process fails.
 *
 * @param asBuilt gives the text of a page as it should be
 * @param words what is said where all are right, and before the list of those that are not
 */
export async function updatePages(paths, asBuilt, { right, wrong }) {
  const stale = [];
  for (const path of paths) {
    const text = readFileSync(fromRoot(path), 'utf8');
    const built = await asBuilt(text);
    if (built === text) continue;
    stale.push(path);
    if (!isCheck) writeFileSync(fromRoot(path), built);
  }
  if (!isCheck) console.log(stale.length > 0 ? `Written: ${stale.join(', ')}` : right);
  else if (stale.length > 0) {
    console.error(`${wrong}: ${stale.join(', ')}. Run: npm run snippet`);
    process.exitCode = 1;
  }
}
