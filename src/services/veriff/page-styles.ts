/**
 * The inline styles of `body` and `html`, which the SDK's scroll lock changes (tua-body-scroll-lock 1.2.1), put back
 * exactly: the lock forgets priorities and variables, and leaves an empty attribute behind. What the page itself has
 * changed meanwhile stays changed.
 */
export interface SavedStyles {
  /** The lock is on: from here on a change is the page's own. */
  locked(): void;
  /** Takes the lock off by `unlock`, and puts back what was there before it. */
  restore(unlock: () => void): void;
}

export function savePageStyles(): SavedStyles {
  const saved = [save(document.body), save(document.documentElement)];
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

/** Each property that is set, as it is written with its priority. */
type Written = ReadonlyMap<string, readonly [value: string, priority: string]>;

function read(style: CSSStyleDeclaration): Written {
  return new Map([...style].map((name) => [name, [style.getPropertyValue(name), style.getPropertyPriority(name)]]));
}

function save(element: HTMLElement): { locked: () => void; prepare: () => () => void } {
  const { style } = element;
  const hadAttribute = element.hasAttribute('style');
  const before = style.cssText;
  let lock = read(style);

  function putBack(now: Written): void {
    style.cssText = before;
    for (const name of lock.keys()) if (!now.has(name)) style.removeProperty(name);
    for (const [name, [value, priority]] of now) {
      const [was, as] = lock.get(name) ?? [];
      if (value !== '' && (value !== was || priority !== as)) style.setProperty(name, value, priority);
    }
    // Read first: Chromium writes the attribute late, and would bring back one that it had not written yet.
    if (!hadAttribute && element.getAttribute('style') === '') element.removeAttribute('style');
  }

  return {
    locked: () => (lock = read(style)),
    prepare() {
      const now = read(style);
      return () => putBack(now);
    },
  };
}
