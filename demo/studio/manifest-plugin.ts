import type { Plugin } from 'vite';
import { forgetManifest, manifest } from './manifest.js';

const ID = 'virtual:custom-elements-manifest';
const RESOLVED = `\0${ID}`;
const SOURCES = /\/src\/element\/kyc-verification-(element|properties)\.ts$/;

/** Serves the custom-elements manifest as a module, made anew when the files of the element's own class change. */
export function elementManifest(): Plugin {
  return {
    name: 'element-manifest',
    resolveId: (id) => (id === ID ? RESOLVED : null),
    async load(id) {
      return id === RESOLVED ? `export default ${JSON.stringify(await manifest())};` : null;
    },
    hotUpdate({ file, modules }) {
      if (!SOURCES.test(file)) return;
      forgetManifest();
      const module = this.environment.moduleGraph.getModuleById(RESOLVED);
      return module === undefined ? modules : [...modules, module];
    },
  };
}
