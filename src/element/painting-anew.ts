/** Paints what a server has painted once more, all in one task: the user sees nothing of it, and finds what had the focus and what was unfolded. */
import type { RenderOptions } from 'lit';
import type { FirstScreen } from './first-view.js';

/**
 * Makes the declared tree the element's own.
 *
 * @param paint what the element shows now
 * @param first what this browser would paint first
 */
export type Adopt = (root: ShadowRoot, paint: () => void, first: FirstScreen, options: RenderOptions) => void;

/** For the files of script tags: another file of theirs would need the first one's own Lit to bind the nodes that are there. */
export const adopt: Adopt = (root, paint) => {
  withoutExtras(root);
  paintAnew(root, paint);
};

/** Styles and the slot of the fallback were for the time until now. */
export function withoutExtras(root: ShadowRoot): void {
  for (const child of [...root.children]) if (!child.matches('[part~="base"]')) child.remove();
}

export function paintAnew(root: ShadowRoot, paint: () => void): void {
  const part = root.activeElement?.getAttribute('part');
  const isOpen = root.querySelector('details')?.open ?? false;
  root.replaceChildren();
  paint();
  root.querySelector('details')?.toggleAttribute('open', isOpen);
  const holder = part && [...root.querySelectorAll<HTMLElement>('[part]')].find((node) => node.getAttribute('part') === part);
  if (holder) holder.focus({ preventScroll: true });
}
