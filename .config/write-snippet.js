import { readdirSync, readFileSync } from 'node:fs';
import { fromRoot } from './from-root.js';
import { updatePages } from './update-pages.js';

/**
 * Writes the version into every address below `https://cdn.partner.example/kyc-verification/` that readers may copy, and the hash of the last
 * build into every script tag and hint that has one. `--check` only says which files are not as they should be.
 */
const { version, files } = JSON.parse(readFileSync(fromRoot('dist/cdn/manifest.json'), 'utf8'));

const FOLDER = /(https:\/\/cdn\.partner\.example\/kyc-verification\/)\d[^/\s]*/g;
/** The one later file that pages name themselves, as a hint. */
const HINTED = /kyc-verification\.flow-behavior-[\w-]{8}\.js/g;
const hinted = Object.keys(files).find((file) => file.match(HINTED));
const HASH = /(\/([\w.-]+)"[^>"]*\sintegrity=")sha384-[^"]*/g;

function asBuilt(text) {
  return text.replaceAll(FOLDER, `$1${version}`).replaceAll(HINTED, hinted).replaceAll(HASH, (_all, before, file) => `${before}${files[file].integrity}`);
}

const paths = ['demo/docs', 'demo/recipes'].flatMap((folder) => readdirSync(fromRoot(folder), { recursive: true }).map((path) => `${folder}/${path.replaceAll('\\', '/')}`));
const pages = ['README.md', ...paths.filter((path) => /\.(md|html)$/.test(path)).sort()];
await updatePages(pages, asBuilt, { right: 'All snippets are of this build.', wrong: 'Not of this build' });
