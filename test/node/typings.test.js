import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { read, texts } from '../helpers/docs-pages.js';
import { publicNames } from '../helpers/public-names.js';
import { readText, root } from '../helpers/repository.js';

const element = JSON.parse(readText('dist/custom-elements.json'))
  .modules.flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === publicNames.tag);
const fields = element.members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
/** All that the manifest says can be set and heard. */
const attributes = element.attributes.map(({ name }) => name);
const flags = element.attributes.filter(({ type }) => type.text === 'boolean').map(({ name }) => name);
const properties = fields.map(({ name }) => name);
const withoutAttribute = fields.filter(({ attribute }) => attribute === undefined).map(({ name }) => name);
const events = element.events.map(({ name }) => name);

const inCamelCase = (name) => name.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase());
/** Names in `on…` that frameworks take for events, in the spelling that they don't. */
const apartFromEvents = (name) => name.replace(/^on/, 'On');
const react18Types = (file) => join(root, 'node_modules/@types/react-18', file);

/** Each framework: how it is compiled, which names its typing must have, and which are there only to be refused. */
const FRAMEWORKS = {
  react: {
    options: { jsx: ts.JsxEmit.ReactJSX },
    names: [...attributes, ...withoutAttribute, ...events.map((name) => `on${name}`)],
  },
  'react-18': {
    of: 'react',
    options: { jsx: ts.JsxEmit.ReactJSX, paths: { react: [react18Types('index.d.ts')], 'react/jsx-runtime': [react18Types('jsx-runtime.d.ts')] } },
    names: attributes,
    refused: [...withoutAttribute, ...events.map((name) => `on${name}`)],
  },
  preact: {
    options: { jsx: ts.JsxEmit.ReactJSX, jsxImportSource: 'preact' },
    names: [...attributes.map(apartFromEvents), ...withoutAttribute, ...events.map((name) => `on${name}`)],
    refused: attributes.filter((name) => name.startsWith('on')),
  },
  solid: {
    options: { jsx: ts.JsxEmit.Preserve, jsxImportSource: 'solid-js' },
    names: [
      ...attributes.filter((name) => !name.startsWith('on')),
      ...attributes.filter((name) => name !== 'lang').map((name) => `attr:${name}`),
      ...flags.map((name) => `bool:${name}`),
      ...properties.map((name) => `prop:${name}`),
      ...events.map((name) => `on:${name}`),
    ],
    refused: attributes.filter((name) => name.startsWith('on')),
  },
  svelte: {
    options: {},
    names: [...attributes.map(apartFromEvents), ...withoutAttribute, ...events.flatMap((name) => [`on${name}`, `on:${name}`])],
    refused: attributes.filter((name) => name.startsWith('on')),
  },
  vue: {
    options: { jsx: ts.JsxEmit.Preserve, jsxImportSource: 'vue' },
    names: [...attributes, ...attributes.map(inCamelCase), ...withoutAttribute, ...events.map((name) => inCamelCase(`on-${name}`))],
  },
};

const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  skipDefaultLibCheck: true,
  types: [],
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
};
const RESOLUTIONS = {
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
};

const parsed = new Map();
const made = new Map();

/** The project of a user of the package, who names it as such. Files are parsed once for all projects of a resolution; `text` is of one that is not there. */
function projectOf(file, resolution, options, text) {
  const key = `${resolution} ${file}`;
  if (!made.has(key)) {
    const all = { ...STRICT, ...RESOLUTIONS[resolution], ...options };
    const host = ts.createCompilerHost(all);
    const { getSourceFile } = host;
    host.getSourceFile = (path, ...rest) => {
      if (text !== undefined && path.endsWith(`/${file}`)) return ts.createSourceFile(path, text, ...rest);
      const place = `${resolution} ${path}`;
      if (!parsed.has(place)) parsed.set(place, getSourceFile(path, ...rest));
      return parsed.get(place);
    };
    made.set(key, ts.createProgram([join(root, 'test/typings', file)], all, host));
  }
  return made.get(key);
}

/** What the compiler says of the file and of all declarations of this package; those of a framework are its own matter, and take long. */
function faultsOf(program) {
  const ours = program.getSourceFiles().filter(({ fileName }) => !fileName.includes('/node_modules/'));
  assert.ok(ours.some(({ fileName }) => fileName.endsWith('/dist/element/kyc-verification-element.d.ts')));
  const found = ours.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]);
  return [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics(), ...found].map(({ file, start, messageText }) => {
    const place = file === undefined ? '' : `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1} `;
    return place + ts.flattenDiagnosticMessageText(messageText, '\n');
  });
}

/** The properties of the type `KycVerificationProps` that a typing exports, and of which of them nothing but the type of a refusal is left. */
function namesOf(program, typing) {
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(join(root, 'dist/typings', `${typing}.d.ts`)));
  const props = checker.getExportsOfModule(module).find(({ name }) => name === 'KycVerificationProps');
  const found = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(props));
  const isRefused = (symbol) => /^Refused<"[^"]+">$/.test(checker.typeToString(checker.getNonNullableType(checker.getTypeOfSymbol(symbol))));
  return { names: found.map(({ name }) => name), refused: found.filter(isRefused).map(({ name }) => name) };
}

describe('typings', () => {
  for (const [framework, { of = framework, options, names, refused = [] }] of Object.entries(FRAMEWORKS)) {
    const file = `${framework}.${options.jsx === undefined ? 'ts' : 'tsx'}`;

    describe(framework, () => {
      for (const resolution of Object.keys(RESOLUTIONS)) {
        it(`accepts what is right and refuses what is wrong, as ${resolution} resolves it`, () => {
          assert.deepEqual(faultsOf(projectOf(file, resolution, options)), []);
        });
      }

      it('has every attribute, property and event of the manifest, in its spelling', () => {
        const typing = namesOf(projectOf(file, 'bundler', options), of);
        assert.deepEqual(names.filter((name) => !typing.names.includes(name) || typing.refused.includes(name)), []);
        assert.deepEqual(typing.refused.sort(), refused.sort());
      });

      it('is nothing when it runs', async () => {
        assert.deepEqual(Object.keys(await import(`kyc-verification/${of}`)), []);
      });
    });
  }

  it('accept the components of the documentation', () => {
    const [components, faults] = [[], []];
    for (const { language, code } of read(texts.get('frameworks')).blocks.filter((block) => block.language === 'tsx')) {
      const [, framework] = /^import 'kyc-verification\/(?!define)(\w+)';$/m.exec(code);
      components.push(framework);
      faults.push(...faultsOf(projectOf(`of-the-documentation-${components.length}.${language}`, 'bundler', FRAMEWORKS[framework].options, code)));
    }
    assert.deepEqual([components, faults], [['react', 'react', 'preact', 'solid'], []]);
  });

  describe('without a framework, and in templates of Angular', () => {
    for (const resolution of Object.keys(RESOLUTIONS)) {
      it(`accepts what is right and refuses what is wrong, as ${resolution} resolves it`, () => {
        assert.deepEqual(ts.getPreEmitDiagnostics(projectOf('dom.ts', resolution, {})).map(({ messageText }) => messageText), []);
      });
    }
  });

  it('are one for each path that the package exports for a framework', () => {
    const typed = Object.entries(JSON.parse(readText('package.json')).exports).filter(([, { types = '' }]) => types.startsWith('./dist/typings/'));
    assert.deepEqual(typed.map(([path]) => path.slice(2)).sort(), [...new Set(Object.entries(FRAMEWORKS).map(([name, { of = name }]) => of))].sort());
  });
});
