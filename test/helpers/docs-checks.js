import ts from 'typescript';
import { publicNames } from './public-names.js';
import { STATES } from '../../dist/core/names.js';

const { attributes, events } = publicNames;

/** Whether the element has what stands in its tag, in the spelling of HTML or of a framework. */
export function isOfElement(name) {
  const [, event] = /^(?:on:?|@|\()(kyc-[a-z-]+)\)?$/.exec(name) ?? [];
  if (event !== undefined) return events.includes(event);
  const [, property] = /^(?::|prop:|\[)?(headers)(?:\.prop|\])?$/.exec(name) ?? [];
  return property !== undefined || [...attributes, 'ref', 'class', 'exportparts'].includes(name.replace(/^(?::|attr:|bool:)/, '').replace(/^On/, 'on'));
}

/** What a text names of the element that it has not: attributes, events, states of `preview`. */
export function unknownNames(text) {
  const tags = [...text.matchAll(/<kyc-verification\b((?:[^>"]|"[^"]*")*)>/g)].flatMap(([, inside]) => [...inside.replaceAll(/"[^"]*"|\{[^}]*\}/g, '').matchAll(/[^\s=/]+/g)].map(([name]) => name));
  // `#kyc` is Angular's name for what its class looks at, `v-if` a directive of Vue's.
  const spelled = tags.filter((name) => !/^#|^v-|…/.test(name));
  const named = [...text.matchAll(/(?<![-\w/@])kyc-[a-z]+(?:-[a-z]+)*/g)].map(([name]) => name).filter((name) => !/^kyc-verification(-dialog)?$/.test(name));
  const previews = [...text.matchAll(/\bpreview="([^"]*)"/g)].map(([, name]) => name);
  return [...spelled.filter((name) => !isOfElement(name)), ...named.filter((name) => !events.includes(name)), ...previews.filter((name) => !STATES.includes(name))];
}

/** What the compiler says of the grammar of a block of code, for the languages that it knows; nothing for others. */
export function grammarFaults({ language, code }) {
  if (!['js', 'ts', 'tsx'].includes(language)) return [];
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, jsx: ts.JsxEmit.Preserve };
  return ts.transpileModule(code, { fileName: `a.${language}`, reportDiagnostics: true, compilerOptions }).diagnostics.map(({ messageText }) => messageText);
}
