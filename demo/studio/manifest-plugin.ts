import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ID = 'virtual:custom-elements-manifest';
const RESOLVED = `\0${ID}`;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCE = 'src/element/kyc-verification-element.ts';

/** Makes the manifest as the build does, without writing it: the studio shows what the sources say now. */
async function analyse(): Promise<string> {
  const { cli } = await import('@custom-elements-manifest/analyzer/cli.js');
  const argv = ['analyze', '--config', '.config/custom-elements-manifest.config.js', '--quiet'];
  return `export default ${JSON.stringify(await cli({ argv, cwd: ROOT, noWrite: true }))};`;
}

/** Serves the custom-elements manifest as a module. It takes seconds to make, so it is kept until the element's own file changes. */
export function elementManifest(): Plugin {
  let made: Promise<string> | null = null;
  return {
    name: 'element-manifest',
    resolveId: (id) => (id === ID ? RESOLVED : null),
    async load(id) {
      if (id !== RESOLVED) return null;
      made ??= analyse();
      try {
        return await made;
      } catch (error) {
        // A fault in the sources is mended while the server runs.
        made = null;
        throw error;
      }
    },
    hotUpdate({ file, modules }) {
      if (!file.endsWith(SOURCE)) return;
      made = null;
      const manifest = this.environment.moduleGraph.getModuleById(RESOLVED);
      return manifest === undefined ? modules : [...modules, manifest];
    },
  };
}
