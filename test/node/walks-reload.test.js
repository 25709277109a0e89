import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyPage, useWalks } from '../helpers/walk-suite.js';
import { TO_REVIEW, walkVeriff } from '../helpers/walk-world.js';

const IPHONE = {
  viewport: { width: 390, height: 844, isMobile: true, hasTouch: true },
  userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
};

describe('a page that is reloaded while Veriff is open above it', () => {
  const walks = useWalks({ '/apply': applyPage(''), '/account': applyPage('reverify') });

  /** In the frame as far as these presses lead. */
  async function begin(user, ...actions) {
    await user.press('start-button');
    const frame = await user.veriffFrame();
    await walkVeriff(frame, ...actions);
  }
  async function expectSame(user) {
    assert.equal(user.opened.length, 2);
    assert.equal(new Set(user.opened).size, 1);
    assert.equal(user.exchanges, 2, 'the endpoint was asked again: nothing is kept on the device');
    await user.expectNothingKept();
  }
  async function finish(user) {
    await walkVeriff(await user.veriffFrame(), ...TO_REVIEW, 'submit', 'done');
    await user.until('verified');
  }

  const places = {
    'before it is begun': [],
    'once a document is chosen': ['begin', 'passport'],
    'before the pictures are sent': TO_REVIEW,
  };
  for (const [place, actions] of Object.entries(places)) {
    it(`comes back to the same session: ${place}`, async () => {
      const { user } = await walks.arrive();
      await begin(user, ...actions);
      await user.page.reload();
      await user.until('guidance');
      await begin(user);
      await expectSame(user);
      await finish(user);
    });
  }

  it('comes back to the same session where the server says PENDING all along', async () => {
    const { user } = await walks.arrive({ pending: 'on-create' });
    await begin(user, 'begin', 'passport');
    await user.page.reload();
    await user.until('reviewing');
    await user.press('continue-button');
    await user.veriffFrame();
    await expectSame(user);
    await finish(user);
  });

  /** Veriff asks for a new page, since only that may ask for the camera again on iOS. */
  async function askForReload(user) {
    await begin(user, 'begin', 'passport');
    const frame = await user.veriffFrame('capture');
    await frame.locator('.drawer summary').click();
    await walkVeriff(frame, 'reload-request');
  }

  it('is reloaded at Veriff’s wish on iOS, and comes back to the same session', async () => {
    const { user } = await walks.arrive({}, IPHONE);
    await Promise.all([user.page.waitForNavigation(), askForReload(user)]);
    await user.until('guidance');
    await begin(user);
    await expectSame(user);
    await finish(user);
  });

  it('is not reloaded at Veriff’s wish elsewhere: the frame goes on', async () => {
    const { user } = await walks.arrive();
    await askForReload(user);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(user.opened.length, 1);
    const frame = await user.veriffFrame('capture');
    await frame.locator('.drawer summary').click();
    await walkVeriff(frame, 'sample', 'sample', 'submit', 'done');
    await user.until('verified');
  });

  it('tells the verdict without another session once all was sent', async () => {
    const { user } = await walks.arrive();
    await begin(user, ...TO_REVIEW, 'submit');
    await user.veriffFrame('thanks');
    await user.page.reload();
    await user.until('verified');
    assert.deepEqual([user.exchanges, user.opened.length], [1, 1]);
    await user.expectNothingKept();
  });

  it('gets a new session for a signed-in user: the first was good for once', async () => {
    const { user } = await walks.arrive({ path: '/account', reverify: true });
    await begin(user, 'begin', 'passport');
    await user.page.reload();
    await user.until('guidance');
    await begin(user);
    assert.deepEqual([user.exchanges, new Set(user.opened).size], [2, 2]);
    await finish(user);
    await user.expectNothingKept();
  });
});
