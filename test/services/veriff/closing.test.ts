import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { onCleanup } from '../../helpers/element-cleanup.js';
import { painted } from '../../helpers/veriff-look.js';
import { button, open, openReady, openStarted, TEXT, type Opening } from '../../helpers/veriff-opening.js';
import { expectFocus, expectSame } from '../../helpers/veriff-page.js';

function expectGone({ told }: Opening, expected: readonly string[]): void {
  expect(told).to.deep.equal(expected);
  expect(document.querySelector('dialog.kyc-verification-dialog, #veriffFrame')).to.be.null;
}

async function pressEscape(opening: Opening): Promise<void> {
  // Keys pressed within the frame reach Veriff alone.
  if (document.activeElement === opening.frame()) button(opening, TEXT.close).focus();
  await painted();
  await sendKeys({ press: 'Escape' });
}

function addOpener(): HTMLButtonElement {
  const opener = document.createElement('button');
  opener.textContent = 'Start';
  document.body.append(opener);
  onCleanup(() => opener.remove());
  opener.focus();
  return opener;
}

describe('closing Veriff’s frame', () => {
  it('needs one press of Close before the user has begun', async () => {
    const opening = await openReady();
    button(opening, TEXT.close).click();
    expectGone(opening, ['handshake', 'closed']);
  });

  it('needs one press of Close before the frame has answered', () => {
    const opening = open();
    button(opening, TEXT.close).click();
    expectGone(opening, ['closed']);
  });

  it('needs one Escape before the user has begun', async () => {
    const opening = await openReady();
    await pressEscape(opening);
    expectGone(opening, ['handshake', 'closed']);
  });

  it('takes no notice of a cancel of a file input within it', async () => {
    const opening = await openReady();
    const input = document.createElement('input');
    opening.dialog().append(input);
    input.dispatchEvent(new Event('cancel', { bubbles: true }));
    expect(opening.dialog().open).to.be.true;
    expect(opening.told).to.deep.equal(['handshake']);
  });

  it('counts it as the user’s when the browser closes the dialog', async () => {
    const opening = await openStarted();
    opening.dialog().close();
    await opening.hears('closed');
    expectGone(opening, ['handshake', 'started', 'closed']);
  });

  it('works also where the page has taken the open attribute away', async () => {
    const opening = await openReady();
    opening.dialog().removeAttribute('open');
    button(opening, TEXT.close).click();
    expectGone(opening, ['handshake', 'closed']);
  });

  it('gives the focus back to what opened it', async () => {
    const opener = addOpener();
    const opening = await openReady();
    expectFocus(opening.frame());
    opening.close();
    expectFocus(opener);
  });

  it('gives the focus back into a closed shadow root', async () => {
    const host = document.createElement('div');
    // Partners put the element into such ones.
    // eslint-disable-next-line wc/no-closed-shadow-root
    const root = host.attachShadow({ mode: 'closed' });
    const opener = root.appendChild(document.createElement('button'));
    document.body.append(host);
    onCleanup(() => host.remove());
    opener.focus();
    const opening = await openReady({ themedLike: opener });
    button(opening, TEXT.close).click();
    expectFocus(host);
    expectSame(root.activeElement, opener);
  });

  it('closes nothing the second time', async () => {
    const opener = addOpener();
    const opening = await openReady();
    opening.close();
    document.body.style.overflow = 'clip';
    onCleanup(() => document.body.removeAttribute('style'));
    const other = await openReady();
    opening.close();
    opening.close();
    expect(other.dialog().open).to.be.true;
    other.close();
    expect(document.body.style.overflow).to.equal('clip');
    expectFocus(opener);
    expect([...opening.told, ...other.told]).to.deep.equal(['handshake', 'handshake']);
  });

  it('tells nobody when the caller closes it', async () => {
    const opening = await openStarted();
    opening.close();
    await waitUntil(() => document.querySelector('#veriffFrame') === null);
    expectGone(opening, ['handshake', 'started']);
  });
});
