import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/**
 * Writes the tables of the last build into the pages that have them: who reads the Markdown, in the package or where the sources are, sees what the
 * site shows. `--check` only says which files are not as they should be.
 */
const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const load = async (path) => (await runnerImport(fromRoot(path), { configFile: false, logLevel: 'error' })).module;
const { inPage, withTables } = await load('demo/docs/site/tables.ts');
const { CONTRACT } = await load('demo/docs/site/llms.ts');
const { fileOf } = await load('demo/docs/site/paths.ts');
const manifest = async () => JSON.parse(readFileSync(fromRoot('dist/custom-elements.json'), 'utf8'));
const isCheck = process.argv.includes('--check');

const files = readdirSync(fromRoot('demo/docs'), { recursive: true }).map((path) => `demo/docs/${path.replaceAll('\\', '/')}`);
const stale = [];
for (const path of files.filter((file) => file.endsWith('.md') && file !== fileOf(CONTRACT)).sort()) {
  const text = readFileSync(fromRoot(path), 'utf8');
  const built = await withTables(text, manifest, inPage);
  if (built === text) continue;
  stale.push(path);
  if (!isCheck) writeFileSync(fromRoot(path), built);
}

if (!isCheck) console.log(stale.length > 0 ? `Written: ${stale.join(', ')}` : 'All tables are of this build.');
else if (stale.length > 0) {
  console.error(`Tables not of this build: ${stale.join(', ')}. Run: npm run snippet`);
  process.exitCode = 1;
}
