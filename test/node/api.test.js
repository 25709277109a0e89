import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { changesBetween, fits, lineOf, unnamed } from '../../.config/api/changes.js';
import { surfaceOfBuild } from '../../.config/api/surface.js';
import { ADDED, BEHIND, typesOf } from '../../.config/api/types.js';
import { UNRELEASED, sectionsOf } from '../../.config/changelog.js';
import { publicNames } from '../helpers/public-names.js';
import { readText } from '../helpers/repository.js';

const current = JSON.parse(readText('.config/api/current.json'));
const released = JSON.parse(readText('.config/api/released.json'));
const changelog = sectionsOf(readText('CHANGELOG.md'));

/** The surface of modules that are given as texts. */
function typesOfTexts(texts, entries) {
  const folder = mkdtempSync(join(tmpdir(), 'api-'));
  try {
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return typesOf(Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(folder, path)])), folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('API report', () => {
  it('is that of the build', async () => {
    const lines = changesBetween(current, await surfaceOfBuild()).map(lineOf);
    assert.deepEqual(lines, [], 'The public surface has changed: run npm run api, and look at what it changes.');
  });

  it('has nothing new that CHANGELOG.md does not name, in code, under Unreleased', () => {
    const missing = unnamed(changesBetween(released.surface, current), changelog.get(UNRELEASED)?.text ?? '').map(lineOf);
    assert.deepEqual(missing, [], 'Each name that came, went or changed belongs into the changelog.');
  });

  it('is kept of a version that CHANGELOG.md has, or of none yet', () => {
    assert.ok(released.version === null || changelog.get(released.version)?.date, `${released.version} has no dated section`);
  });

  it('has every public name', () => {
    const { tag, ...kinds } = publicNames;
    const sections = { attributes: `attributes of <${tag}>`, members: 'properties and methods', events: 'events', parts: 'parts', cssProperties: 'custom properties', slots: 'slots', states: 'custom states' };
    for (const [kind, names] of Object.entries(kinds)) assert.deepEqual(names.filter((name) => !(name in current[sections[kind]])), [], kind);
    assert.ok(current['kyc-verification/server']['TokenExchangeOptions.stream']);
    assert.ok(current[ADDED]['react.JSX.IntrinsicElements.kyc-verification']);
    assert.ok(current.command['--timeout'] && current.endpoint['Status.retryAt'] && current['error codes'].network);
  });
});

describe('types in the report', () => {
  const types = typesOfTexts(
    {
      'index.d.ts': `
        import type { Inner } from './deep/inner.js';
        export { K as Kept } from './deep/inner.js';
        /** Prose is no surface. */
        export declare class Shown<T> extends Base implements Other { #own; private mine; protected theirs(a: Secret): void; static of(): Inner; get on(): T; }
        declare class Base { under: string; }
        interface Secret { never: 1 }
        export declare function twice(a: string): void;
        export declare function twice(a: number): void;
        export interface Callable { (a: 1): 2; [key: string]: unknown; 'quoted-name'?: string }
        export { thing } from 'elsewhere';
        declare global { interface Window { ours: Shown<string> } }
        declare module 'x' { namespace JSX { interface Tags { 'our-tag': 1 } } }`,
      'deep/inner.d.ts': 'export interface Inner { readonly a: Deep } type Deep = typeof TABLE; declare const TABLE: { readonly x: 1 }; export type K = 1 | 2; export type Unused = 3;',
      'second.d.ts': "export { Shown } from './index.js';",
    },
    { ours: 'index.d.ts', 'ours/second': 'second.d.ts' },
  );

  it('are what an entry exports, with the members that can be used', () => {
    assert.deepEqual(types.ours, {
      Kept: 'type K = 1 | 2',
      Shown: 'class Shown<T> extends Base implements Other',
      'Shown.of': 'static of(): Inner',
      'Shown.on': 'get on(): T',
      twice: 'function twice(a: string): void; function twice(a: number): void',
      Callable: 'interface Callable',
      'Callable.()': '(a: 1): 2',
      'Callable.[index]': '[key: string]: unknown',
      'Callable.quoted-name': "'quoted-name'?: string",
      thing: 'of another package',
    });
  });

  it('are told once, where two entries have them', () => {
    assert.deepEqual(types['ours/second'], { Shown: 'as in ours' });
  });

  it('are also those that they refer to, and no others', () => {
    const behind = { Base: 'class Base', 'Base.under': 'under: string', Inner: 'interface Inner', 'Inner.a': 'readonly a: Deep', Deep: 'type Deep = typeof TABLE', TABLE: 'const TABLE: { readonly x: 1; }' };
    assert.deepEqual(types[BEHIND], behind);
  });

  it('are also what is added to those of others', () => {
    assert.deepEqual(types[ADDED], { 'global.Window.ours': 'ours: Shown<string>', 'x.JSX.Tags.our-tag': "'our-tag': 1" });
  });
});

