/**
 * Runs `run` while `target` has `value` as its own property `key`, then puts back what was there, also after a throw.
 * Needed because the SDK offers no option for where its frame goes and which frame it closes; it may
 * go when the SDK takes a container in its modal mode.
 */
export function withOwnProperty<T extends object, K extends keyof T, R>(target: T, key: K, value: T[K], run: () => R): R {
  const before = Object.getOwnPropertyDescriptor(target, key);
  Object.defineProperty(target, key, { value, configurable: true, writable: true, enumerable: before?.enumerable ?? false });
  try {
    return run();
  } finally {
    if (before === undefined) Reflect.deleteProperty(target, key);
    else Object.defineProperty(target, key, before);
  }
}
