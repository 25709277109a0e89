import type { Heading, Rendered } from './markdown.js';
import { GROUPS, PAGES, groupOf, type Page, type PageGroup } from './pages.js';
import { linkTo } from './paths.js';

export interface SiteOptions {
  /** Behind the path of a page: `.html` where files are served as they are. */
  readonly suffix: string;
  /** The element's module, from the folder of the site. */
  readonly script: string;
  /** Further pages of the server, from the folder of the site: label and path. */
  readonly beside: readonly (readonly [label: string, path: string])[];
}

/** What the pages need, and no more. The widgets on them only show states, so nothing is framed or asked for. */
export const POLICY =
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; ` +
  `require-trusted-types-for 'script'; trusted-types lit-html`;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

function links(pages: readonly Page[], current: string, suffix: string): string {
  return pages
    .map(({ path, label }) => `<li><a href="${linkTo(path, current, suffix)}"${path === current ? ' aria-current="page"' : ''}>${escape(label)}</a></li>`)
    .join('');
}

/** No heading: the outline of a page is its text's own. */
const labelled = (label: string, kind: string, items: string): string => `<p class="list-label" aria-hidden="true">${label}</p><ul class="${kind}" aria-label="${label}">${items}</ul>`;

function group({ title, pages, more = {} }: PageGroup, current: string, suffix: string, isOpen: boolean): string {
  const lists = Object.entries(isOpen ? more : {}).map(([name, list]) => labelled(name, 'codes', links(list, current, suffix)));
  return labelled(title, 'group', links(pages, current, suffix)) + lists.join('');
}

function navigation(current: string, suffix: string): string {
  const here = groupOf(current);
  return GROUPS.map((one) => group(one, current, suffix, one === here)).join('\n');
}

function contents(headings: readonly Heading[]): string {
  const sections = headings.filter(({ level }) => level === 2);
  if (sections.length < 2) return '';
  const items = sections.map(({ id, text }) => `<li><a href="#${id}">${escape(text)}</a></li>`).join('');
  return `<nav class="contents" aria-label="On this page"><p class="list-label" aria-hidden="true">On this page</p><ul>${items}</ul></nav>`;
}

/** The pages before and after this one, as the navigation shows them; those of a code lead back to the overview. */
function neighbours(current: string, suffix: string): string {
  const main = GROUPS.flatMap(({ pages }) => pages);
  const index = main.findIndex(({ path }) => path === current);
  const [before, after] = index === -1 ? [groupOf(current)?.pages[0], undefined] : [main[index - 1], main[index + 1]];
  const link = (page: Page | undefined, rel: string, word: string): string =>
    page === undefined ? '' : `<a rel="${rel}" href="${linkTo(page.path, current, suffix)}"><span>${word}</span> ${escape(page.label)}</a>`;
  return `<nav class="neighbours" aria-label="Next pages">${link(before, 'prev', index === -1 ? 'Back to' : 'Before')}${link(after, 'next', 'Next')}</nav>`;
}

/** A whole page. */
export function layout(current: string, { html, headings, isLive }: Rendered, { suffix, script, beside }: SiteOptions): string {
  const title = headings.find(({ level }) => level === 1)?.text ?? current;
  const top = '../'.repeat(current.split('/').length - 1) || './';
  const isPage = PAGES.some(({ path }) => path === current);
  const elsewhere = beside.map(([label, path]) => `<a href="${top}${path}">${label}</a>`).join('');
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${POLICY}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${escape(title)} – kyc-verification</title>
  <link rel="icon" href="${top}site/mark.svg" type="image/svg+xml">
  <link rel="stylesheet" href="${top}site/site.css">
  ${isLive ? `<script type="module" src="${top}${script}"></script>` : ''}
</head>
<body>
  <a class="skip-link" href="#main">Skip to the text</a>
  <header class="site-header">
    <a class="site-name" href="${top}"><span class="tag">&lt;kyc-verification&gt;</span> <span>Docs</span></a>
    <div class="site-links">${elsewhere}<button class="menu-button" type="button" popovertarget="pages">All pages</button></div>
  </header>
  <div class="layout">
    <nav class="pages" id="pages" aria-label="Pages" popover>
      ${navigation(current, suffix)}
    </nav>
    <main id="main" tabindex="-1">
      <article>
${html}
      </article>
      ${isPage ? neighbours(current, suffix) : ''}
    </main>
    ${contents(headings)}
  </div>
</body>
</html>
`;
}
