import { readFileSync } from 'node:fs';
import { faultsOf } from './release.js';

/** Says what keeps this commit from being published, as the version of the tag that is named, if one is. */
const readText = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const readJson = (path) => JSON.parse(readText(path));
const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env;

const faults = faultsOf({
  tag: process.argv[2],
  manifest: readJson('package.json'),
  lock: readJson('package-lock.json'),
  changelog: readText('CHANGELOG.md'),
  report: { current: readJson('.config/api/current.json'), released: readJson('.config/api/released.json') },
  origin: GITHUB_REPOSITORY && `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`,
});
for (const fault of faults) console.error(`${fault}.`);
if (faults.length > 0) process.exitCode = 1;
else console.log('Ready to be published.');
