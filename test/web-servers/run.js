/**
 * Asks nginx and Apache themselves what they send with the snippets of demo/docs/headers.md: `node test/web-servers/run.js`. Both are
 * installed from Debian's packages if they are missing and you are root there (`NGINX_PATH` and `APACHE_PATH` name others). Each runs on a
 * free port with a configuration of its own.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXPECTED, snippet } from '../helpers/docs-headers.js';
import { freePort } from '../helpers/free-port.js';

const MODULES = ['mpm_prefork', 'authz_core', 'headers', 'mime'];
const APACHE_MODULES = '/usr/lib/apache2/modules';

const SERVERS = {
  nginx: {
    variable: 'NGINX_PATH',
    path: '/usr/sbin/nginx',
    package: 'nginx',
    start: (folder) => ['-p', folder, '-c', 'server.conf', '-e', 'error.log'],
    config: (folder, port) => `daemon off; pid nginx.pid; error_log error.log; events {}
      http {
        access_log off;
        ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${name};`).join(' ')}
        server { listen 127.0.0.1:${port}; root ${folder}/public; default_type text/html;
          ${snippet('nginx')}
        }
      }`,
  },
  Apache: {
    variable: 'APACHE_PATH',
    path: '/usr/sbin/apache2',
    package: 'apache2-bin',
    start: (folder) => ['-d', folder, '-f', 'server.conf', '-DFOREGROUND'],
    config: (folder, port) => `ServerName localhost
      Listen 127.0.0.1:${port}
      PidFile httpd.pid
      ErrorLog error.log
      ${MODULES.map((name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`).join('\n')}
      TypesConfig /dev/null
      DocumentRoot ${folder}/public
      ${snippet('Apache')}`,
  },
};

/** Path of a server's program: what its variable names, else the usual place, else freshly installed. */
function ensure(name, { variable, path: usual, package: wanted }) {
  const path = process.env[variable] || usual;
  if (!existsSync(path) && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', wanted], {
      stdio: ['ignore', 'inherit', 'inherit'],
      // A package's own service is of no use here.
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    });
  }
  if (!existsSync(path)) throw new Error(`${name} is needed: on Debian, apt-get install --no-install-recommends ${wanted}`);
  return path;
}

async function ask(url) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await fetch(url);
    } catch (error) {
      if (tries === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** What a server sends that is not as it should be, one line each. */
async function faultsOf(name, server) {
  const path = ensure(name, server);
  const folder = mkdtempSync(join(tmpdir(), 'kyc-server-'));
  mkdirSync(join(folder, 'public'));
  writeFileSync(join(folder, 'public/verify'), 'a page');
  writeFileSync(join(folder, 'public/other'), 'another');
  const port = await freePort();
  writeFileSync(join(folder, 'server.conf'), server.config(folder, port));
  spawnSync('chmod', ['-R', 'a+rX', folder]);
  // When Apache ends, it ends its whole process group: that must not be ours.
  const running = spawn(path, server.start(folder), { stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  const ended = new Promise((resolve) => running.once('exit', resolve));
  try {
    const faults = [];
    // A page that is there, and one that is not: what goes wrong is a page, too.
    for (const [place, status] of [['/verify', 200], ['/verify/nowhere', 404], ['/other', 200]]) {
      const answer = await ask(`http://127.0.0.1:${port}${place}`);
      if (answer.status !== status) faults.push(`${name}: ${place} answered ${answer.status}`);
      for (const [header, value] of Object.entries(EXPECTED)) {
        const wanted = place === '/other' ? null : value;
        if (answer.headers.get(header) !== wanted) faults.push(`${name}: ${header} of ${place} is ${answer.headers.get(header)}`);
      }
    }
    return faults;
  } finally {
    running.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

const faults = [];
for (const [name, server] of Object.entries(SERVERS)) faults.push(...(await faultsOf(name, server)));
console.log(faults.length === 0 ? `${Object.keys(SERVERS).join(' and ')} send the headers of the documentation.` : faults.join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;
