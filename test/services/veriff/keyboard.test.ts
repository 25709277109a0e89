import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { onCleanup } from '../../helpers/element-cleanup.js';
import { painted } from '../../helpers/veriff-look.js';
import { button, open, openReady, openStarted, TEXT, type Opening } from '../../helpers/veriff-opening.js';
import { expectFocus, expectOther, wordsOf } from '../../helpers/veriff-page.js';

async function pressShiftTab(): Promise<void> {
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: 'Tab' });
  await sendKeys({ up: 'Shift' });
}

async function focusClose(opening: Opening): Promise<void> {
  button(opening, TEXT.close).focus();
  await painted();
}

/** What Tab reaches within the dialog, from Close on; `null` stands for the browser's own controls, and for the dialog, through which some come back. */
async function orderOf(opening: Opening, presses: number): Promise<readonly (string | null)[]> {
  const order: (string | null)[] = [];
  await focusClose(opening);
  for (let times = 0; times < presses; times++) {
    await sendKeys({ press: 'Tab' });
    const { activeElement } = document;
    order.push(activeElement === document.body || activeElement === opening.dialog() ? null : wordsOf(activeElement));
  }
  return order;
}

describe('the keyboard in the dialog', () => {
  it('begins in the frame', () => {
    const opening = open();
    expectFocus(opening.frame());
  });

  it('goes from Close into the frame and back', async () => {
    const opening = await openReady();
    await focusClose(opening);
    await sendKeys({ press: 'Tab' });
    expectFocus(opening.frame());
    await pressShiftTab();
    await waitUntil(() => document.activeElement === button(opening, TEXT.close), 'Shift+Tab did not reach Close');
  });

  it('goes round Close and the answers while it asks, and not into the frame', async () => {
    const opening = await openStarted();
    button(opening, TEXT.close).click();
    const [close, stay, leave] = [TEXT.close, TEXT.stay, TEXT.leave].map((name) => wordsOf(button(opening, name)));
    const order = await orderOf(opening, 12);
    expect(order.filter((control) => control !== null).slice(0, 6)).to.deep.equal([stay, leave, close, stay, leave, close]);
  });

  it('does not reach the answers before it asks, nor after', async () => {
    const opening = await openStarted();
    const answers = [TEXT.stay, TEXT.leave].map((name) => wordsOf(button(opening, name)));
    expect(await orderOf(opening, 4)).not.to.include.members(answers);
    button(opening, TEXT.close).click();
    button(opening, TEXT.stay).click();
    const order = await orderOf(opening, 4);
    for (const answer of answers) expect(order).not.to.include(answer);
    expect(order).to.include(wordsOf(opening.frame()));
  });

  it('reaches nothing of the page behind', async () => {
    const opener = document.body.appendChild(document.createElement('button'));
    onCleanup(() => opener.remove());
    const opening = await openReady();
    opener.focus();
    expectOther(document.activeElement, opener);
    await focusClose(opening);
    for (let times = 0; times < 6; times++) {
      await sendKeys({ press: 'Tab' });
      expectOther(document.activeElement, opener);
    }
  });

  it('shows where the focus is, on each control', async () => {
    const opening = await openStarted();
    button(opening, TEXT.close).click();
    const ways: readonly (readonly [name: string, press: () => Promise<void>])[] = [
      // By keys: browsers show the ring to those who use them.
      [TEXT.leave, () => sendKeys({ press: 'Tab' })],
      [TEXT.stay, pressShiftTab],
      [TEXT.close, pressShiftTab],
    ];
    for (const [name, press] of ways) {
      const control = button(opening, name);
      await press();
      expectFocus(control);
      const { outlineStyle, outlineWidth } = getComputedStyle(control);
      expect(`${outlineStyle} ${outlineWidth}`, name).to.equal('solid 2px');
    }
  });
});
