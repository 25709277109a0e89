import { productionPorts } from '../../src/element/ports.js';
import { standIn } from '../helpers/element-cleanup.js';
import { part } from '../helpers/element-parts.js';
import { eventually } from '../helpers/element-time.js';
import { WAY_SCREENS } from '../helpers/element-ways.js';
import { MODES, WIDTHS, addStage, expectPicture, usePicturedPage } from './stage.js';

for (const [mode, settings] of Object.entries(MODES)) {
  describe(`${mode}, other ways to get there:`, () => {
    for (const [name, { title, arrive }] of Object.entries(WAY_SCREENS)) {
      for (const width of WIDTHS) {
        it(`${title} at ${width} px looks as it did`, async () => {
          await usePicturedPage(settings);
          // The address of the test is another each time.
          standIn(productionPorts.device, 'pageUrl', () => 'https://partner.example/verify?onboarding=US_1');
          const { lang = 'en' } = settings;
          const element = await arrive({ lang });
          await eventually(() => part(element, 'base').lang === lang, `words in ${lang}`);
          const stage = addStage(width, settings);
          stage.append(element);
          await element.updateComplete;
          await expectPicture(stage, `ways/${mode}/${name}-${width}`, element);
        });
      }
    }
  });
}
