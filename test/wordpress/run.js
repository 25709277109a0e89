import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { ensureEngine } from '../helpers/ensure-engine.js';
import { ensureWordpress } from './packages.js';

/**
 * `npm run test:wordpress`: the plugin in a real WordPress of Debian's packages. WORDPRESS_PATH names the folder of another one;
 * SCREENSHOTS a folder for pictures of it.
 */
try {
  ensureEngine('chromium');
  ensureWordpress();
  const here = new URL('.', import.meta.url);
  const files = readdirSync(here).filter((name) => name.endsWith('.test.js'));
  // One after the other: each starts a database and a browser.
  const child = spawn(process.execPath, ['--test', '--test-concurrency=1', '--test-reporter=spec', ...files], { cwd: here, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('close', (code) => (process.exitCode = code ?? 1));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
