import { expect, waitUntil } from '@open-wc/testing';
import { onCleanup } from '../../helpers/element-cleanup.js';
import { itUnless, unlessMoveBefore } from '../../helpers/unless.js';
import { addHost, embed, embedReady, embedStarted } from '../../helpers/veriff-embedding.js';
import { button, TEXT, type Opening } from '../../helpers/veriff-opening.js';
import { countListeners, expectOther, expectSame, tracesOf } from '../../helpers/veriff-page.js';

const hostOf = (opening: Opening): HTMLElement => opening.stage().parentElement!;

function expectOpen(opening: Opening, told: readonly string[]): void {
  expect(opening.told).to.deep.equal(told);
  expect(opening.frame().isConnected).to.be.true;
}

/** How an open frame can end. */
const ENDS: Record<string, (opening: Opening) => void> = {
  'the caller closes it': ({ close }) => close(),
  'the user presses Close': (opening) => button(opening, TEXT.close).click(),
  'the frame says that it is finished': (opening) => opening.say('VERIFF_FINISHED'),
  'the frame says that it is canceled': (opening) => opening.say('VERIFF_CANCELED'),
  'the page removes the element': (opening) => hostOf(opening).remove(),
  'the page removes what is around the element': (opening) => hostOf(opening).parentElement!.remove(),
  'the page empties the element': (opening) => hostOf(opening).replaceChildren(),
  'the page removes the container': (opening) => opening.stage().remove(),
  'the page empties the container': (opening) => opening.stage().replaceChildren(),
  'the page removes the frame': (opening) => opening.frame().remove(),
  'the page takes the element out, and puts it in again': (opening) => document.body.append(hostOf(opening)),
  'the page moves the container': (opening) => document.body.append(opening.stage()),
  'the page moves the frame': (opening) => opening.stage().append(opening.frame()),
  'the page writes what is around the element anew': (opening) => {
    const outer = hostOf(opening).parentElement!;
    outer.innerHTML += '';
  },
};

describe('after a frame within the page is closed', () => {
  async function embedDeep(): Promise<Opening> {
    const [outer, inner] = [document.createElement('main'), document.createElement('section')];
    outer.append(inner);
    document.body.append(outer);
    onCleanup(() => outer.remove());
    return embedReady(addHost('', inner));
  }

  for (const [name, end] of Object.entries(ENDS)) {
    it(`nothing is left when ${name}`, async () => {
      const listeners = countListeners();
      const [listening, before] = [listeners(), tracesOf()];
      const opening = await embedDeep();
      expect(tracesOf()).not.to.deep.equal(before);
      end(opening);
      await waitUntil(() => document.querySelector('#veriffFrame, .kyc-verification-frame') === null);
      await waitUntil(() => listeners().length <= listening.length + 1, listeners().join(', '));
      expect(listeners()).to.deep.equal([...listening, 'message'].sort());
      expect(tracesOf()).to.deep.equal(before);
    });
  }

  for (const name of Object.keys(ENDS).filter((name) => name.startsWith('the page'))) {
    it(`the user counts as having closed it, once, when ${name}`, async () => {
      const opening = await embedDeep();
      ENDS[name]!(opening);
      await opening.hears('closed');
      opening.close();
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(opening.told).to.deep.equal(['handshake', 'closed']);
    });
  }

  it('it can be closed again without a word, and another one be opened', async () => {
    const opening = await embedReady();
    opening.close();
    const other = await embedReady();
    opening.close();
    expectOpen(other, ['handshake']);
    expect(opening.told).to.deep.equal(['handshake']);
  });
});

describe('a frame within the page goes on', () => {
  it('while the page changes around it', async () => {
    const opening = await embedStarted();
    const frame = opening.frame();
    for (const parent of [document.body, hostOf(opening), opening.stage()]) {
      const note = parent.appendChild(document.createElement('p'));
      await opening.settled();
      note.remove();
      await opening.settled();
    }
    expectSame(opening.frame(), frame);
    expectOpen(opening, ['handshake', 'started']);
  });

  itUnless(unlessMoveBefore, 'when the page moves the element by moveBefore, and is closed when it is removed from there', async () => {
    const target = document.body.appendChild(document.createElement('section'));
    onCleanup(() => target.remove());
    const opening = await embedStarted();
    const [frame, host] = [opening.frame(), hostOf(opening)];
    const loads = opening.reports.length;
    (target as unknown as { moveBefore(node: Node, before: Node | null): void }).moveBefore(host, null);
    await opening.settled();
    expectSame(opening.frame(), frame);
    expect(opening.reports.length).to.equal(loads);
    expectOpen(opening, ['handshake', 'started']);
    target.replaceChildren();
    await opening.hears('closed');
    expect(document.querySelector('.kyc-verification-frame, #veriffFrame')).to.be.null;
  });
});

describe('a copy of the container that the page has made', () => {
  it('does not keep another frame from being opened', () => {
    const copy = document.createElement('div');
    copy.className = 'kyc-verification-frame';
    copy.slot = 'veriff';
    copy.innerHTML = '<div><iframe id="veriffFrame"></iframe></div>';
    document.body.append(copy);
    onCleanup(() => copy.remove());
    const own = document.createElement('div');
    own.className = 'kyc-verification-frame';
    document.body.append(own);
    onCleanup(() => own.remove());
    const opening = embed();
    expect(opening.told).to.deep.equal([]);
    expect([copy.isConnected, own.isConnected]).to.deep.equal([false, true]);
    expectOther(document.querySelector('#veriffFrame'), null);
    own.remove();
  });
});
