import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const isRoot = process.getuid?.() === 0;

const usualPlaces = [
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
];

const packages = ['chromium', 'fonts-dejavu-core'];

function findChromium() {
  const named = process.env['CHROME_PATH'];
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH names no file: ${named}`);
  return named || usualPlaces.find((path) => existsSync(path));
}

function aptGet(...args) {
  const { status } = spawnSync('apt-get', args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/**
 * Path of a Chromium or Chrome: `CHROME_PATH`, else the usual places, else, as root on Debian, freshly installed from its packages.
 * Throws an error that says in one line what to do when there is none.
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    console.log(`No Chromium found: installing ${packages.join(' and ')}.`);
    const installed = aptGet('update') && aptGet('install', '-y', '--no-install-recommends', ...packages) && findChromium();
    if (installed) return installed;
  }
  throw new Error(
    'The browser tests need Chromium or Chrome: install one (Debian: apt-get install chromium) or name it in CHROME_PATH.',
  );
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
