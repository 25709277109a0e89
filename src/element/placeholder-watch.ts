/** `<div data-kyc-verification>`: what fills it (`placeholders.ts`) is loaded when the first one is on the page. */
import { loadAgain } from '../services/load-again.js';

const MARK = 'data-kyc-verification';
/** Before it is asked for again, in milliseconds. */
const REST = 5_000;

const load = loadAgain(() => import('./placeholders.js'));

export function watchForPlaceholders(tag: string, names: readonly string[]): void {
  const fill = (): void => {
    load()
      .then(({ upgradePlaceholders }) => upgradePlaceholders(tag, names))
      // Also where something else has come as that file.
      .catch(() => setTimeout(fill, REST));
  };
  if (holdsOne(document)) return fill();
  /*
   * This observer, and then that of `placeholders.ts`, is the one thing that stays on the page, as long as the page does: the first placeholder
   * may come at any time, and nobody could tell that none will.
   */
  const observer = new MutationObserver((records) => {
    if (!records.some(({ target, addedNodes }) => [target, ...addedNodes].some(isOne) || [...addedNodes].some(holdsOne))) return;
    observer.disconnect();
    fill();
  });
  observer.observe(document, { childList: true, subtree: true, attributeFilter: [MARK] });
}

/** Forms hide members by the names of their fields: these are taken from the prototypes. A node may be of another document's realm. */
const isElement = (node: Node): node is Element => Reflect.get(Node.prototype, 'nodeType', node) === Node.ELEMENT_NODE;

function isOne(node: Node): boolean {
  return isElement(node) && Element.prototype.hasAttribute.call(node, MARK);
}

function holdsOne(node: Node): boolean {
  const { querySelector } = node === document ? Document.prototype : Element.prototype;
  return (node === document || isElement(node)) && querySelector.call(node, `[${MARK}]`) !== null;
}