describe('the changelog and the surface', () => {
  const before = {
    parts: { base: 'part', title: 'part' },
    paths: { 'pkg/server': 'file' },
    'pkg/server': { Options: 'interface Options', 'Options.store': 'store?: Store', 'Options.mode': "mode: 'a' | 'b'", Old: 'interface Old', 'Old.x': 'x: 1', Callable: 'interface Callable', 'Callable.()': '(): 1' },
  };
  const with_ = (section, names) => ({ ...before, [section]: { ...before[section], ...names } });
  const without = (section, ...names) => ({ ...before, [section]: Object.fromEntries(Object.entries(before[section]).filter(([name]) => !names.includes(name))) });
  const missing = (after, text) => unnamed(changesBetween(before, after), text).map(lineOf);

  const cases = [
    ['a name that came', with_('parts', { 'qr-code': 'part' }), '+ qr-code (parts)', 'New part `qr-code`.', ['A code for phones.', 'New part qr-code.', 'New part `qr-code-2`.', 'New: `my-qr-code`.']],
    ['a name that went', without('parts', 'title'), '- title (parts)', '`::part(title)` is gone.', ['The `header` is gone.']],
    ['a signature that changed', with_('pkg/server', { 'Options.store': 'store: Store' }), '~ Options.store (pkg/server)', '`store` is needed now.', ['`storage` is needed.']],
    ['a value that came', with_('pkg/server', { 'Options.mode': "mode: 'a' | 'b' | 'c'" }), '~ Options.mode (pkg/server)', 'In mode `c` …', ['Modes.', 'In mode c.']],
    ['a value in the place of another', with_('pkg/server', { 'Options.mode': "mode: 'a' | 'c'" }), '~ Options.mode (pkg/server)', '`c` for `b`.', ['`c` is new.']],
    ['a type with its members', with_('pkg/server', { New: 'interface New', 'New.y': 'y: 1', 'New.z': 'z: 1' }), '+ New (pkg/server)', '`New`', ['`y` and `z`']],
    ['a type that went with its members', without('pkg/server', 'Old', 'Old.x'), '- Old (pkg/server)', 'Without `Old`.', ['Without old.']],
    ['a member without a name', with_('pkg/server', { 'Callable.()': '(): 2' }), '~ Callable.() (pkg/server)', '`Callable` gives two.', ['It gives two.']],
    ['an entry with its types', { ...before, paths: { ...before.paths, 'pkg/vue': 'file' }, 'pkg/vue': { Props: 'type Props = 1' } }, '+ pkg/vue (paths)', '`pkg/vue`', ['`Props`']],
  ];
  for (const [what, after, line, enough, tooLittle] of cases) {
    it(`go together for ${what}`, () => {
      const heading = { '+': 'Added', '-': 'Removed', '~': 'Changed' }[line[0]];
      const under = (text) => `### Security\n\n- Prose.\n\n### ${heading}\n\n- ${text}\n\n### Fixed\n\n- Prose.\n`;
      assert.deepEqual(missing(after, ''), [line]);
      for (const text of tooLittle) assert.deepEqual(missing(after, under(text)), [line], text);
      assert.deepEqual(missing(after, under(enough)), []);
      if (heading !== 'Added') assert.deepEqual(missing(after, under('Prose.').replace('- Prose.', `- ${enough}`)), [line], 'under another heading');
    });
  }

  it('need no word where nothing has changed', () => assert.deepEqual(missing(before, ''), []));

  it('let a name go only with a version that says so', () => {
    const gone = changesBetween(before, without('parts', 'title'));
    const come = changesBetween(before, with_('parts', { 'qr-code': 'part' }));
    for (const [released_, next] of [['1.2.3', '2.0.0'], ['0.1.0', '0.2.0'], ['0.9.1', '1.0.0']]) assert.ok(fits(gone, released_, next), next);
    for (const [released_, next] of [['1.2.3', '1.3.0'], ['1.2.3', '1.2.4'], ['0.1.0', '0.1.1'], ['1.9.0', '1.10.0']]) assert.ok(!fits(gone, released_, next), next);
    const changed = changesBetween(before, with_('pkg/server', { 'Options.mode': "mode: 'a' | 'b' | 'c'" }));
    for (const news of [come, changed]) assert.deepEqual(['1.2.4', '1.3.0', '2.0.0'].map((next) => fits(news, '1.2.3', next)), [false, true, true]);
    const otherDefault = changesBetween({ attributes: { 'poll-interval': 'number = 5' } }, { attributes: { 'poll-interval': 'number = 30' } });
    assert.deepEqual(['1.2.4', '1.3.0', '2.0.0'].map((next) => fits(otherDefault, '1.2.3', next)), [false, false, true]);
    assert.ok(fits([], '1.2.3', '1.2.4'));
  });

  it('are read by the sections of the changelog', () => {
    const text = '# Changelog\n\nProse.\n\n## [Unreleased]\n\n### Added\n\n- `a`\n\n## [1.0.0] - 2026-01-02\n\n- `b`\n';
    assert.deepEqual([...sectionsOf(text)], [['Unreleased', { date: null, text: '### Added\n\n- `a`' }], ['1.0.0', { date: '2026-01-02', text: '- `b`' }]]);
    assert.throws(() => sectionsOf('## [1.0.0]\n## [1.0.0]\n'), /two sections/);
  });
});
