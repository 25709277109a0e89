/**
 * For CMS editors that strip unknown tags: `<div data-kyc-verification data-onboarding-id="…" data-endpoint="…">` gets the
 * element inside it, whenever it comes: with the page, or later by a page builder, htmx or Turbo.
 *
 * Owns what stands in the div and which attributes the element has from it; the div itself stays the page's. Looks into the
 * document alone, not into shadow trees.
 */
const MARK = 'data-kyc-verification';
const MARKED = `[${MARK}]`;
const PREFIX = 'data-';
/** From so many changes at a time on it is cheaper to look through the page once than at each of them. */
const MANY = 50;

/** What stands in a placeholder, what its author has written there, and what the placeholder's attributes said last. */
interface Filling {
  readonly element: Element;
  readonly written: string;
  readonly said: Map<string, string | null>;
}

/**
 * Fills the placeholders that stand in the document, and those to come.
 * @param names the attributes that the element knows. No others are taken over: a `data-onclick` that has passed a filter of
 *   foreign content must not become a handler
 */
export function upgradePlaceholders(tag: string, names: readonly string[]): void {
  const placeholders = new Placeholders(tag, names);
  placeholders.fillAll();
  /*
   * This observer is the one thing that stays on the page, as long as the page does: the next placeholder may come at any
   * time, and nobody could tell that none will. It holds no node, and where there is no placeholder it changes nothing.
   */
  new MutationObserver((records) => placeholders.follow(records)).observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: [MARK, ...names.map((name) => PREFIX + name)],
  });
}

class Placeholders {
  readonly #tag: string;
  readonly #names: readonly string[];
  readonly #fillings = new WeakMap<Node, Filling>();

  constructor(tag: string, names: readonly string[]) {
    this.#tag = tag;
    this.#names = names;
  }

  /** One that can't be filled keeps what stands in it, and the others are filled. */
  fillAll(places: Iterable<Element> = markedIn(document)): void {
    for (const place of places) {
      try {
        this.#fill(place);
        this.#sayAgain(place);
      } catch {
        // A page can have taken away what this needs. The fallback is there, and the console is the page's.
      }
    }
  }

  readonly #onRead = (): void => this.fillAll();

  follow(records: readonly MutationRecord[]): void {
    if (isLoading() || records.length > MANY) return this.fillAll();
    const places = new Set<Element>();
    for (const { target, addedNodes } of records) {
      if (addedNodes.length > MANY) return this.fillAll();
      // Its attributes have changed, or what stands in it.
      if (this.#fillings.has(target) || isMarked(target)) places.add(target as Element);
      for (const node of addedNodes) for (const place of markedIn(node)) places.add(place);
    }
    this.fillAll(places);
  }

  #fill(place: Element): void {
    if (!place.isConnected || !place.matches(MARKED)) return;
    if (isBeingRead(place)) return EventTarget.prototype.addEventListener.call(document, 'DOMContentLoaded', this.#onRead, { once: true });
    // Within an element nothing is shown but what fills its slots.
    if (place.closest(this.#tag) !== null) return;
    const inside = place.querySelector(`:scope > ${this.#tag}`);
    const before = this.#fillings.get(place);
    if (inside !== null) {
      // A copy of a page on which this had been done before: Turbo's, or an editor's. It has its attributes.
      if (before?.element !== inside) this.#remember(place, inside, inside.innerHTML.trim());
      return;
    }
    const written = place.innerHTML.trim();
    // The page has put the element elsewhere, or has other things to say here now.
    if (before !== undefined && (before.element.isConnected || before.written !== written)) return;
    // The same one, where morphing has put back what the server had written: coming back within the task it goes on where it was.
    const element = before?.element ?? this.#create(place);
    if (before === undefined) this.#remember(place, element, written);
    else this.#sayAgain(place);
    // What stands in it is the fallback until now, or fills the element's slots.
    element.replaceChildren(...place.childNodes);
    place.append(element);
  }

  #create(place: Element): Element {
    const element = Document.prototype.createElement.call(document, this.#tag);
    for (const name of this.#names) say(element, name, place.getAttribute(PREFIX + name));
    return element;
  }

  #remember(place: Element, element: Element, written: string): void {
    const said = new Map(this.#names.map((name) => [name, place.getAttribute(PREFIX + name)]));
    this.#fillings.set(place, { element, written, said });
  }

  /** What the page has said on the div since. What it has set on the element itself stays. */
  #sayAgain(place: Element): void {
    const { element, said } = this.#fillings.get(place) ?? {};
    // The page has put it elsewhere.
    if (element === undefined || said === undefined || (element.isConnected && element.parentNode !== place)) return;
    for (const [name, before] of said) {
      const now = place.getAttribute(PREFIX + name);
      if (now === before) continue;
      said.set(name, now);
      say(element, name, now);
    }
  }
}

function say(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

const isElement = (node: Node): node is Element => Reflect.get(Node.prototype, 'nodeType', node) === Node.ELEMENT_NODE;
const isMarked = (node: Node): boolean => isElement(node) && Element.prototype.matches.call(node, MARKED);

/** Those in the node, and the node itself if it is one. Forms hide members by the names of their fields: these are taken from the prototypes. */
function markedIn(node: Node): Element[] {
  if (node === document) return [...Document.prototype.querySelectorAll.call(document, MARKED)];
  if (!isElement(node)) return [];
  const inside = Element.prototype.querySelectorAll.call(node, MARKED);
  return isMarked(node) ? [node, ...inside] : [...inside];
}

const isLoading = (): boolean => Reflect.get(Document.prototype, 'readyState', document) === 'loading';

/** Whether more of what stands in it may come: while the page is loading, where nothing stands after it yet. */
function isBeingRead(place: Node): boolean {
  if (!isLoading()) return false;
  for (let node: unknown = place; node instanceof Node; node = Reflect.get(Node.prototype, 'parentNode', node)) {
    if (Reflect.get(Node.prototype, 'nextSibling', node) !== null) return false;
  }
  return true;
}
