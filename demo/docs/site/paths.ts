import { readdir, readFile, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const DOCS = 'demo/docs';

/** The site's own files beside its pages, by their path in the site: where they stand in the repository. */
export const ASSETS: Readonly<Record<string, string>> = {
  'site/site.css': `${DOCS}/site/site.css`,
  'site/mark.svg': 'demo/page/mark.svg',
};

/** Files of the repository that pages link to are shown as pages below this. */
const SOURCE = 'source/';
const OPEN_FILES = ['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md'];

const isImage = (path: string): boolean => /\.(svg|png)$/.test(path);
const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.') && part !== '.');

/** Whether a file or folder of the repository may be shown: what belongs to the public, never what lies above or is hidden. */
export function isOpen(path: string): boolean {
  const normal = posix.normalize(path);
  return !isHidden(normal) && (OPEN_FILES.includes(normal) || normal.startsWith('demo/'));
}

/** Where a page of the site has its text. */
export function fileOf(page: string): string {
  return page.startsWith(SOURCE) ? page.slice(SOURCE.length) : `${DOCS}/${page}.md`;
}

/** Where a file of the repository stands in the site: a page, a picture, or a page that shows the file. */
function placeOf(file: string): string {
  const own = file.startsWith(`${DOCS}/`);
  if (own && file.endsWith('.md')) return file.slice(DOCS.length + 1, -'.md'.length);
  return own && isImage(file) ? file.slice(DOCS.length + 1) : SOURCE + file;
}

/** A link between two places of the site, as the page at `from` writes it. */
export function linkTo(to: string, from: string, suffix: string): string {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/.exec(to) ?? [];
  const way = posix.relative(posix.dirname(from), folder === '' ? '.' : folder);
  const start = way === '' ? './' : `${way}/`;
  const path = name === 'index' ? start : `${start}${name}${to in ASSETS || isImage(to) ? '' : suffix}`;
  return encodeURI(path).replaceAll('?', '%3F').replaceAll('#', '%23');
}

export interface Target {
  readonly href: string;
  /** Where it leads within the site; `null` for other sites and the page itself. */
  readonly place: string | null;
}

/** A link as the Markdown of `page` has it, relative in the repository, as its page in the site writes it. */
export function resolveLink(href: string, page: string, suffix: string): Target {
  if (/^([a-z]+:|#|\/)/i.test(href)) return { href, place: null };
  const [path = '', anchor] = href.split('#');
  const file = posix.join(posix.dirname(fileOf(page)), decodeURI(path)).replace(/\/$/, '');
  const place = placeOf(file);
  return { href: linkTo(place, page, suffix) + (anchor === undefined ? '' : `#${anchor}`), place };
}

/** The text of a file of the repository. */
export const fileText = (file: string): Promise<string> => readFile(join(ROOT, file), 'utf8');

/** The Markdown of a page. A file that is none is shown as code, a folder as a list of its files. Throws where there is nothing. */
export async function textOf(page: string): Promise<string> {
  const file = fileOf(page);
  if (!isOpen(file)) throw new Error(`${file} is not shown`);
  const path = join(ROOT, file);
  if ((await stat(path)).isDirectory()) {
    const found = await readdir(path, { recursive: true, withFileTypes: true });
    const names = found.filter((entry) => entry.isFile()).map((entry) => posix.relative(path, posix.join(entry.parentPath, entry.name)));
    const shown = names.filter((name) => !isHidden(name) && !isImage(name)).sort();
    return `# \`${file}/\`\n\n${shown.map((name) => `- [${name.replaceAll(/[[\]]/g, '\\$&')}](<${posix.basename(file)}/${name}>)`).join('\n')}\n`;
  }
  const text = await fileText(file);
  if (file.endsWith('.md')) return text;
  const language = posix.extname(file).slice(1);
  return `# \`${posix.basename(file)}\`\n\n\`${file}\`\n\n~~~~~${language}\n${text.trimEnd()}\n~~~~~\n`;
}
