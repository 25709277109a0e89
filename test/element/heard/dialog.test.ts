import { expect } from '@open-wc/testing';
import { complete } from '../../../src/localization/complete.js';
import { loadMessages, messages } from '../../../src/localization/localize.js';
import { arrive, headingOf, type User } from '../../helpers/heard-user.js';
import { readThrough } from '../../helpers/heard-screen-reader.js';
import { hasFocus, one } from '../../helpers/element-parts.js';

const dialog = (): HTMLDialogElement => one<HTMLDialogElement>(document, 'dialog.kyc-verification-dialog');
const button = (name: string): HTMLButtonElement => {
  const found = [...dialog().querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (found === undefined) throw new Error(`No button ${name}.`);
  return found;
};

/** Veriff is open and the user has begun, and now wants to close it. */
async function ask(lang: string): Promise<User> {
  const user = await arrive(undefined, { lang });
  const frame = await user.open();
  await user.meanwhile(() => frame.say('STARTED'));
  await user.meanwhile(() => button(user.words.frame.close).click());
  return user;
}

for (const lang of ['en', 'de', 'ar'] as const) {
  describe(`the dialog around Veriff, in ${lang},`, () => {
    before(() => loadMessages(lang));

    it('is read as a dialog with its name, then Close, then what is going on', async () => {
      const user = await arrive(undefined, { lang });
      await user.press('start-button');
      await user.opened();
      const { label, close, opening } = complete(messages(lang)).frame;
      const phrases = await readThrough(dialog());
      const order = [`dialog, ${label}`, `button, ${close}`, 'status', opening.replace(/\s+/g, ' ')];
      const places = order.map((phrase) => phrases.indexOf(phrase));
      expect(places, phrases.join('\n')).not.to.include(-1);
      expect(places).to.deep.equal([...places].sort((before, after) => before - after));
    });

    it('gives the focus to a frame that has the name, too', async () => {
      const user = await arrive(undefined, { lang });
      await user.open();
      const { activeElement } = document;
      expect(activeElement instanceof HTMLIFrameElement && activeElement.title).to.equal(complete(messages(lang)).frame.label);
    });

    it('asks in a dialog of its own that has the question for a name, with the focus on Stay', async () => {
      const { words } = await ask(lang);
      const { leaveTitle, leaveText, stay, leave } = words.frame;
      expect(hasFocus(button(stay))).to.be.true;
      const phrases = await readThrough(dialog());
      expect(phrases, phrases.join('\n')).to.include.members([`alertdialog, ${leaveTitle} ${leaveText}`, `button, ${stay}`, `button, ${leave}`]);
    });

    it('says its words in the language of the element', async () => {
      const { words } = await ask(lang);
      expect(dialog().lang).to.equal(lang);
      expect(dialog().dir).to.equal(words.dir);
    });
  });
}

describe('the focus at the end of the dialog', () => {
  it('goes back to the frame when the user stays', async () => {
    const user = await ask('en');
    await user.meanwhile(() => button('Stay').click());
    expect(document.activeElement instanceof HTMLIFrameElement).to.be.true;
    expect(user.said).to.deep.equal(['One moment…']);
  });

  it('goes to the heading when the user leaves, and what can be done is announced once', async () => {
    const user = await ask('en');
    await user.meanwhile(() => button('Leave').click());
    await user.reaches('guidance');
    expect(hasFocus(headingOf(user.element))).to.be.true;
    expect(user.said.filter((words) => words.includes('You haven’t finished yet'))).to.have.length(1);
  });

  it('goes to the heading when Escape leaves before Veriff has begun', async () => {
    const user = await arrive();
    await user.press('start-button');
    await user.opened();
    await user.meanwhile(() => dialog().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })));
    await user.reaches('guidance');
    expect(hasFocus(headingOf(user.element))).to.be.true;
  });
});
