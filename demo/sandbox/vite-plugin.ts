import type { Connect, Plugin, PreviewServer, ViteDevServer } from 'vite';
import { respond } from './node-server.js';
import { type RunningSandbox, startSandbox } from './running-sandbox.js';

/** Middleware for the page's origin; what is not the sandbox's goes on to the next. */
function pageMiddleware({ sandbox }: RunningSandbox): Connect.NextHandleFunction {
  return (incoming, outgoing, next) => {
    // Vite may have stripped its base from `url`; the sandbox's paths stand at the root.
    const [pathname = ''] = (incoming.originalUrl ?? incoming.url ?? '').split('?');
    if (sandbox.handles(pathname)) void respond(sandbox.page, incoming, outgoing);
    else next();
  };
}

/** Serves the sandbox with Vite's dev and preview servers: the page's part on their origin, Veriff on one of its own. */
export function sandbox(): Plugin {
  let running: RunningSandbox | null = null;

  async function close(): Promise<void> {
    const ending = running;
    running = null;
    await ending?.close();
  }

  async function mount(server: ViteDevServer | PreviewServer): Promise<void> {
    const started = await startSandbox();
    running = started;
    server.middlewares.use(pageMiddleware(started));
    server.httpServer?.once('close', () => void started.close());
    server.config.logger.info(`  Veriff sandbox: ${started.sandbox.config.veriffOrigin}`);
  }

  return { name: 'kyc-sandbox', configureServer: mount, configurePreviewServer: mount, closeBundle: close };
}
