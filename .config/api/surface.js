import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { typesOf } from './types.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const importBuilt = (path) => import(pathToFileURL(join(root, 'dist', path)));
const sorted = (entries) => Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
const byName = (list, signature) => sorted(list.map((item) => [item.name, signature(item)]));
const withDefault = (type, value) => (value === undefined ? type : `${type} = ${value}`);

/** Everything that others may rely on, as the build has it: sections of signatures by name. Run `npm run build` first. */
export async function surfaceOfBuild() {
  const manifest = readJson('package.json');
  const sections = {
    'paths that can be imported or loaded': pathsOf(manifest),
    'what it runs with': { node: manifest.engines.node, ...sorted(Object.entries(manifest.peerDependencies)) },
    ...elementOf(readJson('dist/custom-elements.json')),
    ...(await codesOf()),
    command: commandOf(manifest, (await importBuilt('cli/usage.js')).USAGE),
    endpoint: endpointOf(readJson('dist/openapi.json')),
    ...typesOf(entriesOf(manifest), root),
  };
  return Object.fromEntries(Object.entries(sections).map(([title, names]) => [title, sorted(Object.entries(names))]));
}

/** `.` is `kyc-verification`, `./server` is `kyc-verification/server`. */
const specifierOf = (manifest, key) => manifest.name + key.slice(1);

/** The types of each entry that has some. */
function entriesOf(manifest) {
  const typed = Object.entries(manifest.exports).filter(([, target]) => target.types !== undefined);
  return Object.fromEntries(typed.map(([key, { types }]) => [specifierOf(manifest, key), join(root, types)]));
}

/** Chunks have a hash in their names, which are nobody's business. */
const isChunk = (file) => /^kyc-verification\.[\w-]+-[\w-]{8}\.js$/.test(file);

function pathsOf(manifest) {
  const paths = Object.entries(manifest.exports).flatMap(([key, target]) => {
    const conditions = typeof target === 'string' ? 'file' : Object.keys(target).join(', ');
    if (!key.includes('*')) return [[specifierOf(manifest, key), conditions]];
    const [folder, ending] = target.split('*');
    const files = readdirSync(join(root, folder)).filter((file) => file.endsWith(ending) && !isChunk(file));
    return files.map((file) => [specifierOf(manifest, key).replace(/\*.*$/, file), conditions]);
  });
  return Object.fromEntries(paths);
}

function elementOf({ modules }) {
  const element = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName);
  const { attributes, members, events, slots, cssParts, cssProperties, cssStates } = element;
  const typeOf = ({ type, return: result, parameters = [] }) => type?.text ?? `(${parameters.map(({ name }) => name).join(', ')}) => ${result?.type.text}`;
  return {
    [`attributes of <${element.tagName}>`]: byName(attributes, ({ type, default: value }) => withDefault(type?.text, value)),
    'properties and methods': byName(members, (member) => withDefault(typeOf(member), member.default)),
    events: byName(events, ({ type }) => type.text),
    slots: byName(slots, () => 'slot'),
    parts: byName(cssParts, () => 'part'),
    'custom properties': byName(cssProperties, ({ syntax = 'any', default: value }) => withDefault(syntax, value)),
    'custom states': byName(cssStates, () => ':state()'),
  };
}

async function codesOf() {
  const { ERROR_CODES, WARNINGS } = await importBuilt('index.js');
  const { kycError } = await importBuilt('core/errors.js');
  const { REASONS } = await importBuilt('core/names.js');
  const { LANGUAGES } = await importBuilt('localization/localize.js');
  const named = (names, word) => sorted(names.map((name) => [name, word]));
  return {
    'error codes': sorted(ERROR_CODES.map((code) => [code, kycError(code, 'exchange')]).map(([code, { retryable, action }]) => [code, `${action}${retryable ? ', retryable' : ''}`])),
    warnings: named(WARNINGS, 'warning'),
    'reasons with words of their own': named(REASONS, 'reason'),
    languages: named(LANGUAGES, 'language'),
  };
}

/** The command and its options, as its usage names them. */
function commandOf({ bin }, usage) {
  const options = [...usage.matchAll(/^ {2}(--[\w-]+)(?: (\S.*?))?(?: {2,}|$)/gm)].map(([, name, value]) => [name, value ?? 'alone']);
  return { ...Object.fromEntries(Object.keys(bin).map((name) => [name, /^Usage: (.*)$/m.exec(usage)[1]])), ...Object.fromEntries(options) };
}

/** A schema without its prose, in one line. */
const shapeOf = (schema) => JSON.stringify(schema, (key, value) => (['description', 'examples', 'properties'].includes(key) ? undefined : value)).replaceAll('"', '');

function endpointOf({ paths, components }) {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { responses }]) => responses)
      .map(([method, { parameters = [], responses }]) => {
        const sent = parameters.map(({ name }) => name).join(', ');
        return [`${method.toUpperCase()} ${path}`, `${sent ? `${sent}: ` : ''}${Object.keys(responses).join(', ')}`];
      }),
  );
  const schemas = Object.entries(components.schemas).flatMap(([name, schema]) => [
    [name, shapeOf(schema)],
    ...Object.entries(schema.properties ?? {}).map(([property, type]) => [`${name}.${property}`, shapeOf(type)]),
  ]);
  return Object.fromEntries([...operations, ...schemas]);
}
