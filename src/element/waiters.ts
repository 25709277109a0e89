/** Promises that settle when a value has become what they wait for. */
export class Waiters<T> {
  #waiting: { readonly until: (value: T) => boolean; readonly resolve: () => void }[] = [];

  until(until: (value: T) => boolean): Promise<void> {
    return new Promise((resolve) => this.#waiting.push({ until, resolve }));
  }

  settle(value: T): void {
    const done = this.#waiting.filter(({ until }) => until(value));
    this.#waiting = this.#waiting.filter((one) => !done.includes(one));
    for (const { resolve } of done) resolve();
  }
}
