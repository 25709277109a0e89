import { it } from 'node:test';
import { walkVeriff } from '../helpers/walk-world.js';
import { framework } from './suite.js';

framework('htmx', {
  extras(site) {
    it('is swapped out in the middle of Veriff, and gone on with in the same session', async () => {
      const visitor = await site.visitor();
      const { page } = visitor;
      await visitor.arrive(await site.arrive());
      await visitor.consent();
      await walkVeriff(await visitor.start(), 'begin', 'passport');
      // Veriff's dialog covers the button.
      await page.evaluate(() => document.querySelector('#toggle').click());
      await page.waitForFunction(() => document.querySelector('kyc-verification, dialog') === null);
      await visitor.toggle();
      await visitor.goOn();
    });
  },
});
