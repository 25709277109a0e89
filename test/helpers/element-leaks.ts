import { standIn } from './element-cleanup.js';

/** Counts the listeners that stay on the window, the document, its root and its body. */
export function countListeners(): { readonly left: readonly string[] } {
  const listening = new Map<string, { readonly target: EventTarget; readonly type: string; readonly listener: unknown; readonly capture: boolean }>();
  const ids = new Map<unknown, number>();
  const idOf = (object: unknown): number => ids.get(object) ?? (ids.set(object, ids.size), ids.size - 1);
  for (const target of [window, document, document.documentElement, document.body] as EventTarget[]) {
    const add = target.addEventListener.bind(target);
    const remove = target.removeEventListener.bind(target);
    const keyOf = (type: string, listener: unknown, options: unknown): [key: string, capture: boolean] => {
      const capture = typeof options === 'object' ? (options as AddEventListenerOptions | null)?.capture === true : options === true;
      return [`${idOf(target)} ${type} ${idOf(listener)} ${capture}`, capture];
    };
    standIn(target, 'addEventListener', (type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions) => {
      const [key, capture] = keyOf(type, listener, options);
      listening.set(key, { target, type, listener, capture });
      add(type, listener, options);
    });
    standIn(target, 'removeEventListener', (type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | EventListenerOptions) => {
      listening.delete(keyOf(type, listener, options)[0]);
      remove(type, listener, options);
    });
  }
  return {
    get left() {
      return [...listening.values()].map(({ type }) => type);
    },
  };
}
