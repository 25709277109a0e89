/** Takes over the tree that a server has painted, so that its nodes stay: what has the focus, what is unfolded, what is read aloud. */
import { hydrate } from '@lit-labs/ssr-client';
import { render, type RenderOptions, type TemplateResult } from 'lit';
import { firstView } from './first-view.js';
import { paintAnew, withoutExtras, type Adopt } from './painting-anew.js';

/** Binds the tree to its template, if it is what this browser would paint first: same version, same words, same documents. Else it is painted anew. */
export const adopt: Adopt = (root, paint, first, options) => {
  withoutExtras(root);
  if (isBound(root, firstView(first), options)) paint();
  else paintAnew(root, paint);
};

function isBound(root: ShadowRoot, first: TemplateResult, options: RenderOptions): boolean {
  try {
    const painted = new DocumentFragment();
    render(first, painted);
    // Lit's markers go by what minifies HTML.
    if (!(root.firstChild instanceof Comment) || !bare(painted).isEqualNode(bare(root))) return false;
    hydrate(first, root, options);
    return true;
  } catch {
    // Templates of another version can look the same.
    return false;
  }
}

/** A copy without Lit's markers, and without what the user has unfolded meanwhile. */
function bare({ childNodes }: DocumentFragment): DocumentFragment {
  const copy = new DocumentFragment();
  for (const node of childNodes) copy.append(node.cloneNode(true));
  const markers = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT);
  for (let marker = markers.nextNode() as Comment | null; marker !== null; marker = markers.nextNode() as Comment | null) marker.remove();
  for (const details of copy.querySelectorAll('details')) details.open = false;
  copy.normalize();
  return copy;
}
