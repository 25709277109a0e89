/** The two builds for a script tag, into `dist/cdn`: modules that load further files when they are needed, and one classic script with all of them in it. */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildEnvironmentOptions, Plugin, UserConfig } from 'vite';
import { templateMinifier } from './template-minifier.js';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const ENTRY = fromRoot('src/define.ts');
const LIT = new Set(['lit', '@lit/reactive-element']);
const LIT_DATA = fromRoot('src/element/lit.none.ts');
const LIT_TASK = /\/@lit\/task\/task\.js$/;

/**
 * Gives the module at `entry`, and what it imports of ours, copies of their own, and a small stand-in for Lit. Else what it shares with the first
 * script would become a third one that every page has to wait for (or, put into the first, would load that one again where its URL has a query or
 * was redirected). Only for modules without state in them.
 */
function selfContained(entry: string): Plugin {
  // One suffix for each entry: what two of them import would else become a third script of theirs.
  const copy = `?copy-for-${basename(entry, '.ts')}`;
  const ours = fromRoot('src/');
  return {
    name: 'self-contained',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const isWithin = importer === entry || importer?.endsWith(copy) || LIT_TASK.test(importer ?? '');
      if (!isWithin || importer === undefined) return null;
      if (LIT.has(source)) return LIT_DATA;
      const resolved = await this.resolve(source, importer.replace(copy, ''), { ...options, skipSelf: true });
      // What is loaded later still is a file by itself.
      return resolved?.id.startsWith(ours) && options.kind !== 'dynamic-import' ? { ...resolved, id: resolved.id + copy } : resolved;
    },
  };
}

/** What both builds have in common; each says the rest of `build` itself. */
function cdn(build: BuildEnvironmentOptions, plugins: readonly Plugin[] = []): UserConfig {
  return {
    logLevel: 'warn',
    plugins: [...plugins, templateMinifier()],
    resolve: {
      alias: [
        { find: /^\.\/hydration\.js$/, replacement: fromRoot('src/element/painting-anew.ts') },
        { find: /^dom-focus-lock$/, replacement: fromRoot('src/services/veriff/focus-lock.none.ts') },
      ],
    },
    // A library build leaves this to the bundler of the page; a page with a script tag has none, and tua-body-scroll-lock reads it.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      outDir: 'dist/cdn',
      sourcemap: true,
      modulePreload: false,
      // What is bundled, as the bundler knows it: `.config/write-licences.js` makes `LICENSES.txt` of it.
      license: { fileName: 'licenses.json' },
      ...build,
    },
  };
}

export const modules = cdn(
  {
    lib: { entry: ENTRY, formats: ['es'], fileName: () => 'kyc-verification.js' },
    rolldownOptions: {
      // What the later files share with the first stays in it, instead of in a file of its own.
      preserveEntrySignatures: 'allow-extension',
      output: {
        chunkFileNames: 'kyc-verification.[name]-[hash].js',
        // Vite keeps white space in ES library builds unless the bundler's own minifier is asked for.
        minify: true,
        comments: { legal: false },
      },
    },
  },
  ['element/flow-behavior', 'services/start'].map((path) => selfContained(fromRoot(`src/${path}.ts`))),
);

export const classic = cdn({
  // Beside the modules, which are built before.
  emptyOutDir: false,
  // Vite wants a name for the global that holds the exports; there are none, so that there is no global either.
  lib: { entry: ENTRY, formats: ['iife'], name: 'none', fileName: () => 'kyc-verification.classic.js' },
  rolldownOptions: {
    preserveEntrySignatures: false,
    output: {
      minify: true,
      comments: { legal: false },
      // As modules are. Within the function: files that are joined to one must not become strict by it.
      strict: false,
      intro: '"use strict";',
      // A byte order mark: without it the page's own encoding would be taken for that of the words. Modules are always UTF-8.
      postBanner: '\uFEFF',
    },
  },
});
