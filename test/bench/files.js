import { brotliCompressSync } from 'node:zlib';

/** For a page, before all else on it: when each of its frames began. */
export const WATCH_FRAMES = '<script>framesBegun = []; (function next() { framesBegun.push(performance.now()); requestAnimationFrame(next); })();</script>';

/**
 * What is loaded from `folder` of the page's own origin, in order: `{ url, text, isBefore }`, the last whether it was asked for before the frame began that
 * was the first paint: what is asked for within that frame can't come before it is painted.
 */
export function filesOf(page, folder) {
  return page.evaluate((path) => {
    const [paint] = performance.getEntriesByName('first-paint');
    const before = globalThis.framesBegun?.findLast((begun) => begun < paint?.paintTime) ?? Infinity;
    const files = performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(`${location.origin}${path}/`));
    return Promise.all(files.map(async ({ name, startTime }) => ({ url: name, text: await (await fetch(name)).text(), isBefore: startTime < before })));
  }, folder);
}

/** Each file by itself, as a server sends it that has compressed it beforehand. */
export function brotliOf(files) {
  return files.reduce((sum, { text }) => sum + brotliCompressSync(text).length, 0);
}
