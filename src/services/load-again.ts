/**
 * `load`, an `import()`, so that it can be called again after it has failed. Firefox (153) remembers for as long as the page
 * lives that a module could not be fetched, and names its URL in the error; under another URL it asks the network again. Not where
 * the page holds files to their hashes: a file that was refused would be taken under the other URL.
 */
export function loadAgain<T>(load: () => Promise<T>): () => Promise<T> {
  let url: string | undefined;
  let tries = 0;
  let loaded: { readonly module: T } | null = null;
  return async () => {
    // Chromium answers a second `import()` only once it has painted.
    if (loaded !== null) return loaded.module;
    try {
      const module = await (url === undefined || hashesModules() ? load() : (import(/* @vite-ignore */ /* webpackIgnore: true */ `${url}#${tries}`) as Promise<T>));
      loaded = { module };
      return module;
    } catch (error) {
      tries++;
      url ??= /error loading dynamically imported module: (\S+)/.exec(String(error))?.[1];
      throw error;
    }
  };
}

/** Whether an import map of the page says which content a module has. It says so by URL, and no script can ask it. */
function hashesModules(): boolean {
  const maps = Document.prototype.querySelectorAll.call(document, 'script[type="importmap" i]');
  return [...maps].some((map) => map.textContent.includes('"integrity"'));
}
