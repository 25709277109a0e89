/** Milliseconds. All questions are asked at once, so that this bounds them all; a slow device takes its time beside it. */
export const LIMIT = 700;

/** What is answered in time; else, and where asking fails, `undefined`. */
export function answer<T>(ask: () => Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = window.setTimeout(resolve, LIMIT);
    const settle = (value?: T): void => {
      window.clearTimeout(timer);
      resolve(value);
    };
    // Within a callback also what throws at once is a failure.
    Promise.resolve()
      .then(ask)
      .then(settle, () => settle());
  });
}
