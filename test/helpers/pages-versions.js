/** Pages with the built file in two versions: the second finds the name taken, or has another, and both live. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ELEMENT, SCRIPT } from './page-world.js';
import { page } from './pages-html.js';
import { root } from './repository.js';

export const TWICE = [/is loaded twice: the version that came first is used/];

const OTHER = '<script type="module" src="/2.0.0/kyc-verification.js"></script>';
const OTHER_NAME = 'kyc-verification-next';
/** Its box keeps its height, whatever it shows: the page does not move by it. */
const BESIDE = `<aside style="height: 600px; overflow: auto">${ELEMENT.replaceAll('kyc-verification', OTHER_NAME).replace('US_bare 1', 'US_bare 2').replace('partner=7', 'partner=8').replace(OTHER_NAME, `${OTHER_NAME} id="beside"`)}</aside>`;
const BUSY = /^<kyc-verification> frame-busy: /;
const OTHER_POST = 'POST ?partner=8{"onboardingId":"US_bare 2"}';

/** The built files under another path, as another version has them. */
function otherVersion(edit = (text) => text) {
  const folder = join(root, 'dist/cdn');
  const files = readdirSync(folder).filter((name) => name.endsWith('.js') && !name.endsWith('.classic.js'));
  return Object.fromEntries(files.map((name) => [`/2.0.0/${name}`, { type: 'text/javascript', body: `${edit(readFileSync(join(folder, name), 'utf8'))}\n// 2.0.0` }]));
}

/** That version with a class that lives: its element has another name. */
function renamedVersion() {
  let renamed = 0;
  const files = otherVersion((text) =>
    text.replace(/([`'"])kyc-verification\1/g, (_name, quote) => {
      renamed += 1;
      return quote + OTHER_NAME + quote;
    }),
  );
  assert.equal(renamed, 1, 'how often the built files have the name of the element');
  return files;
}

/** The element of the other version is pressed by the page's script alone: a modal dialog may be open. */
async function findBeside(walk) {
  const host = await walk.realm.evaluateHandle(() => document.getElementById('beside'));
  walk.beside = Object.assign(Object.create(walk), { host, entry: { ...walk.entry, press: 'script' } });
  await walk.beside.reach('guidance');
}

/** Who asks for a second session while one is under way is told so, before any exchange. */
async function isRefused({ beside, world }, part) {
  const heard = beside.heardBeside.length;
  await beside.press(part);
  await beside.until(() => beside.heardBeside.length >= heard + 2, 'the refusal');
  assert.deepEqual(beside.heardBeside.slice(heard), ['start', 'error frame-busy']);
  assert.equal(await beside.reach('failed'), 'failed');
  assert.deepEqual(world.calls.filter((call) => call === OTHER_POST), []);
}

const bothLive = {
  files: renamedVersion,
  lines: [BUSY, BUSY],
  async before(walk) {
    const { world } = walk;
    await findBeside(walk);
    const { exchange } = world;
    // The first element waits for its session: there is no frame yet.
    world.exchange = async () => {
      world.exchange = exchange;
      walk.refused = isRefused(walk, 'start-button');
      await walk.refused.catch(() => undefined);
      return exchange;
    };
  },
  async whileOpen(walk) {
    await walk.refused;
    await isRefused(walk, 'retry-button');
    for (const name of ['SUBMITTED', 'FINISHED', 'CANCELED', 'FORCE_RELOAD']) await walk.page.evaluate((word) => window.postMessage(`VERIFF_${word}`, '*'), name);
    await walk.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    assert.deepEqual([await walk.reach('verifying'), await walk.beside.reach('failed')], ['verifying', 'failed']);
  },
  /** Then the other one, all the way; the first hears nothing of it. */
  async finally({ beside, heard, world }) {
    const before = [...heard];
    await beside.reach('failed');
    beside.heardBeside.length = 0;
    world.said = { verificationState: 'UNVERIFIED', name: 'Jane Doe' };
    await beside.press('retry-button');
    await beside.until(() => beside.rendered(), 'Veriff of the other version');
    assert.equal((await beside.dialog()).isModal, true);
    for (const word of ['STARTED', 'SUBMITTED']) await beside.say(word);
    world.said = { verificationState: 'PENDING', name: 'Jane Doe' };
    await beside.say('FINISHED');
    await beside.reach('reviewing');
    await beside.until(() => beside.heardBeside.includes('pending'), 'kyc-pending');
    world.said = { verificationState: 'VERIFIED', name: 'Jane Doe' };
    await beside.press('check-button', 'verified');
    await beside.reach('verified');
    await beside.until(() => beside.heardBeside.includes('verified'), 'kyc-verified');
    assert.deepEqual(beside.heardBeside, ['start', 'opened', 'submitted', 'pending', 'verified']);
    assert.deepEqual(heard, before);
    assert.deepEqual(world.calls.filter((call) => call === OTHER_POST), [OTHER_POST]);
    // What is left is asked of the first.
    world.calls = world.calls.filter((call) => call !== OTHER_POST);
    await beside.host.evaluate((host) => host.remove());
  },
};

export const VERSIONS = [
  { name: 'in two versions', always: true, html: page({ script: SCRIPT + OTHER }), files: () => otherVersion(), lines: TWICE },
  { name: 'in two versions, the other first', html: page({ script: OTHER + SCRIPT }), files: () => otherVersion(), lines: TWICE },
  { name: 'in two versions that both live', always: true, html: page({ script: SCRIPT + OTHER, after: BESIDE }), ...bothLive },
  { name: 'in two versions that both live, the other first', rare: true, html: page({ script: OTHER + SCRIPT, before: BESIDE }), ...bothLive },
];
