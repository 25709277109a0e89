import MarkdownIt, { type Token } from 'markdown-it';
import type { Target } from './paths.js';

export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

export interface Rendered {
  readonly html: string;
  readonly headings: readonly Heading[];
  /** Where its links and pictures lead within the site. */
  readonly places: readonly string[];
  /** Whether it has a widget that runs. */
  readonly isLive: boolean;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  html: 'HTML', js: 'JavaScript', ts: 'TypeScript', tsx: 'TSX', vue: 'Vue', svelte: 'Svelte', astro: 'Astro', md: 'Markdown', css: 'CSS', sh: 'Shell', json: 'JSON', nginx: 'nginx', apache: 'Apache', toml: 'TOML', php: 'PHP', http: 'HTTP',
};

/** The anchors that GitHub gives to headings, so that links hold in both places. */
export function slugs(): (text: string) => string {
  const seen = new Map<string, number>();
  return (text) => {
    const slug = text.trim().toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  };
}

const plain = (inline: Token | undefined): string =>
  (inline?.children ?? []).map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : content)).join('');

/** Whether a fenced block is one whose element runs under it: ```` ```html live ````. */
const isLiveFence = ({ type, info }: Token): boolean => type === 'fence' && /^html live\b/.test(info.trim());

/** Renders Markdown of this repository: what is in it is trusted, and raw HTML is text all the same. */
export function renderMarkdown(text: string, resolve: (href: string) => Target): Rendered {
  const markdown = new MarkdownIt({ html: false });
  const { escapeHtml } = markdown.utils;
  const tokens = markdown.parse(text, {});
  const headings: Heading[] = [];
  const places: string[] = [];
  const slug = slugs();

  const lead = (token: Token, attribute: string): void => {
    const { href, place } = resolve(String(token.attrGet(attribute) ?? ''));
    token.attrSet(attribute, href);
    if (place !== null) places.push(place);
  };
  tokens.forEach((token, index) => {
    for (const child of token.children ?? []) {
      if (child.type === 'link_open') lead(child, 'href');
      if (child.type === 'image') lead(child, 'src');
    }
    if (token.type !== 'heading_open') return;
    const title = plain(tokens[index + 1]);
    const id = slug(title);
    headings.push({ level: Number(token.tag.slice(1)), id, text: title });
    token.attrSet('id', id);
  });

  let heading = '';
  markdown.renderer.rules['heading_open'] = (all, index, options, _env, self) => {
    heading = plain(all[index + 1]);
    return self.renderToken(all, index, options);
  };
  // The link is a sign at the end of the heading; its name says where it leads.
  markdown.renderer.rules['heading_close'] = (all, index) => {
    const { tag } = all[index] ?? { tag: 'h2' };
    const id = all[index - 2]?.attrGet('id') ?? '';
    return tag === 'h1' ? `</${tag}>\n` : ` <a class="anchor" href="#${id}" aria-label="Link to this section: ${escapeHtml(heading)}">#</a></${tag}>\n`;
  };
  // On a narrow screen a table scrolls by itself, and by keyboard.
  markdown.renderer.rules['table_open'] = () => `<div class="table" role="group" aria-label="Table: ${escapeHtml(heading)}" tabindex="0"><table>\n`;
  markdown.renderer.rules['table_close'] = () => '</table></div>\n';
  markdown.renderer.rules['th_open'] = () => '<th scope="col">';
  markdown.renderer.rules['fence'] = (all, index) => {
    const token = all[index];
    if (token === undefined) return '';
    const [language = ''] = token.info.trim().split(/\s+/);
    const label = LANGUAGES[language];
    const block = `<div class="code">${label === undefined ? '' : `<p class="code-language">${label}</p>`}<pre><code>${escapeHtml(token.content.trimEnd())}</code></pre></div>\n`;
    return isLiveFence(token) ? `<div class="live">${block}<div class="live-widget">\n${token.content}</div></div>\n` : block;
  };

  return { html: markdown.renderer.render(tokens, markdown.options, {}), headings, places, isLive: tokens.some(isLiveFence) };
}
