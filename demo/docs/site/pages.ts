import { WARNINGS } from '../../../src/core/environment.js';
import { ERROR_CODES } from '../../../src/core/errors.js';

/** A page by its path below `demo/docs`, without `.md`, and its name in the navigation. */
export interface Page {
  readonly path: string;
  readonly label: string;
}

export interface PageGroup {
  readonly title: string;
  readonly pages: readonly Page[];
  /** Pages that the navigation shows only within this group, by their heading. */
  readonly more?: Readonly<Record<string, readonly Page[]>>;
}

const page = (path: string, label: string): Page => ({ path, label });
const below = (folder: string, names: readonly string[]): readonly Page[] => names.map((name) => page(`${folder}/${name}`, name));

/** All pages, in the order of the navigation. */
export const GROUPS: readonly PageGroup[] = [
  {
    title: 'Start',
    pages: [
      page('index', 'Overview'),
      page('quick-start', 'Quick start'),
      page('script-tag', 'The script tag'),
      page('frameworks', 'Frameworks'),
      page('wordpress', 'WordPress'),
      page('cms', 'CMS pages'),
      page('builders', 'Site builders'),
      page('migration', 'Migration'),
      page('versions', 'Versions'),
    ],
  },
  {
    title: 'On the page',
    pages: [
      page('attributes', 'Attributes'),
      page('events', 'Events'),
      page('presentations', 'Presentations'),
      page('environment', 'Environment check'),
      page('parts', 'Parts and slots'),
      page('theming', 'Theming'),
      page('accessibility', 'Accessibility'),
    ],
  },
  {
    title: 'On your server',
    pages: [page('endpoint', 'The endpoint'), page('own-endpoint', 'Your own endpoint'), page('headers', 'Security headers'), page('reading', 'Load and outages')],
  },
  {
    title: 'When it does not work',
    pages: [page('troubleshooting', 'Troubleshooting')],
    more: { Errors: below('errors', ERROR_CODES), Warnings: below('warnings', WARNINGS) },
  },
];

export const groupOf = (path: string): PageGroup | undefined => GROUPS.find((group) => pagesOf(group).some((one) => one.path === path));

export const pagesOf = ({ pages, more = {} }: PageGroup): readonly Page[] => [...pages, ...Object.values(more).flat()];

export const PAGES: readonly Page[] = GROUPS.flatMap(pagesOf);
