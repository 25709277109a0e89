import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { FIGURES, rowsOf } from '../helpers/proof-figures.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

describe('the figures of npm run prove', () => {
  it('stand in the README, row by row', () => {
    const [, section] = /## What is proven\n([\s\S]*?)\n## /.exec(readme);
    const [, ...rows] = [...section.matchAll(/^\| (.+?) \| (.+?) \| (.+?) \|$/gm)].map(([, name, goal, value]) => ({ name, goal, value }));
    assert.deepEqual(rows.map(({ name, goal }) => ({ name, goal })), FIGURES.map(({ name, goal }) => ({ name, goal })));
    for (const { name, value } of rows) assert.match(value, /^\d/, name);
    assert.doesNotMatch(section, /missed|not measured/);
  });

  const rowOf = (name, ...written) => rowsOf(written.map(([value, engine = 'Chromium']) => ({ name, value, engine }))).find((row) => row.name === name);

  it('are not reached by a figure that nobody wrote down', () => {
    for (const { name, isReached, value } of rowsOf([])) assert.deepEqual([isReached, value], [false, 'not measured'], name);
  });

  it('are not reached where one of several misses', () => {
    assert.equal(rowOf('effects of forgeries, bodies and URLs', [0], [0]).isReached, true);
    assert.equal(rowOf('effects of forgeries, bodies and URLs', [0], [1]).isReached, false);
    assert.equal(rowOf('hostile bodies', [50_000]).isReached, true);
    assert.equal(rowOf('hostile bodies', [49_999]).isReached, false);
  });

  it('say how many of all held, for each engine, and are reached by all of them only', () => {
    const row = rowOf('lifecycles held', ['5 of 5', 'chromium'], ['1200 of 1200', 'chromium'], ['40 of 40', 'firefox']);
    assert.deepEqual([row.isReached, row.value], [true, '1205 of 1205 (chromium), 40 of 40 (firefox)']);
    assert.equal(rowOf('lifecycles held', ['5 of 5'], ['39 of 40']).isReached, false);
    assert.equal(rowOf('lifecycles held', ['0 of 0']).isReached, false);
    assert.equal(rowOf('lifecycles held', [5]).isReached, false);
  });

  it('compare three engines', () => {
    const passed = [[4_000, 'Chromium'], [3_900, 'Firefox'], [3_800, 'WebKitGTK']];
    assert.equal(rowOf('browser tests passed', ...passed).isReached, true);
    assert.equal(rowOf('browser tests passed', ...passed.slice(1)).isReached, false);
    assert.equal(rowOf('browser tests skipped by name', [0, 'Chromium'], [20, 'Firefox'], [30, 'WebKitGTK']).isReached, true);
    assert.equal(rowOf('browser tests skipped by name', [1, 'Chromium'], [20, 'Firefox'], [30, 'WebKitGTK']).isReached, false);
  });
});
