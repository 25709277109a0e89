import { expect, waitUntil } from '@open-wc/testing';
import { onCleanup, standIn } from '../../helpers/element-cleanup.js';
import { button, openReady, openStarted, TEXT, type Opening } from '../../helpers/veriff-opening.js';
import { countListeners, styleOf, tracesOf } from '../../helpers/veriff-page.js';

/** How an open frame can end. */
const ENDS: Record<string, (opening: Opening) => void> = {
  'the caller closes it': ({ close }) => close(),
  'the user presses Close': (opening) => button(opening, TEXT.close).click(),
  'the frame says that it is finished': (opening) => opening.say('VERIFF_FINISHED'),
  'the frame says that it is canceled': (opening) => opening.say('VERIFF_CANCELED'),
  'the browser closes the dialog': (opening) => opening.dialog().close(),
  'the page removes the dialog': (opening) => opening.dialog().remove(),
  'the page removes the SDK’s wrapper': (opening) => opening.frame().parentElement?.remove(),
  'the page removes the frame': (opening) => opening.frame().remove(),
  'the page empties the dialog': (opening) => opening.dialog().replaceChildren(),
  'the page replaces the wrapper’s content': (opening) => opening.frame().parentElement?.replaceChildren('gone'),
  'the page moves the dialog': (opening) => document.body.append(opening.dialog()),
  'the page moves the dialog out of its body': (opening) => document.documentElement.append(opening.dialog()),
  'the page moves the wrapper': (opening) => opening.dialog().prepend(opening.frame().parentElement!),
  'the page moves the frame': (opening) => opening.dialog().append(opening.frame()),
  'the page swaps its body': () => swap(document.body, document.createElement('body')),
  'the page removes its body': () => {
    const { body, documentElement } = document;
    body.remove();
    // After the observers have been told.
    queueMicrotask(() => documentElement.append(body));
  },
  'the page swaps its body, and carries its children over': () => {
    const [old, next] = [document.body, document.createElement('body')];
    next.append(...old.childNodes);
    onCleanup(() => old.append(...next.childNodes));
    swap(old, next);
  },
  'the page swaps its root': () => {
    const root = document.createElement('html');
    root.append(document.createElement('head'), document.createElement('body'));
    swap(document.documentElement, root);
  },
};

/** Puts another element in the place of `old` until the test ends. */
function swap<T extends HTMLElement>(old: T, next: T): void {
  old.replaceWith(next);
  onCleanup(() => next.replaceWith(old));
}

describe('after the frame is closed', () => {
  for (const [name, end] of Object.entries(ENDS)) {
    it(`nothing is left when ${name}`, async () => {
      const listeners = countListeners();
      const own = [document.body, document.documentElement];
      const [listening, before] = [listeners(), tracesOf()];
      const opening = await openReady();
      expect(tracesOf()).not.to.deep.equal(before);
      end(opening);
      await waitUntil(() => document.querySelector('#veriffFrame, dialog') === null);
      // The helper's own listener, and those of no one else.
      await waitUntil(() => listeners().length <= listening.length + 1, listeners().join(', '));
      expect(listeners()).to.deep.equal([...listening, 'message'].sort());
      expect(tracesOf()).to.deep.equal(before);
      expect(own.map(styleOf)).to.deep.equal([null, null]);
    });
  }

  for (const name of Object.keys(ENDS).filter((name) => name.startsWith('the page'))) {
    it(`the user counts as having closed it, once, when ${name}`, async () => {
      const opening = await openStarted();
      ENDS[name]!(opening);
      await opening.hears('closed');
      opening.close();
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(opening.told).to.deep.equal(['handshake', 'started', 'closed']);
    });
  }

  it('another one can be opened, after each of these ends', async () => {
    for (const [name, end] of Object.entries(ENDS)) {
      const opening = await openReady();
      end(opening);
      await waitUntil(() => document.querySelector('#veriffFrame, dialog') === null, name);
      opening.close();
    }
    expect((await openReady()).told).to.deep.equal(['handshake']);
  });

  it('the sheets of the page are those of before, also if the page has changed them meanwhile', async () => {
    const [own, added] = [new CSSStyleSheet(), new CSSStyleSheet()];
    document.adoptedStyleSheets = [own];
    onCleanup(() => (document.adoptedStyleSheets = []));
    const opening = await openReady();
    expect(document.adoptedStyleSheets.length).to.equal(2);
    document.adoptedStyleSheets.push(added);
    opening.close();
    expect([...document.adoptedStyleSheets]).to.have.ordered.members([own, added]);
  });

  it('the page’s own appendChild and getElementById are as they were', async () => {
    const calls: string[] = [];
    const append = document.body.appendChild.bind(document.body);
    standIn(document.body, 'appendChild', ((node: Node) => {
      calls.push(node.nodeName);
      return append(node);
    }) as typeof document.body.appendChild);
    const find = document.getElementById.bind(document);
    standIn(document, 'getElementById', (id) => {
      calls.push(id);
      return find(id);
    });
    const before = tracesOf();
    const opening = await openReady();
    opening.close();
    expect(tracesOf()).to.deep.equal(before);
    // The wrapper did not pass through the page's.
    expect(calls).not.to.include('DIV');
    document.getElementById('own');
    expect(calls.at(-1)).to.equal('own');
  });
});
