import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { countHeld } from '../helpers/fault-count.js';
import { hostileUrls } from '../helpers/fault-urls.js';
import { startWalk } from '../helpers/fault-walk.js';
import { launchEngine } from '../helpers/launch-engine.js';
import { isProof } from '../helpers/proof.js';

for (const engine of isProof ? ['chromium', 'firefox'] : ['chromium']) {
  describe(`session URLs that mean harm (${engine})`, () => {
    let browser;
    const cases = countHeld('hostile texts and session URLs held', engine);
    before(async () => {
      browser = await launchEngine(engine);
    });
    after(async () => {
      await browser.close();
      cases.write();
    });

    cases.declare(hostileUrls('http://127.0.0.1:1').length);
    it('open no frame, one after the other, and a good one then opens', async () => {
      const walk = await startWalk(browser);
      const { world } = walk;
      const asked = [];
      // Firefox fetches a font of its own for letters that the page's have not.
      walk.page.on('request', (request) => request.url().startsWith('data:font/') || asked.push(request.url()));
      try {
        await walk.open();
        await walk.untilState('guidance');
        world.isHit = (method) => method === 'POST';
        const own = [world.origin, world.veriffOrigin];
        for (const { name, url, code } of hostileUrls(world.veriffOrigin)) {
          world.fault = { status: 200, body: { sessionUrl: url } };
          const before = (await walk.look()).events.filter((event) => event.name === 'error').length;
          await walk.press();
          const { error, frames } = await walk.until(({ state, events }) => state === 'failed' && events.filter((event) => event.name === 'error').length > before, { what: `an answer to ${name}` });
          assert.deepEqual([error.code, error.phase, frames], [code, 'exchange', 0], name);
          assert.equal(await walk.page.evaluate(() => window.pwned), undefined, name);
          await walk.checkAlways();
          cases.hold();
        }
        assert.deepEqual(world.loads, []);
        assert.deepEqual(asked.filter((url) => !own.includes(new URL(url).origin)), []);
        world.fault = null;
        await walk.carryOn();
        await walk.checkAlways();
        await walk.checkGone();
      } finally {
        await walk.end();
      }
    });
  });
}
