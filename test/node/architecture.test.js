import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as rules from '../helpers/architecture-rules.js';
import { readTexts, root } from '../helpers/repository.js';

const texts = readTexts('src', 'demo', 'test');

/** The rule holds in this repository, and finds each of the wrong samples: a rule that cannot fail holds nothing. */
function holds(rule, wrongSamples) {
  assert.deepEqual(rule(texts), []);
  for (const sample of wrongSamples) assert.notDeepEqual(rule(new Map(Object.entries(sample))), [], JSON.stringify(sample));
}

describe('architecture', () => {
  it('lets imports run one way', () => {
    holds(rules.wrongImports, [
      { 'src/core/a.ts': "import { b } from '../services/b.js';" },
      { 'src/core/a.ts': "import type { Task } from '@lit/task';" },
      { 'src/services/a.ts': "import { html } from 'lit';" },
      { 'src/services/a.ts': "import type { B } from '../element/b.js';" },
      { 'src/localization/a.ts': "import { b } from '../services/b.js';" },
      { 'src/element/a.ts': "void import('../define.js');" },
      { 'src/server/a.ts': "import { b } from '../element/b.js';" },
      { 'src/index.ts': "export * from './define.js';" },
      { 'src/define.ts': "import '../demo/a.js';" },
      { 'demo/a.ts': "import '../test/b.js';" },
      { 'src/other/a.ts': '' },
    ]);
  });

  it('has no circles', () => {
    holds(rules.circles, [
      {
        'src/core/a.ts': "import './b.js';",
        'src/core/b.ts': "export * from './c.js';",
        'src/core/c.ts': "import type { A } from './a.js';",
      },
      { 'demo/a.js': "import './a.js';" },
    ]);
  });

  it('has no file above 250 lines', () => {
    holds(rules.longFiles, [{ 'src/a.ts': '\n'.repeat(250) + 'end' }, { 'demo/a.css': '\n'.repeat(250) + 'end' }]);
  });

  it('uses the SDK in one file', () => {
    const sdk = "import('@veriff/incontext-sdk')";
    holds(rules.sdkElsewhere, [
      {},
      { 'src/element/a.ts': sdk },
      { 'src/services/veriff-a.ts': sdk, 'src/element/a.ts': '// as @veriff/incontext-sdk does' },
      { 'src/services/veriff-a.ts': sdk, 'src/services/veriff-b.ts': sdk },
    ]);
  });

  it('has a barrel without code', () => {
    holds(rules.barrelWithCode, [
      {},
      { 'src/index.ts': "import './define.js';" },
      { 'src/index.ts': "export { a } from './a.js'; console.log('loaded');" },
    ]);
  });

  it('focuses and skips no test', () => {
    holds(rules.focusedOrSkippedTests, [
      ...['describe', 'it', 'test'].flatMap((name) =>
        ['only', 'skip'].map((mode) => ({ 'test/a.test.ts': `${name}.${mode}('fact', () => {});` })),
      ),
      { 'test/a.test.ts': `it('fact', function () { ${'this.'}skip(); });` },
    ]);
  });

  it('has nothing at the top that does not belong there', () => {
    assert.deepEqual(rules.strangersAtTheTop(readdirSync(root)), []);
    assert.deepEqual(rules.strangersAtTheTop(['.ci', 'src', 'dist', 'scripts', 'eslint.config.js']), ['scripts', 'eslint.config.js']);
  });
});
