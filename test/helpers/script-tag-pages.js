/** Pages that take the built scripts from another origin, in the terms of `pages-table.js`; `setUp` says what that origin, `world.cdn`, has. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FLOW as AFTER_FIRST, START, laterFile } from './later-files.js';
import { OF_LIT, OF_NOBODY } from './pages-compare.js';
import { page } from './pages-html.js';
import { TWICE } from './pages-versions.js';
import { readText, root } from './repository.js';
import { importMapTag } from './script-tag-map.js';
import { WHOLE, doAll, isBeside, isGerman } from './script-tag-journey.js';

const MANIFEST = JSON.parse(readText('dist/cdn/manifest.json'));
const VERIFF = laterFile(START);
const GERMAN = laterFile('the language de');
const FLOW = laterFile(AFTER_FIRST);
const CORS = { 'access-control-allow-origin': '*' };

const MODULE = { build: 'module', file: 'kyc-verification.js', kind: 'type="module"' };
const CLASSIC = { build: 'classic', file: 'kyc-verification.classic.js', kind: '' };

/** The script tag of a build, with its hash unless it is not `held`. */
function tag({ file, kind }, { folder = '/assets/', query = '', more = '', held = true } = {}) {
  const hash = held ? `integrity="${MANIFEST.files[file].integrity}" crossorigin="anonymous"` : '';
  return ({ cdn }) => `<script ${kind} ${more} src="${cdn.origin}${folder}${file}${query}" ${hash}></script>`;
}

const withScript = (script, pieces = {}) => (world) => page({ ...pieces, script: script(world) });

/** A script that does not come, or is refused: the page hears of it, and shows what the partner wrote into the element. */
const TOLD = { more: `onerror="throw new Error('no script')"` };
const STAYS_OUT = { expects: 'fallback', uncaught: /no script/ };

const script = (body, headers = CORS) => ({ body, headers, type: 'text/javascript' });
const built = (file) => readText(`dist/cdn/${file}`);
const withoutCors = (file) => ({ cdn }) => void (cdn.pages[`/plain/${file}`] = script(built(file), {}));
/** That origin has this file with a line more. */
const changed = (file) => ({ cdn }) => void (cdn.pages[`/assets/${file}`] = script(`${built(file)}\nwindow.changed = true;`));
const ranChanged = ({ page: tab }) => tab.evaluate(() => Reflect.has(window, 'changed') && Reflect.deleteProperty(window, 'changed'));
const didNotRun = async (walk) => assert.equal(await ranChanged(walk), false);

const NONCE = { more: 'nonce="R"' };
/** The policy of the documentation, with the stand-in for Veriff in the place of its hosts. */
const [, POLICY] = /^Content-Security-Policy: (.*)$/m.exec(readText('demo/docs/script-tag.md'));
const policy = (sources) => ({ veriffOrigin }) => ({ 'content-security-policy': POLICY.replace('https://*.veriff.com https://*.veriff.me', veriffOrigin).replace(`'nonce-R'`, sources) });
const STRICT = policy(`'nonce-R'`);

function whole(one, name, { pieces, folder = '/assets/', query = '', more, ...rest } = {}) {
  return {
    name,
    html: withScript(tag(one, { folder, query, more }), { ...WHOLE, ...pieces }),
    before: doAll,
    finally: (walk) => isBeside[one.build](walk, `${walk.world.cdn.origin}${folder}${one.file}${query}`),
    ...rest,
  };
}

const ofBoth = (one) => [
  whole(one, 'with its hash'),
  whole(one, 'on a page with a base elsewhere, by a URL with a query', { pieces: { head: '<base href="/elsewhere/">' }, query: '?v=1' }),
  whole(one, 'by a URL that is redirected', {
    folder: '/latest/',
    setUp: ({ cdn }) => void (cdn.pages[`/latest/${one.file}`] = { status: 302, body: '', headers: { ...CORS, location: `/assets/${one.file}` } }),
  }),
  whole(one, 'with a nonce alone, and Trusted Types', { ...NONCE, headers: STRICT }),
  whole(one, 'with a nonce and strict-dynamic, and Trusted Types', { ...NONCE, headers: policy(`'nonce-R' 'strict-dynamic'`) }),
  { name: 'with its hash, when it was changed', html: withScript(tag(one, TOLD)), setUp: changed(one.file), ...STAYS_OUT, finally: didNotRun },
];

/** As the documentation has it. */
const hint = ({ cdn }) => `<link rel="modulepreload" href="${cdn.origin}/assets/${FLOW}" integrity="${MANIFEST.files[FLOW].integrity}" crossorigin="anonymous" fetchpriority="low">`;

/** The hashes of all files stand in an import map. */
const hashed = (world) => importMapTag(`${world.cdn.origin}/assets/`, NONCE.more) + tag(MODULE, NONCE)(world);

