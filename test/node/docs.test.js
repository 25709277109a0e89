import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, it } from 'node:test';
import { grammarFaults, isOfElement, unknownNames } from '../helpers/docs-checks.js';
import { CONTRACT, PAGES, fileOf, inPage, isOpen, read, resolveLink, section, texts, withTables } from '../helpers/docs-pages.js';
import { publicNames } from '../helpers/public-names.js';
import { readText, root } from '../helpers/repository.js';
import { ERROR_CODES, kycError } from '../../dist/core/errors.js';
import { REASONS } from '../../dist/core/names.js';
import { WARNINGS } from '../../dist/core/environment.js';
import { environmentHint, hintOf } from '../../dist/element/hints.js';
import { en } from '../../dist/localization/en.js';

const pages = new Map([...texts].map(([path, text]) => [path, { text, ...read(text) }]));
const all = [...pages];
const blocksOf = (...languages) => all.flatMap(([path, { blocks }]) => blocks.filter(({ language }) => languages.includes(language)).map((block) => [path, block]));
const anchorsOf = (path) => pages.get(path)?.headings.map(({ id }) => id) ?? [];

/** What the user reads, which stands as a quotation. */
const quoted = (text) => [...text.matchAll(/^> (.+)$/gm)].map(([, line]) => line.replace(/^\*\*(.*)\*\*$/, '$1'));

