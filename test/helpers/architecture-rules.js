import { posix } from 'node:path';
import ts from 'typescript';

/**
 * The rules of the house. Each takes the texts of the files by path and returns what breaks it, one line each: none when it holds.
 */

const isScript = (path) => /\.[jt]s$/.test(path);

/** What a script imports, types and dynamic imports included: paths within the repository, or the names of packages. */
function importsOf(path, text, texts) {
  const imported = ts.preProcessFile(text, true, true).importedFiles;
  // What begins with a slash is a page's, in text that a test serves.
  return imported.filter(({ fileName }) => !fileName.startsWith('/')).map(({ fileName }) => {
    if (!fileName.startsWith('.')) return { package: /^(@[^/]+\/)?[^/]+/.exec(fileName)[0] };
    const target = posix.join(posix.dirname(path), fileName);
    const source = target.replace(/\.js$/, '.ts');
    return { path: texts.has(source) ? source : target };
  });
}

/** Which parts of the code, and which packages, each part may import. `*` allows any. */
const mayImport = {
  core: { parts: ['core'], packages: [] },
  localization: { parts: ['localization', 'core'], packages: [] },
  services: { parts: ['services', 'core'], packages: ['@veriff/incontext-sdk', 'eventsource-parser', 'inapp-spy', 'lean-qr'] },
  server: { parts: ['server', 'core'], packages: ['@noble/hashes', 'lru-cache'] },
  cli: { parts: ['cli', 'core'], packages: ['node:process', 'node:util', 'node:zlib'] },
  element: { parts: ['element', 'localization', 'services', 'core'], packages: ['lit', '@lit/task', '@lit-labs/ssr-client'] },
  ssr: { parts: ['ssr', 'element', 'localization', 'core'], packages: ['lit', '@lit-labs/ssr'] },
  define: { parts: ['element', 'localization', 'services', 'core'], packages: ['lit'] },
  index: { parts: ['element', 'localization', 'services', 'core'], packages: [] },
  typings: { parts: ['typings', 'element'], packages: ['preact', 'react', 'solid-js', 'svelte', 'vue'] },
  demo: { parts: ['demo', 'core', 'localization', 'services', 'server', 'element', 'define', 'index'], packages: '*' },
  test: { parts: '*', packages: '*' },
};

/** `src/core/x.ts` is of the part `core`, `src/define.ts` of `define`, `demo/x.ts` of `demo`. */
const partOf = (path) => /^(?:src\/)?\.?([^/.]+)/.exec(path)[1];

/** Imports run one way: `define → element → {localization, services} → core`; `server → core`; `demo → src`; `test → demo, src`. */
export function wrongImports(texts) {
  const wrong = [];
  for (const [path, text] of texts) {
    if (!isScript(path)) continue;
    const part = partOf(path);
    const allowed = mayImport[part];
    if (allowed === undefined) {
      wrong.push(`${path}: no rule says what ${part} may import`);
      continue;
    }
    for (const target of importsOf(path, text, texts)) {
      const [name, list] = target.package ? [target.package, allowed.packages] : [partOf(target.path), allowed.parts];
      if (list !== '*' && !list.includes(name)) wrong.push(`${path} imports ${target.package ?? target.path}`);
    }
  }
  return wrong;
}

/** No file leads back to itself by its imports. */
export function circles(texts) {
  const found = [];
  const done = new Set();
  const visit = (path, trail) => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (trail.includes(path) || done.has(path) || !texts.has(path) || !isScript(path)) return;
    for (const target of importsOf(path, texts.get(path), texts)) if (target.path) visit(target.path, [...trail, path]);
    done.add(path);
  };
  for (const path of texts.keys()) visit(path, []);
  return found;
}

/** No file is longer than a reader can hold; what npm has locked is for npm. */
export function longFiles(texts, limit = 250) {
  return [...texts]
    .filter(([path]) => /\.(ts|js|css|html|json|md|svg)$/.test(path) && posix.basename(path) !== 'package-lock.json')
    .map(([path, text]) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > limit)
    .map(({ path, lines }) => `${path}: ${lines} lines`);
}

/** The SDK has one home: one file imports it, and only that file's neighbours in `src/services/veriff…` speak of it. */
export function sdkElsewhere(texts) {
  const sdk = '@veriff/incontext-sdk';
  const files = [...texts].filter(([path, text]) => path.startsWith('src/') && text.includes(sdk));
  const users = files.filter(([path, text]) => importsOf(path, text, texts).some((target) => target.package === sdk));
  const strangers = files.map(([path]) => path).filter((path) => !path.startsWith('src/services/veriff'));
  return users.length === 1 ? strangers : [...strangers, `imported by ${users.length} files`];
}

/** The barrel has no code of its own: it only re-exports. */
export function barrelWithCode(texts) {
  const source = ts.createSourceFile('index.ts', texts.get('src/index.ts') ?? 'missing', ts.ScriptTarget.ES2022);
  return source.statements
    .filter((statement) => !(ts.isExportDeclaration(statement) && statement.moduleSpecifier))
    .map((statement) => statement.getText(source));
}

/** Every test runs, always. */
export function focusedOrSkippedTests(texts) {
  const pattern = /\b(?:describe|it|test|suite|context)\.(?:only|skip)\b|\bthis\.skip\(|\b[fx](?:describe|it)\(/;
  return [...texts].filter(([path, text]) => /\.test\.[jt]s$/.test(path) && pattern.test(text)).map(([path]) => path);
}

const topLevel = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'src',
  'demo',
  'test',
  'README.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'LICENSE',
];
const generated = ['node_modules', 'dist', 'coverage'];

/** The names at the top of the repository that have no place there; names with a leading dot do. */
export function strangersAtTheTop(names) {
  return names.filter((name) => !name.startsWith('.') && !topLevel.includes(name) && !generated.includes(name));
}
