import assert from 'node:assert/strict';
import { it } from 'node:test';
import { walkVeriff } from '../helpers/walk-world.js';
import { framework } from './suite.js';

framework('turbo', {
  extras(site) {
    it('is left in the middle of Veriff, and gone on with in the same session after the way back', async () => {
      const visitor = await site.visitor();
      const { page } = visitor;
      await visitor.arrive(await site.arrive());
      await page.evaluate(() => (globalThis.isSamePage = true));
      await visitor.consent();
      await walkVeriff(await visitor.start(), 'begin', 'passport');
      // Veriff's dialog covers the links: a visit that the page itself makes.
      await page.evaluate(() => document.querySelector('#toggle').click());
      await page.waitForFunction(() => location.pathname === '/later' && document.querySelector('kyc-verification, dialog') === null);
      await page.goBack();
      await visitor.goOn();
      assert.equal(await page.evaluate(() => globalThis.isSamePage), true, 'the page was loaded anew');
    });
  },
});
