/** What a test has changed in the page is put back after it, the latest first. */
type Undo = () => unknown;

const undos: Undo[] = [];

export function onCleanup(undo: Undo): void {
  undos.push(undo);
}

/** Stands in for a property until the test ends. */
export function standIn<T extends object, K extends keyof T>(target: T, name: K, value: T[K]): void {
  const own = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
  onCleanup(() => {
    if (own === undefined) Reflect.deleteProperty(target, name);
    else Object.defineProperty(target, name, own);
  });
}

afterEach(async () => {
  for (let undo = undos.pop(); undo !== undefined; undo = undos.pop()) await undo();
});
