import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { ACCEPTED } from '../../.config/licences.js';
import { bundledPackages } from '../helpers/bundled-packages.js';
import { machinePlaces, readText, root } from '../helpers/repository.js';

const text = readText('dist/sbom.cdx.json');
const sbom = JSON.parse(text);
const manifest = JSON.parse(readText('package.json'));
const { packages } = JSON.parse(readText('package-lock.json'));
const ids = sbom.components.map((component) => component['bom-ref']);
const folder = mkdtempSync(join(tmpdir(), 'sbom-test-'));

/** The schema of CycloneDX, as its own library ships it. */
function validator() {
  const schemas = join(dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json')), 'res/schema');
  const read = (name) => JSON.parse(readFileSync(join(schemas, `${name}.SNAPSHOT.schema.json`), 'utf8'));
  const ajv = new Ajv.default({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat('iri-reference', (value) => !/[\s<>"{}|\\^`]/.test(value));
  ajv.addFormat('idn-email', (value) => /^[^\s@]+@[^\s@]+$/.test(value));
  for (const name of ['spdx', 'jsf-0.82']) ajv.addSchema(read(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  return ajv.compile(read(`bom-${sbom.specVersion}`));
}

/** Writes it anew and returns it. */
function written(env = {}) {
  const path = join(folder, 'sbom.json');
  execFileSync(process.execPath, [join(root, '.config/write-sbom.js'), path], { env: { ...process.env, SOURCE_DATE_EPOCH: '', ...env } });
  return readFileSync(path, 'utf8');
}

/** What an installation of the package brings along, found by walking the lock file. */
function installed() {
  const found = new Set();
  const visit = (name, from) => {
    // As Node looks for it: beside the one who asks, then further up.
    const path = [`${from}/node_modules/${name}`, `node_modules/${name}`].find((place) => place in packages) ?? assert.fail(`${name} is not in the lock file`);
    if (found.has(path)) return;
    found.add(path);
    for (const next of Object.keys(packages[path].dependencies ?? {})) visit(next, path);
  };
  for (const name of Object.keys(manifest.dependencies)) visit(name, '');
  return [...found].map((path) => `${path.replace(/^.*node_modules\//, '')}@${packages[path].version}`);
}

describe('bill of materials', () => {
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is valid CycloneDX', () => {
    const validate = validator();
    assert.ok(validate(sbom), JSON.stringify(validate.errors));
    for (const broken of [{ serialNumber: '1' }, { components: [{ name: 'x' }] }, { metadata: { timestamp: 'today' } }, { bomFormat: 'SPDX' }, { made: 'up' }]) {
      assert.ok(!validate({ ...sbom, ...broken }), JSON.stringify(broken));
    }
  });

  it('is about this package', () => {
    const { name, version, purl } = sbom.metadata.component;
    assert.deepEqual([name, version, purl], [manifest.name, manifest.version, `pkg:npm/${manifest.name}@${manifest.version}`]);
    assert.equal(sbom.dependencies.find(({ ref }) => ref === `${name}@${version}`).dependsOn.length, Object.keys(manifest.dependencies).length);
  });

  it('names what an installation brings along, and nothing that only work on the package needs', () => {
    assert.deepEqual([...ids].sort(), installed().sort());
    assert.ok(ids.includes(`lit@${manifest.dependencies.lit}`));
    assert.ok(!ids.some((id) => id.startsWith('vite@')));
  });

  it('says of each package in which scripts it is bundled', () => {
    const said = sbom.components.filter(({ evidence }) => evidence).map((component) => [component['bom-ref'], component.evidence.occurrences.map(({ location }) => location).sort()]);
    assert.deepEqual(said, [...bundledPackages().packages].map(([id, files]) => [id, [...files].sort()]).sort(([one], [other]) => ids.indexOf(one) - ids.indexOf(other)));
  });

  it('has for each package the address, the hash of its tarball and an accepted licence', () => {
    for (const { purl, hashes, licenses, version, name } of sbom.components) {
      assert.equal(purl, `pkg:npm/${name.replace('@', '%40')}@${version}`);
      const [{ alg, content }] = hashes;
      assert.equal(alg, 'SHA-512');
      assert.equal(`sha512-${Buffer.from(content, 'hex').toString('base64')}`, packages[`node_modules/${name}`].integrity);
      assert.deepEqual(licenses.map(({ license }) => license.id).filter((id) => !ACCEPTED.includes(id)), [], name);
      assert.equal(licenses.length, 1, name);
    }
  });

  it('is the same whenever it is written, and has a time only if it is given one', () => {
    const first = written();
    assert.equal(written(), first);
    assert.equal(JSON.parse(first).metadata.timestamp, undefined);
    const dated = JSON.parse(written({ SOURCE_DATE_EPOCH: '1767225600' }));
    assert.equal(dated.metadata.timestamp, '2026-01-01T00:00:00.000Z');
    assert.notEqual(dated.serialNumber, JSON.parse(first).serialNumber);
  });

  it('names no place of the machine that made it', () => {
    for (const place of machinePlaces) assert.ok(!text.includes(place), place);
    assert.doesNotMatch(text, /file:\/\//);
  });
});
