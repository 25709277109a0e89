import { listen } from './node-server.js';
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.js';

/** The port of the Veriff origin, unless it is taken. */
const VERIFF_PORT = 4010;

export interface RunningSandbox {
  sandbox: Sandbox;
  close(): Promise<void>;
}

/** A sandbox whose Veriff origin is served on localhost: port 4010, or the next free one. */
export async function startSandbox(options: Omit<SandboxOptions, 'veriffOrigin'> & { port?: number } = {}): Promise<RunningSandbox> {
  const { port = VERIFF_PORT, ...rest } = options;
  // The server comes first: the sandbox writes its address into session URLs.
  let sandbox: Sandbox | null = null;
  const server = await listen(async (request) => sandbox?.veriff(request) ?? new Response(null, { status: 503 }), { port, tries: 50 });
  sandbox = createSandbox({ ...rest, veriffOrigin: server.origin });
  const { close } = sandbox;
  return {
    sandbox,
    async close() {
      await close();
      await server.close();
    },
  };
}
