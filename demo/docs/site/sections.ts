import { posix } from 'node:path';
import { slugs } from './markdown.js';

/** Texts that one page takes from another, in place of lines such as `<!-- from: events.md#how-often -->`: each fact is written once. */

const PLACE = /^<!-- from: ([^\s#]+)(?:#(\S+))? -->$/gm;

/** The text of a section, by the anchor of its heading, without that heading; of the page up to its first section without an anchor. */
export function sectionOf(text: string, anchor = ''): string {
  const slug = slugs();
  const found: string[] = [];
  let level = 0;
  let isCode = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) isCode = !isCode;
    const [, signs = '', title = ''] = isCode ? [] : (/^(#+) (.*)$/.exec(line) ?? []);
    if (title !== '') {
      if (level > 0 && (signs.length <= level || anchor === '')) break;
      if ((anchor === '' || slug(title.replaceAll(/[`*]/g, '')) === anchor) && level === 0) {
        level = signs.length;
        continue;
      }
    }
    if (level > 0) found.push(line);
  }
  const section = found.join('\n').trim();
  if (section === '') throw new Error(`There is no section "${anchor}".`);
  return section;
}

/** Markdown whose links within the repository are changed by `change`, outside its code. */
const withLinks = (text: string, change: (path: string) => string): string =>
  text
    .split(/(^```[^]*?^```$)/m)
    .map((part) => (part.startsWith('```') ? part : part.replaceAll(/(?<=\]\()(?![a-z]+:)[^)#\s]*(?=[^)\s]*\))/g, change)))
    .join('');

/** Markdown whose links lead from the file `to` to where they led from the file `from`; those within the text still do. */
export function rebased(text: string, from: string, to: string): string {
  return withLinks(text, (path) => (path === '' ? '' : posix.relative(posix.dirname(to), posix.join(posix.dirname(from), path))));
}

/** The text of `file` with what it takes from others. `read` gives the text of a file of the repository. */
export async function withSections(text: string, file: string, read: (file: string) => Promise<string>): Promise<string> {
  const parts = await Promise.all(
    [...text.matchAll(PLACE)].map(async ([, path = '', anchor]) => {
      const other = posix.join(posix.dirname(file), path);
      const section = withLinks(sectionOf(await read(other), anchor), (href) => href || posix.basename(other));
      return rebased(section, other, file);
    }),
  );
  return text.replace(PLACE, () => parts.shift() ?? '');
}
