import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { fromRoot } from './from-root.js';

/**
 * Writes `dist/sbom.cdx.json`, or the file that is named: the CycloneDX bill of materials of what is shipped. It names what an installation of
 * the package brings along, and says of each in which scripts of `dist/cdn` it is bundled. The same sources and the same npm give the same bytes.
 */
const readJson = (path) => JSON.parse(readFileSync(fromRoot(path), 'utf8'));
const without = (object, ...names) => Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

/**
 * What npm says of package and lock file without what only work on them needs. (`npm sbom --omit dev` leaves out whatever a development
 * dependency needs as well, Lit among it.)
 */
function sbomOfProduction() {
  const folder = mkdtempSync(join(tmpdir(), 'sbom-'));
  try {
    const { packages, ...lock } = readJson('package-lock.json');
    const production = Object.entries(packages).filter(([, { dev, devOptional, peer, optional }]) => !(dev || devOptional || peer || optional));
    const ofProduction = (manifest) => without(manifest, 'devDependencies', 'peerDependencies', 'peerDependenciesMeta');
    const kept = { ...Object.fromEntries(production), '': ofProduction(packages['']) };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(ofProduction(readJson('package.json'))));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...lock, packages: kept }));
    const options = { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' };
    return JSON.parse(execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--loglevel', 'error'], options));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The scripts of `dist/cdn` in which each package is, by `name@version`: their source maps know. */
function bundledIn() {
  const found = new Map();
  for (const file of readdirSync(fromRoot('dist/cdn')).filter((name) => name.endsWith('.js.map')).sort()) {
    for (const source of readJson(`dist/cdn/${file}`).sources) {
      const [folder] = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(posix.join('dist/cdn', source)) ?? [];
      if (folder === undefined) continue;
      const { name, version } = readJson(`${folder}package.json`);
      const id = `${name}@${version}`;
      found.set(id, (found.get(id) ?? new Set()).add(`dist/cdn/${file.slice(0, -'.map'.length)}`));
    }
  }
  return found;
}

/** A number of the form that the standard asks for (a UUID of version 8), drawn from the text instead of by chance. */
function serialNumberOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((parseInt(hex[16], 16) & 0b0011) | 0b1000).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

// npm's own number and time are of the moment, and its name of the package is the folder's.
const { metadata, components, ...sbom } = without(sbomOfProduction(), 'serialNumber');
const bundled = bundledIn();
const { SOURCE_DATE_EPOCH } = process.env;
const whole = {
  ...sbom,
  metadata: {
    ...without(metadata, 'timestamp'),
    // https://reproducible-builds.org/specs/source-date-epoch/: the release sets it to the date of its commit.
    ...(SOURCE_DATE_EPOCH && { timestamp: new Date(Number(SOURCE_DATE_EPOCH) * 1000).toISOString() }),
    lifecycles: [{ phase: 'build' }],
    component: { ...metadata.component, name: readJson('package.json').name },
  },
  components: components.map((one) => {
    const files = bundled.get(one['bom-ref']);
    bundled.delete(one['bom-ref']);
    const { author } = readJson(`node_modules/${one.name}/package.json`);
    return {
      ...one,
      ...(author && { author: author.name ?? author }),
      ...(files && { evidence: { occurrences: [...files].map((location) => ({ location })) } }),
    };
  }),
};
if (bundled.size > 0) throw new Error(`dist/cdn holds what an installation does not bring along: ${[...bundled.keys()].join(', ')}`);
const target = process.argv[2] ?? fromRoot('dist/sbom.cdx.json');
writeFileSync(target, `${JSON.stringify({ ...whole, serialNumber: serialNumberOf(JSON.stringify(whole)) }, null, 2)}\n`);
