import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { KycVerificationElement } from '../../../src/index.js';
import { axeFaults } from '../../helpers/element-axe.js';
import { onCleanup } from '../../helpers/element-cleanup.js';
import type { Attributes } from '../../helpers/element-fixture.js';
import { part, tree } from '../../helpers/element-parts.js';
import { spaceText } from '../../helpers/element-text.js';
import { eventually } from '../../helpers/element-time.js';
import { useColorScheme, usePreferences } from '../../helpers/element-viewing.js';
import { SCREENS, type ShownScreen } from '../../helpers/element-ways.js';
import { describeUnless, unlessEmulated } from '../../helpers/unless.js';

const SCHEMES = ['light', 'dark'] as const;

async function show(screen: ShownScreen, attributes: Attributes = {}): Promise<KycVerificationElement> {
  const element = await screen.show(attributes);
  for (const details of tree(element).querySelectorAll('details')) details.open = true;
  return element;
}

const MODES: Readonly<Record<string, (screen: ShownScreen) => Promise<KycVerificationElement>>> = {
  'forced colors': async (screen) => {
    await usePreferences({ 'forced-colors': 'active' });
    return show(screen);
  },
  'more contrast': async (screen) => {
    await usePreferences({ 'prefers-contrast': 'more' });
    return show(screen);
  },
  Arabic: async (screen) => {
    const element = await show(screen, { lang: 'ar' });
    await eventually(() => part(element, 'base').lang === 'ar', 'Arabic words');
    expect(getComputedStyle(part(element, 'base')).direction).to.equal('rtl');
    return element;
  },
  'spaced text': async (screen) => {
    const element = await show(screen);
    spaceText(element);
    return element;
  },
};

for (const [mode, showIn] of Object.entries(MODES)) {
  describeUnless(mode === 'forced colors' ? unlessEmulated('forced-colors') : null, `axe, with ${mode},`, () => {
    for (const scheme of SCHEMES) {
      for (const screen of SCREENS) {
        it(`finds no fault in ${screen.title}, ${scheme}`, async () => {
          await useColorScheme(scheme);
          expect(await axeFaults(await showIn(screen))).to.deep.equal([]);
        });
      }
    }
  });
}

const themes = await executeServerCommand<string[], undefined>('list-themes');

/** A finished theme on the page, as partners link it, until the test ends. */
async function useTheme(href: string): Promise<void> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  const loaded = new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: reject }));
  document.head.append(link);
  onCleanup(() => link.remove());
  await loaded;
}

describe('the finished themes', () => {
  it('are there', () => {
    expect(themes).not.to.deep.equal([]);
  });

  for (const theme of themes) {
    for (const scheme of SCHEMES) {
      for (const screen of SCREENS) {
        it(`axe finds no fault in ${screen.title}, ${scheme}, with ${theme}`, async () => {
          await useColorScheme(scheme);
          await useTheme(theme);
          expect(await axeFaults(await show(screen))).to.deep.equal([]);
        });
      }
    }
  }
});
