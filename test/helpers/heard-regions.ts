import { onCleanup, standIn } from './element-cleanup.js';

/**
 * What the live regions of the page say, in order, as a browser would tell a screen reader: a text that changes inside a
 * region that was there, shown and not inert, when the page was last painted. A region that comes with its words says
 * nothing. Shadow trees are listened to as well, closed ones too if they come after the call.
 */
export function listenToRegions(): readonly string[] {
  const said: string[] = [];
  const known = new WeakSet<Element>();
  const roots = new WeakSet<Node>();
  const observer = new MutationObserver(hear);

  function listenTo(root: Document | ShadowRoot): void {
    if (roots.has(root)) return;
    roots.add(root);
    observer.observe(root, { subtree: true, childList: true, characterData: true, characterDataOldValue: true });
    discover(root);
  }
  function discover(within: Document | ShadowRoot | Element): void {
    for (const element of [...(within instanceof Element ? [within] : []), ...within.querySelectorAll('*')]) {
      if (isLive(element)) void painted().then(() => known.add(element));
      if (element.shadowRoot !== null) listenTo(element.shadowRoot);
    }
  }
  function hear(records: readonly MutationRecord[]): void {
    const changed = new Set<Element>();
    for (const record of records) {
      for (const node of record.addedNodes) if (node instanceof Element) discover(node);
      const region = bringsText(record) ? regionOf(record.target) : null;
      if (region !== null && known.has(region) && isPerceived(region)) changed.add(region);
    }
    for (const region of changed) if (textOf(region) !== '') said.push(textOf(region));
  }

  const { attachShadow } = Element.prototype;
  standIn(Element.prototype, 'attachShadow', function (this: Element, init) {
    const root = attachShadow.call(this, init);
    listenTo(root);
    return root;
  });
  listenTo(document);
  onCleanup(() => observer.disconnect());
  return said;
}

/** Waits until the browser has painted what is there now. */
export async function painted(): Promise<void> {
  for (let times = 0; times < 2; times++) await new Promise(requestAnimationFrame);
}

/** Regions whose whole text is said at each change. */
function isLive(element: Element): boolean {
  return element.matches('[role="status"], [role="alert"], [role="log"], [aria-live="polite"], [aria-live="assertive"], output');
}

/** Text that comes or changes; the same text in a new node counts, since browsers tell that, too. */
function bringsText({ type, addedNodes, oldValue, target }: MutationRecord): boolean {
  if (type === 'characterData') return target.textContent !== oldValue;
  return [...addedNodes].some((node) => node.nodeType !== Node.COMMENT_NODE && (node.textContent ?? '').trim() !== '');
}

/** The live region that a node is in. */
export function regionOf(node: Node): Element | null {
  for (let at: Node | null = node; at !== null; at = parentOf(at)) if (at instanceof Element && isLive(at)) return at;
  return null;
}

/** Shown, not hidden from screen readers, and not behind a modal dialog. */
function isPerceived(region: Element): boolean {
  if (!region.checkVisibility({ visibilityProperty: true })) return false;
  // The one on top was put onto the page last.
  const modal = [...document.querySelectorAll('dialog')].findLast((dialog) => dialog.matches(':modal'));
  let insideModal = modal === undefined;
  for (let at: Node | null = region; at !== null; at = parentOf(at)) {
    if (at === modal) insideModal = true;
    if (at instanceof HTMLElement && (at.inert || at.ariaHidden === 'true')) return false;
  }
  return insideModal;
}

/** In the flat tree. */
function parentOf(node: Node): Node | null {
  if (node instanceof Element && node.assignedSlot !== null) return node.assignedSlot;
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}

/** Its pieces of text, apart from each other. */
function textOf(region: Element): string {
  const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
  const pieces: string[] = [];
  while (walker.nextNode() !== null) pieces.push(walker.currentNode.textContent ?? '');
  return pieces.join(' ').replace(/[ \n]+/g, ' ').trim();
}
