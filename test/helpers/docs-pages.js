import { join } from 'node:path';
import { runnerImport } from 'vite';
import { readTexts, root } from './repository.js';

const load = async (path) => (await runnerImport(join(root, path), { configFile: false, logLevel: 'error' })).module;

export const { GROUPS, PAGES } = await load('demo/docs/site/pages.ts');
export const { fileOf, isOpen, resolveLink } = await load('demo/docs/site/paths.ts');
export const { CONTRACT } = await load('demo/docs/site/llms.ts');
export const { inPage, withTables } = await load('demo/docs/site/tables.ts');
export const { renderMarkdown } = await load('demo/docs/site/markdown.ts');

/** The Markdown of the documentation by its page: `errors/offline`. */
export const texts = new Map(
  [...readTexts('demo/docs')].filter(([path]) => path.endsWith('.md')).map(([path, text]) => [path.slice('demo/docs/'.length, -'.md'.length), text]),
);

/** What is in a page: its headings, the links as they are written, and the fenced blocks with their language. */
export function read(text) {
  const links = [];
  const { headings } = renderMarkdown(text, (href) => {
    links.push(href);
    return { href, place: null };
  });
  const blocks = [...text.matchAll(/^```(\S*)( live)?\n([^]*?)\n```$/gm)].map(([, language, live, code]) => ({ language, code, live: live !== undefined }));
  return { headings, links, blocks };
}

/** The text from a heading of level 2 to the next. */
export function section(text, title) {
  const [, found] = text.split(new RegExp(`^## ${title}$`, 'm'));
  if (found === undefined) throw new Error(`There is no section "${title}".`);
  return found.split(/^## /m)[0];
}
