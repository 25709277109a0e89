import { readFileSync } from 'node:fs';
import { runnerImport } from 'vite';
import { fromRoot } from './from-root.js';

const load = async (path) => (await runnerImport(fromRoot(path), { configFile: false, logLevel: 'error' })).module;

const NAMES = 'src/core/names.ts';
/** The constants that properties begin with, and the lists that their types are made of. */
const constants = { ...(await load(NAMES)), ...(await load('src/core/session-url.ts')) };
const literal = (value) => `'${value}'`;
/** `Presentation` is `(typeof PRESENTATIONS)[number]`: the type by its name, as a union of its values. */
const unions = new Map(
  [...readFileSync(fromRoot(NAMES), 'utf8').matchAll(/^export type (\w+) = \(typeof (\w+)\)\[number\];$/gm)].map(([, type, list]) => [type, constants[list].map(literal).join(' | ')]),
);

/** A type with its values in place of the name of their list. */
const spelledOut = (type) => type.replace(/\b[A-Z]\w+\b/g, (name) => unions.get(name) ?? name);

/** What an attribute can say of the type of its property: a list is written as text, and without the attribute it is empty. */
function typeOfAttribute(type) {
  const alternatives = type.split(' | ').filter((one) => one !== "''");
  return alternatives.includes('string') ? 'string' : alternatives.join(' | ');
}

/** The text that stands for a property's default; none where the attribute is better left out. */
function defaultOfAttribute(code) {
  const [, text = code] = /^'(.*)'$/.exec(code) ?? [];
  return text === '' || text === 'false' ? undefined : text;
}

/** What may stand in an attribute: editors and tables read it from the manifest, the code has it in types and constants. */
export function attributeValues() {
  return {
    name: 'attribute-values',
    packageLinkPhase({ customElementsManifest }) {
      for (const { attributes = [], members = [] } of customElementsManifest.modules.flatMap(({ declarations }) => declarations)) {
        for (const property of members.filter(({ attribute }) => attribute)) {
          if (property.default in constants) property.default = literal(constants[property.default]);
          property.type.text = spelledOut(property.type.text);
          const attribute = attributes.find(({ name }) => name === property.attribute);
          attribute.type = { text: typeOfAttribute(property.type.text) };
          attribute.default = defaultOfAttribute(property.default);
        }
      }
    },
  };
}
