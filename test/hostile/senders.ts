import { onCleanup } from '../helpers/element-cleanup.js';
import { STAND_IN_ORIGIN } from '../helpers/veriff-session.js';
import type { Forgery } from './forgeries.js';

/** Says all that, and then its mark, which the page hears after the rest. */
export type Sender = (forgeries: readonly Forgery[], mark: string, times?: number) => void;

export const SPEAKER = '/test/hostile/speaker.html';

/** A window with `speaker.html` in it; it speaks to whoever asks it to, or to its parent. */
export const speaker =
  (find: () => Window, toParent = false): Sender =>
  (forgeries, mark, times = 1) =>
    find().postMessage({ forge: forgeries, mark, times, toParent }, '*', forgeries.flatMap(([, ports]) => [...ports]));

async function frame(set: (frame: HTMLIFrameElement) => void): Promise<Sender> {
  const node = document.createElement('iframe');
  set(node);
  const loaded = new Promise((resolve) => node.addEventListener('load', resolve, { once: true }));
  document.body.append(node);
  onCleanup(() => node.remove());
  await loaded;
  return speaker(() => node.contentWindow!);
}

async function popup(): Promise<Sender> {
  const opened = window.open(SPEAKER, '', 'popup,width=200,height=200');
  if (opened === null) throw new Error('No popup.');
  onCleanup(() => opened.close());
  await new Promise((resolve) => opened.addEventListener('load', resolve, { once: true }));
  return speaker(() => opened);
}

/** A window says it to another without anybody between. */
export const directly =
  (target: Window): Sender =>
  (forgeries, mark, times = 1) => {
    for (let turn = 0; turn < times; turn++) for (const [data, ports] of forgeries) target.postMessage(data, '*', [...ports]);
    target.postMessage({ mark }, '*');
  };

/** Events that a script makes up, in every way it can, with Veriff's window and origin for their source. */
const madeUp =
  (source: Window | null): Sender =>
  (forgeries, mark) => {
    const origin = STAND_IN_ORIGIN;
    // Put over the event's own, since not each engine takes any window for a source.
    const from = <T extends Event>(event: T): T => Object.defineProperty(event, 'source', { value: source });
    const ways: readonly ((data: unknown, ports: readonly MessagePort[]) => void)[] = [
      (data, ports) => window.dispatchEvent(from(new MessageEvent('message', { data, origin, ports: [...ports] }))),
      (data) => document.body.dispatchEvent(from(new MessageEvent('message', { data, origin, bubbles: true, composed: true }))),
      (data) => window.dispatchEvent(from(Object.assign(new Event('message', { cancelable: true }), { data, origin }))),
      (data) => window.dispatchEvent(from(Object.defineProperties(new MessageEvent('message'), { data: { get: () => data }, origin: { get: () => origin } }))),
      (data) => window.dispatchEvent(Object.setPrototypeOf(new MessageEvent('message'), { get isTrusted() { return true; }, data, origin, source, __proto__: MessageEvent.prototype }) as Event),
    ];
    forgeries.forEach(([data, ports], turn) => ways[turn % ways.length]!(data, ports));
    window.postMessage({ mark }, '*');
  };

/** Everybody who may speak to a page, and is not Veriff. */
export async function everybody(veriff: () => Window | null): Promise<readonly (readonly [who: string, sender: Sender])[]> {
  return [
    ['a frame beside Veriff’s', await frame((node) => (node.src = SPEAKER))],
    ['a frame of Veriff’s origin beside it', await frame((node) => (node.src = STAND_IN_ORIGIN + SPEAKER))],
    ['a sandboxed frame', await frame((node) => {
      node.setAttribute('sandbox', 'allow-scripts');
      node.src = SPEAKER;
    })],
    ['a popup', await popup()],
    ['the page itself', directly(window)],
    ['made-up events', madeUp(veriff())],
    ...(veriff() === null ? [] : [['a frame within Veriff’s', speaker(() => veriff()!.frames[0]!)] as const]),
  ];
}
