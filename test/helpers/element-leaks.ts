import { standIn } from './element-cleanup.js';

/** Counts the listeners that stay on the window, the document, its root and its body. */
export function countListeners(): { readonly left: readonly string[] } {
  const listening = new Map<string, { readonly target: EventTarget; readonly type: string; readonly listener: unknown; readonly capture: boolean }>();
  // Weakly: what is kept here alone would be a leak of the count's own.
  const ids = new WeakMap<object, number>();
  let lastId = 0;
  const idOf = (object: object): number => {
    const id = ids.get(object) ?? ++lastId;
    ids.set(object, id);
    return id;
  };
  for (const target of [window, document, document.documentElement, document.body] as EventTarget[]) {
    const add = target.addEventListener.bind(target);
    const remove = target.removeEventListener.bind(target);
    const keyOf = (type: string, listener: object | null, options: unknown): [key: string, capture: boolean] => {
      const capture = typeof options === 'object' ? (options as AddEventListenerOptions | null)?.capture === true : options === true;
      return [`${idOf(target)} ${type} ${listener && idOf(listener)} ${capture}`, capture];
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
