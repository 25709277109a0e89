import { posix } from 'node:path';
import { attributeValues } from './attribute-values.js';

/** `src/x.ts`, with or without a leading slash, as it stands in the package: `dist/x.js`. */
const published = (path) => path.replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/$1.js');

/** Rewrites every reference to a module within `node`; relative ones, of re-exports, are taken from the module at `from`. */
function publishReferences(node, from) {
  if (node === null || typeof node !== 'object') return;
  if (typeof node.module === 'string') {
    node.module = published(node.module.startsWith('.') ? posix.join(posix.dirname(from), node.module) : node.module);
  }
  for (const child of Object.values(node)) publishReferences(child, from);
}

/** The registration's name is a constant in the code, which the analyser takes for the name itself: the class knows it. */
function nameRegistrations(modules) {
  const classes = modules.flatMap(({ declarations }) => declarations);
  for (const { exports } of modules) {
    for (const registration of exports.filter(({ kind }) => kind === 'custom-element-definition')) {
      registration.name = classes.find(({ name }) => name === registration.declaration.name)?.tagName ?? registration.name;
    }
  }
}

/** The manifest speaks of the package: its files as they are shipped, and of a class only what a page can use. */
function packageView() {
  return {
    name: 'package-view',
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        module.path = published(module.path);
        publishReferences([module.declarations, module.exports], module.path);
        for (const declaration of module.declarations) {
          // A dispatch in the class's own code is seen as an event without a name, beside the documented one.
          declaration.events = declaration.events?.filter((event) => event.name);
          // What only the browser calls is of no use to a page.
          declaration.members = declaration.members?.filter(({ name, privacy }) => privacy !== 'private' && privacy !== 'protected' && !/^[a-z]+Callback$/i.test(name));
          // The analyser writes the braces of `@cssprop {<color>}` as a type; the schema has them as the syntax of `@property`.
          for (const property of declaration.cssProperties ?? []) {
            if (property.type) property.syntax = property.type.text;
            delete property.type;
          }
        }
      }
      nameRegistrations(customElementsManifest.modules);
    },
  };
}

export default {
  globs: ['src/index.ts', 'src/define.ts', 'src/element/**/*.ts'],
  exclude: ['src/**/*.none.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [packageView(), attributeValues()],
};
