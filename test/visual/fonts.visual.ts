import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { STATES } from '../helpers/element-arrivals.js';
import { create, reach } from '../helpers/element-fixture.js';
import { part, tree } from '../helpers/element-parts.js';
import { eventually } from '../helpers/element-time.js';
import { addStage, usePicturedPage } from './stage.js';

interface Font {
  readonly familyName: string;
  readonly isCustomFont: boolean;
}

describe('the letters of the pictures', () => {
  for (const lang of ['en', 'de', 'ar']) {
    it(`are the page’s own in ${lang}, none the machine’s`, async () => {
      await usePicturedPage({});
      for (const preview of STATES) {
        const stage = addStage(320, { lang });
        const element = create({ preview, 'continue-url': '/next', 'proof-of-address': '' });
        stage.append(element);
        await reach(element, preview);
        await eventually(() => part(element, 'base').lang === lang, `words in ${lang}`);
        for (const details of tree(element).querySelectorAll('details')) details.open = true;
      }
      const fonts = await executeServerCommand<Font[], string>('list-fonts', 'kyc-verification');
      expect(fonts.filter(({ isCustomFont }) => !isCustomFont)).to.deep.equal([]);
      expect(fonts.map(({ familyName }) => familyName).join()).to.contain(lang === 'ar' ? 'Arabic' : 'Inter');
    });
  }
});
