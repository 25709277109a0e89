import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { texts } from '../helpers/docs-pages.js';
import { readText, root } from '../helpers/repository.js';

const APPS = 'demo/frameworks';
const apps = readdirSync(join(root, APPS), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
const { version } = JSON.parse(readText('package.json'));

/** The blocks of a guide that are files of its app: the line above says which, and whether the file only begins so. */
const filesIn = (guide) =>
  [...guide.matchAll(/^`([^`\n]+)`( begins)?:\n\n```\w+\n([^]*?)\n```$/gm)].map(([, path, begins, code]) => ({ path, begins: begins !== undefined, code }));

/** A file of an app, or nothing. */
const fileOf = (app, path) => (existsSync(join(root, APPS, app, path)) ? readText(`${APPS}/${app}/${path}`) : '');

/** What in a guide is not as the app has it. */
const differing = (app, guide) =>
  filesIn(guide).filter(({ path, begins, code }) => {
    const file = fileOf(app, path);
    return begins ? !file.startsWith(`${code}\n`) : file !== `${code}\n`;
  }).map(({ path }) => `${app}/${path}`);

describe('the apps of the frameworks', () => {
  it('are there, and each has a test and a guide that the overview leads to', () => {
    assert.ok(apps.length >= 9, apps.join());
    const tests = readdirSync(join(root, 'test/frameworks')).filter((name) => name.endsWith('.test.js'));
    assert.deepEqual(tests.sort(), apps.map((app) => `${app}.test.js`).sort());
    const guides = [...texts.keys()].filter((path) => path.startsWith('frameworks/'));
    assert.deepEqual(guides.sort(), apps.map((app) => `frameworks/${app}`).sort());
    assert.deepEqual(guides.filter((path) => !texts.get('frameworks').includes(`](${path}.md)`)), []);
  });

  for (const app of apps) {
    it(`${app}: the guide has its files as they are`, () => {
      const guide = texts.get(`frameworks/${app}`);
      assert.ok(filesIn(guide).length > 0, 'no file of the app');
      assert.deepEqual(differing(app, guide), []);
    });

    it(`${app}: is a project that installs the same at every time`, () => {
      const { private: isPrivate, engines, scripts, dependencies, devDependencies = {} } = JSON.parse(fileOf(app, 'package.json'));
      assert.equal(isPrivate, true);
      assert.match(engines.node, /^>=\d+\.\d+\.\d+$/);
      assert.ok('start' in scripts);
      assert.equal(dependencies['kyc-verification'], version);
      assert.deepEqual(Object.entries({ ...dependencies, ...devDependencies }).filter(([, wanted]) => !/^\d+\.\d+\.\d+$/.test(wanted)), []);
    });
  }

  it('are compared line by line', () => {
    const code = fileOf('vue', 'vite.config.ts').trimEnd();
    const guide = (above, text) => `Text.\n\n\`vite.config.ts\`${above}:\n\n\`\`\`ts\n${text}\n\`\`\`\n`;
    assert.deepEqual(differing('vue', guide('', code)), []);
    assert.deepEqual(differing('vue', guide(' begins', code.split('\n')[0])), []);
    for (const wrong of [guide('', code.split('\n')[0]), guide('', code.replace('vue', 'view')), guide(' begins', code.split('\n')[1])]) {
      assert.deepEqual(differing('vue', wrong), ['vue/vite.config.ts']);
    }
    assert.deepEqual(differing('htmx', guide('', code)), ['htmx/vite.config.ts']);
  });
});
