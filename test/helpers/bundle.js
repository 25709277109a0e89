import { join } from 'node:path';
import { build } from 'vite';
import { root } from './repository.js';

const ENTRY = join(root, 'entry-of-a-test.js');

/** Puts a module and all that it imports together into a script for a page, where what it exports is `Lib`. `alias` is Vite's. */
export async function bundle(source, alias = {}) {
  const entry = { name: 'entry', enforce: 'pre', resolveId: (name) => (name === ENTRY ? ENTRY : null), load: (name) => (name === ENTRY ? source : null) };
  const [{ output }] = [
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"development"' },
      resolve: { alias },
      plugins: [entry],
      build: { write: false, minify: false, lib: { entry: ENTRY, formats: ['iife'], name: 'Lib' } },
    }),
  ].flat();
  return output[0].code;
}
