import type { KycVerificationElement } from '../../src/index.js';

/** The shadow tree, which is always open. */
export function tree(element: Element): ShadowRoot {
  if (element.shadowRoot === null) throw new Error('No shadow tree.');
  return element.shadowRoot;
}

/** The only match; throws where there is none, or more than one. */
export function one<T extends Element = HTMLElement>(root: ParentNode, selector: string): T {
  const found = root.querySelectorAll<T>(selector);
  if (found.length !== 1) throw new Error(`${found.length} of ${selector}`);
  return found[0]!;
}

export function part<T extends Element = HTMLElement>(element: Element, name: string): T {
  return one<T>(tree(element), `[part~="${name}"]`);
}

export function has(element: Element, name: string): boolean {
  return tree(element).querySelector(`[part~="${name}"]`) !== null;
}

export function partNames(element: Element): Set<string> {
  return new Set([...tree(element).querySelectorAll('[part]')].flatMap((node) => [...node.part]));
}

/** What is to be seen in the shadow tree, blanks folded; without what only screen readers are told. */
export function words(element: Element): string {
  const seen = [...part(element, 'base').children].filter((child) => child instanceof HTMLElement && child.role !== 'status');
  return seen.map((child) => (child as HTMLElement).innerText).join(' ').replace(/\s+/g, ' ').trim();
}

/** What screen readers were told last. */
export function announced(element: KycVerificationElement): string {
  return one(tree(element), '[role="status"]').textContent.trim();
}

/** Whether a node has the focus. Nodes are compared here, since the runner can't show two that differ. */
export function hasFocus(node: Element): boolean {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  return activeElement === node;
}
