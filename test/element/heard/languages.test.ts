import { LANGUAGES } from '../../../src/localization/localize.js';
import { JOURNEYS } from '../../helpers/heard-journeys.js';
import { walkAndListen } from '../../helpers/heard-walk.js';
import { figure, sample } from '../../helpers/proof.js';

const OTHERS = LANGUAGES.filter((lang) => lang !== 'en');

/** The first journey goes through all screens of a user for whom all goes well. The others take the languages by turns. */
const WALKS = JOURNEYS.flatMap((journey, index) =>
  (index === 0 ? ['de', 'ar'] : [OTHERS[index % OTHERS.length] ?? 'de']).map((lang) => ({ journey, lang })),
);

describe('in another language, too, all that changes is announced, each once, and nothing else', () => {
  const walked = WALKS.slice(0, sample(4, WALKS.length));
  let heard = 0;
  after(() => figure('journeys heard', `${heard} of ${walked.length}`));

  for (const { journey, lang } of walked) {
    it(`${journey.name}, in ${lang}`, async () => {
      await walkAndListen(journey, lang);
      heard++;
    }).timeout(60_000);
  }
});