describe('the documentation', () => {
  it('has a place in the navigation for each page, and a page for each place', () => {
    assert.deepEqual(PAGES.map(({ path }) => path).sort(), [...pages.keys()].sort());
  });

  it('has one title on each page, each its own', () => {
    const titles = all.map(([path, { headings }]) => {
      assert.deepEqual(headings.map(({ level }) => level === 1), headings.map((_, index) => index === 0), path);
      return headings[0].text;
    });
    assert.equal(new Set(titles).size, titles.length, titles.join('\n'));
  });

  it('skips no level of headings', () => {
    const skips = all.flatMap(([path, { headings }]) => headings.filter(({ level }, index) => index > 0 && level > headings[index - 1].level + 1).map(({ text }) => `${path}: ${text}`));
    assert.deepEqual(skips, []);
  });

  it('links to what is there, in the repository and in the site', () => {
    let count = 0;
    for (const [path, { links }] of all) {
      for (const link of links.filter((href) => !/^https:\/\//.test(href))) {
        count += 1;
        const [target, anchor] = link.split('#');
        const file = target === '' ? fileOf(path) : posix.join(posix.dirname(fileOf(path)), decodeURI(target));
        assert.ok(existsSync(join(root, file)), `${path}: ${link}`);
        const { place } = resolveLink(link, path, '.html');
        assert.ok(place === null || isOpen(fileOf(place)), `${path}: ${link} is not shown`);
        if (anchor !== undefined) assert.ok(anchorsOf(place ?? path).includes(anchor), `${path}: ${link}`);
      }
    }
    assert.ok(count > 150, `${count} links`);
  });

  it('shows no file that is hidden, or is not meant for readers', () => {
    assert.deepEqual(['demo/recipes/node.js', 'SECURITY.md', 'demo/wordpress'].filter((path) => !isOpen(path)), []);
    assert.deepEqual(['package.json', 'src/define.ts', 'demo/../package.json', 'demo/.hidden', '../other/README.md', '.git/config', ''].filter((path) => isOpen(path)), []);
  });

  it('has JSON that can be read', () => {
    const blocks = blocksOf('json');
    assert.ok(blocks.length > 0);
    for (const [path, { code }] of blocks) assert.doesNotThrow(() => JSON.parse(code), path);
  });

  it('has scripts without a fault of grammar', () => {
    const blocks = blocksOf('js', 'ts', 'tsx');
    assert.ok(blocks.length > 20);
    for (const [path, block] of blocks) assert.deepEqual(grammarFaults(block), [], `${path}: ${block.code}`);
    assert.notDeepEqual(grammarFaults({ language: 'js', code: 'const = 1' }), []);
  });

  it('names attributes, events, states and codes that there are', () => {
    assert.deepEqual(all.flatMap(([path, { text }]) => unknownNames(text).map((name) => `${path}: ${name}`)), []);
  });

  it('knows right names from wrong ones in every spelling', () => {
    const wrong = ['endpoints', 'onkyc-done', 'on:kyc-done', '@kyc-done', '(kyc-done)', ':onboardingid', 'attr:id', 'onboarding', '[attr.region]', 'headers.props'];
    assert.deepEqual(wrong.filter(isOfElement), []);
    assert.deepEqual(unknownNames('`kyc-done` <kyc-verification endpoints="/a" preview="done">'), ['endpoints', 'kyc-done', 'done']);
    assert.ok(['endpoint', 'onkyc-error', 'on:kyc-error', '@kyc-error', '(kyc-error)', ':onboarding-id', 'Onboarding-id', 'bool:reverify', '[headers]'].every(isOfElement));
  });

  it('names each attribute, event and method somewhere in words', () => {
    const text = all.map(([, page]) => page.text).join('\n');
    const { attributes, events } = publicNames;
    assert.deepEqual([...attributes, ...events, 'start()', 'checkStatus()', 'close()', 'checkEnvironment()'].filter((name) => !text.includes(name)), []);
  });
});

describe('the tables in the pages', () => {
  const manifest = async () => JSON.parse(readText('dist/custom-elements.json'));

  it('are those of the build, in each page that is not put together of others', async () => {
    const filled = all.filter(([path, { text }]) => path !== CONTRACT && text.includes('<!-- table: '));
    assert.deepEqual(filled.map(([path]) => path).sort(), ['attributes', 'events', 'parts']);
    for (const [path, { text }] of filled) assert.equal(await withTables(text, manifest, inPage), text, `${path}.md has a table of another build. Run: npm run snippet`);
  });

  it('are written by a command, which says what it would change', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, '.config/write-tables.js'), '--check'], { encoding: 'utf8' });
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });

  it('are put in anew, whatever stands in their place, and nothing around them', async () => {
    const slots = await withTables('<!-- table: slots -->', manifest);
    assert.match(slots, /^\| slot \| what \|\n/);
    const framed = inPage(slots, 'slots');
    const stale = ['<!-- table: slots -->', framed, framed.replace(/\| `.*\n/, ''), inPage('Words.\n\nMore.', 'slots'), '<!-- table: slots -->\n<!-- /table -->'];
    for (const text of stale) {
      assert.equal(await withTables(`Before\n\n${text}\n\nAfter\n\n${text}\n`, manifest, inPage), `Before\n\n${framed}\n\nAfter\n\n${framed}\n`);
      assert.equal(await withTables(`Before\n\n${text}\n\nAfter\n`, manifest), `Before\n\n${slots}\n\nAfter\n`);
    }
    await assert.rejects(withTables('<!-- table: slot -->', manifest), /There is no table "slot"/);
  });
});

describe('the contract, for who writes the endpoint', () => {
  const { text: contract } = pages.get('own-endpoint');

  it('is the one of the README', () => {
    const [table] = /^\| request \| answer \|\n(?:\|.*\n)+/m.exec(readText('README.md'));
    assert.ok(contract.includes(table));
  });

  it('has each reason there is, with the words that the user reads', () => {
    const reasons = [...section(contract, 'Reasons').matchAll(/^\| `([\w-]+)` \| (.*) \|$/gm)].map(([, code, words]) => [code, words]);
    assert.deepEqual(reasons, REASONS.map((code) => [code, en.outcomes.reasons[code]]));
  });
});

describe('the pages of errors', () => {
  const { text: overview } = pages.get('troubleshooting');
  const table = section(overview, 'Error codes');

  for (const code of ERROR_CODES) {
    describe(code, () => {
      const { text } = pages.get(`errors/${code}`) ?? assert.fail(`no page for ${code}`);

      it('is linked from the overview', () => {
        assert.ok(table.includes(`\n| [\`${code}\`](errors/${code}.md) |`));
      });

      it('is what the console names', () => {
        assert.match(hintOf(code), new RegExp(`^${code}: .*[.?] See docs/errors/${code}\\.$`));
      });

      it('has the words that the user reads', () => {
        assert.deepEqual(quoted(text), [en.errors[code].title, en.errors[code].text]);
      });

      it('has what the event says', () => {
        const facts = Object.fromEntries([...section(text, 'In the event').matchAll(/^- `(\w+)`: `([\w-]+)`/gm)].map(([, name, value]) => [name, value]));
        const { retryable, action } = kycError(code, facts.phase);
        assert.deepEqual(facts, { code, phase: facts.phase, retryable: String(retryable), action });
      });

      it('says what to check, in order, and what to try', () => {
        assert.ok(section(text, 'What to check').match(/^\d\. /gm).length >= 3);
        assert.match(section(text, 'Try it'), /^```(sh|js)$/m);
      });
    });
  }

  it('are one for each code', () => {
    const told = [...pages.keys()].filter((path) => path.startsWith('errors/')).map((path) => path.slice('errors/'.length));
    assert.deepEqual(told.sort(), [...ERROR_CODES].sort());
  });
});

describe('the pages of warnings', () => {
  const overview = section(pages.get('troubleshooting').text, 'Warnings');
  const check = section(pages.get('environment').text, 'The warnings');

  for (const warning of WARNINGS) {
    it(`${warning} is linked, and has the words of the user, what helps and what to try`, () => {
      const { text } = pages.get(`warnings/${warning}`) ?? assert.fail(`no page for ${warning}`);
      for (const list of [overview, check]) assert.ok(list.includes(`\n| [\`${warning}\`](warnings/${warning}.md) |`));
      assert.deepEqual(quoted(text), [en.warnings[warning].title, en.warnings[warning].text]);
      assert.equal(environmentHint(warning).split(' See ')[1], `docs/warnings/${warning}.`);
      const buttons = [...section(text, 'What the user can do').matchAll(/\*\*([^*]+)\*\*/g)].map(([, words]) => words.replaceAll(/\s+/g, ' '));
      assert.ok(buttons.includes(en.actions.continueAnyway));
      assert.deepEqual(buttons.filter((words) => !Object.values(en.actions).includes(words)), []);
      assert.ok(section(text, 'What to check').match(/^\d\. /gm).length >= 3);
      assert.match(section(text, 'Try it'), /^```(sh|js)$/m);
    });
  }

  it('name the fields of the report', () => {
    const source = readText('src/core/environment.ts');
    const fields = [...source.split('interface EnvironmentReport')[1].split('\n}')[0].matchAll(/readonly (\w+):/g)].map(([, name]) => name);
    assert.deepEqual([...section(pages.get('environment').text, 'The report').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name), fields);
  });
});
