import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { createServer } from 'vite';
import { root } from './repository.js';

const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript', '.svg': 'image/svg+xml' };

/** The documentation as its command writes it, in a folder of its own, beside the built scripts. `headers` are sent with each page. */
export async function startBuiltSite() {
  const folder = mkdtempSync(join(tmpdir(), 'kyc-docs-'));
  execFileSync(process.execPath, [join(root, '.config/build-docs.js'), folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  const world = {
    headers: {},
    pages: readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.html')).map((path) => path.replaceAll('\\', '/')).sort(),
  };
  const server = createHttpServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).replace(/\/$/, '/index.html');
    const file = path.startsWith('/cdn/') ? join(root, 'dist', path) : join(folder, path.replace(/^\/docs\//, ''));
    readFile(file).then(
      (body) => response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain', ...world.headers }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  world.origin = `http://127.0.0.1:${server.address().port}`;
  world.stop = async () => {
    rmSync(folder, { recursive: true, force: true });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return world;
}

/** The dev server as `npm start` has it. */
export async function startSiteServer() {
  const server = await createServer({
    configFile: join(root, 'vite.config.ts'),
    // Another dev server may be running: each has its own.
    cacheDir: join(root, 'node_modules/.cache/kyc-verification/vite-docs'),
    logLevel: 'error',
    server: { port: 0, hmr: false, ws: false, watch: null },
  });
  await server.listen();
  return { origin: `http://localhost:${server.httpServer.address().port}`, stop: () => server.close() };
}
