import { spawn } from 'node:child_process';
import { freePort } from './free-port.js';
import { ask, eventually } from './recipe-client.js';
import { buildNext, NEXT } from './recipe-next.js';
import { root } from './repository.js';
import { SESSION_SECRET, vendors } from './recipe-vendors.js';

/**
 * The recipes and how each is run. `stream`: whether it streams; `exit`: the code with which it ends on SIGTERM, `patience`
 * milliseconds later at most; `page`: where it shows the element, if it does.
 */
const onPlatform = (platform, file) => ({
  command: ['--import', './test/helpers/recipe-platforms.js', file],
  env: { RECIPE_PLATFORM: platform, ENCRYPTION_KEY: 'encryption-key-of-recipes, 32 and more' },
});
const recipe = (name, vendor, rest = {}) => ({ name, vendor, stream: true, exit: 0, patience: 5_000, env: {}, command: [`demo/recipes/${name}.js`], ...rest });

export const recipes = [
  recipe('node', 'baanx'),
  recipe('hono', 'veriff', { env: { ALLOWED_ORIGIN: 'https://www.partner.example' } }),
  recipe('express', 'baanx'),
  recipe('fastify', 'veriff'),
  // Next.js says by its exit code which signal it was, and waits for kept-alive connections, 5 s.
  recipe('next', 'baanx', { page: '/', exit: 143, patience: 10_000, build: buildNext, command: [NEXT, 'start'] }),
  recipe('deno', 'veriff', onPlatform('deno', 'demo/recipes/deno.js')),
  recipe('bun', 'baanx', onPlatform('bun', 'demo/recipes/bun.js')),
  recipe('cloudflare-worker', 'veriff', { ...onPlatform('worker', 'demo/recipes/cloudflare-worker.js'), stream: false }),
];

/** Starts a recipe as a process of its own. Resolves once it answers. */
export async function startRecipe({ name, vendor, command, env, build }, upstream) {
  const port = await freePort();
  const built = await build?.();
  const child = spawn(process.execPath, command, {
    cwd: built?.folder ?? root,
    env: { PATH: process.env.PATH, NEXT_TELEMETRY_DISABLED: '1', PORT: String(port), SESSION_SECRET, ...vendors[vendor].env(upstream), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const exited = new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal)));
  const end = async () => {
    child.kill('SIGKILL');
    await exited;
    await built?.remove();
  };
  const url = `http://127.0.0.1:${port}/api/kyc`;
  const isUp = () => ask(url).then(Boolean, () => false);
  await eventually(async () => child.exitCode !== null || (await isUp()), 20_000);
  if (child.exitCode === null && (await isUp())) return { url, exited, output: () => output, terminate: () => child.kill('SIGTERM'), end };
  await end();
  throw new Error(`${name} did not start:\n${output}`);
}
