/**
 * What the tarball may hold, and why. Each rule takes the files that `matches` accepts, or that it names; `from` is the file of the repository
 * that such a file comes of, and which has to be there; `kilobytes` is the most that one of them may weigh.
 */
export const rulesFor = (manifest) => [
  { why: 'npm, licence and readers want them at the top', matches: /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|SECURITY\.md)$/, kilobytes: 30 },
  { why: 'package.json names it for tools that read data', names: dataNamedBy(manifest), kilobytes: 300 },
  {
    why: 'a module of src, compiled',
    matches: /^dist\/(?!cdn\/|themes\/)[\w/.-]+\.js$/,
    from: (path) => [path.replace(/^dist\/(.*)\.js$/, 'src/$1.ts')],
    kilobytes: 40,
  },
  { why: 'leads from such a module to its line of TypeScript, which it holds', matches: /^dist\/(?!cdn\/|themes\/)[\w/.-]+\.js\.map$/, kilobytes: 80 },
  { why: 'its types; the command is not for import and has none', matches: /^dist\/(?!cdn\/|themes\/|cli\/)[\w/.-]+\.d\.ts$/, kilobytes: 20 },
  { why: 'a script for script tags', matches: /^dist\/cdn\/kyc-verification(\.(?!classic\.)[\w.-]+)?\.js$/, kilobytes: 150 },
  { why: 'all of them in one classic script', matches: /^dist\/cdn\/kyc-verification\.classic\.js$/, kilobytes: 300 },
  { why: 'leads from such a script to its lines of TypeScript', matches: /^dist\/cdn\/kyc-verification(\.[\w.-]+)?\.js\.map$/, kilobytes: 900 },
  { why: 'what the scripts are for, and their hashes', matches: /^dist\/cdn\/manifest\.json$/, kilobytes: 10 },
  { why: 'the licences of what is bundled in the scripts', matches: /^dist\/cdn\/LICENSES\.txt$/, kilobytes: 30 },
  { why: 'a theme', matches: /^dist\/themes\/[\w-]+\.css$/, from: (path) => [path.replace('dist/', 'src/')], kilobytes: 5 },
  { why: 'the bill of materials', matches: /^dist\/sbom\.cdx\.json$/, kilobytes: 50 },
  { why: 'for coding assistants: the contract, and the list of pages', matches: /^dist\/(AGENTS\.md|llms\.txt)$/, kilobytes: 30 },
  { why: 'the documentation of this very version, which the README leads to', matches: /^demo\/docs\/([\w-]+\/)?[\w-]+\.(md|svg)$/, from: (path) => [path], kilobytes: 20 },
  { why: 'whole files to copy, which the documentation leads to', matches: /^demo\/recipes\/[\w/.[\]-]+\.(js|html|css|json)$/, from: (path) => [path], kilobytes: 5 },
];

/** Files that are no code and that package.json itself names, in its own fields or in `exports`. */
function dataNamedBy(manifest) {
  const named = (value) => (typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(named));
  const inFields = Object.values(manifest).filter((value) => typeof value === 'string');
  const files = named([manifest.exports, inFields]).map((path) => path.replace(/^\.\//, ''));
  return files.filter((path) => /^dist\/(?!cdn\/)[\w/.-]+\.json$/.test(path));
}

/** Which rules a file falls under. */
export const rulesOf = (rules, path) => rules.filter(({ matches, names }) => matches?.test(path) ?? names.includes(path));

/** Texts that are never shipped: what opens a door. Each with a sample of it, in two parts so that this file is none. */
export const secrets = [
  { what: 'a private key', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY/, sample: ['-----BEGIN RSA PRI', 'VATE KEY-----'] },
  { what: 'a token of npm', pattern: /\bnpm_[A-Za-z0-9]{36}\b/, sample: ['npm', `_${'a1'.repeat(18)}`] },
  { what: 'a token of GitHub', pattern: /\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{40,}/, sample: ['gh', `p_${'a1'.repeat(18)}`] },
  { what: 'a key of AWS', pattern: /\bAKIA[A-Z0-9]{16}\b/, sample: ['AK', `IA${'A1'.repeat(8)}`] },
  { what: 'a token of a registry', pattern: /_authToken\s*=/, sample: ['//registry.npmjs.org/:_auth', 'Token=x'] },
  { what: 'a JSON web token', pattern: /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}/, sample: ['ey', `J${'a'.repeat(20)}.eyJ${'b'.repeat(20)}.${'c'.repeat(30)}`] },
];
