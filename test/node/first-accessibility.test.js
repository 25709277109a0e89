import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startWalk } from '../helpers/fault-walk.js';
import { inElement, openHeld, pass, press } from '../helpers/first-screen.js';
import { launchEngine } from '../helpers/launch-engine.js';
import { FLOW, laterFile } from '../helpers/later-files.js';
import { root } from '../helpers/repository.js';

const LOOKS = {
  light: [],
  dark: [{ name: 'prefers-color-scheme', value: 'dark' }],
  'forced colours': [{ name: 'forced-colors', value: 'active' }],
  'more contrast': [{ name: 'prefers-contrast', value: 'more' }],
  'dark, with more contrast': [{ name: 'prefers-color-scheme', value: 'dark' }, { name: 'prefers-contrast', value: 'more' }],
};

describe('the first screen before its flow has come, for all users', { concurrency: 2 }, () => {
  let browser;
  before(async () => {
    browser = await launchEngine();
  });
  after(() => browser.close());

  /** What axe finds wrong, and whether the page scrolls sideways. */
  async function check(walk, where) {
    const { page } = walk;
    const { violations, checked } = await inElement(walk, async (element) => {
      const ran = [await window.axe.run(element, { resultTypes: ['violations'] }), await window.axe.run(element, { runOnly: ['target-size'] })];
      return {
        checked: ran.flatMap(({ passes }) => passes.map(({ id }) => id)),
        violations: ran.flatMap((one) => one.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`))),
      };
    });
    assert.deepEqual(violations, [], where);
    for (const rule of ['color-contrast', 'button-name', 'target-size']) assert.ok(checked.includes(rule), `${rule} is not checked: ${where}`);
    assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth), 320, where);
  }

  for (const [look, features] of Object.entries(LOOKS)) {
    it(`has no fault in ${look}, at 320 px`, async () => {
      const walk = await startWalk(browser);
      try {
        const { page, world } = walk;
        await page.setViewport({ width: 320, height: 640 });
        const client = await page.createCDPSession();
        await client.send('Emulation.setEmulatedMedia', { features });
        const whole = world.pages['/'];
        world.pages['/'] = () => ({ body: whole().body.replace('<title>', '<meta name="viewport" content="width=device-width"><style>:root { color-scheme: light dark } body { background: Canvas }</style><title>') });
        const open = async (how) => {
          await how();
          await page.addScriptTag({ path: `${root}/node_modules/axe-core/axe.min.js` });
        };
        await open(() => openHeld(walk));
        assert.equal(await page.evaluate((all) => all.every(({ name, value }) => matchMedia(`(${name}: ${value})`).matches), features), true);
        await check(walk, 'checking');
        await pass(walk, 4_000);
        await check(walk, 'guidance');
        await press(walk);
        await check(walk, 'asked');
        world.pages[`/assets/${laterFile(FLOW)}`] = { status: 404, body: '' };
        await open(() => walk.open());
        await walk.press();
        await walk.until(({ notice }) => notice !== null);
        await check(walk, 'told');
      } finally {
        await walk.end();
      }
    });
  }
});
