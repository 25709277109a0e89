import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchEngine } from '../helpers/launch-engine.js';
import { CAUSES, HANDLERS } from '../helpers/lifecycle-handlers.js';
import { checkAlways, checkLeft } from '../helpers/lifecycle-checks.js';
import { chosen, openTabs, share } from '../helpers/lifecycle-pairs.js';
import { arrive, walkToVerdict } from '../helpers/lifecycle-standings.js';
import { element } from '../helpers/lifecycle-world.js';
import { figure } from '../helpers/proof.js';

describe('a handler of the page, whichever event it is for,', () => {
  let browser;
  let tabs;
  let held = 0;
  let total = 0;

  before(async () => {
    browser = await launchEngine();
    tabs = await openTabs(browser);
  });
  after(async () => {
    figure('lifecycles held', `${held} of ${total}`, 'chromium');
    await Promise.all(tabs.map((world) => world.stop()));
    await browser.close();
  });

  Object.entries(HANDLERS).forEach(([title, handle], turn) => {
    const names = chosen(Object.keys(CAUSES), turn);
    total += names.length;
    it(`that ${title} keeps nobody from the verdict, and leaves nothing behind`, async () => {
      const outcome = await share(tabs, names, (world, name) => tryHandler(world, name, handle));
      held += outcome.held;
      assert.deepEqual(outcome.wrong, []);
    });
  });

  async function tryHandler(world, name, handle) {
    const { standing, cause } = CAUSES[name];
    await arrive(world, standing, { element });
    // A script of the page: an engine says no more than "Script error." of what a tool's own throws. A method is no expression by itself.
    const source = String(handle).replace(/^(?:'.*?'|\w+)\(kyc\) \{/s, 'function (kyc) {');
    await world.tab.addScriptTag({
      content: `watch.acts++; watch.find().addEventListener('${name}', ({ currentTarget }) => (watch.heard = true) && ++watch.acts && (${source})(currentTarget), { once: true });`,
    });
    await cause(world);
    await world.until(({ heard }) => heard, name);
    await world.settle();
    await world.settle();
    const wrong = await checkAlways(world);
    // One that is gone leaves nothing; a new one goes on in its place.
    if (!(await world.tab.evaluate(() => window.watch.find().isConnected))) {
      wrong.push(...(await checkLeft(world)));
      await world.tab.evaluate(() => document.body.append(window.watch.find()));
    }
    await walkToVerdict(world);
    wrong.push(...(await checkAlways(world)), ...(await checkLeft(world)));
    return [...new Set(wrong)];
  }
});
