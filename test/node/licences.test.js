import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ACCEPTED, noticesOf } from '../../.config/licences.js';
import { bundledPackages } from '../helpers/bundled-packages.js';
import { readText } from '../helpers/repository.js';

const notices = readText('dist/cdn/LICENSES.txt');
const manifest = JSON.parse(readText('package.json'));
const { packages, strangers } = bundledPackages();
const words = (text) => text.replace(/\s+/g, ' ').trim();

/** What the notices say of a package: its licence's name and text. */
function noticeOf(id) {
  const title = id.replace(/@(?=[^@]+$)/, ' ');
  const section = notices.split(/^-{80}$/m).find((text) => text.includes(`\n${title} (`)) ?? assert.fail(`no notice of ${id}`);
  return { identifier: section.slice(section.indexOf(`\n${title} (`)).match(/\((.+)\)/)[1], text: section };
}

describe('licences of what is bundled', () => {
  it('are those of our modules and of packages, and of nothing else', () => {
    assert.deepEqual(strangers, []);
    const names = [...packages.keys()].map((id) => id.slice(0, id.lastIndexOf('@')));
    assert.deepEqual(names.sort(), ['@lit/reactive-element', '@lit/task', '@veriff/incontext-sdk', 'eventsource-parser', 'inapp-spy', 'lean-qr', 'lit', 'lit-element', 'lit-html', 'tua-body-scroll-lock']);
  });

  it('are listed with the licence that each package names, and its text', () => {
    for (const id of packages.keys()) {
      const name = id.slice(0, id.lastIndexOf('@'));
      const { identifier, text } = noticeOf(id);
      assert.equal(identifier, JSON.parse(readText(`node_modules/${name}/package.json`)).license, id);
      if (name !== '@veriff/incontext-sdk') assert.ok(words(text).includes(words(readText(`node_modules/${name}/LICENSE`))), id);
    }
  });

  it('say of Veriff’s SDK that it names a licence and holds neither notice nor text', () => {
    const { identifier, text } = noticeOf(`@veriff/incontext-sdk@${manifest.dependencies['@veriff/incontext-sdk']}`);
    assert.equal(identifier, 'ISC');
    assert.match(text, /holds neither a copyright notice nor the text/);
    assert.match(text, /Permission to use, copy, modify, and\/or distribute/);
  });

  it('begin with our own', () => {
    assert.equal(noticeOf(`${manifest.name}@${manifest.version}`).identifier, manifest.license);
    assert.ok(words(notices).includes(words(readText('LICENSE'))));
  });

  it('are written for each package once, packages with the same text together', () => {
    const titles = [...notices.matchAll(/^(?:@[\w-]+\/)?[\w-]+ \d+\.\d+\.\d+ \(.+\)$/gm)].map(([title]) => title);
    assert.equal(new Set(titles).size, titles.length);
    assert.ok(titles.length > packages.size);
    assert.equal(notices.match(/^BSD 3-Clause License$/gm).length, 1);
  });

  it('are refused where nobody has judged them, or nothing says what they are', () => {
    const own = { name: 'ours', version: '1.0.0', identifier: 'MIT', text: 'MIT text' };
    const made = (entry) => () => noticesOf(own, [{ name: 'theirs', version: '2.0.0', ...entry }]);
    assert.match(made({ identifier: 'ISC', text: 'ISC text' })(), /ours 1\.0\.0 \(MIT\)\n\nMIT text\n\n-+\n\ntheirs 2\.0\.0 \(ISC\)\n\nISC text\n/);
    assert.throws(made({ identifier: 'GPL-3.0-only', text: 'GPL' }), /theirs 2\.0\.0 is under GPL-3\.0-only, which is not accepted/);
    assert.throws(made({ text: 'some text' }), /under no licence that it names/);
    assert.throws(made({ identifier: 'MIT' }), /names MIT and has no text/);
    assert.ok(!ACCEPTED.some((identifier) => /GPL|UNLICENSED/.test(identifier)));
  });
});
