import { layout, type SiteOptions } from './layout.js';
import { renderMarkdown } from './markdown.js';
import { resolveLink, textOf } from './paths.js';
import { withTables, type ElementManifest } from './tables.js';

export interface Site extends SiteOptions {
  readonly manifest: () => Promise<ElementManifest>;
}

/** A page of the site, read from its Markdown now, and where it leads within the site. Throws where there is none. */
export async function renderPage(page: string, site: Site): Promise<{ html: string; places: readonly string[] }> {
  const text = await withTables(await textOf(page), site.manifest);
  const rendered = renderMarkdown(text, (href) => resolveLink(href, page, site.suffix));
  return { html: layout(page, rendered, site), places: rendered.places };
}
