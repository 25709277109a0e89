import { GROUPS, PAGES, type Page, type PageGroup } from './pages.js';
import { fileOf, fileText } from './paths.js';
import { wholeText, type Site } from './render.js';
import { rebased } from './sections.js';

/** What the package has for coding assistants, beside the pages: the contract as a file, and the list of all pages (llmstxt.org). */

/** The page that is the contract, put together of others, and where it stands in the package. */
export const CONTRACT = 'contract';
const CONTRACT_FILE = 'dist/AGENTS.md';

/** The contract, with links that hold within the package. */
export async function contractText(manifest: Site['manifest']): Promise<string> {
  return rebased(await wholeText(CONTRACT, manifest), fileOf(CONTRACT), CONTRACT_FILE);
}

/** The list of pages. `link` says where one is found; `files` are lines for what else is there. */
export async function llmsText(link: (page: Page) => string, files: readonly string[] = []): Promise<string> {
  const { name, description } = JSON.parse(await fileText('package.json')) as { name: string; description: string };
  const list = (title: string, lines: readonly string[]): string => `## ${title}\n\n${lines.join('\n')}`;
  const line = (page: Page): string => `- [${page.label}](${link(page)}): ${page.about}`;
  const isContract = ({ path }: Page): boolean => path === CONTRACT;
  const codes = ({ more = {} }: PageGroup): readonly string[] =>
    Object.entries(more).flatMap(([kind, pages]) => pages.map((page) => `- [${kind}: ${page.label}](${link(page)})`));
  return `${[
    `# ${name}`,
    `> ${description}`,
    'Read the contract before you write code.',
    list('Contract', [...PAGES.filter(isContract).map(line), ...files]),
    ...GROUPS.map(({ title, pages }) => list(title, pages.filter((page) => !isContract(page)).map(line))),
    list('Optional', GROUPS.flatMap(codes)),
  ].join('\n\n')}\n`;
}
