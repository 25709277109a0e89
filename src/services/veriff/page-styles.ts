/**
 * The inline styles of `body` and `html`, which the SDK's scroll lock changes (tua-body-scroll-lock 1.2.1). While it is on, the page
 * keeps its layout: the lock would take the body's margins for a scrollbar, replace its padding and, on Android, take it out of the flow;
 * and where `html` has an overflow of its own, it would not lock. Afterwards all is put back exactly: the lock forgets priorities and
 * variables, and leaves an empty attribute behind. What the page itself has changed meanwhile stays changed.
 */
export interface SavedStyles {
  /** The SDK's lock is on, and makes way for ours: from here on a change is the page's own. */
  locked(): void;
  /** Takes the lock off by `unlock`, and puts back what was there before it. */
  restore(unlock: () => void): void;
}

export function savePageStyles(): SavedStyles {
  const saved = [save(document.body), save(document.documentElement)];
  return {
    locked() {
      // On iOS the SDK holds fingers instead.
      if (saved.map((one) => one.undo()).includes(true)) lock();
      for (const one of saved) one.locked();
    },
    restore(unlock) {
      const restores = saved.map((one) => one.prepare());
      try {
        unlock();
      } finally {
        for (const restore of restores) restore();
      }
    },
  };
}

/** No scrolling of the page, which moves nothing: where a scrollbar goes, its room stays. */
function lock(): void {
  const { body, documentElement: root } = document;
  // The window has the overflow of `html` or, if that has none, of `body`: set on the other one it would change the layout.
  const scrollers = isScroller(root) ? [root, body].filter(isScroller) : [body];
  const barred = [root, body].filter(hasScrollbar);
  for (const { style } of scrollers) style.setProperty('overflow', 'hidden', 'important');
  for (const { style } of barred) style.setProperty('scrollbar-gutter', 'stable', 'important');
}

function isScroller(element: HTMLElement): boolean {
  return getComputedStyle(element).overflow !== 'visible';
}

/** Down its side, and no room that it has already. A pixel may be rounding, in a page that is zoomed. */
function hasScrollbar(element: HTMLElement): boolean {
  const { borderLeftWidth, borderRightWidth, scrollbarGutter } = getComputedStyle(element);
  const isWindow = element === document.documentElement;
  const outside = isWindow ? window.innerWidth : element.offsetWidth - parseFloat(borderLeftWidth) - parseFloat(borderRightWidth);
  return outside - element.clientWidth > 1 && !scrollbarGutter?.startsWith('stable');
}

/** Each property that is set, as it is written with its priority. */
type Written = ReadonlyMap<string, readonly [value: string, priority: string]>;

function read(style: CSSStyleDeclaration): Written {
  return new Map([...style].map((name) => [name, [style.getPropertyValue(name), style.getPropertyPriority(name)]]));
}

interface Saved {
  /** Whether the SDK's lock had changed anything. */
  undo(): boolean;
  locked(): void;
  prepare(): () => void;
}

function save(element: HTMLElement): Saved {
  const { style } = element;
  const hadAttribute = element.hasAttribute('style');
  const before = style.cssText;
  let locked = read(style);

  function putBack(now: Written): void {
    style.cssText = before;
    for (const name of locked.keys()) if (!now.has(name)) style.removeProperty(name);
    for (const [name, [value, priority]] of now) {
      const [was, as] = locked.get(name) ?? [];
      if (value !== '' && (value !== was || priority !== as)) style.setProperty(name, value, priority);
    }
    // Read first: Chromium writes the attribute late, and would bring back one that it had not written yet.
    if (!hadAttribute && element.getAttribute('style') === '') element.removeAttribute('style');
  }

  return {
    undo() {
      const isChanged = style.cssText !== before;
      if (isChanged) style.cssText = before;
      return isChanged;
    },
    locked() {
      locked = read(style);
    },
    prepare() {
      const now = read(style);
      return () => putBack(now);
    },
  };
}
