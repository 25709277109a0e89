import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createServer, runnerImport } from 'vite';
import { root } from './repository.js';

export const loadModule = async (path) => (await runnerImport(join(root, path), { configFile: false, logLevel: 'error' })).module;

/** The script that a CMS's author puts on the page: as built, so that what is proven is what is shipped. */
export const SCRIPT = '/dist/cdn/kyc-verification.js';

/** `/dist` as it was built. */
export const serveBuild = {
  name: 'serve-build',
  configureServer({ middlewares }) {
    middlewares.use('/dist', (request, response) => {
      readFile(join(root, 'dist', request.url)).then(
        (body) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(body),
        () => response.writeHead(404).end(),
      );
    });
  },
};

/** The demo's server with its sandbox and the page in the dress of a CMS. */
export async function startCmsWorld() {
  const [{ cms }, { DRESSES }, { sandbox }, { STATES }] = await Promise.all(
    ['demo/cms/vite-plugin.ts', 'demo/cms/page.ts', 'demo/sandbox/vite-plugin.ts', 'src/core/names.ts'].map(loadModule),
  );
  const server = await createServer({
    configFile: false,
    root: join(root, 'demo'),
    // Another dev server may be running: each has its own.
    cacheDir: join(root, 'node_modules/.cache/kyc-verification/vite'),
    logLevel: 'error',
    server: { port: 0, hmr: false, ws: false, watch: null, fs: { allow: [root] } },
    optimizeDeps: { noDiscovery: true, include: ['@veriff/incontext-sdk', 'eventsource-parser'] },
    plugins: [serveBuild, sandbox(), cms()],
  });
  await server.listen();
  const origin = `http://localhost:${server.httpServer.address().port}`;
  return {
    origin,
    dresses: Object.keys(DRESSES),
    states: STATES,
    url: (query) => `${origin}/cms.html?${new URLSearchParams(query)}`,
    /** Makes a person of the sandbox's plain journey. */
    async onboard() {
      const response = await fetch(`${origin}/sandbox/onboardings`, { method: 'POST', body: JSON.stringify({ speed: 600 }) });
      return (await response.json()).onboardingId;
    },
    stop: () => server.close(),
  };
}

/** The page alone: the demo's own script and the dev server's stay away, so that all that happens to it is the widget's doing. */
export async function keepPageBare(page) {
  await page.setRequestInterception(true);
  page.on('request', (request) => (/\/cms\/start\.ts|\/@vite\//.test(request.url()) ? request.abort() : request.continue()));
}
