import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expectAsked, painted } from '../../helpers/veriff-look.js';
import { asks, button, find, openStarted, TEXT, type Opening } from '../../helpers/veriff-opening.js';
import { expectFocus, expectOther } from '../../helpers/veriff-page.js';

/** Keys pressed within the frame reach Veriff alone. */
async function pressEscape(opening: Opening): Promise<void> {
  if (document.activeElement === opening.frame()) button(opening, TEXT.close).focus();
  await press('Escape');
}

async function press(key: string): Promise<void> {
  await painted();
  await sendKeys({ press: key });
}

/** A key that is held down: browsers repeat it. */
async function hold(key: string, times: number): Promise<void> {
  await painted();
  for (let time = 0; time < times; time++) await sendKeys({ down: key });
  await sendKeys({ up: key });
}

let clicks = 0;

/** Each click is a single one: engines that count by themselves take two at one place for a double click. */
async function clickOn(element: Element): Promise<void> {
  const { x, y, width, height } = element.getBoundingClientRect();
  await clickAt(x + width / 2 + (clicks++ % 2 === 0 ? -9 : 9), y + height / 2);
}

async function clickAt(x: number, y: number): Promise<void> {
  await painted();
  await sendMouse({ type: 'click', position: [Math.round(x), Math.round(y)] });
}

/** The last click of a double click, or of one more: the runner's own mouse knows single ones alone. */
function clickAgain(control: HTMLElement, detail: number): void {
  control.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail }));
}

async function say(opening: Opening, name: 'started' | 'submitted'): Promise<void> {
  const heard = opening.told.length;
  opening.say(`VERIFF_${name.toUpperCase()}`);
  await opening.settled();
  expect(opening.told.slice(heard)).to.deep.equal([name]);
}

/** It is still there, and nothing was said of a close. */
function expectOpen(opening: Opening, told: readonly string[] = ['handshake', 'started']): void {
  expect(opening.told).to.deep.equal(told);
  expect(opening.dialog().matches(':modal')).to.be.true;
}

function expectClosed({ told }: Opening, before: readonly string[] = ['handshake', 'started']): void {
  expect(told).to.deep.equal([...before, 'closed']);
  expect(document.querySelector('dialog.kyc-verification-dialog, #veriffFrame')).to.be.null;
}

/** Ways in which a user asks to close. */
const WISHES: Record<string, (opening: Opening) => Promise<void> | void> = {
  'a click on Close': (opening) => clickOn(button(opening, TEXT.close)),
  'Enter on Close': async (opening) => {
    button(opening, TEXT.close).focus();
    await press('Enter');
  },
  Escape: pressEscape,
  'the browser’s own request': (opening) => {
    const request = new Event('cancel', { cancelable: true });
    opening.dialog().dispatchEvent(request);
    expect(request.defaultPrevented).to.be.true;
  },
};

describe('closing what the user has begun', () => {
  for (const [name, wish] of Object.entries(WISHES)) {
    it(`asks at ${name}, with Stay in focus and the frame out of reach`, async () => {
      const opening = await openStarted();
      await wish(opening);
      expectAsked(opening);
      expectFocus(button(opening, TEXT.stay));
      expect(opening.frame().inert).to.be.true;
      expectOpen(opening);
    });

    it(`goes on when the answer to ${name} is to stay, and asks again the next time`, async () => {
      const opening = await openStarted();
      for (let times = 0; times < 3; times++) {
        await wish(opening);
        expect(asks(opening)).to.be.true;
        await press('Enter');
        expect(asks(opening)).to.be.false;
        expect(opening.frame().inert).to.be.false;
        await waitUntil(() => document.activeElement === opening.frame(), 'The focus does not go back to the frame');
      }
      expectOpen(opening);
    });

    it(`leaves when the answer to ${name} is to leave`, async () => {
      const opening = await openStarted();
      await wish(opening);
      await clickOn(button(opening, TEXT.leave));
      expectClosed(opening);
    });

    it(`asks once: ${name} a second time leaves`, async () => {
      const opening = await openStarted();
      await wish(opening);
      await wish(opening);
      expectClosed(opening);
    });

    it(`asks no longer after the user has submitted, at ${name}`, async () => {
      const opening = await openStarted();
      await say(opening, 'submitted');
      await wish(opening);
      expectClosed(opening, ['handshake', 'started', 'submitted']);
    });
  }

  it('asks in the words that were given', async () => {
    const opening = await openStarted();
    button(opening, TEXT.close).click();
    const panel = find<HTMLElement>('[role=alertdialog]', opening.dialog());
    expect(panel.innerText).to.contain(TEXT.leaveTitle).and.to.contain(TEXT.leaveText);
    expect(panel.getAttribute('aria-label')).to.equal(`${TEXT.leaveTitle} ${TEXT.leaveText}`);
  });

  it('asks at Escape when nothing in the dialog has the focus', async () => {
    const opening = await openStarted();
    await clickOn(find('span', opening.dialog()));
    expectOther(document.activeElement, opening.frame());
    await press('Escape');
    expect(asks(opening)).to.be.true;
    expectOpen(opening);
  });

  it('asks again when the user begins anew after having submitted', async () => {
    const opening = await openStarted();
    await say(opening, 'submitted');
    await say(opening, 'started');
    button(opening, TEXT.close).click();
    expect(asks(opening)).to.be.true;
    expectOpen(opening, ['handshake', 'started', 'submitted', 'started']);
  });

  it('keeps the question, and both answers, when the frame submits meanwhile', async () => {
    const opening = await openStarted();
    button(opening, TEXT.close).click();
    await say(opening, 'submitted');
    expectAsked(opening);
    button(opening, TEXT.stay).click();
    expect(asks(opening)).to.be.false;
    expect(opening.frame().inert).to.be.false;
    expectFocus(opening.frame());
  });

  it('lets no click through to the frame while it asks', async () => {
    const opening = await openStarted();
    button(opening, TEXT.close).click();
    await clickAt(10, innerHeight - 10);
    expectOther(document.activeElement, opening.frame());
    expect(asks(opening)).to.be.true;
    expectOpen(opening);
  });
});

describe('one wish that comes several times', () => {
  it('is no answer to the question as the further clicks of a double or triple click', async () => {
    const opening = await openStarted();
    await clickOn(button(opening, TEXT.close));
    for (const detail of [2, 3]) clickAgain(button(opening, TEXT.close), detail);
    expect(asks(opening)).to.be.true;
    expectOpen(opening);
  });

  it('is a wish of its own as a further single click', async () => {
    const opening = await openStarted();
    await clickOn(button(opening, TEXT.close));
    clickAgain(button(opening, TEXT.close), 2);
    await clickOn(button(opening, TEXT.close));
    expectClosed(opening);
  });

  it('is no answer to the question as an Escape that is held down', async () => {
    const opening = await openStarted();
    button(opening, TEXT.close).focus();
    await hold('Escape', 6);
    expect(asks(opening)).to.be.true;
    expectOpen(opening);
    await press('Escape');
    expectClosed(opening);
  });

  for (const [name, key] of Object.entries({ Enter: 'Enter', Space: ' ' })) {
    it(`does not leave as ${name} held down on Close`, async () => {
      const opening = await openStarted();
      button(opening, TEXT.close).focus();
      await hold(key, 6);
      expectOpen(opening);
      // It asks, and nobody has answered yet.
      if (key === 'Enter') expect(asks(opening)).to.be.true;
    });
  }
});
