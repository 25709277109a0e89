import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Writes the version into every address below `https://cdn.partner.example/kyc-verification/` that readers may copy, and the hash of the last
 * build into every script tag that has one. `--check` only says which files are not as they should be.
 */
const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { version, files } = JSON.parse(readFileSync(fromRoot('dist/cdn/manifest.json'), 'utf8'));
const isCheck = process.argv.includes('--check');

const FOLDER = /(https:\/\/cdn\.partner\.example\/kyc-verification\/)\d[^/\s]*/g;
const HASH = /(\/([\w.-]+)"[^>"]*\sintegrity=")sha384-[^"]*/g;

function asBuilt(text) {
  return text.replaceAll(FOLDER, `$1${version}`).replaceAll(HASH, (_all, before, file) => `${before}${files[file].integrity}`);
}

const paths = ['demo/docs', 'demo/recipes'].flatMap((folder) => readdirSync(fromRoot(folder), { recursive: true }).map((path) => `${folder}/${path.replaceAll('\\', '/')}`));
const stale = ['README.md', ...paths.filter((path) => /\.(md|html)$/.test(path)).sort()].filter((path) => {
  const text = readFileSync(fromRoot(path), 'utf8');
  const built = asBuilt(text);
  if (!isCheck && built !== text) writeFileSync(fromRoot(path), built);
  return built !== text;
});

if (!isCheck) console.log(stale.length > 0 ? `Written: ${stale.join(', ')}` : 'All snippets are of this build.');
else if (stale.length > 0) {
  console.error(`Not of this build: ${stale.join(', ')}. Run: npm run snippet`);
  process.exitCode = 1;
}
