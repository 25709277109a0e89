import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { contrastOn } from '../../helpers/element-colors.js';
import { mount, place } from '../../helpers/element-fixture.js';
import { part, tree } from '../../helpers/element-parts.js';
import { useColorScheme, usePreferences, useWindow } from '../../helpers/element-viewing.js';
import { SCREENS, WAY_SCREENS } from '../../helpers/element-ways.js';

const showGuidance = (): Promise<HTMLElement> => mount({ 'continue-url': '/next', 'proof-of-address': '', region: 'us', preview: 'guidance' });
const STOPS = 'button, a[href], summary, input';

/** What has the focus, in whatever tree. */
function focused(): HTMLElement {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  if (!(activeElement instanceof HTMLElement)) throw new Error('Nothing has the focus.');
  return activeElement;
}

type Way = 'forwards' | 'backwards';

async function tab(way: Way = 'forwards'): Promise<void> {
  if (way === 'backwards') await sendKeys({ down: 'Shift' });
  await sendKeys({ press: 'Tab' });
  if (way === 'backwards') await sendKeys({ up: 'Shift' });
}

/** Where Tab stops inside an element, one after the other, each looked at while it has the focus. */
async function tabThrough(element: HTMLElement, look: (stop: HTMLElement) => void, way: Way = 'forwards'): Promise<HTMLElement[]> {
  const stops: HTMLElement[] = [];
  for (await tab(way); element.contains(document.activeElement); await tab(way)) {
    look(focused());
    if (stops.push(focused()) > 20) throw new Error('Tab does not leave the element.');
  }
  return stops;
}

/** A link before the element and one after it, so that Tab comes from the page and goes back to it. */
async function betweenLinks(show: () => Promise<HTMLElement>): Promise<HTMLElement> {
  const link = (): HTMLElement => Object.assign(document.createElement('a'), { href: '#', textContent: 'page' });
  const first = place(link());
  const element = await show();
  place(link());
  first.focus();
  return element;
}

function expectVisibleRing(stop: HTMLElement): void {
  const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(stop);
  const name = stop.innerText || stop.tagName;
  expect(outlineStyle, name).to.equal('solid');
  expect(parseFloat(outlineWidth), name).to.be.at.least(2);
  // Then the same colour lies on both sides of the ring: what is behind the control.
  expect(parseFloat(outlineOffset), name).to.be.at.least(2);
  expect(contrastOn(stop.parentElement!, outlineColor), name).to.be.at.least(3);
}

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [320, 640]) {
    describe(`the focus at ${width} px, ${scheme},`, () => {
      for (const { title, show } of SCREENS) {
        it(`stops in ${title} in the order of the tree, each time with a ring, on what is large enough`, async () => {
          await useColorScheme(scheme);
          await useWindow(width, 640);
          const element = await betweenLinks(show);
          const stops = await tabThrough(element, (stop) => {
            expectVisibleRing(stop);
            const { width: across, height } = stop.getBoundingClientRect();
            expect(Math.min(across, height), stop.innerText).to.be.at.least(stop.matches('summary') ? 24 : 44);
          });
          const expected = [...tree(element).querySelectorAll<HTMLElement>(STOPS)].filter((node) => node.checkVisibility());
          expect(stops.length).to.equal(expected.length);
          expect(stops.every((stop, index) => stop === expected[index])).to.be.true;
        });
      }
    });
  }
}

/** What of a control is under the buttons that stick to the bottom of the window, or outside of it. */
function hiddenPart(stop: HTMLElement, actions: HTMLElement): string {
  const { top, bottom } = stop.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) return `${stop.innerText || stop.tagName} is out of view: ${top} to ${bottom} of ${innerHeight}`;
  const bar = actions.getBoundingClientRect();
  return actions.contains(stop) || bottom <= bar.top || top >= bar.bottom ? '' : `${stop.innerText || stop.tagName} is under the buttons`;
}

describe('what has the focus', () => {
  // Tips that still unfold would push what is looked at.
  beforeEach(() => usePreferences({ 'prefers-reduced-motion': 'reduce' }));

  for (const [width, height, offered] of [[320, 256, ''], [320, 480, ''], [400, 360, ''], [320, 256, ' with that for the phone'], [320, 500, ' with that for the phone']] as const) {
    for (const way of ['forwards', 'backwards'] as const) {
      it(`is never hidden by the buttons that stick${offered}, at ${width} × ${height} px ${way}`, async () => {
        await useWindow(width, height);
        const element = await betweenLinks(offered === '' ? showGuidance : () => WAY_SCREENS['phone-offer'].arrive({}));
        part<HTMLDetailsElement>(element, 'tips').open = true;
        // The page's own words and controls in the slots above the buttons.
        element.innerHTML = `
          <p slot="description">By law. <a href="#">Read more</a></p>
          <label slot="consent"><input type="checkbox" /> I agree</label>
          <p slot="footer"><a href="#">Help</a></p>`;
        const actions = part(element, 'actions');
        if (way === 'backwards') (element.nextElementSibling as HTMLElement).focus();
        const stops = await tabThrough(element, (stop) => void expect(hiddenPart(stop, actions)).to.equal(''), way);
        expect(stops).to.have.length(offered === '' ? 5 : 6);
      });
    }

    if (offered === '') it(`is not hidden by them when it was under them before, at ${width} × ${height} px`, async () => {
      await useWindow(width, height);
      const element = await betweenLinks(showGuidance);
      element.innerHTML = '<label slot="consent"><input type="checkbox" /> I agree</label>';
      const actions = part(element, 'actions');
      for (const stop of [part(element, 'tips-title'), element.querySelector('input')!]) {
        focused().blur();
        scrollTo(0, 0);
        // Scrolled until it lies under the buttons.
        scrollBy(0, stop.getBoundingClientRect().bottom - actions.getBoundingClientRect().bottom);
        expect(hiddenPart(stop, actions), 'before').to.contain('under');
        const before = stop.matches('input') ? part(element, 'tips-title') : (element.previousElementSibling as HTMLElement);
        before.focus({ preventScroll: true });
        await tab();
        expect(focused() === stop).to.be.true;
        expect(hiddenPart(stop, actions)).to.equal('');
      }
    });
  }
});
