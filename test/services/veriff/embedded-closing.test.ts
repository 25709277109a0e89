import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { onCleanup } from '../../helpers/element-cleanup.js';
import { addButton, addHost, embedReady, embedStarted } from '../../helpers/veriff-embedding.js';
import { painted } from '../../helpers/veriff-look.js';
import { asks, button, TEXT, type Opening } from '../../helpers/veriff-opening.js';
import { expectFocus, wordsOf } from '../../helpers/veriff-page.js';

async function press(key: string, from: HTMLElement): Promise<void> {
  from.focus();
  await painted();
  await sendKeys({ press: key });
}

function expectOpen(opening: Opening, told: readonly string[] = ['handshake', 'started']): void {
  expect(opening.told).to.deep.equal(told);
  expect(opening.frame().isConnected).to.be.true;
}

function expectClosed({ told }: Opening, before: readonly string[] = ['handshake', 'started']): void {
  expect(told).to.deep.equal([...before, 'closed']);
  expect(document.querySelector('.kyc-verification-frame, #veriffFrame')).to.be.null;
}

describe('closing a frame within the page', () => {
  const WISHES: Record<string, (opening: Opening) => Promise<void> | void> = {
    'a click on Close': (opening) => button(opening, TEXT.close).click(),
    'Enter on Close': (opening) => press('Enter', button(opening, TEXT.close)),
    'Escape on Close': (opening) => press('Escape', button(opening, TEXT.close)),
  };

  for (const [name, wish] of Object.entries(WISHES)) {
    it(`needs ${name} once before the user has begun`, async () => {
      const opening = await embedReady();
      await wish(opening);
      expectClosed(opening, ['handshake']);
    });

    it(`asks at ${name} once the user has begun, with Stay in focus and the frame out of reach`, async () => {
      const opening = await embedStarted();
      await wish(opening);
      expect(asks(opening)).to.be.true;
      expectFocus(button(opening, TEXT.stay));
      expect(opening.frame().inert).to.be.true;
      expectOpen(opening);
    });

    it(`goes on when the answer to ${name} is to stay, and asks again the next time`, async () => {
      const opening = await embedStarted();
      for (let times = 0; times < 2; times++) {
        await wish(opening);
        await press('Enter', button(opening, TEXT.stay));
        expect(asks(opening)).to.be.false;
        expect([opening.frame().inert, opening.frame().parentElement?.inert]).to.deep.equal([false, false]);
        await waitUntil(() => document.activeElement === opening.frame(), 'The focus does not go back to the frame');
      }
      expectOpen(opening);
    });

    it(`leaves when the answer to ${name} is to leave, or it comes a second time`, async () => {
      const answered = await embedStarted();
      await wish(answered);
      button(answered, TEXT.leave).click();
      expectClosed(answered);
      const asked = await embedStarted();
      await wish(asked);
      await wish(asked);
      expectClosed(asked);
    });
  }

  it('asks no longer after the user has submitted', async () => {
    const opening = await embedStarted();
    opening.say('VERIFF_SUBMITTED');
    await opening.hears('submitted');
    button(opening, TEXT.close).click();
    expectClosed(opening, ['handshake', 'started', 'submitted']);
  });

  it('is not asked for by Escape elsewhere in the page', async () => {
    const control = addButton('Of the page');
    const opening = await embedStarted();
    await press('Escape', control);
    expect(asks(opening)).to.be.false;
    expectOpen(opening);
  });

  it('is asked for by an Escape that closes nothing else: a dialog of the page around the element stays', async () => {
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    onCleanup(() => dialog.remove());
    dialog.showModal();
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent): unknown => heard.push(key);
    document.addEventListener('keydown', listen);
    onCleanup(() => document.removeEventListener('keydown', listen));
    const opening = await embedStarted(addHost('', dialog));
    await press('Escape', button(opening, TEXT.close));
    expect(asks(opening)).to.be.true;
    expect(dialog.open).to.be.true;
    expect(heard).not.to.include('Escape');
  });

  it('is one wish as a double click', async () => {
    const opening = await embedStarted();
    const close = button(opening, TEXT.close);
    for (const detail of [1, 2]) close.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
    expect(asks(opening)).to.be.true;
    expectOpen(opening);
  });
});

describe('the keyboard around a frame within the page', () => {
  it('goes from the page to Close, into the frame, and on to the page', async () => {
    const before = addButton('Before');
    const host = addHost();
    const after = addButton('After');
    const opening = await embedReady(host);
    await press('Tab', before);
    expectFocus(button(opening, TEXT.close));
    await sendKeys({ press: 'Tab' });
    expectFocus(opening.frame());
    // Through the frame's own control.
    for (let times = 0; times < 3 && document.activeElement === opening.frame(); times++) {
      await sendKeys({ press: 'Tab' });
      await painted();
    }
    expectFocus(after);
  });

  it('reaches the answers while it asks, not the frame, and then the page', async () => {
    const host = addHost();
    const after = addButton('After');
    const opening = await embedStarted(host);
    button(opening, TEXT.close).click();
    const order = [wordsOf(document.activeElement)];
    await painted();
    for (let times = 0; times < 2; times++) {
      await sendKeys({ press: 'Tab' });
      order.push(wordsOf(document.activeElement));
    }
    expect(order).to.deep.equal([button(opening, TEXT.stay), button(opening, TEXT.leave), after].map(wordsOf));
  });

  it('shows where the focus is', async () => {
    const before = addButton('Before');
    const opening = await embedReady();
    before.remove();
    document.body.prepend(before);
    await press('Tab', before);
    const { outlineStyle, outlineWidth } = getComputedStyle(button(opening, TEXT.close));
    expectFocus(button(opening, TEXT.close));
    expect(`${outlineStyle} ${outlineWidth}`).to.equal('solid 2px');
  });
});
