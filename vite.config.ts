import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { classic, modules } from './.config/cdn-build.js';
import { cms } from './demo/cms/vite-plugin.js';
import { docs } from './demo/docs/site/vite-plugin.js';
import { pretences } from './demo/page/vite-plugin.js';
import { recipes } from './demo/sandbox/recipes-plugin.js';
import { sandbox } from './demo/sandbox/vite-plugin.js';
import { elementManifest } from './demo/studio/manifest-plugin.js';

const fromRoot = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

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
  optimizeDeps: { entries: ['**/*.html', '!frameworks/**'], include: ['@veriff/incontext-sdk', 'eventsource-parser', 'inapp-spy', 'lean-qr', 'lean-qr/extras/svg'] },
  plugins: [pretences(), serveBuild(), sandbox(), cms(), recipes(), elementManifest(), docs()],
};

export default defineConfig(({ command, mode }) => {
  if (command === 'serve') return demo;
  // Whatever the shell says: the hashes of the build depend on it.
  process.env['NODE_ENV'] = 'production';
  return mode === 'classic' ? classic : modules;
});
