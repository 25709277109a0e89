import { layout, type SiteOptions } from './layout.js';
import { renderMarkdown } from './markdown.js';
import { fileOf, fileText, resolveLink, textOf } from './paths.js';
import { withSections } from './sections.js';
import { withTables, type ElementManifest } from './tables.js';

export interface Site extends SiteOptions {
  readonly manifest: () => Promise<ElementManifest>;
}

/** The Markdown of a page, with what it takes from other pages and from the code. */
export async function wholeText(page: string, manifest: Site['manifest']): Promise<string> {
  return withTables(await withSections(await textOf(page), fileOf(page), fileText), manifest);
}

/** A page of the site, read from its Markdown now, and where it leads within the site. Throws where there is none. */
export async function renderPage(page: string, site: Site): Promise<{ html: string; places: readonly string[] }> {
  const text = await wholeText(page, site.manifest);
  const rendered = renderMarkdown(text, (href) => resolveLink(href, page, site.suffix));
  return { html: layout(page, rendered, site), places: rendered.places };
}
