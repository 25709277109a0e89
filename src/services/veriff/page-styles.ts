/**
 * The inline styles that the SDK's scroll lock writes on `body` and `html` (tua-body-scroll-lock 1.2.1), put back exactly:
 * the lock forgets priorities and leaves an empty attribute behind.
 */
const LOCKED = {
  body: ['overflow', 'box-sizing', 'padding-right', 'top', 'width', 'height', 'position'],
  html: ['height', 'overflow'],
} as const;

export function savePageStyles(): () => void {
  const restores = [save(document.body, LOCKED.body), save(document.documentElement, LOCKED.html)];
  return () => restores.forEach((restore) => restore());
}

function save(element: HTMLElement, names: readonly string[]): () => void {
  const { style } = element;
  const hadAttribute = element.hasAttribute('style');
  const values = names.flatMap((name) => longhands(style, name)).map((name) => [name, style.getPropertyValue(name), style.getPropertyPriority(name)] as const);
  return () => {
    for (const name of names) style.removeProperty(name);
    for (const [name, value, priority] of values) if (value !== '') style.setProperty(name, value, priority);
    // Read first: Chromium writes the attribute late, and would bring back one that it had not written yet.
    if (!hadAttribute && element.getAttribute('style') === '') element.removeAttribute('style');
  };
}

/** `overflow-x` alone makes the shorthand read as empty. */
function longhands(style: CSSStyleDeclaration, name: string): readonly string[] {
  const own = Array.from(style).filter((set) => set.startsWith(`${name}-`));
  return [name, ...own];
}
