import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runnerImport } from 'vite';
import { root } from '../helpers/repository.js';
import { ensureWordpress, MARIADB, MARIADB_INSTALL } from './packages.js';

const load = async (path) => (await runnerImport(join(root, path), { configFile: false, logLevel: 'error' })).module;

const CONFIG = (socket, log) => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) { define("{$name}_KEY", "$name key"); define("{$name}_SALT", "$name salt"); }
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', '${log}');
// Nothing here speaks to wordpress.org, and nothing happens by itself.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('FS_METHOD', 'direct');
$table_prefix = 'wp_';
defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

/** Files and folders with an index as they are, any other path to WordPress: what .htaccess says where Apache serves it. */
const ROUTER = `<?php
$path = $_SERVER['DOCUMENT_ROOT'] . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (is_file($path) || is_file(rtrim($path, '/') . '/index.php')) return false;
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
`;

/**
 * A WordPress of its own in a temporary folder, with the plugin among its files, not yet installed: MariaDB on a socket, PHP's own server, and in
 * front of that a proxy that has the sandbox's endpoint on the same origin. `stop` ends and removes all of it.
 */
export async function startWordpressWorld() {
  const source = ensureWordpress();
  const folder = mkdtempSync(join(tmpdir(), 'kyc-wp-'));
  const endings = [];
  const stop = async () => {
    process.off('exit', kill);
    for (const ending of endings.splice(0).reverse()) await ending();
    rmSync(folder, { recursive: true, force: true });
  };
  const children = [];
  // When the tests are ended from outside, nothing is left running.
  const kill = () => {
    for (const child of children) killGroup(child, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', kill);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

  const run = (command, args, options) => {
    // PHP's server has workers, which do not end with it: each program has a group of its own.
    const child = spawn(command, args, { stdio: 'ignore', detached: true, ...options });
    children.push(child);
    endings.push(async () => {
      const ended = child.exitCode !== null || child.signalCode !== null ? undefined : once(child, 'exit');
      killGroup(child, 'SIGTERM');
      await ended;
    });
    return child;
  };

  try {
    const site = join(folder, 'site');
    cpSync(source, site, { recursive: true, dereference: true, filter: (path) => !path.endsWith('.htaccess') });
    mkdirSync(join(site, 'wp-content/uploads'), { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, [join(root, '.config/build-wordpress.js'), join(site, 'wp-content/plugins/kyc-verification')], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);

    const socket = await startDatabase(folder, run);
    writeFileSync(join(site, 'wp-config.php'), CONFIG(socket, join(folder, 'debug.log')));
    const php = (code) => runPhp(site, code);
    php(`$db = new mysqli('localhost', 'root', '', '', 0, '${socket}'); $db->query('CREATE DATABASE wordpress CHARACTER SET utf8mb4');`);

    const port = await freePort();
    writeFileSync(join(folder, 'router.php'), ROUTER);
    run('php', ['-S', `127.0.0.1:${port}`, '-t', site, join(folder, 'router.php')], { env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' } });
    const [{ startSandbox }, { respond }] = await Promise.all(['demo/sandbox/running-sandbox.ts', 'demo/sandbox/node-server.ts'].map(load));
    const running = await startSandbox();
    endings.push(() => running.close());
    const origin = await startProxy(port, running.sandbox, respond, endings);
    await until(async () => (await fetch(`${origin}/wp-includes/version.php`)).status < 500);

    return {
      origin,
      site,
      stop,
      /** Runs the code within WordPress; resolves to what it has printed. */
      php: (code) => php(`define('WP_ADMIN', true); $_SERVER['HTTP_HOST'] = '${new URL(origin).host}'; require 'wp-load.php'; ${code}`),
      /** What PHP has complained of. */
      complaints: () => (existsSync(join(folder, 'debug.log')) ? readFileSync(join(folder, 'debug.log'), 'utf8').split('\n') : []),
      /** Makes a person of the sandbox's plain journey. */
      async onboard() {
        const response = await fetch(`${origin}/sandbox/onboardings`, { method: 'POST', body: JSON.stringify({ speed: 600 }) });
        return (await response.json()).onboardingId;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function killGroup({ pid }, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

async function startDatabase(folder, run) {
  const [data, socket] = [join(folder, 'data'), join(folder, 'db.sock')];
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const made = spawnSync(MARIADB_INSTALL, ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...user], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`mariadb-install-db failed: ${made.stderr}${made.stdout}`);
  const server = run(MARIADB, [
    '--no-defaults', `--datadir=${data}`, `--socket=${socket}`, `--pid-file=${join(folder, 'db.pid')}`, `--log-error=${join(folder, 'db.log')}`,
    '--skip-networking', '--innodb-buffer-pool-size=64M', '--innodb-flush-log-at-trx-commit=0', ...user,
  ]);
  await until(() => {
    if (server.exitCode !== null) throw new Error(`MariaDB ended: ${readFileSync(join(folder, 'db.log'), 'utf8')}`);
    return existsSync(socket);
  });
  return socket;
}

function runPhp(cwd, code) {
  const { status, stdout, stderr } = spawnSync('php', ['-d', 'display_errors=stderr', '-r', code], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`PHP ended with ${status}: ${stderr}${stdout}`);
  return stdout;
}

/** The endpoint and the doors of the sandbox beside WordPress, as they stand where a partner's server does both. */
async function startProxy(port, sandbox, respond, endings) {
  const server = createServer((incoming, outgoing) => {
    if (sandbox.handles(incoming.url.split('?')[0])) return void respond(sandbox.page, incoming, outgoing);
    const { method, url: path, headers } = incoming;
    const onward = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()));
    return incoming.pipe(onward);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  endings.push(async () => {
    server.close();
    server.closeAllConnections();
  });
  return `http://localhost:${server.address().port}`;
}

async function freePort() {
  const server = createSocket().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function until(done, seconds = 60) {
  for (const end = Date.now() + seconds * 1000; !(await done()); await wait(100)) {
    if (Date.now() > end) throw new Error(`Not ready after ${seconds} s.`);
  }
}
