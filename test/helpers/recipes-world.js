import { createServer } from 'vite';
import { join } from 'node:path';
import { loadModule, serveBuild } from './cms-world.js';
import { root } from './repository.js';

/** The recipes' pages with the sandbox, at two origins: `origin`, and `frameOrigin` for what stands in a frame. */
export async function startRecipesWorld() {
  const [{ recipes }, { sandbox }] = await Promise.all(['demo/sandbox/recipes-plugin.ts', 'demo/sandbox/vite-plugin.ts'].map(loadModule));
  const toFrame = (origin) => origin.replace('localhost', '127.0.0.1');
  const server = await createServer({
    configFile: false,
    root: join(root, 'demo'),
    cacheDir: join(root, 'node_modules/.cache/kyc-verification/vite'),
    logLevel: 'error',
    // By both names of this machine: two sites to a browser.
    server: { port: 0, host: true, hmr: false, ws: false, watch: null, fs: { allow: [root] } },
    optimizeDeps: { noDiscovery: true },
    plugins: [serveBuild, sandbox(), recipes({ frameOrigin: toFrame })],
  });
  await server.listen();
  const origin = `http://localhost:${server.httpServer.address().port}`;
  return { origin, frameOrigin: toFrame(origin), stop: () => server.close() };
}
