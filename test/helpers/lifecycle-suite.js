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
  let total = 0;

  before(async () => {
    browser = await launchEngine(engine);
    tabs = await openTabs(browser);
  });
  after(async () => {
    figure('lifecycles held', `${held} of ${total}`, engine);
    await Promise.all(tabs.map((world) => world.stop()));
    await browser.close();
  });

  Object.entries(table).forEach(([title, lifecycle], turn) => {
    const tried = chosen(lifecycle.standings ?? standings, turn, lifecycle.always?.filter((name) => standings.includes(name)));
    total += tried.length;
    it(title, async () => {
      const outcome = await tryLifecycle(tabs, lifecycle, tried);
      held += outcome.held;
      assert.deepEqual(outcome.wrong, []);
    });
  });
}
