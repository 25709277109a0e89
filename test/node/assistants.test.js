import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, it } from 'node:test';
import { runnerImport } from 'vite';
import { grammarFaults, unknownNames } from '../helpers/docs-checks.js';
import { GROUPS, PAGES, read, section } from '../helpers/docs-pages.js';
import { publicNames } from '../helpers/public-names.js';
import { readText, root } from '../helpers/repository.js';
import { ERROR_CODES, kycError } from '../../dist/core/errors.js';
import { en } from '../../dist/localization/en.js';
import * as ssr from '../../dist/ssr/index.js';

const { sectionOf, rebased, withSections } = (await runnerImport(join(root, 'demo/docs/site/sections.ts'), { configFile: false, logLevel: 'error' })).module;

const CONTRACT = 'dist/AGENTS.md';
const contract = readText(CONTRACT);
const readme = readText('README.md');
const list = readText('dist/llms.txt');
const { name, description, files } = JSON.parse(readText('package.json'));

/** The names that the rows of a section begin with, as code or as a link of code. */
const rows = (title) => [...section(contract, title).matchAll(/^\| \[?`([^`]+)`/gm)].map(([, first]) => first);
const sorted = (names) => [...names].sort();
/** Whether the package holds a file: what it always holds, and what `files` names. */
const isNamed = (path) => files.some((entry) => path.startsWith(entry.split('*')[0])) && !files.includes(`!${path}`);
const isShipped = (path) => /^(README\.md|LICENSE|package\.json)$/.test(path) || isNamed(path);

/** The links of a text that lead nowhere within the package, from a file of `dist`. */
function lostLinks(text) {
  return read(text).links.filter((href) => !href.startsWith('https://')).filter((href) => {
    const [path, anchor] = href.split('#');
    const file = path === '' ? CONTRACT : posix.join('dist', path);
    if (!existsSync(join(root, file)) || !isShipped(file)) return true;
    return anchor !== undefined && !read(readText(file)).headings.some(({ id }) => id === anchor);
  });
}

describe('the contract for coding assistants', () => {
  it('has every attribute, and no other', () => {
    assert.deepEqual(sorted(rows('Attributes')), sorted(publicNames.attributes));
  });

  it('has every property without an attribute, and every method', () => {
    const named = rows('Properties and methods').map((first) => first.replace(/^KycVerificationElement\.|\(.*\)$/g, '').replace(/\(.*/, ''));
    assert.deepEqual(sorted(named), sorted(['state', 'verificationState', 'error', 'headers', 'checkEnvironment', 'start', 'checkStatus', 'close']));
  });

  it('has every event', () => {
    const events = section(contract, 'Events').split(/^### /m)[0].split(/^\| event \| more detail \|$/m)[0];
    assert.deepEqual(sorted([...events.matchAll(/^\| `(kyc-[a-z-]+)` \|/gm)].map(([, event]) => event)), sorted(publicNames.events));
  });

  it('has every state', () => {
    assert.deepEqual(sorted(rows('States')), sorted(publicNames.states.map((state) => `:state(${state})`)));
  });

  it('has every error code, with what helps and what the user reads', () => {
    const lines = [...section(contract, 'Error codes').matchAll(/^\| \[`([\w-]+)`\]\(\S+\) \| `(\w+)` \| `([\w-]+)` \| (.*) \|$/gm)].map((match) => match.slice(1));
    const expected = ERROR_CODES.map((code) => {
      const { retryable, action } = kycError(code, 'configuration');
      return [code, String(retryable), action, en.errors[code].title];
    });
    assert.deepEqual(lines, expected);
  });

  it('claims to be whole only for what has a table here, and leads to the lists of the rest', () => {
    const [, claim] = /: an? ([^.]*) that does not stand here does not exist\./.exec(contract.replaceAll('\n', ' '));
    assert.deepEqual(claim.split(/, | or /), ['attribute', 'property', 'method', 'event', 'state', 'error code', 'slot', 'custom property']);
    for (const place of ['parts.md#parts', 'own-endpoint.md#reasons', 'troubleshooting.md#warnings']) assert.ok(contract.includes(`](../demo/docs/${place})`), place);
  });

  it('has every path that can be imported by a page or its server, and what paints on a server', () => {
    for (const path of ['define', 'ssr', 'react']) assert.ok(contract.includes(`kyc-verification/${path}`), path);
    for (const called of Object.keys(ssr)) assert.ok(contract.includes(`\`${called}`), called);
  });

  it('has every slot and every custom property', () => {
    assert.deepEqual(sorted(rows('Slots and styles')), sorted([...publicNames.slots, ...publicNames.cssProperties]));
  });

  it('has the rules of the README, and its contract of the endpoint', () => {
    const [rules] = /(?:^- \*\*.*\n(?: {2}.*\n)*)+/m.exec(section(readme, 'Security rules'));
    assert.equal(rules.match(/^- /gm).length, 4);
    assert.ok(section(contract, 'Rules never to break').includes(rules));
    const [answers] = /^\| request \| answer \|\n(?:\|.*\n)+/m.exec(readme);
    assert.ok(section(contract, 'The endpoint').includes(answers));
  });

  it('has a recipe for each kind of page, from the page of that recipe', () => {
    const recipes = [...section(contract, 'In a minute').matchAll(/^### (.*)$/gm)].map(([, title]) => title);
    assert.deepEqual(recipes, ['A script tag', 'A CMS that strips unknown tags', 'A bundler', 'A framework']);
    assert.ok(contract.includes(section(readText('demo/docs/quick-start.md'), 'A bundler').trim()));
  });

  it('says what is right beside each mistake', () => {
    const mistakes = [...section(contract, 'Typical mistakes').matchAll(/^\| (.+) \| (.+) \|$/gm)].filter(([, mistake]) => mistake !== 'mistake');
    assert.ok(mistakes.length > 10);
    for (const [, mistake, right] of mistakes) assert.ok(mistake.length > 5 && right.length > 3, mistake);
  });

  it('has code without a fault of grammar, and names that there are', () => {
    const { blocks } = read(contract);
    assert.ok(blocks.filter(({ language }) => ['js', 'ts', 'html'].includes(language)).length >= 8);
    assert.deepEqual(blocks.flatMap(grammarFaults), []);
    assert.deepEqual(unknownNames(contract), []);
  });

  it('leaves nothing to be filled in', () => {
    assert.doesNotMatch(contract, /<!--/);
  });

  it('leads to files of the package alone', () => {
    assert.ok(read(contract).links.length > 30);
    assert.deepEqual(lostLinks(contract), []);
    assert.deepEqual(lostLinks('[a](nowhere.md) [b](#nowhere) [c](../src/define.ts) [d](../demo/docs/contract.md)'), ['nowhere.md', '#nowhere', '../src/define.ts', '../demo/docs/contract.md']);
  });
});

