import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';

/**
 * Stands in for the platforms that are not here, as far as the recipes use them: `Deno`, `Bun`, and Cloudflare's runtime
 * with a KV namespace. Loaded by `node --import`, with the platform's name in RECIPE_PLATFORM.
 */
function serve(port, handler) {
  const server = createServer(getRequestListener(handler, { overrideGlobalObjects: false })).listen(port);
  return () => {
    setInterval(() => server.closeIdleConnections(), 20).unref();
    return new Promise((resolve) => server.close(resolve));
  };
}

function memoryKv() {
  const entries = new Map();
  return {
    get: async (key) => entries.get(key) ?? null,
    async put(key, value, { expirationTtl }) {
      if (typeof value !== 'string' || !(expirationTtl >= 60)) throw new TypeError('KV takes texts, for a minute or longer.');
      entries.set(key, value);
    },
    delete: async (key) => void entries.delete(key),
  };
}

const platforms = {
  deno() {
    globalThis.Deno = {
      serve: ({ port }, handler) => ({ shutdown: serve(port, (request) => handler(request)) }),
      addSignalListener: (signal, listener) => process.on(signal, listener),
      exit: (code) => process.exit(code),
    };
  },
  bun() {
    globalThis.Bun = {
      serve({ port, routes, idleTimeout }) {
        if (!(idleTimeout > 45)) throw new Error('Bun would end a stream that is silent between heartbeats.');
        const stop = serve(port, (request) => routes[new URL(request.url).pathname]?.(request) ?? new Response(null, { status: 404 }));
        return { stop };
      },
    };
  },
  async worker() {
    const { default: worker } = await import('../../demo/recipes/cloudflare-worker.js');
    const env = { ...process.env, KYC: memoryKv() };
    const stop = serve(Number(process.env.PORT), (request) => worker.fetch(request, env));
    process.once('SIGTERM', () => stop().then(() => process.exit()));
  },
};

await platforms[process.env.RECIPE_PLATFORM]();
