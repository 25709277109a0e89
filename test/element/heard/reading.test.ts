import { expect } from '@open-wc/testing';
import { STATES, type KycState } from '../../../src/index.js';
import { complete } from '../../../src/localization/complete.js';
import { loadMessages, messages } from '../../../src/localization/localize.js';
import type { Messages, Named } from '../../../src/localization/messages.js';
import { arriveIn } from '../../helpers/element-arrivals.js';
import { mount } from '../../helpers/element-fixture.js';
import { has, part, tree } from '../../helpers/element-parts.js';
import { ALL_WAY_SCREENS, WAY_SCREENS } from '../../helpers/element-ways.js';
import { headingOf } from '../../helpers/heard-user.js';
import { readThrough } from '../../helpers/heard-screen-reader.js';

/** What a screen says from top to bottom. */
const read = (element: Element): Promise<string[]> => readThrough(part(element, 'base'));

const at = (phrases: readonly string[], beginning: string): number => phrases.findIndex((phrase) => phrase.startsWith(beginning));

const FULL = { 'continue-url': '/next', 'proof-of-address': '', region: 'us' };

function headOf(state: KycState, { errors, guidance, titles, texts }: Messages): Named {
  if (state === 'failed') return errors.network;
  if (state === 'checking' || state === 'guidance' || state === 'requesting') return guidance;
  return { title: titles[state], text: texts[state] };
}

for (const lang of ['en', 'de', 'ar'] as const) {
  describe(`what is read of a screen, in ${lang},`, () => {
    before(() => loadMessages(lang));

    for (const state of STATES) {
      it(`begins in ${state} with its heading and the sentence below it`, async () => {
        const phrases = await read(await mount({ ...FULL, lang, preview: state }));
        const { title, text } = headOf(state, complete(messages(lang)));
        const heading = at(phrases, `heading, ${title}, level 2`);
        expect(heading, phrases.join('\n')).to.be.within(0, 1);
        const sentence = phrases.indexOf(text.replace(/\s+/g, ' '));
        expect(sentence, phrases.join('\n')).to.be.above(heading);
        expect(phrases.slice(heading, sentence).filter((phrase) => /^(button|link|list)/.test(phrase))).to.deep.equal([]);
      });

      it(`names every button and link of ${state}`, async () => {
        const phrases = await read(await mount({ ...FULL, lang, preview: state }));
        expect(phrases.filter((phrase) => /^(button|link)(, (busy|disabled|expanded))*$/.test(phrase))).to.deep.equal([]);
      });
    }
  });
}

for (const { title, arrive } of ALL_WAY_SCREENS) {
  describe(`what is read of ${title}`, () => {
    it('begins with its heading and the sentence below it', async () => {
      const element = await arrive();
      const phrases = await read(element);
      const heading = at(phrases, `heading, ${headingOf(element).innerText.replace(/\s+/g, ' ')}, level 2`);
      expect(heading, phrases.join('\n')).to.be.within(0, 1);
      const sentence = part(element, has(element, 'status-text') ? 'status-text' : 'description').innerText.trim();
      expect(phrases.indexOf(sentence), phrases.join('\n')).to.be.above(heading);
      expect(phrases.slice(heading, phrases.indexOf(sentence)).filter((phrase) => /^(button|link|list|textbox)/.test(phrase))).to.deep.equal([]);
    });

    it('names every button, link, field and picture', async () => {
      const phrases = await read(await arrive());
      expect(phrases.filter((phrase) => /^(button|link|textbox|img|image)(, (busy|disabled|expanded|read only))*$/.test(phrase)), phrases.join('\n')).to.deep.equal([]);
    });
  });
}

describe('what is read of a screen', () => {
  it('with a code for the phone says what the code is, and that the link below can only be read', async () => {
    const phrases = await read(await WAY_SCREENS.code.arrive({}));
    expect(phrases.join('\n')).to.contain('QR code with the link for your phone');
    expect(phrases.find((phrase) => phrase.startsWith('textbox, Link')), phrases.join('\n')).to.contain('read only');
  });

  const ORDERS: readonly (readonly [state: KycState, order: readonly string[]])[] = [
    ['guidance', ['heading, Verify your identity', 'list, How long it takes', 'heading, Have one of these ready', 'Passport', 'A selfie', 'Tips for good photos', 'button, Start verification', 'Your documents go', 'status']],
    ['reviewing', ['heading, Your verification is under way', 'Usually 5 to 30 minutes', 'button, Continue verification', 'button, Check now', 'status']],
    ['rejected', ['heading, We couldn’t verify you', 'heading, The most common reasons', 'list', 'You can try again with', 'button, Try again', 'status']],
    ['failed', ['heading, You can’t continue here', 'This step is closed', 'button, Try again', 'Error code:', 'onboarding-not-found', 'status']],
  ];
  for (const [state, order] of ORDERS) {
    it(`comes in the order of what counts, in ${state}`, async () => {
      const phrases = await read((await arriveIn(state)).element);
      const places = order.map((beginning) => at(phrases, beginning));
      expect(places, phrases.join('\n')).not.to.include(-1);
      expect(places).to.deep.equal([...places].sort((one, other) => one - other));
    });
  }

  it('says of the steps of the review how each stands', async () => {
    const phrases = await read(await mount({ preview: 'reviewing' }));
    const list = phrases.slice(at(phrases, 'list, Where things stand'), at(phrases, 'end of list, Where things stand'));
    expect(list.filter((phrase) => phrase.includes('current step'))).to.have.length.above(0);
    expect(list).to.include.members(['Documents received', 'Done', 'Automated checks', 'In progress', 'Next']);
  });

  it('says of a button that is busy that it is, and that it can’t be pressed', async () => {
    const { element } = await arriveIn('requesting');
    const phrases = await read(element);
    expect(phrases.find((phrase) => phrase.startsWith('button, One moment…')), phrases.join('\n')).to.equal('button, One moment…, busy, disabled');
  });

  it('says nothing of icons, and has no words that are not shown but those of the live region', async () => {
    for (const state of STATES) {
      const element = await mount({ preview: state });
      const phrases = await read(element);
      expect(phrases.filter((phrase) => /\b(img|image|graphic)/.test(phrase)), state).to.deep.equal([]);
      expect(tree(element).querySelectorAll('[aria-label]:not(ol, ul), [aria-describedby], [title]')).to.have.length(0);
    }
  });

  it('has no banner and no footer that would count as those of a page without a main part', async () => {
    const element = await mount({ preview: 'guidance' });
    element.append(Object.assign(document.createElement('p'), { slot: 'footer', textContent: 'Help' }));
    await element.updateComplete;
    const landmarks = (await read(element)).filter((phrase) => /^(banner|contentinfo|main|navigation|complementary)/.test(phrase));
    expect(landmarks).to.deep.equal([]);
  });
});
