import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const isRoot = process.getuid?.() === 0;

/** Where the engines are usually found, and what Debian calls them. `beside` are programs without which a browser can't be driven. */
const engines = {
  chromium: {
    name: 'Chromium or Chrome',
    variable: 'CHROME_PATH',
    places: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/usr/bin/google-chrome-stable',
      '/opt/google/chrome/chrome',
      '/snap/bin/chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    ],
    beside: [],
    packages: ['chromium', 'fonts-dejavu-core'],
  },
  firefox: {
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    places: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
    beside: [],
    packages: ['firefox-esr', 'fonts-dejavu-core'],
  },
  webkit: {
    name: 'WebKitGTK’s MiniBrowser and driver, Xvfb and xsettingsd',
    variable: 'MINIBROWSER_PATH',
    places: ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`),
    beside: ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb', '/usr/bin/xsettingsd'],
    packages: ['webkit2gtk-driver', 'xvfb', 'xsettingsd', 'fonts-dejavu-core'],
  },
};

export const ENGINES = Object.keys(engines);

function find({ variable, places, beside }) {
  const named = process.env[variable];
  if (named && !existsSync(named)) throw new Error(`${variable} names no file: ${named}`);
  const found = named || places.find((path) => existsSync(path));
  return beside.every((path) => existsSync(path)) ? found : undefined;
}

function aptGet(...args) {
  const { status } = spawnSync('apt-get', args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/**
 * Path of an engine's browser: what its variable names, else the usual places, else, as root on Debian, freshly installed from its packages.
 * Throws an error that says in one line what to do when there is none.
 */
export function ensureEngine(name) {
  const engine = engines[name];
  if (engine === undefined) throw new Error(`There is no engine ${name}, only ${ENGINES.join(', ')}.`);
  const found = find(engine);
  if (found) return found;
  const packages = engine.packages.join(' ');
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    console.log(`No ${engine.name} found: installing ${packages}.`);
    const installed = aptGet('update') && aptGet('install', '-y', '--no-install-recommends', ...engine.packages) && find(engine);
    if (installed) return installed;
  }
  throw new Error(`These tests need ${engine.name}: install it (Debian: apt-get install ${packages}) or name the browser in ${engine.variable}.`);
}

/** Flags for a quiet, offline Chromium that has a fake camera and counts as a desktop. */
export const chromiumFlags = [
  // Chromium refuses to run as root with its own sandbox on.
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  // Headless Chromium matches `hover: none`; the SDK takes that for a phone.
  '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4',
];

/** The same for Firefox. */
export const firefoxPreferences = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  // Of a mouse: it points finely (2) and hovers (4).
  'ui.primaryPointerCapabilities': 6,
  'ui.allPointerCapabilities': 6,
  // Headless Chromium has no scrollbars either that take room from the page.
  'ui.useOverlayScrollbars': 1,
};
