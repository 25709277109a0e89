import { expect } from '@open-wc/testing';
import { closedTree, place } from '../../helpers/element-fixture.js';
import { has, hasFocus, part } from '../../helpers/element-parts.js';
import { refuses, says } from '../../helpers/element-endpoint.js';
import { submit } from '../../helpers/heard-journeys-outcomes.js';
import { HOUR, MINUTE, arrive, headingOf, tells, type User } from '../../helpers/heard-user.js';

/** The element itself has the focus, on something in its tree or its slots. */
function expectInside({ element }: User): void {
  const { activeElement } = element.getRootNode() as Document | ShadowRoot;
  expect(element.contains(activeElement), `${element.state}: ${activeElement?.localName}`).to.be.true;
}

describe('the focus of somebody who works by keyboard is never lost', () => {
  const places: readonly (readonly [where: string, make: () => Node])[] = [
    ['on the page', () => document.body],
    ['in a modal dialog of the page', () => {
      const dialog = place(document.createElement('dialog'));
      dialog.showModal();
      return dialog;
    }],
    ['in a closed shadow tree', () => closedTree()],
    ['in a form', () => place(document.createElement('form'))],
    ['in a popover of the page', () => {
      const popover = place(Object.assign(document.createElement('div'), { popover: 'manual' }));
      popover.showPopover();
      return popover;
    }],
  ];
  for (const [where, make] of places) {
    it(`${where}: to Veriff, back by a cancel, to Veriff again, over the review to the verdict`, async () => {
      const user = await arrive(undefined, {}, make());
      const frame = await user.open();
      expect(document.activeElement instanceof HTMLIFrameElement).to.be.true;
      await user.meanwhile(() => frame.say('CANCELED'));
      await user.reaches('guidance');
      expectInside(user);
      await submit(user, 'continue-button');
      expectInside(user);
      expect(hasFocus(headingOf(user.element)) || where.includes('closed')).to.be.true;
      user.endpoint.answerGet(tells('VERIFIED'));
      await user.wait(MINUTE);
      await user.reaches('verified');
      expectInside(user);
    });
  }

  for (const answer of ['VERIFIED', 'REJECTED', 'EXPIRED'] as const) {
    it(`when ${answer} closes Veriff, it is at the heading`, async () => {
      const user = await arrive();
      await user.open();
      user.endpoint.answerGet(tells(answer));
      await user.wait(MINUTE);
      expect(hasFocus(headingOf(user.element))).to.be.true;
    });
  }

  it('when the page takes the dialog away, it is at the heading', async () => {
    const user = await arrive();
    await user.open();
    await user.meanwhile(() => document.querySelector('dialog.kyc-verification-dialog')?.remove());
    expect(hasFocus(headingOf(user.element))).to.be.true;
  });

  it('when the page takes the frame out of the dialog, it is at the heading', async () => {
    const user = await arrive();
    await user.open();
    await user.meanwhile(() => document.querySelector('dialog.kyc-verification-dialog iframe')?.remove());
    await user.reaches('guidance');
    expect(hasFocus(headingOf(user.element))).to.be.true;
  });

  it('when the time has come to try again, and Try again stands where Check now was, it is at the heading', async () => {
    const user = await arrive(says('REJECTED', { retryAt: new Date(Date.now() + HOUR).toISOString() }));
    await user.press('check-button');
    await user.wait(2 * HOUR);
    expect(has(user.element, 'retry-button')).to.be.true;
    expect(hasFocus(headingOf(user.element))).to.be.true;
  });

  it('on the tips, it is at the heading when they go away', async () => {
    const user = await arrive();
    part(user.element, 'tips-title').focus();
    user.endpoint.answerGet(tells('VERIFIED'));
    await user.meanwhile(() => user.element.checkStatus());
    expect(hasFocus(headingOf(user.element))).to.be.true;
  });

  it('on a link of the page in a slot, it is at the heading when the slot goes away, and stays where it does not', async () => {
    const user = await arrive(refuses(404));
    const link = Object.assign(document.createElement('a'), { slot: 'failed', href: '#', textContent: 'Help' });
    user.element.append(link);
    link.focus();
    await user.press('retry-button');
    link.focus();
    await user.meanwhile(() => user.element.checkStatus());
    expect(hasFocus(link)).to.be.true;
    user.endpoint.answerGet(tells('VERIFIED'));
    await user.meanwhile(() => user.element.checkStatus());
    expect(hasFocus(headingOf(user.element))).to.be.true;
  });

  it('elsewhere on the page it is left alone on all screens', async () => {
    const user = await arrive();
    const field = place(document.createElement('input'));
    field.focus();
    for (const answer of ['PENDING', 'REJECTED', 'PENDING', 'EXPIRED', 'VERIFIED']) {
      user.endpoint.answerGet(tells(answer));
      await user.meanwhile(() => user.element.checkStatus());
      expect(hasFocus(field), answer).to.be.true;
    }
  });

  for (const [where, home] of [['on the page', () => document.body], ['into a closed shadow tree', () => closedTree()]] as const) {
    it(`when the page moves the element ${where}, it is where it was`, async () => {
      const user = await arrive();
      const button = part(user.element, 'start-button');
      button.focus();
      home().append(user.element);
      expect(user.element.shadowRoot?.activeElement === button).to.be.true;
      await user.meanwhile(() => undefined);
      expect(user.said).to.deep.equal([]);
    });
  }

  it('and it is taken from nothing else: not where the page has moved it, nor when the element comes back later', async () => {
    const user = await arrive();
    const field = place(document.createElement('input'));
    part(user.element, 'start-button').focus();
    user.element.remove();
    field.focus();
    document.body.append(user.element);
    expect(document.activeElement === field).to.be.true;
    part(user.element, 'start-button').focus();
    user.element.remove();
    await user.wait(MINUTE);
    document.body.append(user.element);
    await user.reaches('guidance');
    expect(document.activeElement === document.body).to.be.true;
  });
});

describe('a heading that the focus goes to', () => {
  /** Each heading once, whether by the focus or by the live region. */
  function expectOnce({ focused, said }: User, title: string): void {
    const times = [...focused, ...said].filter((words) => words === title || words.startsWith(`${title}. `));
    expect(times.length, [...focused, ...said].join(' | ')).to.equal(1);
  }

  it('is not told once more by the live region, at the result', async () => {
    const user = await arrive();
    user.endpoint.answerGet(tells('VERIFIED'));
    await submit(user);
    user.endpoint.answerGet(tells('VERIFIED'));
    await user.wait(MINUTE);
    expectOnce(user, 'We’re checking your documents');
    expectOnce(user, 'You’re verified');
  });

  it('is not told once more by the live region, after an error', async () => {
    const user = await arrive();
    user.endpoint.answerPost(refuses(429));
    await user.press('start-button');
    await user.reaches('failed');
    expectOnce(user, 'Too many tries');
  });

  it('is not told once more by the live region, after a cancel', async () => {
    const user = await arrive();
    const frame = await user.open();
    await user.meanwhile(() => frame.say('CANCELED'));
    expectOnce(user, 'Pick up where you left off');
  });
});
