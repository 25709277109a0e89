/**
 * `load`, an `import()`, so that it can be called again after it has failed. Firefox (153) remembers for as long as the page
 * lives that a module could not be fetched, and names its URL in the error; under another URL it asks the network again.
 */
export function loadAgain<T>(load: () => Promise<T>): () => Promise<T> {
  let url: string | undefined;
  let tries = 0;
  return async () => {
    try {
      return await (url === undefined ? load() : (import(/* @vite-ignore */ /* webpackIgnore: true */ `${url}#${tries}`) as Promise<T>));
    } catch (error) {
      tries++;
      url ??= /error loading dynamically imported module: (\S+)/.exec(String(error))?.[1];
      throw error;
    }
  };
}
