import { brotliCompressSync } from 'node:zlib';

/** What is loaded from `folder` of the page's own origin, in order: `{ url, isBefore }`, the latter whether it was asked for before the first paint. */
export function filesOf(page, folder) {
  return page.evaluate((path) => {
    const [paint] = performance.getEntriesByName('first-paint');
    const before = paint?.paintTime ?? paint?.startTime ?? Infinity;
    const files = performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(`${location.origin}${path}/`));
    return files.map(({ name, startTime }) => ({ url: name, isBefore: startTime < before }));
  }, folder);
}

/** Each file by itself, as a server sends it that has compressed it beforehand. */
export async function brotliOf(files) {
  let sum = 0;
  for (const { url } of files) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    sum += brotliCompressSync(Buffer.from(await response.arrayBuffer())).length;
  }
  return sum;
}
