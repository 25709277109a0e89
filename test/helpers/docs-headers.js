import { readText } from './repository.js';
import { read, section, texts } from './docs-pages.js';

const NAMES = ['Content-Security-Policy', 'Permissions-Policy'];
const page = texts.get('headers');
const README = readText('README.md');

/** What the README has readers send. */
export const EXPECTED = Object.fromEntries(NAMES.map((name) => [name, new RegExp(`^${name}: (.*)$`, 'm').exec(README)[1]]));

/** The first block of code in a section of the page. */
export const snippet = (title) => read(section(page, title)).blocks[0].code;

/** The lines of a snippet with a header each, as `pattern` finds name and value, its quotes read by `unquote`. */
const lines = (title, pattern, unquote = (value) => value) =>
  Object.fromEntries([...snippet(title).matchAll(pattern)].map(([, name, value]) => [name, unquote(value)]));

const unescape = (quoted) => quoted.slice(1, -1).replaceAll(/\\(.)/g, '$1');

async function ofWorker() {
  const module = await import(`data:text/javascript,${encodeURIComponent(snippet('Cloudflare Workers'))}`);
  const env = { ASSETS: { fetch: async () => new Response('a page', { status: 203, headers: { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'" } }) } };
  const ask = (path) => module.default.fetch(new Request(`https://www.example.com${path}`), env);
  const [verify, other] = await Promise.all([ask('/verify?onboarding=1'), ask('/other')]);
  return {
    sent: Object.fromEntries(NAMES.map((name) => [name, verify.headers.get(name)])),
    kept: [verify.status, verify.headers.get('content-type'), await verify.text(), other.headers.get('content-security-policy')],
  };
}

/** For each server, the headers that its snippet sends for `/verify`. */
export const SENT = {
  'as a page of any server': () => Object.fromEntries(read(page.split('\n## ')[0]).blocks[0].code.split('\n').map((line) => line.split(/: (.*)/, 2))),
  nginx: () => lines('nginx', /^ {2}add_header (\S+) (".*"|'.*') always;$/gm, unescape),
  Apache: () => lines('Apache', /^ {2}Header always set (\S+) (".*")$/gm, unescape),
  Netlify: () => lines('Netlify', /^ {2}([\w-]+): (.*)$/gm),
  Vercel: () => Object.fromEntries(JSON.parse(snippet('Vercel')).headers.find(({ source }) => source === '/verify').headers.map(({ key, value }) => [key, value])),
  'Cloudflare Pages': () => lines('Cloudflare Pages', /^ {2}([\w-]+): (.*)$/gm),
  'Cloudflare Workers': async () => (await ofWorker()).sent,
};

export const keptByWorker = async () => (await ofWorker()).kept;
