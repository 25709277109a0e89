import type { LitElement } from 'lit';

/** Whether the page has put something into a slot. Before the first paint there is no slot that knows what stands in it. */
export function isFilled(element: LitElement, name: string): boolean {
  const slot = element.renderRoot.querySelector<HTMLSlotElement>(`slot[name="${name}"]`);
  return slot === null ? element.querySelector(`:scope > [slot="${name}"]`) !== null : slot.assignedNodes({ flatten: true }).length > 0;
}
