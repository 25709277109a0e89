import assert from 'node:assert/strict';
import { describeFaults } from '../helpers/fault-suite.js';
import { hostileUrls } from '../helpers/fault-urls.js';

describeFaults('session URLs that mean harm', 'hostile texts and session URLs held', ({ walkOver, hold }) => {
  walkOver('open no frame, one after the other, and a good one then opens', hostileUrls('http://127.0.0.1:1').length, async (walk) => {
    const { world } = walk;
    const asked = [];
    // Firefox fetches a font of its own for letters that the page's have not.
    walk.page.on('request', (request) => request.url().startsWith('data:font/') || asked.push(request.url()));
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
      hold();
    }
    assert.deepEqual(world.loads, []);
    assert.deepEqual(asked.filter((url) => !own.includes(new URL(url).origin)), []);
    world.fault = null;
    await walk.carryOn();
  });
});
