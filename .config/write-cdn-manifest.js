import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { fromRoot } from './from-root.js';

/**
 * Writes `dist/cdn/manifest.json`: of each script what a page must know to hold it to its content, what it costs, and what it is loaded for.
 * `demo/docs/script-tag.md` says how it is used.
 */

/** What a page names itself. */
const NAMED = ['kyc-verification.js', 'kyc-verification.classic.js'];

/** What is loaded later, by the name that the bundler gives it; each language has its own. */
const LATER = {
  'flow-behavior': 'all after the first screen',
  hints: 'what the console tells the integrator',
  'painting-anew': 'a page that a server has painted',
  placeholders: '`<div data-kyc-verification>`',
  'qr-code': 'a QR code for a phone',
  start: 'the start: a look around, then Veriff',
};

function purposeOf(file) {
  const [, chunk] = /^kyc-verification\.([a-z-]+?)-[\w-]{8}\.js$/.exec(file) ?? [];
  const purpose = existsSync(fromRoot(`src/localization/${chunk}.ts`)) ? `the language ${chunk}` : LATER[chunk];
  if (purpose === undefined) throw new Error(`.config/write-cdn-manifest.js does not know what ${file} is loaded for.`);
  return purpose;
}

function describe(file) {
  const code = readFileSync(fromRoot(`dist/cdn/${file}`));
  return {
    type: file.endsWith('.classic.js') ? 'classic' : 'module',
    ...(!NAMED.includes(file) && { loadedFor: purposeOf(file) }),
    integrity: `sha384-${createHash('sha384').update(code).digest('base64')}`,
    bytes: code.length,
    brotli: brotliCompressSync(code).length,
  };
}

const later = readdirSync(fromRoot('dist/cdn')).filter((file) => file.endsWith('.js') && !NAMED.includes(file));
const described = [...NAMED, ...later.sort()].map((file) => [file, describe(file)]);
const integrity = described.filter(([, { type }]) => type === 'module').map(([file, module]) => [`./${file}`, module.integrity]);
const { name, version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
const manifest = { name, version, files: Object.fromEntries(described), importMap: { integrity: Object.fromEntries(integrity) } };
writeFileSync(fromRoot('dist/cdn/manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(2)} kB`.padStart(10);
for (const [file, { bytes, brotli }] of described) console.log(`dist/cdn/${file.padEnd(42)}${kilobytes(bytes)}  brotli${kilobytes(brotli)}`);
