import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { FIGURES } from '../helpers/proof-figures.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

describe('the figures of npm run prove', () => {
  it('stand in the README, row by row', () => {
    const [, section] = /## What is proven\n([\s\S]*?)\n## /.exec(readme);
    const rows = [...section.matchAll(/^\| (.+?) \| (.+?) \|/gm)].map(([, name, goal]) => ({ name, goal })).filter(({ goal }) => goal !== 'goal');
    assert.deepEqual(rows.filter(({ name }) => !name.startsWith('---')), FIGURES.map(({ name, goal }) => ({ name, goal })));
  });

  it('are not reached by a figure that nobody wrote down', () => {
    for (const { name, isReached } of FIGURES) assert.equal(isReached([]), false, name);
  });
});
