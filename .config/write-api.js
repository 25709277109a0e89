import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { changesBetween, fits, lineOf } from './api/changes.js';
import { surfaceOfBuild } from './api/surface.js';
import { sectionsOf } from './changelog.js';

/**
 * Writes the API report, `.config/api/current.json`: everything that others may rely on, as the build has it. With `--release` it is also kept as
 * that of the version in package.json, `.config/api/released.json`, against which the changelog of the next one is checked.
 */
const fromHere = (path) => new URL(path, import.meta.url);
const readText = (path) => readFileSync(fromHere(path), 'utf8');
const readJson = (path) => JSON.parse(readText(path));
const write = (path, value) => writeFileSync(fromHere(path), `${JSON.stringify(value, null, 2)}\n`);

const surface = await surfaceOfBuild();
const { version } = readJson('../package.json');
const released = readJson('./api/released.json');
const changes = changesBetween(released.surface, surface);

write('./api/current.json', surface);
console.log(`${changes.length} changes since ${released.version ?? 'the records began'}`);
for (const change of changes) console.log(lineOf(change));

if (process.argv.includes('--release')) {
  const refuse = (why) => assert.fail(`${why}: .config/api/released.json stays as it is.`);
  if (!sectionsOf(readText('../CHANGELOG.md')).get(version)?.date) refuse(`CHANGELOG.md has no dated section [${version}]`);
  if (released.version === version && changes.length > 0) refuse(`The report of ${version} has been kept, and differs`);
  if (released.version !== null && !fits(changes, released.version, version)) refuse(`What was public is gone, and ${version} is too small a step for that`);
  write('./api/released.json', { version, surface });
  console.log(`kept as ${version}`);
}
