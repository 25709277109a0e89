import { readdirSync, readFileSync } from 'node:fs';
import { runnerImport } from 'vite';
import { fromRoot } from './from-root.js';
import { updatePages } from './update-pages.js';

/**
 * Writes the tables of the last build into the pages that have them: who reads the Markdown, in the package or where the sources are, sees what the
 * site shows. `--check` only says which files are not as they should be.
 */
const load = async (path) => (await runnerImport(fromRoot(path), { configFile: false, logLevel: 'error' })).module;
const { inPage, withTables } = await load('demo/docs/site/tables.ts');
const { CONTRACT } = await load('demo/docs/site/llms.ts');
const { fileOf } = await load('demo/docs/site/paths.ts');
const manifest = async () => JSON.parse(readFileSync(fromRoot('dist/custom-elements.json'), 'utf8'));

const files = readdirSync(fromRoot('demo/docs'), { recursive: true }).map((path) => `demo/docs/${path.replaceAll('\\', '/')}`);
const pages = files.filter((file) => file.endsWith('.md') && file !== fileOf(CONTRACT)).sort();
await updatePages(pages, (text) => withTables(text, manifest, inPage), { right: 'All tables are of this build.', wrong: 'Tables not of this build' });
