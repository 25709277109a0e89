import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join, posix } from 'node:path';
import { after, describe, it } from 'node:test';
import ts from 'typescript';
import { rulesFor, rulesOf, secrets } from '../helpers/package-rules.js';
import { pack } from '../helpers/packed.js';
import { machinePlaces, readText, root } from '../helpers/repository.js';

const manifest = JSON.parse(readText('package.json'));
const { files, sizes, packedSize, remove } = pack();
after(remove);
const paths = [...files.keys()];
const ending = (end) => paths.filter((path) => path.endsWith(end));
const rules = rulesFor(manifest);

/** What stands in the code in quotes, without escapes, where it stands: whatever becomes of names, that stays. */
function quotations(path, code) {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.ES2022, true);
  const found = [];
  const visit = (node) => {
    if (ts.isStringLiteral(node) && /^[ -&(-[\]-~]{4,}$/.test(node.text) && !node.getText().includes('\\')) {
      found.push({ text: node.text, ...file.getLineAndCharacterOfPosition(node.getStart()) });
    }
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}

describe('what npm pack packs', () => {
  it('is accounted for, each file by one rule, and each rule by a file', () => {
    assert.deepEqual(paths.filter((path) => rulesOf(rules, path).length !== 1), []);
    for (const rule of rules) assert.ok(paths.some((path) => rulesOf([rule], path).length === 1), `nothing is ${rule.why}`);
  });

  it('comes of files that are there', () => {
    for (const path of paths) {
      const [{ from }] = rulesOf(rules, path);
      for (const source of from?.(path) ?? []) assert.ok(existsSync(join(root, source)), `${path} comes of ${source}, which is not there`);
    }
  });

  it('holds no sources, tests, settings or leftovers', () => {
    const stranger = /(^|\/)(\.|src\/|test\/|node_modules\/|coverage\/|package-lock)|\.test\.|(?<!\.d)\.ts$|\.(log|tgz|zip|pem|key|env|orig|tsbuildinfo)$|licenses\.json$/;
    assert.deepEqual(paths.filter((path) => stranger.test(path)), []);
    for (const path of ['src/index.ts', 'test/run.js', 'dist/.env', '.npmrc', 'dist/a.test.js', 'dist/a.ts', 'dist/server.key', 'demo/a.log']) assert.match(path, stranger);
  });

  it('is no larger than it should be', () => {
    const heavy = paths.filter((path) => sizes.get(path) > rulesOf(rules, path)[0].kilobytes * 1000).map((path) => `${path}: ${sizes.get(path)} bytes`);
    assert.deepEqual(heavy, []);
    assert.ok(packedSize < 1_500_000, `${packedSize} bytes in all`);
  });

  it('holds no secret', () => {
    for (const { what, pattern, sample } of secrets) {
      assert.deepEqual(paths.filter((path) => pattern.test(files.get(path))), [], what);
      assert.match(sample.join(''), pattern);
    }
  });

  it('names no place of a machine', () => {
    const anyMachine = /\bfile:\/\/\/|(?<![\w.~-])\/(home|Users)\/\w|[A-Z]:\\\\?Users/;
    for (const path of paths) {
      const text = files.get(path);
      for (const place of machinePlaces) assert.doesNotMatch(text, new RegExp(`(?<![\\w.-])${place.replace(/\W/g, '\\$&')}(?![\\w-])`), path);
      assert.doesNotMatch(text, anyMachine, path);
    }
    for (const place of ['file:///a', '"/home/me/a"', '/Users/me', 'C:\\Users']) assert.match(place, anyMachine);
  });

  it('has every file that package.json names', () => {
    const named = (value) => (typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(named));
    const targets = named([manifest.exports, manifest.bin, Object.values(manifest).filter((value) => /^\.\/dist\//.test(value)), manifest.sideEffects]);
    assert.ok(targets.length > 15, `${targets.length} targets`);
    for (const target of targets) {
      const pattern = new RegExp(`^${posix.normalize(target).replace(/[.]/g, '\\.').replaceAll('*', '[^/]+')}$`);
      assert.ok(paths.some((path) => pattern.test(path)), `${target} is not packed`);
    }
  });

  it('leads in its pages to what is packed, but for what npm shows from the repository', () => {
    const lost = ending('.md').flatMap((page) =>
      [...files.get(page).matchAll(/\]\((?!https:)([^)#\s]+)[^)]*\)/g)]
        .map(([, link]) => posix.join(posix.dirname(page), decodeURI(link)).replace(/\/$/, ''))
        .filter((target) => !paths.some((path) => path === target || path.startsWith(`${target}/`)))
        .map((target) => `${page}: ${target}`),
    );
    assert.deepEqual(lost, ['README.md: demo/page/flow.png', 'README.md: .github/RELEASING.md']);
  });

  it('has nothing left to be filled in, in its pages and lists', () => {
    const holes = /^<!-- from: .*|^<!-- table: .* -->$(?!\n\n\| .*\n\| ---(?:.*\n)+?\n<!-- \/table -->$)/gm;
    const found = (text) => [...text.matchAll(holes)].map(([line]) => line);
    for (const path of [...ending('.md'), ...ending('.txt')]) assert.deepEqual(found(files.get(path)), [], path);
    const table = '<!-- table: a -->\n\n| a |\n| --- |\n| 1 |\n\n<!-- /table -->';
    assert.deepEqual(found(`${table}\n<!-- table: b -->\n\n## C\n<!-- from: d.md -->\n\n${table}\n`), ['<!-- table: b -->', '<!-- from: d.md -->']);
  });

  it('can run its command', () => {
    for (const path of Object.values(manifest.bin)) assert.match(files.get(posix.normalize(path)), /^#!\/usr\/bin\/env node\n/);
  });
});

describe('the source maps that are packed', () => {
  const scripts = ending('.js').filter((path) => path.startsWith('dist/'));

  it('belong to a script each, and each script has one and names it', () => {
    assert.deepEqual(ending('.map'), scripts.map((path) => `${path}.map`).sort());
    for (const path of scripts) assert.match(files.get(path), new RegExp(`\n//# sourceMappingURL=${posix.basename(path)}\\.map\\s*$`), path);
  });

  it('hold the sources, which are not packed', () => {
    for (const path of ending('.map')) {
      const { sources, sourcesContent } = JSON.parse(files.get(path));
      assert.equal(sourcesContent?.length, sources.length, path);
      sources.forEach((source, index) => {
        assert.ok(sourcesContent[index]?.length > 0, `${path}: ${source}`);
        const file = posix.join(posix.dirname(path), source).replace(/\?.*$/, '');
        assert.match(file, /^src\/.*\.ts$|^node_modules\//, path);
        if (file.startsWith('src/')) assert.equal(sourcesContent[index], readText(file), `${path}: ${source} is of another build`);
      });
    }
  });

  it('lead from what stands in quotes to the very place where it stands in its source', () => {
    let count = 0;
    for (const path of scripts) {
      const map = JSON.parse(files.get(`${path}.map`));
      const sourceMap = new SourceMap(map);
      for (const { text, line, character } of quotations(path, files.get(path))) {
        const { originalSource, originalLine, originalColumn } = sourceMap.findEntry(line, character);
        // Helpers of the compiler have no place in a source.
        if (originalSource === undefined || originalSource === null) continue;
        const source = map.sourcesContent[map.sources.indexOf(originalSource)].split('\n')[originalLine].slice(originalColumn + 1);
        // An escape in the source, such as \', is another text there.
        if (!/^[^'"`]*\\/.test(source)) assert.ok(source.startsWith(text), `${path}: ${text} leads to ${originalSource}:${originalLine + 1}`);
        count += 1;
      }
    }
    assert.ok(count > 3000, `${count} places`);
  });
});

describe('the types that are packed', () => {
  it('belong to a module each', () => {
    for (const path of ending('.d.ts')) assert.ok(files.has(path.replace(/\.d\.ts$/, '.js')), path);
    const untyped = ending('.js').filter((path) => /^dist\/(?!cdn\/|cli\/)/.test(path) && !files.has(path.replace(/\.js$/, '.d.ts')));
    assert.deepEqual(untyped, []);
  });
});
