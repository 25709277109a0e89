import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { llmsText } from './llms.js';
import { PAGES } from './pages.js';
import { ASSETS, DOCS, ROOT, linkTo } from './paths.js';
import { renderPage, type Site } from './render.js';
import type { ElementManifest } from './tables.js';

/** Writes the site as files into `folder`: its pages, what they lead to, and what they need. Gives the paths of the pages. */
export async function buildSite(folder: string): Promise<readonly string[]> {
  const site: Site = {
    suffix: '.html',
    script: '../cdn/kyc-verification.js',
    beside: [],
    manifest: async () => JSON.parse(await readFile(join(ROOT, 'dist/custom-elements.json'), 'utf8')) as ElementManifest,
  };
  const write = async (path: string, put: (file: string) => Promise<void>): Promise<void> => {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await put(file);
  };
  await rm(folder, { recursive: true, force: true });
  const places = new Set(PAGES.map(({ path }) => path));
  // A set goes on to what is added to it meanwhile.
  for (const place of places) {
    if (/^[^/]+\.(svg|png)$/.test(place)) {
      await write(place, (file) => copyFile(join(ROOT, DOCS, place), file));
      continue;
    }
    const { html, places: further } = await renderPage(place, site);
    await write(`${place}.html`, (file) => writeFile(file, html));
    for (const next of further) places.add(next);
  }
  for (const [path, from] of Object.entries(ASSETS)) await write(path, (file) => copyFile(join(ROOT, from), file));
  const list = await llmsText(({ path }) => linkTo(path, 'llms', site.suffix));
  await write('llms.txt', (file) => writeFile(file, list));
  return [...places].filter((place) => !/\.(svg|png)$/.test(place));
}
