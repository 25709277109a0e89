import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureEngine } from './ensure-engine.js';
import { freePort } from './free-port.js';
import { WebDriverPage } from './webdriver-page.js';

const SCREEN = { width: 1600, height: 1200 };

/** No window manager says which window is active: it is the one under the pointer, which rests in the middle, here above the toolbar. */
const PLACE = { x: SCREEN.width / 2 - 5, y: SCREEN.height / 2 - 5, width: 800, height: 620 };

/** MiniBrowser's toolbar keeps its window wider than a phone, unless the toolbar is made small. */
const SMALL_TOOLBAR = '* { min-width: 0; min-height: 0; margin: 0; border: 0; padding: 0; font-size: 1px; }';

/**
 * WebKitGTK's MiniBrowser on a screen of its own. Its preferences are those of the desktop, which `xsettingsd` stands for. To the runner's
 * commands it is a browser of puppeteer's, since they can ask more of those than of WebDriver's.
 */
export async function webkitLauncher() {
  const { webdriverLauncher } = await import('@web/test-runner-webdriver');
  const port = await freePort();
  const launcher = webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': {
        binary: ensureEngine('webkit'),
        args: ['--automation', '--enable-media-stream=TRUE', '--enable-mock-capture-devices=TRUE', '--javascript-can-open-windows-automatically=TRUE'],
      },
    },
  });
  const desktop = new Desktop(port);
  const { initialize, startSession, stop } = launcher;
  let page;
  return Object.assign(launcher, {
    type: 'puppeteer',
    async initialize(config) {
      await initialize.call(launcher, config);
      launcher.name = 'WebKitGTK';
      await desktop.start();
    },
    async startSession(id, url) {
      await launcher.ensureManagerInitialized();
      if (page === undefined) {
        page = new WebDriverPage(launcher.driver);
        await launcher.driver.setWindowRect(PLACE.x, PLACE.y, PLACE.width, PLACE.height);
      }
      await page.setViewport({ width: 800, height: 600 });
      await startSession.call(launcher, id, url);
    },
    getPage: () => page,
    async stop() {
      await stop.call(launcher);
      desktop.stop();
    },
    emulated: ['prefers-color-scheme', 'prefers-reduced-motion', 'prefers-contrast'],
    // The small toolbar's own width.
    narrowest: 290,
    emulate: (_id, preferences) => desktop.prefer(preferences),
  });
}

/** A screen that nobody sees, its settings, and the driver of the browser on it. */
class Desktop {
  #port;
  #folder = '';
  #settings;
  #programs = [];

  constructor(port) {
    this.#port = port;
  }

  async start() {
    this.#folder = mkdtempSync(join(tmpdir(), 'kyc-desktop-'));
    mkdirSync(join(this.#folder, 'gtk-3.0'));
    writeFileSync(join(this.#folder, 'gtk-3.0', 'gtk.css'), SMALL_TOOLBAR);
    process.once('exit', () => this.stop());
    const screen = this.#run('Xvfb', ['-displayfd', '3', '-screen', '0', `${SCREEN.width}x${SCREEN.height}x24`, '-nolisten', 'tcp'], {});
    const display = await new Promise((resolve, reject) => {
      screen.once('error', reject);
      screen.once('exit', (code) => reject(new Error(`Xvfb has ended (${code}).`)));
      screen.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
    });
    const env = { DISPLAY: display, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1', XDG_CONFIG_HOME: this.#folder };
    this.#write({});
    this.#settings = this.#run('xsettingsd', ['-c', this.#file], env);
    this.#run('WebKitWebDriver', [`--port=${this.#port}`], env);
    await listening(this.#port);
  }

  stop() {
    for (const program of this.#programs.splice(0)) program.kill('SIGTERM');
    if (this.#folder !== '') rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = '';
  }

  prefer(preferences) {
    this.#write(preferences);
    this.#settings.kill('SIGHUP');
  }

  get #file() {
    return join(this.#folder, 'settings');
  }

  #write(preferences) {
    const contrast = preferences['prefers-contrast'] === 'more' ? 'HighContrast' : 'Adwaita';
    const dark = preferences['prefers-color-scheme'] === 'dark' ? '-dark' : '';
    const moves = preferences['prefers-reduced-motion'] === 'reduce' ? 0 : 1;
    writeFileSync(this.#file, `Net/ThemeName "${contrast}${dark}"\nGtk/EnableAnimations ${moves}\n`);
  }

  /** `setpriv` ends the program when this process ends, even if it is killed. */
  #run(command, args, env) {
    const guard = ['/usr/bin/setpriv', '--pdeathsig', 'TERM', '--'];
    const [program, ...rest] = existsSync(guard[0]) ? [...guard, command, ...args] : [command, ...args];
    const child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } });
    this.#programs.push(child);
    return child;
  }
}

async function listening(port, limit = 20_000) {
  const knock = () =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => (socket.destroy(), resolve(true)));
      socket.once('error', () => resolve(false));
    });
  for (const end = Date.now() + limit; !(await knock()); await sleep(50)) {
    if (Date.now() > end) throw new Error(`Nothing listens at port ${port}.`);
  }
}