const ofModule = [
  ...ofBoth(MODULE),
  whole(MODULE, 'with a hint for what comes after the first paint: each file is asked for once', { html: withScript((world) => tag(MODULE)(world) + hint(world), WHOLE) }),
  whole(MODULE, 'with the hashes of all files in an import map', { html: withScript(hashed, WHOLE), headers: STRICT }),
  {
    name: 'with these hashes, when the file that opens Veriff was changed',
    html: withScript(hashed),
    headers: STRICT,
    setUp: changed(VERIFF),
    expects: 'network',
    async finally(walk) {
      const [heard, lines] = [walk.heard.length, walk.lines.length];
      await walk.press('retry-button');
      await walk.until(() => walk.heard.slice(heard).includes('error network'), 'the second refusal');
      await didNotRun(walk);
      // What is left is asked of the first.
      [walk.heard.length, walk.lines.length] = [heard, lines];
    },
  },
  {
    name: 'with these hashes, when the words of the page’s language were changed',
    html: withScript(hashed, { html: 'lang="de"' }),
    headers: STRICT,
    setUp: changed(GERMAN),
    lines: [/lang: the words of "de" could not be loaded; English is shown/],
    finally: didNotRun,
  },
  {
    name: 'without these hashes, when the file that opens Veriff was changed: it runs',
    html: withScript(tag(MODULE, NONCE)),
    headers: STRICT,
    setUp: changed(VERIFF),
    finally: async (walk) => assert.equal(await ranChanged(walk), true),
  },
  { name: 'of a host without CORS headers', html: withScript(tag(MODULE, { ...TOLD, folder: '/plain/', held: false })), setUp: withoutCors(MODULE.file), ...STAYS_OUT },
];

const inserted = ({ cdn }) => `<script nonce="R">{ const script = document.createElement('script'); script.async = true; script.src = '${cdn.origin}/assets/${CLASSIC.file}'; document.scripts[0].before(script); }</script>`;
const asDiv = (element) => element.replace('<kyc-verification', '<div data-kyc-verification').replaceAll(/ ([a-z-]+=)/g, ' data-$1').replace('</kyc-verification', '</div');

const ofClassic = [
  ...ofBoth(CLASSIC),
  { name: 'async', html: withScript(tag(CLASSIC, { more: 'async' })) },
  { name: 'deferred', html: withScript(tag(CLASSIC, { more: 'defer' })) },
  { name: 'after the element', html: (world) => page({ script: '', after: tag(CLASSIC)(world) }) },
  { name: 'before there is a body, for a div', html: withScript(tag(CLASSIC), { around: asDiv }) },
  {
    name: 'inserted by a script that has a nonce, as by a tag manager',
    html: withScript(inserted),
    headers: ({ veriffOrigin }) => ({ 'content-security-policy': `script-src 'nonce-R' 'strict-dynamic'; frame-src ${veriffOrigin}` }),
  },
  { name: 'of a host without CORS headers', html: withScript(tag(CLASSIC, { folder: '/plain/', held: false })), setUp: withoutCors(CLASSIC.file) },
  {
    name: 'on a page in another encoding',
    html: (world) => withScript(tag(CLASSIC), { html: 'lang="de"' })(world).replace('<meta charset="utf-8">', ''),
    type: 'text/html; charset=windows-1252',
    before: isGerman,
  },
  {
    name: 'on a page that is a file',
    path: '/page.html',
    setUp(world) {
      const { origin, stop } = world;
      const folder = mkdtempSync(join(tmpdir(), 'kyc-page-'));
      cpSync(join(root, 'dist/cdn', CLASSIC.file), join(folder, CLASSIC.file));
      writeFileSync(join(folder, 'page.html'), page({ script: `<script src="${CLASSIC.file}"></script>`, around: (element) => element.replace('endpoint="', `endpoint="${origin}`) }));
      world.origin = pathToFileURL(folder).href;
      world.stop = () => {
        rmSync(folder, { recursive: true });
        return stop();
      };
    },
  },
  {
    name: 'on a page that looks for new globals',
    html: withScript(tag(CLASSIC), { head: '<script>window.before = [...Object.getOwnPropertyNames(window), "before"]</script>' }),
    async finally({ page: tab }) {
      const added = await tab.evaluate(() => Object.getOwnPropertyNames(window).filter((name) => !window.before.includes(name)));
      assert.deepEqual(added.filter((name) => !OF_NOBODY.test(name)).sort(), OF_LIT);
    },
  },
  { name: 'before the module', html: withScript((world) => tag(CLASSIC)(world) + tag(MODULE)(world)), lines: TWICE },
  { name: 'after the module', html: withScript((world) => tag(MODULE)(world) + tag(CLASSIC, { more: 'defer' })(world)), lines: TWICE },
];

export const SCRIPT_TAGS = { module: ofModule, classic: ofClassic };
