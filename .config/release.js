import { changesBetween, lineOf } from './api/changes.js';
import { UNRELEASED, sectionsOf } from './changelog.js';

/**
 * What keeps a commit from being published, one line each: none when it can be.
 *
 * @param tag the tag that asks for it; `undefined` before there is one
 * @param manifest package.json
 * @param lock package-lock.json
 * @param changelog text of CHANGELOG.md
 * @param report the API report: `current`, and `released`, the one that is kept
 * @param origin URL of the repository that the release comes from, where that is known
 */
export function faultsOf({ tag, manifest, lock, changelog, report, origin }) {
  const { version } = manifest;
  const sections = sectionsOf(changelog);
  const [, newest] = sections.keys();
  const section = sections.get(version);
  const changes = changesBetween(report.released.surface, report.current);
  const faults = {
    [`The version ${version} is not of the form 1.2.3`]: !/^\d+\.\d+\.\d+$/.test(version),
    [`The tag is ${tag}, the version ${version}`]: tag !== undefined && tag !== `v${version}`,
    [`package-lock.json is of ${lock.version}, not ${version}`]: lock.version !== version || lock.packages[''].version !== version,
    [`CHANGELOG.md has no section [${version}] just under [${UNRELEASED}]`]: newest !== version,
    [`CHANGELOG.md does not say when ${version} comes`]: section !== undefined && !/^\d{4}-\d\d-\d\d$/.test(section.date ?? ''),
    [`CHANGELOG.md says nothing of ${version}`]: section?.text === '',
    [`CHANGELOG.md still has something under [${UNRELEASED}]`]: sections.get(UNRELEASED)?.text !== '',
    [`The API report is not kept as that of ${version}: npm run api -- --release`]: report.released.version !== version,
    [`The API report that is kept differs: ${changes.map(lineOf).join(', ')}`]: changes.length > 0,
    'package.json is private': manifest.private === true,
    'publishConfig asks for no provenance or no public access': manifest.publishConfig?.provenance !== true || manifest.publishConfig.access !== 'public',
    'package.json does not say in repository where this is, as git+https://…: npm compares it with where a release comes from': !/^git\+https:\/\/.+\.git$/.test(manifest.repository?.url ?? ''),
    [`The release comes from ${origin}, repository in package.json is another`]: origin !== undefined && manifest.repository !== undefined && manifest.repository.url !== `git+${origin}.git`,
  };
  return Object.keys(faults).filter((fault) => faults[fault]);
}
