import { sendMouse } from '@web/test-runner-commands';
import type { KycVerificationElement } from '../../src/index.js';
import { onCleanup } from './element-cleanup.js';
import { tree } from './element-parts.js';
import { eventually } from './element-time.js';
import type { Situation } from './theming-situations.js';

/** The nodes that have that part. */
export function nodesOf(element: KycVerificationElement, name: string): HTMLElement[] {
  return [...tree(element).querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
}

/** The names of the part that a node is, or that it stands in. */
export function partOf(node: Element): string {
  return [...(node.closest('[part]')?.part ?? [])].join(' ');
}

/** All of a screen to be seen, and at rest: tips unfolded, a footer of the page's. */
export async function arriveFully({ arrive }: Situation): Promise<KycVerificationElement> {
  const element = await arrive();
  element.insertAdjacentHTML('beforeend', '<p slot="footer">Partner Ltd.</p>');
  await unfold(element);
  return element;
}

/** Shows tips, where there are any. What was folded is not rendered at once. */
export async function unfold(element: KycVerificationElement): Promise<void> {
  for (const details of tree(element).querySelectorAll('details')) {
    details.open = true;
    await eventually(() => details.lastElementChild?.checkVisibility() === true, 'unfolded tips');
    await stand(details);
  }
  endMotion(element);
}

/** The transition of what unfolds is on a pseudo-element, which no list of animations tells of. */
async function stand(node: HTMLElement): Promise<void> {
  for (let height = -1; node.offsetHeight !== height; ) {
    height = node.offsetHeight;
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
  }
}

export function isSeen(node: Element): boolean {
  const { width, height } = node.getBoundingClientRect();
  return node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width > 0 && height > 0;
}

/** Holds the pointer over the middle of a node, until the test ends. */
export async function pointAt(node: Element): Promise<void> {
  node.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = node.getBoundingClientRect();
  onCleanup(() => sendMouse({ type: 'move', position: [0, 0] }));
  await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
  await eventually(() => node.matches(':hover'), 'the pointer over the node');
}

/** What has changed stands as it will. What turns for ever goes on. */
export function endMotion(element: KycVerificationElement): void {
  // Transitions begin where styles are asked for.
  element.getBoundingClientRect();
  for (const animation of tree(element).getAnimations()) {
    if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
  }
}