describe('the list of pages for coding assistants', () => {
  const lines = list.split('\n');

  it('has the form of llms.txt: a title, what it is, and sections of links', () => {
    assert.deepEqual(lines.slice(0, 3), [`# ${name}`, '', `> ${description}`]);
    const [, ...sections] = list.split(/^## /m);
    assert.deepEqual(sections.map((text) => text.split('\n')[0]), ['Contract', ...GROUPS.map(({ title }) => title), 'Optional']);
    for (const text of sections) {
      const [, ...links] = text.trim().split('\n').filter(Boolean);
      assert.ok(links.length > 0);
      for (const link of links) assert.match(link, /^- \[[^\]]+\]\([^)\s]+\)(: .+\.)?$/);
    }
    assert.equal(lines.filter((line) => line.startsWith('# ')).length, 1);
  });

  it('has each page once, with a line on each that is not of a code', () => {
    const { links } = read(list);
    const pages = PAGES.map(({ path }) => (path === 'contract' ? 'AGENTS.md' : `../demo/docs/${path}.md`));
    assert.deepEqual(sorted(links), sorted([...pages, 'custom-elements.json', 'openapi.json']));
    const silent = lines.filter((line) => line.startsWith('- ') && !line.includes('): '));
    assert.equal(silent.length, GROUPS.flatMap(({ more = {} }) => Object.values(more).flat()).length);
  });

  it('leads to files of the package alone', () => {
    assert.deepEqual(lostLinks(list), []);
  });
});

describe('what one page takes from another', () => {
  const text = '# Page\n\nFirst.\n\n## `One`\n\nIn one.\n\n```sh\n# no heading\n```\n\n### Deeper\n\nStill one.\n\n## Two\n\nIn two.\n';

  it('is a section with all below it, or the beginning of a page', () => {
    assert.equal(sectionOf(text, 'one'), 'In one.\n\n```sh\n# no heading\n```\n\n### Deeper\n\nStill one.');
    assert.equal(sectionOf(text, 'deeper'), 'Still one.');
    assert.equal(sectionOf(text), 'First.');
    assert.throws(() => sectionOf(text, 'three'), /There is no section "three"/);
  });

  it('leads to where it led, and its code stays as it is', () => {
    const links = '[a](b.md#c) [d](#e) [f](https://g.example/h.md) [i](../j/k.js)\n```js\nlist[0](b.md)\n```\n';
    assert.equal(rebased(links, 'docs/a.md', 'dist/x/A.md'), '[a](../../docs/b.md#c) [d](#e) [f](https://g.example/h.md) [i](../../j/k.js)\n```js\nlist[0](b.md)\n```\n');
  });

  it('leads to the page that it was taken from', async () => {
    const other = '# Other\n\n## Part\n\n[here](#part) [there](there.md)\n';
    const whole = await withSections('Before\n<!-- from: sub/other.md#part -->\nAfter', 'docs/page.md', async (file) => (file === 'docs/sub/other.md' ? other : ''));
    assert.equal(whole, 'Before\n[here](sub/other.md#part) [there](sub/there.md)\nAfter');
  });
});
