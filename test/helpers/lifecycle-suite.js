import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { launchEngine } from './launch-engine.js';
import { chosen, openTabs, tryLifecycle } from './lifecycle-pairs.js';
import { STANDINGS } from './lifecycle-standings.js';
import { figure } from './proof.js';

/** One test for each lifecycle of a table, in a browser of their own; what held is counted. */
export function describeLifecycles(table, { engine = 'chromium', standings = Object.keys(STANDINGS) } = {}) {
  let browser;
  let tabs;
  let held = 0;

  before(async () => {
    browser = await launchEngine(engine);
    tabs = await openTabs(browser);
  });
  after(async () => {
    figure('lifecycles held', held, engine);
    await Promise.all(tabs.map((world) => world.stop()));
    await browser.close();
  });

  Object.entries(table).forEach(([title, lifecycle], turn) => {
    it(title, async () => {
      const outcome = await tryLifecycle(tabs, lifecycle, chosen(lifecycle.standings ?? standings, turn));
      held += outcome.held;
      assert.deepEqual(outcome.wrong, []);
    });
  });
}
