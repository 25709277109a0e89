/**
 * The inline styles that the SDK's scroll lock writes on `body` and `html` (tua-body-scroll-lock 1.2.1), put back exactly:
 * the lock forgets priorities and variables, and leaves an empty attribute behind.
 */
const LOCKED = {
  body: ['overflow', 'overflow-x', 'overflow-y', 'box-sizing', 'padding-right', 'top', 'width', 'height', 'position'],
  html: ['height', 'overflow', 'overflow-x', 'overflow-y'],
} as const;

export interface SavedStyles {
  /** The lock is on: from here on a change is the page's own. */
  locked(): void;
  /** Takes the lock off by `unlock`, and puts back what was there before it. */
  restore(unlock: () => void): void;
}

export function savePageStyles(): SavedStyles {
  const saved = [save(document.body, LOCKED.body), save(document.documentElement, LOCKED.html)];
  return {
    locked: () => saved.forEach((one) => one.locked()),
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

function save(element: HTMLElement, names: readonly string[]): { locked: () => void; prepare: () => () => void } {
  const { style } = element;
  const hadAttribute = element.hasAttribute('style');
  const before = style.cssText;
  const values = names.map((name) => [name, style.getPropertyValue(name), style.getPropertyPriority(name)] as const);
  let locked = before;

  function putBack(untouched: boolean): void {
    if (untouched) {
      style.cssText = before;
    } else {
      for (const name of names) style.removeProperty(name);
      for (const [name, value, priority] of values) if (value !== '') style.setProperty(name, value, priority);
    }
    // Read first: Chromium writes the attribute late, and would bring back one that it had not written yet.
    if (!hadAttribute && element.getAttribute('style') === '') element.removeAttribute('style');
  }

  return {
    locked: () => (locked = style.cssText),
    prepare() {
      const untouched = style.cssText === locked;
      return () => putBack(untouched);
    },
  };
}
