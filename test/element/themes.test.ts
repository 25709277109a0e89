import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import type { KycState, KycVerificationElement } from '../../src/index.js';
import { STATES, arriveIn } from '../helpers/element-arrivals.js';
import { axeFaults } from '../helpers/element-axe.js';
import { onCleanup } from '../helpers/element-cleanup.js';
import { backgroundsOf, contrast, contrastOn, seen, textContrast } from '../helpers/element-colors.js';
import { unreachable } from '../helpers/element-endpoint.js';
import { mount, type Attributes } from '../helpers/element-fixture.js';
import { hasFocus, part, tree } from '../helpers/element-parts.js';
import { linesOf, unreadable } from '../helpers/element-text.js';
import { eventually } from '../helpers/element-time.js';
import { useColorScheme, usePageStyle, usePreferences, useWindow } from '../helpers/element-viewing.js';
import { readGuide } from '../helpers/theming-guide.js';

const THEMES = ['neutral', 'bank', 'playful', 'high-contrast', 'dark-crypto'] as const;
type ThemeName = (typeof THEMES)[number];
const SCHEMES = ['light', 'dark'] as const;
const FULL: Attributes = { 'continue-url': '/next', 'proof-of-address': '', region: 'us' };

const texts = new Map<ThemeName, string>();
before(async () => {
  for (const name of THEMES) texts.set(name, await (await fetch(`/src/themes/${name}.css`)).text());
});

function textOf(name: ThemeName): string {
  return texts.get(name)!;
}

function rulesOf(name: ThemeName): { readonly selectors: string[]; readonly declarations: (readonly [property: string, value: string])[] } {
  const text = textOf(name).replace(/\/\*[^]*?\*\//g, '');
  return {
    selectors: [...text.matchAll(/([^{}]+)\{/g)].map(([, head = '']) => head.trim()).filter((head) => !head.startsWith('@')).flatMap((head) => head.split(/,\s*/)),
    declarations: [...text.matchAll(/([-\w]+):\s*([^;{}]+);/g)].map(([, property = '', value = '']) => [property, value] as const),
  };
}

/** A state as it is in full, with what is folded. */
async function show(preview: KycState, attributes: Attributes = {}): Promise<KycVerificationElement> {
  const element = await mount({ ...FULL, preview, ...attributes });
  for (const details of tree(element).querySelectorAll('details')) details.open = true;
  return element;
}

function controlsOf(element: Element): HTMLElement[] {
  return [...tree(element).querySelectorAll<HTMLElement>('button, a[href], summary')];
}

/** What can't be read on what is behind it. */
function faint(element: Element, least: number): string[] {
  return linesOf(element).filter(({ holder }) => textContrast(holder) < least).map(({ node, holder }) => `${node.data.trim()} ${textContrast(holder).toFixed(2)}`);
}

/** WCAG 2.2: AA, and AAA for the theme that promises it. */
const leastContrast = (name: ThemeName): number => (name === 'high-contrast' ? 7 : 4.5);

for (const name of THEMES) {
  describe(`the theme ${name}`, () => {
    it('is a short style sheet that loads nothing and outdoes nobody', () => {
      expect(textOf(name).split('\n').length).to.be.at.most(120);
      expect(textOf(name)).not.to.match(/!important|url\(|@import|@font-face/i);
      // As specific as a designer's own rules, which come after it.
      for (const selector of rulesOf(name).selectors) expect(selector).to.match(/^kyc-verification(::part\([-a-z]+\)(::before)?(:hover|:active)?)?$/);
    });

    it('says only what browsers know and the guide names', async () => {
      const { parts, properties } = await readGuide();
      const { selectors, declarations } = rulesOf(name);
      const named = [...textOf(name).matchAll(/::part\(([^)]*)\)/g)].map(([, found]) => found);
      expect(selectors).not.to.deep.equal([]);
      expect(parts.map((entry) => entry.name)).to.include.members(named);
      expect([...properties.keys()]).to.include.members([...textOf(name).matchAll(/--[-\w]+/g)].map(([found]) => found));
      for (const [property, value] of declarations) expect(CSS.supports(property, value), `${property}: ${value}`).to.be.true;
    });

    it('gives browsers without light-dark() the light half', () => {
      const { declarations } = rulesOf(name);
      for (const [property, value] of declarations) {
        if (!property.startsWith('--') || !value.includes('light-dark(')) continue;
        const plain = declarations.find((declaration) => declaration[0] === property)?.[1];
        expect(plain, property).to.equal(value.replace(/light-dark\(([^,]+),[^)]+\)/, '$1'));
      }
    });

    it('gives way to the page’s rules after it', async () => {
      usePageStyle(textOf(name));
      const parts = new Set(rulesOf(name).selectors.flatMap((selector) => /::part\(([^)]*)\)/.exec(selector)?.[1] ?? []));
      usePageStyle('kyc-verification { --kyc-text-color: rgb(1, 2, 3); }');
      for (const found of ['title', ...parts]) usePageStyle(`kyc-verification::part(${found}) { border: 7px solid; }`);
      usePageStyle('kyc-verification::part(title) { color: inherit; }');
      const element = await show('guidance');
      const nodes = [...tree(element).querySelectorAll<HTMLElement>('[part]')].filter((node) => node.part.contains('title') || [...node.part].some((found) => parts.has(found)));
      for (const node of nodes) {
        for (const animation of node.getAnimations()) animation.finish();
        expect(getComputedStyle(node).borderTopWidth).to.equal('7px');
      }
      expect(getComputedStyle(part(element, 'title')).color).to.equal('rgb(1, 2, 3)');
    });

    for (const scheme of SCHEMES) {
      for (const state of STATES) {
        it(`leaves axe no fault in ${state}, ${scheme}`, async () => {
          await useColorScheme(scheme);
          usePageStyle(textOf(name));
          // As high as the screen: what is scrolled under the sticky button would count as covered.
          await useWindow(320, 1600);
          expect(await axeFaults(await show(state))).to.deep.equal([]);
        });

        it(`keeps the contrast of text, icons, borders and focus in ${state}, ${scheme}`, async () => {
          await useColorScheme(scheme);
          usePageStyle(textOf(name));
          const element = await show(state);
          expect(faint(element, leastContrast(name))).to.deep.equal([]);
          for (const icon of tree(element).querySelectorAll('svg')) expect(textContrast(icon), 'icon').to.be.at.least(3);
          for (const button of tree(element).querySelectorAll('.secondary')) expect(contrastOn(button.parentElement!, getComputedStyle(button).borderTopColor), 'border').to.be.at.least(3);
          for (const control of controlsOf(element)) {
            control.focus();
            const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(control);
            expect(hasFocus(control)).to.be.true;
            expect(outlineStyle).to.equal('solid');
            expect(parseFloat(outlineWidth)).to.be.at.least(2);
            expect(contrastOn(control.parentElement!, outlineColor), 'focus').to.be.at.least(3);
          }
        });
      }

      it(`keeps the contrast of buttons under the pointer, ${scheme}`, async () => {
        await useColorScheme(scheme);
        usePageStyle(textOf(name));
        onCleanup(resetMouse);
        const element = await mount({ preview: 'failed' });
        const [primary, secondary] = [part(element, 'primary-button'), part(element, 'secondary-button')];
        for (const button of [primary, secondary]) {
          const { x, y, width, height } = button.getBoundingClientRect();
          await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
          await eventually(() => button.matches(':hover'), 'the pointer on the button');
          for (const animation of button.getAnimations()) animation.finish();
          expect(textContrast(button)).to.be.at.least(leastContrast(name));
        }
      });

      it(`keeps the contrast of what a check brought, ${scheme}`, async () => {
        await useColorScheme(scheme);
        usePageStyle(textOf(name));
        const { element, endpoint } = await arriveIn('reviewing');
        endpoint.answerGet(unreachable);
        await element.checkStatus();
        await element.updateComplete;
        expect(part(element, 'notice').innerText).not.to.equal('');
        expect(faint(element, leastContrast(name))).to.deep.equal([]);
      });
    }

    for (const state of STATES) {
      it(`fits ${state} into 320 px, with targets that can be hit, also with text of twice the size`, async () => {
        usePageStyle(textOf(name));
        // Start lies above what is to be scrolled, by intention.
        usePageStyle('kyc-verification::part(actions) { position: static; }');
        await useWindow(320, 640);
        onCleanup(() => document.documentElement.style.removeProperty('font-size'));
        const element = await show(state, { lang: 'de' });
        await eventually(() => part(element, 'base').lang === 'de', 'German words, which are long');
        for (const size of ['100%', '200%']) {
          document.documentElement.style.fontSize = size;
          expect(unreadable(element)).to.deep.equal([]);
          for (const control of controlsOf(element)) {
            const { width, height } = control.getBoundingClientRect();
            expect(Math.min(width, height), control.innerText).to.be.at.least(control.matches('summary') ? 24 : 44);
          }
        }
      });
    }
  });
}

