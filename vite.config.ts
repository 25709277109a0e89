import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { cms } from './demo/cms/vite-plugin.js';
import { docs } from './demo/docs/site/vite-plugin.js';
import { pretences } from './demo/page/vite-plugin.js';
import { recipes } from './demo/sandbox/recipes-plugin.js';
import { sandbox } from './demo/sandbox/vite-plugin.js';
import { elementManifest } from './demo/studio/manifest-plugin.js';

const fromRoot = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Prints what a page pays for each script of the CDN build: raw, gzip and brotli kilobytes. */
function reportSizes(): Plugin {
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(2)} kB`.padStart(10);
  return {
    name: 'report-sizes',
    writeBundle(_options, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type !== 'chunk') continue;
        const code = Buffer.from(file.code);
        const [gzip, brotli] = [gzipSync(code, { level: 9 }).length, brotliCompressSync(code).length];
        console.log(`dist/cdn/${name}  raw${kilobytes(code.length)}  gzip${kilobytes(gzip)}  brotli${kilobytes(brotli)}`);
      }
    },
  };
}

/**
 * Gives the module at `entry`, and what it imports of ours, copies of their own. Else what it shares with the element would become a third
 * script that every page has to wait for (or, put into the first script, would load that one again where its URL has a query or was
 * redirected). Only for modules without state in them.
 */
function selfContained(entry: string): Plugin {
  // One suffix for each entry: what two of them import would else become a third script of theirs.
  const copy = `?copy-for-${basename(entry, '.ts')}`;
  const ours = fromRoot('./src/');
  return {
    name: 'self-contained',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (importer !== entry && !importer?.endsWith(copy)) return null;
      const resolved = await this.resolve(source, importer.replace(copy, ''), { ...options, skipSelf: true });
      return resolved?.id.startsWith(ours) ? { ...resolved, id: resolved.id + copy } : resolved;
    },
  };
}

/** Serves `/dist` as it was built, untouched by the dev server's transforms, so that the demo can load the real CDN file. */
function serveBuild(): Plugin {
  const types: Record<string, string> = { '.js': 'text/javascript', '.map': 'application/json', '.json': 'application/json' };
  return {
    name: 'serve-build',
    configureServer(server) {
      server.middlewares.use('/dist', (request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const type = types[extname(pathname)];
        if (type === undefined) return next();
        readFile(join(fromRoot('./dist'), pathname)).then(
          (body) => response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }).end(body),
          () => response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not built: run npm run build'),
        );
      });
    },
  };
}

const demo: UserConfig = {
  root: fromRoot('./demo'),
  server: { port: 5173, fs: { allow: [fromRoot('.')] } },
  // Known from the start, so that what is loaded only when it is needed does not make the dev server reload the page.
  optimizeDeps: { include: ['@veriff/incontext-sdk', 'eventsource-parser', 'inapp-spy', 'lean-qr', 'lean-qr/extras/svg'] },
  plugins: [pretences(), serveBuild(), sandbox(), cms(), recipes(), elementManifest(), docs()],
};

const cdn: UserConfig = {
  logLevel: 'warn',
  plugins: [
    selfContained(fromRoot('./src/services/veriff/veriff-frame.ts')),
    selfContained(fromRoot('./src/services/environment/inspection.ts')),
    // Without their slashes the shapes of an SVG fragment would stand within each other, where they are not painted.
    minifyTemplateLiterals({ exclude: ['**/node_modules/**'], options: { minifyOptions: { keepClosingSlash: true } } }),
    reportSizes(),
  ],
  // A library build leaves this to the bundler of the page; a page with a script tag has none, and tua-body-scroll-lock reads it.
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    outDir: 'dist/cdn',
    sourcemap: true,
    // What is bundled, as the bundler knows it: `.config/write-licences.js` makes `LICENSES.txt` of it.
    license: { fileName: 'licenses.json' },
    modulePreload: false,
    lib: { entry: fromRoot('./src/define.ts'), formats: ['es'], fileName: () => 'kyc-verification.js' },
    rolldownOptions: {
      // What the later files share with the first stays in it, instead of in a file of its own.
      preserveEntrySignatures: 'allow-extension',
      output: {
        chunkFileNames: 'kyc-verification.[name]-[hash].js',
        // Vite keeps white space in ES library builds unless the bundler's own minifier is asked for.
        minify: true,
        comments: { legal: true },
      },
    },
  },
};

export default defineConfig(({ command }) => (command === 'build' ? cdn : demo));
