import { expect } from '@open-wc/testing';
import type { Journey } from '../../helpers/heard-journey.js';
import { JOURNEYS } from '../../helpers/heard-journeys.js';
import { walkAndListen } from '../../helpers/heard-walk.js';
import { figure } from '../../helpers/proof.js';

/** WebKit goes on giving the answer that it has given the same line of code often before: a page that is insecure comes first. */
const isAskedOnce = ({ name }: Journey): boolean => name.includes('insecure-context');
const IN_ORDER = [...JOURNEYS.filter(isAskedOnce), ...JOURNEYS.filter((journey) => !isAskedOnce(journey))];

describe('on a journey all that changes is announced, each once, and nothing else', () => {
  let heard = 0;
  after(() => figure('journeys heard', `${heard} of ${JOURNEYS.length}`));

  for (const journey of IN_ORDER) {
    it(journey.name, async () => {
      await walkAndListen(journey, 'en');
      heard++;
    }).timeout(60_000);
  }
});

describe('on the way to the result', () => {
  it('these are the sentences, in English', async () => {
    const { said } = await walkAndListen(JOURNEYS[0]!, 'en');
    const sentences = ['One moment…', 'Your documents have arrived. There’s nothing you need to do now. You can go on with the next step meanwhile.', 'Your identity is confirmed. You’re all set to go on.'];
    expect(said).to.have.length(sentences.length);
    sentences.forEach((sentence, index) => expect(said[index]).to.match(new RegExp(`${sentence}$`)));
  }).timeout(60_000);
});
