import { create } from '../page/dom.js';
import { TAG } from './manifest-names.js';
import type { Picked } from './studio-state.js';

export interface InspectorOptions {
  readonly isOn: () => boolean;
  readonly onPick: (picked: Picked) => void;
}

/** Tells the part under the pointer, and which one was clicked. What the previews themselves would do on a click stays undone where it leads away. */
export function inspect(place: HTMLElement, { isOn, onPick }: InspectorOptions): void {
  const mark = create('div', 'hover-mark');
  const label = create('span', 'hover-label');
  mark.append(label);
  mark.hidden = true;
  mark.setAttribute('aria-hidden', 'true');
  document.body.append(mark);
  const hide = (): void => void (mark.hidden = true);

  place.addEventListener('pointermove', (event) => {
    const node = event.pointerType === 'mouse' && isOn() ? partAt(event) : null;
    if (node === null) return hide();
    const { left, top, width, height } = node.getBoundingClientRect();
    Object.assign(mark.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    mark.dataset['low'] = String(top < 48);
    label.textContent = [...node.part].join(' ');
    mark.hidden = false;
  });
  place.addEventListener('pointerleave', hide);
  addEventListener('scroll', hide, { capture: true, passive: true });
  place.addEventListener('click', (event) => {
    const node = partAt(event);
    if (node === null) return;
    // A link would change the address, where the theme is.
    if (event.composedPath().some((one) => one instanceof HTMLAnchorElement)) event.preventDefault();
    if (isOn()) onPick(pickedAt(node));
  });
}

/** The innermost part that an event has met. */
function partAt(event: Event): Element | null {
  return partsIn(event.composedPath())[0] ?? null;
}

function partsIn(path: readonly EventTarget[]): readonly Element[] {
  const host = path.findIndex((node) => node instanceof Element && node.localName === TAG);
  return path.slice(0, Math.max(host, 0)).filter((node): node is Element => node instanceof Element && node.part.length > 0);
}

function pickedAt(node: Element): Picked {
  const around: string[] = [];
  for (let one = node.parentElement; one !== null; one = one.parentElement) if (one.part.length > 0) around.unshift(ownName(one));
  const root = node.getRootNode();
  const state = root instanceof ShadowRoot ? root.host.getAttribute('preview') : null;
  return { name: ownName(node), names: [...node.part], around, state };
}

/** Of several names the last, which says most. */
function ownName({ part }: Element): string {
  return [...part].at(-1) ?? '';
}
