import { expect } from '@open-wc/testing';
import { complete } from '../../src/localization/complete.js';
import { LANGUAGES, messages } from '../../src/localization/localize.js';
import { en } from '../../src/localization/en.js';
import { scriptEndpoint } from '../helpers/element-endpoint.js';
import { create, mount, place, reach } from '../helpers/element-fixture.js';
import { openFrame } from '../helpers/element-frame.js';
import { part, tree } from '../helpers/element-parts.js';
import { eventually } from '../helpers/element-time.js';
import { useWindow } from '../helpers/element-viewing.js';
import { SCREENS } from '../helpers/element-ways.js';

const TRANSLATED = LANGUAGES.filter((language) => language !== 'en');
const titleOf = (element: Element): string => part(element, 'title').innerText;
/** Every text in a language, functions called with samples; by its place. */
function textsOf(value: unknown, place: string): [place: string, text: string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') return textsOf((value as (sample: unknown) => unknown)(place.endsWith('steps') ? 'us' : place.endsWith('documentsTitle') ? 1 : '15:04'), place);
  return Object.entries(value as object).flatMap(([name, child]) => textsOf(child, `${place}.${name}`));
}

describe('languages', () => {
  it('are these', () => {
    expect(LANGUAGES).to.deep.equal(['ar', 'de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt']);
  });

  for (const language of TRANSLATED) {
    describe(language, () => {
      it('is what the element speaks from its first paint', async () => {
        const element = place(create({ preview: 'guidance', lang: language }));
        const seen = new Set<string>();
        new MutationObserver(() => seen.add(tree(element).querySelector('h2')?.innerText ?? '')).observe(tree(element), { childList: true, subtree: true });
        await element.updateComplete;
        expect(messages(language).lang).to.equal(language);
        expect(titleOf(element)).to.equal(messages(language).guidance.title);
        seen.delete('');
        expect([...seen].filter((title) => title !== messages(language).guidance.title)).to.deep.equal([]);
        expect(part(element, 'base').lang).to.equal(language);
      });

      it('has its own words for everything, in as many texts as English', async () => {
        await mount({ preview: 'guidance', lang: language });
        const own = new Map(textsOf(messages(language), ''));
        const original = textsOf(en, '');
        expect([...own.keys()]).to.have.members(original.map(([place]) => place));
        const untranslated = original.filter(([place, text]) => own.get(place) === text && /\s/.test(text)).map(([place]) => place);
        expect(untranslated).to.deep.equal([]);
        for (const [place, text] of own) expect(text.trim(), place).not.to.equal('');
      });

      it('says the time it is given, and no word that only makers know', async () => {
        await mount({ preview: 'guidance', lang: language });
        const { outcomes, review } = complete(messages(language));
        expect(outcomes.retryAt('15:04')).to.include('15:04');
        expect(review.submittedAt('15:04')).to.include('15:04');
        for (const [place, text] of textsOf(messages(language), '')) {
          expect(text, place).not.to.match(/\b(kyc|token|endpoint|json|api|onboarding)\b|[!¡]/i);
        }
      });

      for (const { title, show } of SCREENS) {
        it(`fits 320 px in ${title}`, async () => {
          await useWindow(320, 640);
          const element = await show({ lang: language });
          await eventually(() => part(element, 'base').lang === language, 'its words');
          for (const details of tree(element).querySelectorAll('details')) details.open = true;
          expect(document.documentElement.scrollWidth).to.be.at.most(320);
          for (const button of tree(element).querySelectorAll<HTMLElement>('button, a')) expect(button.scrollWidth, button.innerText).to.be.at.most(button.clientWidth);
        });
      }
    });
  }

  it('with a region or script are those of the language', async () => {
    expect(titleOf(await mount({ preview: 'guidance', lang: 'pt-BR' }))).to.equal(messages('pt').guidance.title);
    expect(titleOf(await mount({ preview: 'guidance', lang: 'DE-at' }))).to.equal(messages('de').guidance.title);
  });

  it('that have no words are English', async () => {
    for (const lang of ['ja', 'den', 'constructor', '__proto__']) {
      expect(titleOf(await mount({ preview: 'guidance', lang })), lang).to.equal(en.guidance.title);
    }
  });

  it('change with `lang`', async () => {
    const element = await mount({ preview: 'guidance', lang: 'fr' });
    element.lang = 'nl';
    await eventually(() => titleOf(element) === messages('nl').guidance.title, 'Dutch');
    element.removeAttribute('lang');
    await element.updateComplete;
    expect(titleOf(element)).to.equal(en.guidance.title);
  });

  it('do not hold up a page that is English', () => {
    const element = place(create({ preview: 'guidance', lang: 'en-GB' }));
    return Promise.resolve().then(() => Promise.resolve()).then(() => expect(tree(element).querySelector('h2') === null).to.be.false);
  });

  it('that a page has none of are from left to right, as they are written, on a page from right to left', async () => {
    const page = place(document.createElement('section'));
    page.dir = 'rtl';
    page.lang = 'he';
    const element = place(create({ preview: 'verified' }), page);
    await element.updateComplete;
    expect(getComputedStyle(part(element, 'base')).direction).to.equal('ltr');
    page.lang = 'en';
    element.requestUpdate();
    await element.updateComplete;
    expect(getComputedStyle(part(element, 'base')).direction).to.equal('rtl');
  });

  it('follow the page’s `lang`', async () => {
    const root = document.documentElement;
    const before = root.lang;
    const element = await mount({ preview: 'guidance' });
    root.lang = 'es';
    try {
      await eventually(() => titleOf(element) === messages('es').guidance.title, 'Spanish');
    } finally {
      root.lang = before;
    }
  });

  it('from right to left turn the inside and the window around Veriff', async () => {
    scriptEndpoint();
    const element = place(create({ lang: 'ar' }));
    await reach(element, 'guidance');
    await eventually(() => part(element, 'base').lang === 'ar', 'Arabic words');
    expect(getComputedStyle(part(element, 'base')).direction).to.equal('rtl');
    const icon = tree(element).querySelector('[part~="document-icon"]')!.getBoundingClientRect();
    expect(icon.left).to.be.greaterThan(tree(element).querySelector('[part~="document-title"]')!.getBoundingClientRect().left);
    await openFrame(element);
    const dialog = document.querySelector('dialog.kyc-verification-dialog')!;
    expect(getComputedStyle(dialog).direction).to.equal('rtl');
    expect(dialog.getAttribute('aria-label')).to.equal(complete(messages('ar')).frame.label);
  });
});
