import { expect } from '@open-wc/testing';
import { onCleanup } from '../../helpers/element-cleanup.js';
import { preferScheme, useWindow } from '../../helpers/element-viewing.js';
import { expectAsked, expectFilled } from '../../helpers/veriff-look.js';
import { button, find, open, openReady, openStarted, TEXT } from '../../helpers/veriff-opening.js';
import { expectFocus } from '../../helpers/veriff-page.js';

describe('the dialog’s place', () => {
  it('is all of the page', async () => {
    expectFilled(await openReady());
  });

  it('is all of a phone', async () => {
    await useWindow(320, 568);
    const opening = await openStarted();
    expectFilled(opening);
    button(opening, TEXT.close).click();
    expectAsked(opening);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });

  it('is above an open dialog of the page', async () => {
    const partner = document.createElement('dialog');
    partner.append(document.createElement('button'));
    document.body.append(partner);
    onCleanup(() => partner.remove());
    partner.showModal();
    const opening = await openReady();
    expectFilled(opening);
    button(opening, TEXT.close).focus();
    expectFocus(button(opening, TEXT.close));
    opening.close();
    expect(partner.open).to.be.true;
    expect(partner.contains(document.activeElement)).to.be.true;
  });

  it('is not that of a transformed, scrolled, clipped or inert body', async () => {
    const { body } = document;
    body.setAttribute('style', 'transform: translate(40px, 30px) scale(0.5); overflow: hidden; contain: strict; filter: blur(1px); width: 300px; margin: 20px; will-change: transform');
    body.inert = true;
    onCleanup(() => {
      body.removeAttribute('style');
      body.inert = false;
    });
    const opening = await openReady();
    expectFilled(opening);
    button(opening, TEXT.close).focus();
    expectFocus(button(opening, TEXT.close));
  });

  it('keeps Close at the end of the line from right to left', async () => {
    const opening = await openReady({ text: { ...TEXT, dir: 'rtl' } });
    expect(button(opening, TEXT.close).getBoundingClientRect().right).to.be.below(innerWidth / 2);
    expectFilled(opening);
  });
});

describe('the dialog’s look', () => {
  function themed(style: string): HTMLElement {
    const element = document.createElement('div');
    element.setAttribute('style', style);
    document.body.append(element);
    onCleanup(() => element.remove());
    return element;
  }

  it('takes the custom properties of the element', () => {
    const opening = open({
      themedLike: themed('--kyc-surface-color: rgb(1, 2, 3); --kyc-text-color: rgb(250, 240, 230); --kyc-radius: 3px; --kyc-font-family: Georgia; --kyc-font-size: 20px; --kyc-border-color: rgb(9, 9, 9); --kyc-backdrop-color: rgb(4, 5, 6)'),
    });
    const bar = getComputedStyle(find('div', opening.dialog()));
    const close = getComputedStyle(button(opening, TEXT.close));
    expect(bar.backgroundColor).to.equal('rgb(1, 2, 3)');
    expect(bar.borderBottomColor).to.equal('rgb(9, 9, 9)');
    expect(close.color).to.equal('rgb(250, 240, 230)');
    expect(close.borderTopLeftRadius).to.equal('3px');
    expect(close.fontFamily).to.equal('Georgia');
    expect(close.fontSize).to.equal('20px');
    expect(getComputedStyle(opening.dialog()).backgroundColor).to.equal('rgb(4, 5, 6)');
  });

  it('takes them from within a shadow root', () => {
    const host = themed('--kyc-surface-color: rgb(1, 2, 3)');
    const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('section'));
    const opening = open({ themedLike: inner });
    expect(getComputedStyle(find('div', opening.dialog())).backgroundColor).to.equal('rgb(1, 2, 3)');
  });

  /** What a name of the system's colours stands for on a dark page: engines have darks of their own. */
  function darkOf(color: string): string {
    return getComputedStyle(themed(`color-scheme: dark; color: ${color}`)).color;
  }

  it('is dark where the element is', () => {
    const opening = open({ themedLike: themed('color-scheme: dark') });
    expect(getComputedStyle(opening.dialog()).colorScheme).to.equal('dark');
    expect(getComputedStyle(find('div', opening.dialog())).backgroundColor).to.equal(darkOf('Canvas'));
    expect(getComputedStyle(button(opening, TEXT.close)).color).to.equal(darkOf('CanvasText'));
  });

  it('follows the device where the element does', async () => {
    await preferScheme('dark');
    const opening = open({ themedLike: themed('color-scheme: light dark') });
    expect(getComputedStyle(button(opening, TEXT.close)).color).to.equal(darkOf('CanvasText'));
  });

  it('leaves the page’s own buttons as they are', async () => {
    const before = getComputedStyle(document.body.appendChild(document.createElement('button')));
    onCleanup(() => document.querySelector('body > button')?.remove());
    const style = (): string[] => ['color', 'outline', 'textDecoration', 'backgroundColor'].map((name) => before.getPropertyValue(name));
    const own = style();
    await openReady();
    expect(style()).to.deep.equal(own);
  });
});
