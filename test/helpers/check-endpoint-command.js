import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { canaries, serveEndpoint } from './check-endpoint-server.js';
import { root } from './repository.js';

const main = join(root, 'dist/cli/main.js');
export const { run } = await import(pathToFileURL(join(root, 'dist/cli/command.js')));
export const { CHECKS } = await import(pathToFileURL(join(root, 'dist/cli/checks/all.js')));

export const bearer = ['--header', `Authorization: Bearer ${canaries.bearer}`];
/** The arguments with which the good endpoint shows all that it does. */
export const known = ['--onboarding-id', canaries.id, ...bearer];

/** The command in this process: its exit code and what it printed. */
export async function command(args, now = () => 0) {
  let printed = '';
  const write = (words) => void (printed += words);
  const code = await run(args, { fetch, date: Date.now, now, write, writeError: write, colours: false });
  return { code, printed };
}

/** The command as a user runs it. */
export async function process(args) {
  const child = spawn(globalThis.process.execPath, [main, ...args]);
  const [out, error, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, out, error };
}

/** Runs `use` with an endpoint that is closed afterwards. */
export async function withEndpoint(alter, use) {
  const endpoint = await serveEndpoint(alter);
  try {
    return await use(endpoint);
  } finally {
    await endpoint.close();
  }
}

/** The checks of a JSON report that came out so. */
export const idsOf = ({ printed }, outcome) => JSON.parse(printed).checks.filter((check) => check.outcome === outcome).map(({ id }) => id);

export function holdsNoSecret(printed) {
  for (const [name, secret] of Object.entries(canaries)) assert.ok(!printed.includes(secret), `it shows the ${name}`);
}