describe('the theme neutral', () => {
  const properties = [...getComputedStyle(document.documentElement)].filter((property) => !property.startsWith('--'));

  /** One line for each computed style of all that is there. */
  function look(element: Element): string[] {
    const nodes = [element, ...tree(element).querySelectorAll('*')];
    return nodes.flatMap((node) =>
      ['', '::before', '::after'].flatMap((pseudo) => {
        const style = getComputedStyle(node, pseudo);
        if (pseudo !== '' && style.content === 'none') return [];
        return properties.map((property) => `${node.getAttribute('part') ?? node.localName}${pseudo} ${property}: ${style.getPropertyValue(property)}`);
      }),
    );
  }

  async function expectNoChange(state: KycState): Promise<void> {
    const element = await show(state);
    controlsOf(element)[0]?.focus();
    const before = look(element);
    usePageStyle(textOf('neutral'));
    expect(look(element).filter((line, index) => line !== before[index])).to.deep.equal([]);
  }

  for (const scheme of SCHEMES) {
    for (const state of STATES) {
      it(`changes nothing in ${state}, ${scheme}`, async () => {
        await useColorScheme(scheme);
        await expectNoChange(state);
      });
    }

    it(`changes nothing where more contrast is asked for, ${scheme}`, async () => {
      await useColorScheme(scheme);
      await usePreferences({ 'prefers-contrast': 'more' });
      await expectNoChange('guidance');
    });
  }

  it('changes nothing where the page’s text is small', async () => {
    usePageStyle('body { font-size: 14px; }');
    await expectNoChange('guidance');
  });

  it('spells out every custom property', async () => {
    const { properties } = await readGuide();
    expect(rulesOf('neutral').declarations.map(([property]) => property)).to.include.members([...properties.keys()]);
  });
});

it('the theme dark-crypto is dark on a light page', async () => {
  await useColorScheme('light');
  usePageStyle(textOf('dark-crypto'));
  const element = await mount({ preview: 'guidance' });
  expect(getComputedStyle(element).colorScheme).to.equal('dark');
  expect(contrast(seen(...backgroundsOf(part(element, 'base'))), [255, 255, 255])).to.be.at.least(15);
});
