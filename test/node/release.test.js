import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultsOf } from '../../.config/release.js';
import { readText, readTexts } from '../helpers/repository.js';

const manifest = JSON.parse(readText('package.json'));
const workflows = new Map([...readTexts('.github/workflows')]);
const workflow = workflows.get('.github/workflows/release.yml');

/** A commit that can be published. */
const ready = () => ({
  tag: 'v1.2.3',
  manifest: {
    version: '1.2.3',
    repository: { type: 'git', url: 'git+https://forge.example/owner/name.git' },
    publishConfig: { access: 'public', provenance: true },
  },
  lock: { version: '1.2.3', packages: { '': { version: '1.2.3' } } },
  changelog: '# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2026-01-02\n\n- New part `a`.\n\n## [1.2.2] - 2025-12-01\n\n- Old.\n',
  report: { current: { parts: { a: 'part' } }, released: { version: '1.2.3', surface: { parts: { a: 'part' } } } },
  origin: 'https://forge.example/owner/name',
});

/** The jobs of a workflow by name. */
const jobsOf = (text) => new Map([...text.slice(text.indexOf('\njobs:')).matchAll(/^ {2}([\w-]+):\n((?: {3,}.*\n|\n)+)/gm)].map(([, name, body]) => [name, body]));

describe('a release', () => {
  it('can be made of a commit where all agree, tagged or not yet', () => {
    assert.deepEqual(faultsOf(ready()), []);
    assert.deepEqual(faultsOf({ ...ready(), tag: undefined, origin: undefined }), []);
  });

  const cases = [
    ['another tag', (it) => (it.tag = 'v1.2.4'), /The tag is v1\.2\.4, the version 1\.2\.3/],
    ['a tag without v', (it) => (it.tag = '1.2.3'), /The tag is 1\.2\.3/],
    ['a version of another form', (it) => (it.manifest.version = it.lock.version = it.lock.packages[''].version = '1.2.3-rc.1'), /not of the form/],
    ['a lock file of another version', (it) => (it.lock.version = '1.2.2'), /package-lock\.json is of 1\.2\.2/],
    ['a lock file whose root has another version', (it) => (it.lock.packages[''].version = '1.2.2'), /package-lock\.json/],
    ['a changelog without the version', (it) => (it.changelog = it.changelog.replaceAll('1.2.3', '1.2.1')), /no section \[1\.2\.3\]/],
    ['a changelog with the version further down', (it) => (it.changelog = it.changelog.replace('[1.2.2]', '[X]').replace('[1.2.3]', '[1.2.2]').replace('[X]', '[1.2.3]')), /just under/],
    ['a version without a date', (it) => (it.changelog = it.changelog.replace(' - 2026-01-02', '')), /does not say when/],
    ['a version of which nothing is said', (it) => (it.changelog = it.changelog.replace('- New part `a`.\n', '')), /says nothing of 1\.2\.3/],
    ['changes that belong to no version', (it) => (it.changelog = it.changelog.replace('[Unreleased]\n', '[Unreleased]\n\n- Not yet.\n')), /still has something/],
    ['a changelog without Unreleased', (it) => (it.changelog = it.changelog.replace('## [Unreleased]\n', '')), /just under/],
    ['an API report of another version', (it) => (it.report.released.version = '1.2.2'), /is not kept as that of 1\.2\.3/],
    ['no API report yet', (it) => (it.report.released.version = null), /is not kept/],
    ['an API report that was kept too early', (it) => (it.report.current = { parts: { a: 'part', b: 'part' } }), /differs: \+ b \(parts\)/],
    ['a private package', (it) => (it.manifest.private = true), /private/],
    ['no provenance', (it) => (it.manifest.publishConfig.provenance = false), /no provenance/],
    ['no publishConfig', (it) => delete it.manifest.publishConfig, /no provenance/],
    ['no repository', (it) => delete it.manifest.repository, /does not say in repository/],
    ['another repository', (it) => (it.origin = 'https://forge.example/fork/name'), /comes from https:\/\/forge\.example\/fork\/name/],
  ];
  for (const [what, spoil, fault] of cases) {
    it(`cannot be made with ${what}`, () => {
      const input = ready();
      spoil(input);
      assert.match(faultsOf(input).join('\n'), fault);
    });
  }

  it('is public and asks for provenance, and is checked before npm publishes a folder', () => {
    assert.deepEqual(manifest.publishConfig, { access: 'public', provenance: true });
    assert.equal(manifest.scripts.prepublishOnly, 'npm run --silent build && node .config/write-snippet.js --check && node .config/write-tables.js --check && npm run --silent release:check');
  });
});

describe('the workflows', () => {
  it('use actions by their commits alone', () => {
    const used = [...workflows.values()].flatMap((text) => [...text.matchAll(/uses: *(.+)/g)].map(([, action]) => action));
    assert.ok(used.length >= 5);
    assert.deepEqual(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action)), []);
    const byName = used.map((action) => action.split('@'));
    assert.equal(new Set(used).size, new Set(byName.map(([name]) => name)).size, 'one version of each action');
  });

  it('have no rights but those that a job names', () => {
    for (const [path, text] of workflows) {
      assert.match(text, /^permissions: \{\}$/m, path);
      assert.doesNotMatch(text, /secrets\.|pull_request_target/, path);
    }
  });

  it('run what CI runs', () => {
    for (const [path, text] of workflows) assert.match(text, /^ {6,}(- )?(run: )\.ci\/run$/m, path);
  });

  it('publish on a version tag, after the checks and tests, what was packed then', () => {
    assert.match(workflow, /^on:\n {2}push:\n {4}tags: \['v\*'\]\n\n/m);
    const jobs = jobsOf(workflow);
    assert.deepEqual([...jobs.keys()], ['build', 'publish', 'attach']);
    const steps = ['release:check -- "$GITHUB_REF_NAME"', 'SOURCE_DATE_EPOCH=', '.ci/run', 'npm pack --ignore-scripts', 'dist/sbom.cdx.json', 'archive dist cdn', 'SHA256SUMS', 'upload-artifact'].map((step) => jobs.get('build').indexOf(step));
    assert.deepEqual(steps, steps.toSorted((one, other) => one - other));
    assert.ok(!steps.includes(-1));
    assert.match(jobs.get('publish'), /needs: build\n[^]*sha256sum --check SHA256SUMS[^]*npm publish \.\/release\/kyc-verification-\*\.tgz --provenance --access public\n/);
    assert.match(jobs.get('attach'), /needs: publish\n[^]*gh release create "\$GITHUB_REF_NAME" release\/\*/);
  });

  it('let one job speak for the repository to npm, which runs nothing of ours or of others', () => {
    const jobs = jobsOf(workflow);
    const rights = (job) => [...jobs.get(job).matchAll(/^ {6}([a-z-]+): (read|write)$/gm)].map(([, name, right]) => `${name}: ${right}`);
    assert.deepEqual(rights('build'), ['contents: read']);
    assert.deepEqual(rights('publish'), ['contents: read', 'id-token: write']);
    assert.deepEqual(rights('attach'), ['contents: write']);
    for (const job of ['publish', 'attach']) assert.doesNotMatch(jobs.get(job), /checkout|npm (ci|i|install|run|test|exec)\b|npx|node /);
  });
});
