import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../helpers/free-port.js';
import { readText, readTexts, root } from '../helpers/repository.js';
import { nodeFor } from './newer-node.js';

/** The day as of which npm chooses what the dependencies of the apps need: the same at every run, without a lock file for each app. */
const AS_OF = '2026-11-21';

const QUIET = {
  CI: '1', NO_COLOR: '1', NO_UPDATE_NOTIFIER: '1', NEXT_TELEMETRY_DISABLED: '1', NUXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
};
const LONGEST = 10 * 60_000;

/** Where the handler of `kyc-start` says what it takes, in TypeScript or in a comment of JSDoc. */
const HANDLED = /(import\('kyc-verification'\)\.)?\bKycStartEvent(?=[)}])/;
export const MISTAKEN = 'MouseEvent';

/** The environment of a partner's shell: nothing of this repository's, above all not its programs. */
function shell(node) {
  const ours = /^(npm_(package|lifecycle|config_local)_|npm_command$|INIT_CWD$|NODE_|PACKED$)/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
  const path = env.PATH.split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return { ...env, ...QUIET, PATH: [...(node === null ? [] : [node]), ...path].join(delimiter) };
}

/** An app of demo/frameworks as a partner's own project: a copy in an empty folder, with the packed package installed from its file. */
export class Project {
  #source;
  #manifest;
  #env;
  #running = new Set();
  folder;

  constructor(name) {
    this.#source = `demo/frameworks/${name}`;
    this.#manifest = JSON.parse(readText(`${this.#source}/package.json`));
    process.once('exit', () => this.remove());
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  }

  get scripts() {
    return this.#manifest.scripts;
  }

  async create() {
    const { name, engines, dependencies } = this.#manifest;
    this.folder = await mkdtemp(join(tmpdir(), `${name}-`));
    this.#env = shell(nodeFor(engines.node));
    await cp(join(root, this.#source), this.folder, { recursive: true });
    const manifest = { ...this.#manifest, dependencies: { ...dependencies, 'kyc-verification': `file:${process.env.PACKED}` } };
    await writeFile(join(this.folder, 'package.json'), JSON.stringify(manifest, null, 2));
  }

  /** Gives what npm said. */
  install() {
    return this.#npm('install', '--no-audit', '--no-fund', '--prefer-offline', '--fetch-timeout=60000', `--before=${AS_OF}`);
  }

  run(script) {
    return this.#npm('run', script);
  }

  /** Runs a script while the app's handler of `kyc-start` wants another event. */
  async runMistaken(script) {
    const found = [...readTexts(this.#source)].filter(([, text]) => HANDLED.test(text));
    if (found.length !== 1) throw new Error(`${found.length} files of ${this.#source} have a handler (event: KycStartEvent)`);
    const [[path, text]] = found;
    const file = join(this.folder, relative(this.#source, path));
    await writeFile(file, text.replace(HANDLED, MISTAKEN));
    try {
      return await this.run(script);
    } finally {
      await writeFile(file, text);
    }
  }

  /** Starts a script that serves the app, `host` being its option for an address; its origin once it answers, and what it has said so far. */
  async serve(script, host = '--host') {
    const port = await freePort();
    const address = ['--port', String(port), host, '127.0.0.1'];
    const { child, output } = this.#spawn(['run', script, '--', ...address], { PORT: String(port), HOST: '127.0.0.1' });
    const origin = `http://127.0.0.1:${port}`;
    for (const end = Date.now() + LONGEST; ; await sleep(100)) {
      const status = await fetch(origin).then((response) => response.status, () => null);
      if (status !== null && status < 500) return { origin, output, stop: () => this.#kill(child) };
      if (child.exitCode !== null || Date.now() > end) throw new Error(`${script} does not answer:\n${output()}`);
    }
  }

  /** At once: this is also done when the process ends. */
  remove() {
    for (const child of this.#running) this.#kill(child);
    if (this.folder !== undefined) rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  #npm(...args) {
    const { child, output } = this.#spawn(args);
    const timer = setTimeout(() => this.#kill(child), LONGEST);
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => {
        clearTimeout(timer);
        if (code === 0) resolve(output());
        else reject(new Error(`npm ${args.join(' ')} ended with ${code}:\n${output()}`));
      });
    });
  }

  /** In a group of its own, so that what npm starts ends with it. */
  #spawn(args, env = {}) {
    const child = spawn('npm', args, { cwd: this.folder, env: { ...this.#env, ...env }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (piece) => (text += piece));
    this.#running.add(child);
    child.once('close', () => this.#running.delete(child));
    return { child, output: () => text };
  }

  #kill(child) {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
    this.#running.delete(child);
  }
}
