import { join, posix } from 'node:path';
import { readTexts, readText } from './repository.js';

/** Whose code the scripts of `dist/cdn` hold, as their source maps know: the scripts by `name@version`, and the sources that are nobody's. */
export function bundledPackages() {
  const packages = new Map();
  const strangers = [];
  for (const [path, text] of readTexts('dist/cdn')) {
    if (!path.endsWith('.js.map')) continue;
    for (const source of JSON.parse(text).sources.map((name) => posix.join('dist/cdn', name))) {
      const [folder] = /^node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(source) ?? [];
      if (folder === undefined) {
        // The query tells copies of a module apart.
        if (!/^src\/[\w/.-]+\.ts(\?[\w-]+)?$/.test(source)) strangers.push(`${path}: ${source}`);
        continue;
      }
      const { name, version } = JSON.parse(readText(join(folder, 'package.json')));
      const id = `${name}@${version}`;
      packages.set(id, (packages.get(id) ?? new Set()).add(path.slice(0, -'.map'.length)));
    }
  }
  return { packages, strangers };
}
