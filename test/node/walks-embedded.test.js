import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyPage, useWalks } from '../helpers/walk-suite.js';
import { TO_REVIEW, walkVeriff } from '../helpers/walk-world.js';

describe('a verification within the page', () => {
  const walks = useWalks({ '/apply': applyPage('presentation="embedded"') });

  const places = (page) => page.evaluate(() => ['dialog.kyc-verification-dialog', 'kyc-verification > [slot="veriff"]'].map((place) => document.querySelector(`${place} iframe`) !== null));

  /** On a desktop: setting the size of the window makes Chromium forget its mouse. */
  async function arrive(options) {
    const arrived = await walks.arrive(options);
    const { page } = arrived.user;
    assert.equal(await page.evaluate(() => matchMedia('(min-width: 768px) and (hover: hover)').matches), true, 'no desktop');
    return arrived;
  }

  it('is walked to the verdict where the page has its place', async () => {
    const { user } = await arrive();
    await user.press('start-button');
    const frame = await user.veriffFrame();
    assert.deepEqual(await places(user.page), [false, true]);
    const { width, height } = await (await user.page.$('kyc-verification iframe')).boundingBox();
    assert.ok(width >= 600 && height >= 680, `${width} × ${height}`);
    assert.equal(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await walkVeriff(frame, ...TO_REVIEW, 'submit', 'done');
    await user.until('verified');
    assert.deepEqual(user.told.filter((event) => !event.includes('>')), ['start', 'opened', 'submitted', 'pending', 'verified']);
    assert.deepEqual(await places(user.page), [false, false]);
    assert.equal(user.opened.length, 1);
    await user.expectNothingKept();
  });

  it('is closed by the user, and gone on with in the same session', async () => {
    const { user } = await arrive();
    await user.press('start-button');
    await walkVeriff(await user.veriffFrame(), 'begin', 'passport');
    const press = (text) => user.page.$$eval('kyc-verification > [slot="veriff"] button', (buttons, name) => buttons.find(({ textContent }) => textContent === name).click(), text);
    await press('Close');
    await press('Leave');
    await user.until('guidance');
    await user.press('continue-button');
    await walkVeriff(await user.veriffFrame(), ...TO_REVIEW, 'submit', 'done');
    await user.until('verified');
    assert.equal(new Set(user.opened).size, 1);
  });

  it('is above the page on a phone', async () => {
    const { user, onboardingId } = await walks.arrive();
    await user.page.setViewport({ width: 390, height: 800, hasTouch: true, isMobile: true });
    await user.visit(onboardingId);
    await user.until('guidance');
    await user.press('start-button');
    const frame = await user.veriffFrame();
    assert.deepEqual(await places(user.page), [true, false]);
    await walkVeriff(frame, ...TO_REVIEW, 'submit', 'done');
    await user.until('verified');
  });

  it('is opened again by a page that is reloaded in the middle', async () => {
    const { user } = await arrive();
    await user.press('start-button');
    await walkVeriff(await user.veriffFrame(), 'begin', 'passport');
    await user.page.reload();
    await user.until('guidance');
    await user.press('continue-button');
    await walkVeriff(await user.veriffFrame(), ...TO_REVIEW, 'submit', 'done');
    await user.until('verified');
    assert.deepEqual([new Set(user.opened).size, user.exchanges], [1, 2]);
  });
});
