import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { applyPage, useWalks } from '../helpers/walk-suite.js';
import { isProof } from '../helpers/proof.js';
import { TO_REVIEW, veriffScreen, walkVeriff } from '../helpers/walk-world.js';

const PAGES = { '/apply': applyPage('presentation="redirect"'), '/account': applyPage('presentation="redirect" reverify') };
const BROWSERS = {
  'with the back/forward cache': { args: [], cached: true },
  // A page that is loaded anew is walked in `npm test` by reloading it.
  ...(isProof && { 'without the back/forward cache': { args: ['--disable-features=BackForwardCache'], cached: false } }),
};

for (const [name, { args, cached }] of Object.entries(BROWSERS)) {
  describe(`a verification by redirect, in a browser ${name},`, () => {
    const walks = useWalks(PAGES, args);
    const { arrive } = walks;
    const submit = (user) => walkVeriff(user.page, ...TO_REVIEW, 'submit', 'done');
    /** Back on the partner's page, where the browser was sent by Veriff's. */
    const landed = ({ page }, onboardingId) => page.waitForFunction((url) => location.href === url, {}, `${walks.world.origin}/apply?onboarding=${onboardingId}`);
    const oneSession = ({ opened }, times) => assert.deepEqual([opened.length, new Set(opened).size], [times, 1]);

    const ways = [];
    /** Back on the partner's page with a session that was left: the server knows of no submission. */
    async function expectLeft(user) {
      await user.until('guidance');
      const how = await user.cached();
      ways.push(how);
      // Only a page that was not loaded anew knows that there was a start.
      await user.page.waitForSelector(`kyc-verification >>> [part~="${how === true ? 'continue-button' : 'start-button'}"]`);
      await user.expectNothingKept();
    }
    // Under pressure a browser may give up a page that it would keep.
    after(() => ways.length > 0 && assert.equal(ways.includes(true), cached, ways.join()));

    for (const provider of ['baanx', 'veriff']) {
      for (const pending of provider === 'baanx' ? ['on-submit', 'on-create'] : ['on-submit']) {
        it(`leaves for Veriff, comes back by the callback and tells the verdict (${provider}, PENDING ${pending})`, async () => {
          const { onboardingId, user } = await arrive({ provider, pending });
          await user.leave();
          const before = user.told.splice(0);
          assert.deepEqual(before.filter((event) => !event.includes('>')), ['start']);
          assert.equal(before.at(-1), 'requesting>verifying');
          await submit(user);
          await landed(user, onboardingId);
          await user.until('verified');
          assert.deepEqual(user.told.filter((event) => !event.includes('>')), ['verified']);
          assert.equal(user.told.at(-2), 'reviewing>verified');
          assert.equal(user.exchanges, 1);
          oneSession(user, 1);
          await user.expectNothingKept();
        });
      }
    }

    it('tells a rejection on the way back, and the next try is a new session', async () => {
      const { user } = await arrive({ scenario: 'decline' });
      await user.leave();
      await submit(user);
      await user.until('rejected');
      await user.press('retry-button');
      await user.atVeriff();
      assert.equal(new Set(user.opened).size, 2);
      await submit(user);
      await user.until('reviewing');
      await user.expectNothingKept();
    });

    it('goes on with the same session where pictures are asked for again', async () => {
      const { user } = await arrive({ scenario: 'resubmit' });
      await user.leave();
      await submit(user);
      await user.until('resubmission');
      await user.press('retry-button');
      await user.atVeriff();
      oneSession(user, 2);
      await submit(user);
      await user.until('verified');
    });

    it('comes back to the same session after it was closed at Veriff', async () => {
      const { onboardingId, user } = await arrive();
      await user.leave();
      await walkVeriff(user.page, 'begin', 'cancel');
      await landed(user, onboardingId);
      await user.until('guidance');
      await user.expectNothingKept();
      await user.leave();
      oneSession(user, 2);
      await submit(user);
      await user.until('verified');
    });

    it('comes back to the same session after the back button, before anything was sent', async () => {
      const { user } = await arrive();
      await user.leave();
      await walkVeriff(user.page, 'begin', 'passport');
      await user.back();
      await expectLeft(user);
      await user.leave();
      oneSession(user, 2);
      await submit(user);
      await user.until('verified');
      await user.expectNothingKept();
    });

    it('comes back to the same session after the back button where the server says PENDING all along', async () => {
      const { user } = await arrive({ pending: 'on-create' });
      await user.leave();
      await user.back();
      const button = await user.page.waitForSelector('kyc-verification >>> [part~="continue-button"]');
      await user.expectNothingKept();
      await button.click();
      await user.atVeriff();
      oneSession(user, 2);
      await submit(user);
      await user.until('verified');
    });

    it('tells the verdict after the back button, once all was sent', async () => {
      const { user } = await arrive();
      await user.leave();
      await walkVeriff(user.page, ...TO_REVIEW, 'submit');
      await veriffScreen(user.page, 'thanks');
      await user.back();
      await user.until('verified');
      assert.equal(user.told.filter((event) => event === 'verified').length, 1);
      await user.expectNothingKept();
    });

    it('leads back from a page of Veriff’s that the back button has brought again', async () => {
      const { onboardingId, user } = await arrive({ scenario: 'slow-review', speed: 1 });
      await user.leave();
      await submit(user);
      await landed(user, onboardingId);
      await user.until('reviewing');
      void user.page.goBack().catch(() => undefined);
      await user.page.waitForFunction((origin) => location.origin === origin, {}, walks.world.veriffOrigin);
      const screen = await user.page.waitForSelector('[data-screen]:not([hidden]) [data-action="done"]');
      await screen.click();
      await landed(user, onboardingId);
      await user.until('reviewing');
    });

    it('goes on with the same session when Veriff’s page is reloaded in the middle', async () => {
      const { onboardingId, user } = await arrive();
      await user.leave();
      await walkVeriff(user.page, 'begin', 'passport');
      await user.page.reload();
      await submit(user);
      await landed(user, onboardingId);
      await user.until('verified');
      oneSession(user, 2);
    });

    it('says what the server knows in a tab that is opened days later', async () => {
      const { onboardingId, user } = await arrive({ scenario: 'slow-review', speed: 1 });
      await user.leave();
      await submit(user);
      await landed(user, onboardingId);
      await walks.end(user);
      const waiting = await walks.tab();
      await waiting.visit(onboardingId);
      await waiting.until('reviewing');
      await walks.world.decide(onboardingId, 'approve');
      await waiting.until('verified');
      const later = await walks.tab();
      await later.visit(onboardingId);
      await later.until('verified');
      assert.deepEqual([later.exchanges, later.opened.length], [0, 0]);
      assert.deepEqual(later.told.filter((event) => !event.includes('>')), ['verified']);
    });

    it('comes back to the same session in a tab that is opened after the first was closed in the middle', async () => {
      const { onboardingId, user } = await arrive();
      await user.leave();
      await walkVeriff(user.page, 'begin', 'passport');
      const [url] = user.opened;
      await walks.end(user);
      const other = await walks.tab();
      await other.visit(onboardingId);
      await other.until('guidance');
      await other.leave();
      assert.deepEqual(other.opened.map((one) => one === url), [true]);
      await submit(other);
      await other.until('verified');
    });

    it('gets a new session for a signed-in user after the back button: the first was good for once', async () => {
      const { user } = await arrive({ path: '/account', reverify: true });
      await user.leave();
      await user.back();
      await expectLeft(user);
      await user.leave();
      assert.equal(new Set(user.opened).size, 2);
      assert.equal(user.exchanges, 2);
      await submit(user);
      await user.until('verified');
      await user.expectNothingKept();
    });

    it('leaves once, however often Start is pressed', async () => {
      const { user } = await arrive();
      await user.page.$eval('kyc-verification', (element) => {
        const button = element.shadowRoot.querySelector('[part~="start-button"]');
        for (let press = 0; press < 3; press += 1) button.click();
      });
      await user.atVeriff();
      assert.equal(user.exchanges, 1);
      oneSession(user, 1);
    });
  });
}
