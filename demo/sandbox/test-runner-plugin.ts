import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TestRunnerPlugin } from '@web/test-runner';
import { respond } from './node-server.js';
import { type RunningSandbox, startSandbox } from './running-sandbox.js';

/**
 * Serves the sandbox on the test runner's own origin, and Veriff on another; both end with the run.
 *
 * Requests are taken before the runner's Koa sees them: middleware that a plugin adds to the running app has no effect
 * (koa-compose works on a copy of the list), and Koa refuses the statuses 498 and 499.
 */
export function sandboxPlugin(): TestRunnerPlugin {
  let running: RunningSandbox | null = null;
  return {
    name: 'kyc-sandbox',
    async serverStart({ server }) {
      if (server === undefined) throw new Error('The sandbox needs the test runner’s own server, not its middleware mode');
      running = await startSandbox({ port: 0 });
      const { sandbox } = running;
      const others = server.listeners('request');
      server.removeAllListeners('request');
      server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
        const [pathname = ''] = (incoming.url ?? '').split('?');
        if (sandbox.handles(pathname)) void respond(sandbox.page, incoming, outgoing);
        else for (const listener of others) listener.call(server, incoming, outgoing);
      });
    },
    async serverStop() {
      await running?.close();
      running = null;
    },
  };
}
