import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { arriveIn } from '../helpers/element-arrivals.js';
import { seen } from '../helpers/element-colors.js';
import { scriptEndpoint } from '../helpers/element-endpoint.js';
import { create, mountIn, place, reach } from '../helpers/element-fixture.js';
import { openFrame } from '../helpers/element-frame.js';
import { hasFocus, one, part } from '../helpers/element-parts.js';
import { eventually, settle } from '../helpers/element-time.js';
import { useColorScheme, usePageStyle } from '../helpers/element-viewing.js';
import { readGuide } from '../helpers/theming-guide.js';
import { THEME, VALUES } from '../helpers/theming-values.js';

const guide = await readGuide();

interface Dialog {
  readonly node: HTMLDialogElement;
  readonly bar: CSSStyleDeclaration;
  readonly close: HTMLButtonElement;
}

/** The window around Veriff, opened by an element. */
function dialog(): Dialog {
  const node = one<HTMLDialogElement>(document, 'body > dialog.kyc-verification-dialog');
  const bar = node.firstElementChild!;
  return { node, bar: getComputedStyle(bar), close: bar.querySelector('button')! };
}

async function shiftTab(): Promise<void> {
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: 'Tab' });
  await sendKeys({ up: 'Shift' });
}

/** Its question whether to leave, which is asked once the user has begun. */
async function ask({ node, close }: Dialog): Promise<[stay: HTMLButtonElement, leave: HTMLButtonElement]> {
  const question = one(node, '[role="alertdialog"]');
  await eventually(() => (close.click(), question.checkVisibility()), 'the question');
  const [stay, leave] = question.querySelectorAll('button');
  return [stay!, leave!];
}

describe('the window around Veriff', () => {
  for (const property of guide.properties.keys()) {
    it(`has ${property} of the element`, async () => {
      usePageStyle(`kyc-verification { ${property}: ${VALUES[property]!}; }`);
      await arriveIn('verifying');
      expect(getComputedStyle(dialog().node).getPropertyValue(property)).to.equal(VALUES[property]);
    });
  }

  const hosts: Readonly<Record<string, string>> = { 'on the element': 'kyc-verification', 'on the page': ':root', 'around the element': '#around' };
  for (const [where, selector] of Object.entries(hosts)) {
    it(`wears the theme that is set ${where}`, async () => {
      usePageStyle(`${selector} { ${THEME} }`);
      scriptEndpoint();
      const element = place(create(), Object.assign(place(document.createElement('div')), { id: 'around' }));
      await reach(element, 'guidance');
      const frame = await openFrame(element);
      frame.say('STARTED');
      await settle();
      const { node, bar, close } = dialog();
      const [stay, leave] = await ask(dialog());
      const panel = getComputedStyle(stay.parentElement!.parentElement!);
      const worn: Record<string, readonly string[]> = {
        '--kyc-backdrop-color': [getComputedStyle(node).backgroundColor],
        '--kyc-surface-color': [bar.backgroundColor, panel.backgroundColor],
        '--kyc-border-color': [bar.borderBottomColor, panel.borderTopColor],
        '--kyc-text-color': [close, leave].map((button) => getComputedStyle(button).color),
        '--kyc-accent-color': [getComputedStyle(stay).backgroundColor],
        '--kyc-on-accent-color': [getComputedStyle(stay).color],
      };
      for (const [property, colors] of Object.entries(worn)) {
        for (const color of colors) expect(seen(color), property).to.deep.equal(seen(VALUES[property]!));
      }
      expect(panel.borderTopLeftRadius).to.equal(VALUES['--kyc-radius']);
      for (const button of [close, stay, leave]) {
        const { borderTopLeftRadius, fontFamily, fontSize } = getComputedStyle(button);
        expect([borderTopLeftRadius, fontFamily, fontSize]).to.deep.equal([VALUES['--kyc-radius'], VALUES['--kyc-font-family'], VALUES['--kyc-font-size']]);
      }
    });
  }

  it('shows the focus by --kyc-focus-ring', async () => {
    usePageStyle(`kyc-verification { ${THEME} }`);
    await arriveIn('verifying');
    const { close } = dialog();
    for (let presses = 0; presses < 5 && !hasFocus(close); presses++) await shiftTab();
    expect(hasFocus(close)).to.be.true;
    const { outlineWidth, outlineStyle, outlineColor } = getComputedStyle(close);
    expect(`${outlineWidth} ${outlineStyle} ${outlineColor}`).to.equal(VALUES['--kyc-focus-ring']);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`looks as the element does where nothing is set, ${scheme}`, async () => {
      await useColorScheme(scheme);
      scriptEndpoint();
      const element = await mountIn('guidance');
      const surface = getComputedStyle(part(element, 'guidance').querySelector('[part="document-list"]')!).backgroundColor;
      const { color, fontFamily, fontSize } = getComputedStyle(part(element, 'base'));
      const { backgroundColor, borderTopLeftRadius } = getComputedStyle(part(element, 'start-button'));
      (await openFrame(element)).say('STARTED');
      await settle();
      const { bar, close } = dialog();
      expect(seen(bar.backgroundColor)).to.deep.equal(seen(surface));
      expect(seen(getComputedStyle(close).color)).to.deep.equal(seen(color));
      expect([getComputedStyle(close).fontFamily, getComputedStyle(close).fontSize]).to.deep.equal([fontFamily, fontSize]);
      const [stay] = await ask(dialog());
      expect(seen(getComputedStyle(stay).backgroundColor)).to.deep.equal(seen(backgroundColor));
      expect(getComputedStyle(stay).borderTopLeftRadius).to.equal(borderTopLeftRadius);
    });
  }

  it('is reached by no part', async () => {
    usePageStyle('kyc-verification::part(base), kyc-verification::part(primary-button) { color: rgb(1, 2, 3); }');
    await arriveIn('verifying');
    const { node } = dialog();
    expect(node.querySelector('[part]') === null).to.be.true;
    for (const within of node.querySelectorAll('*')) expect(getComputedStyle(within).color).not.to.equal('rgb(1, 2, 3)');
  });
});
