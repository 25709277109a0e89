import { expect, waitUntil } from '@open-wc/testing';
import { onCleanup, standIn } from '../../helpers/element-cleanup.js';
import { find, open, openReady } from '../../helpers/veriff-opening.js';
import { countListeners, styleOf, tracesOf } from '../../helpers/veriff-page.js';

/** The SDK's scroll lock goes another way on each. */
const DEVICES = {
  'a desktop': null,
  Android: 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/156.0 Mobile Safari/537.36',
  iOS: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile Safari/604.1',
} as const;

/** Inline styles of `body` and `html`. */
const PAGES = {
  'no styles of its own': [null, null],
  'an empty style attribute': ['', ''],
  'styles of its own': ['overflow: auto; padding-right: 7px; color: red', 'height: 100%; overflow: scroll'],
  'important ones': ['overflow: scroll !important; padding: 3px 4px !important; box-sizing: content-box !important', 'overflow: hidden !important; height: 50% !important'],
  'longhands alone': ['overflow-x: clip; overflow-y: auto !important', 'overflow-y: scroll'],
  'both axes': ['overflow: hidden scroll', 'overflow: clip visible'],
  'a place of its own': ['position: relative; top: 5px; width: 90%; height: 400px', 'min-height: 100%'],
  'logical properties': ['height: 100px; block-size: 50px; overflow-x: hidden; overflow-inline: scroll', null],
  'custom properties': ['--gap: 4px; overflow: var(--none, auto)', '--x: 1'],
  'shorthands of variables': ['padding: var(--gap, 3px); inset: var(--i, 0px)', 'overflow: var(--o, auto)'],
  'an important shorthand of variables': ['padding: var(--gap, 3px) !important', null],
  'an inset': ['inset: 3px; padding: 0', null],
  'a revert of all': ['all: revert', null],
  'an unset of all': ['all: unset; color: red', null],
  'declarations that are none': ['garbage: 1; color: red', null],
  'an image': ['background: url("data:,"); overflow: hidden', null],
} as const;

const COMPUTED = ['padding-left', 'padding-right', 'overflow-x', 'overflow-y', 'height', 'top', 'width', 'position', 'color'];

function stylePage(body: string | null, html: string | null): void {
  for (const [element, style] of [[document.body, body], [document.documentElement, html]] as const) {
    if (style === null) element.removeAttribute('style');
    else element.setAttribute('style', style);
    onCleanup(() => element.removeAttribute('style'));
  }
}

/** As the engine writes it down once it has read it: WebKit's first text of `all` names properties that it does not take. */
function written(cssText: string): string {
  const { style } = document.createElement('i');
  style.cssText = cssText;
  return style.cssText;
}

/** As written, and as it comes out. */
function stylesOfPage(): readonly unknown[] {
  return [document.body, document.documentElement].map((element) => {
    const computed = getComputedStyle(element);
    return [element.hasAttribute('style'), written(element.style.cssText), ...COMPUTED.map((name) => `${name}: ${computed.getPropertyValue(name)}`)];
  });
}

/** Across and down: the root's or, if it has none, the body's. */
function overflowOfWindow(): string {
  const [root, body] = [document.documentElement, document.body].map((element) => getComputedStyle(element)) as [CSSStyleDeclaration, CSSStyleDeclaration];
  const { overflowX, overflowY } = root.overflow === 'visible' ? body : root;
  return `${overflowX} ${overflowY}`;
}

function addTall(): void {
  const tall = document.body.appendChild(document.createElement('div'));
  tall.style.height = '5000px';
  onCleanup(() => tall.remove());
}

describe('the page’s scrolling', () => {
  for (const [device, userAgent] of Object.entries(DEVICES)) {
    describe(`on ${device}`, () => {
      beforeEach(() => {
        if (userAgent !== null) standIn(navigator, 'userAgent', userAgent);
      });

      for (const [name, [body, html]] of Object.entries(PAGES)) {
        it(`is locked while the frame is open, and then as before, with ${name}`, async () => {
          stylePage(body, html);
          const listeners = countListeners();
          const [listening, before] = [listeners(), stylesOfPage()];
          const opening = await openReady();
          if (device === 'iOS') expect(listeners()).to.include('touchmove');
          else expect(overflowOfWindow()).to.equal('hidden hidden');
          opening.close();
          expect(stylesOfPage()).to.deep.equal(before);
          expect(listeners()).to.deep.equal([...listening, 'message'].sort());
        });
      }
    });
  }

  it('comes back also when the page itself removes the dialog, with its priorities', async () => {
    stylePage('overflow: scroll !important; padding-right: 9px !important', 'overflow-x: hidden');
    const before = tracesOf();
    const opening = await openReady();
    opening.dialog().remove();
    await opening.hears('closed');
    expect(tracesOf()).to.deep.equal(before);
  });

  it('comes back to where it was', async () => {
    standIn(navigator, 'userAgent', DEVICES.Android);
    addTall();
    window.scrollTo(0, 1234);
    const opening = await openReady();
    opening.say('VERIFF_FORCE_RELOAD');
    await waitUntil(() => opening.told.length === 2);
    opening.close();
    expect(window.scrollY).to.equal(1234);
  });

  it('is as before after many openings', async () => {
    stylePage('overflow: auto !important', null);
    const before = tracesOf();
    for (let times = 0; times < 20; times++) {
      const { close } = open();
      if (times % 2 === 0) find('dialog').remove();
      close();
    }
    await waitUntil(() => document.querySelector('dialog') === null);
    expect(tracesOf()).to.deep.equal(before);
  });
});

describe('what the page changes in its own styles while the frame is open', () => {
  it('stays, beside what comes back', async () => {
    stylePage('overflow: auto; color: red', null);
    const opening = await openReady();
    document.body.style.color = 'blue';
    document.body.style.setProperty('margin', '1px', 'important');
    document.documentElement.style.setProperty('--page', '2');
    opening.close();
    const margins = ['bottom', 'left', 'right', 'top'].map((side) => `margin-${side}: 1px important`);
    expect(styleOf(document.body)).to.deep.equal(['color: blue', ...margins, 'overflow-x: auto', 'overflow-y: auto']);
    expect(styleOf(document.documentElement)).to.deep.equal(['--page: 2']);
  });

  for (const [name, style] of Object.entries({ 'across alone': 'overflow-x: clip', 'down alone': 'overflow-y: scroll !important' })) {
    it(`stays beside an overflow of its own ${name}`, async () => {
      stylePage(style, style);
      const before = [styleOf(document.body), styleOf(document.documentElement)];
      const opening = await openReady();
      for (const element of [document.body, document.documentElement]) element.style.color = 'blue';
      opening.close();
      for (const element of [document.body, document.documentElement]) element.style.color = '';
      expect([styleOf(document.body), styleOf(document.documentElement)]).to.deep.equal(before);
    });
  }

  it('stays when it has a name like that of a locked one', async () => {
    stylePage('overflow-wrap: anywhere', null);
    const opening = await openReady();
    document.body.style.overflowWrap = 'normal';
    opening.close();
    expect(styleOf(document.body)).to.deep.equal(['overflow-wrap: normal']);
  });

  it('stays away when the page has taken it away, and the attribute stays that the page had', async () => {
    stylePage('overflow-wrap: anywhere', null);
    const opening = await openReady();
    document.body.style.overflowWrap = '';
    opening.close();
    expect(document.body.getAttribute('style')).to.equal('');
  });
});
