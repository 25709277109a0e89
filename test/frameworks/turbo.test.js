import assert from 'node:assert/strict';
import { it } from 'node:test';
import { TO_REVIEW, walkVeriff } from '../helpers/walk-world.js';
import { framework } from './suite.js';

framework('turbo', {
  extras(site) {
    it('is left in the middle of Veriff, and gone on with in the same session after the way back', async () => {
      const visitor = await site.visitor();
      const { page, tab } = visitor;
      await visitor.arrive(await site.arrive());
      await page.evaluate(() => (globalThis.isSamePage = true));
      await visitor.consent();
      await walkVeriff(await visitor.start(), 'begin', 'passport');
      // Veriff's dialog covers the links: a visit that the page itself makes.
      await page.evaluate(() => document.querySelector('#toggle').click());
      await page.waitForFunction(() => location.pathname === '/later' && document.querySelector('kyc-verification, dialog') === null);
      await page.goBack();
      await tab.until('guidance');
      await visitor.consent();
      await walkVeriff(await visitor.start(), ...TO_REVIEW, 'submit', 'done');
      await tab.until('verified');
      await page.waitForSelector('#done');
      await visitor.expectHeard();
      assert.equal(await page.evaluate(() => globalThis.isSamePage), true, 'the page was loaded anew');
      assert.equal(new Set(tab.opened).size, 1, 'another session');
    });
  },
});
