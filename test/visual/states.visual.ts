import { STATES } from '../helpers/element-arrivals.js';
import { create, reach } from '../helpers/element-fixture.js';
import { part } from '../helpers/element-parts.js';
import { eventually } from '../helpers/element-time.js';
import { MODES, WIDTHS, addStage, expectPicture, usePicturedPage } from './stage.js';

const FULL = { 'continue-url': '/next', 'proof-of-address': '' };

for (const [mode, settings] of Object.entries(MODES)) {
  describe(mode, () => {
    for (const state of STATES) {
      for (const width of WIDTHS) {
        it(`${state} at ${width} px looks as it did`, async () => {
          await usePicturedPage(settings);
          const stage = addStage(width, settings);
          const element = create({ ...FULL, preview: state });
          stage.append(element);
          await reach(element, state);
          const { lang = 'en' } = settings;
          await eventually(() => part(element, 'base').lang === lang, `words in ${lang}`);
          await expectPicture(stage, `${mode}/${state}-${width}`, element);
        });
      }
    }
  });
}
