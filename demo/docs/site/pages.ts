import { WARNINGS } from '../../../src/core/environment.js';
import { ERROR_CODES } from '../../../src/core/errors.js';

/** A page by its path below `demo/docs`, without `.md`, and its name in the navigation. */
export interface Page {
  readonly path: string;
  readonly label: string;
  /** What it is good for, in a line, for lists of pages. */
  readonly about?: string;
}

export interface PageGroup {
  readonly title: string;
  readonly pages: readonly Page[];
  /** Pages that the navigation shows only within this group, by their heading. */
  readonly more?: Readonly<Record<string, readonly Page[]>>;
}

const page = (path: string, label: string, about: string): Page => ({ path, label, about });
const below = (folder: string, names: readonly string[]): readonly Page[] => names.map((name) => ({ path: `${folder}/${name}`, label: name }));

/** All pages, in the order of the navigation. */
export const GROUPS: readonly PageGroup[] = [
  {
    title: 'Start',
    pages: [
      page('index', 'Overview', 'What it is, what it needs, and where to go.'),
      page('quick-start', 'Quick start', 'A recipe for each way in which pages are made.'),
      page('script-tag', 'The script tag', 'Files for pages without a bundler: addresses, hashes, policies.'),
      page('editors', 'Editors and assistants', 'What the package tells VS Code, JetBrains, TypeScript and coding assistants.'),
      page('contract', 'The contract in short', 'Attributes, events, states and error codes, recipes, the endpoint, rules never to break, typical mistakes.'),
      page('wordpress', 'WordPress', 'The plugin: a block, a shortcode, settings.'),
      page('cms', 'CMS pages', 'For editors whose CMS strips unknown tags: a `div` in its place.'),
      page('builders', 'Site builders', 'Static hosts, builders that only allow frames, htmx and Turbo.'),
      page('migration', 'Migration', 'From a flow with Veriff that was written by hand.'),
      page('versions', 'Versions', 'What is public, what a version may change, and how long an old name lives.'),
    ],
  },
  {
    title: 'In a framework',
    pages: [
      page('frameworks', 'Frameworks', 'React, Preact, Solid, Svelte, Vue and Angular: a component for each, and typings.'),
      page('frameworks/react-19', 'React 19', 'A whole page for a new project with React 19.'),
      page('frameworks/react-18', 'React 18', 'A whole page for a new project with React 18.'),
      page('frameworks/preact', 'Preact', 'A whole page for a new project with Preact.'),
      page('frameworks/vue', 'Vue', 'A whole page for a new project with Vue.'),
      page('frameworks/svelte', 'Svelte', 'A whole page for a new project with Svelte 5.'),
      page('frameworks/solid', 'Solid', 'A whole page for a new project with Solid.'),
      page('frameworks/angular', 'Angular', 'A whole page for a new project with Angular.'),
      page('frameworks/next', 'Next.js', 'A whole page for a new project with Next.js, painted by the server.'),
      page('frameworks/nuxt', 'Nuxt', 'A whole page for a new project with Nuxt, painted by the server.'),
      page('frameworks/sveltekit', 'SvelteKit', 'A whole page for a new project with SvelteKit, painted by the server.'),
      page('frameworks/astro', 'Astro', 'A whole page for a new project with Astro, painted by the server.'),
      page('frameworks/turbo', 'Turbo', 'A server of its own, with Turbo between its pages and a bundler.'),
      page('frameworks/htmx', 'htmx', 'A server of its own, with htmx that swaps the step in.'),
      page('server-rendering', 'Server rendering', 'The guidance in the HTML: painted before any script, taken over by the element.'),
    ],
  },
  {
    title: 'On the page',
    pages: [
      page('attributes', 'Attributes', 'Attributes, properties and methods.'),
      page('events', 'Events', 'Events, what is in them, how often they come; states.'),
      page('presentations', 'Presentations', 'Veriff above the page, within it, or on a page of its own; going on on a phone.'),
      page('environment', 'Environment check', 'What keeps a verification from working here, known before a session is spent.'),
      page('parts', 'Parts and slots', 'All parts, slots and custom properties.'),
      page('theming', 'Theming', 'Colors, type and layout of a brand.'),
      page('accessibility', 'Accessibility', 'What is held to WCAG 2.2 AA, and how.'),
      page('performance', 'Performance', 'What it costs a page in bytes and time, beside others.'),
    ],
  },
  {
    title: 'On your server',
    pages: [
      page('endpoint', 'The endpoint', 'The endpoint of the package, deployed step by step; who may ask; several instances.'),
      page('own-endpoint', 'Your own endpoint', 'The contract of the endpoint, for any language.'),
      page('headers', 'Security headers', '`Content-Security-Policy` and `Permissions-Policy`, to copy for each server.'),
      page('reading', 'Load and outages', 'When the status is read, and how many requests that makes.'),
    ],
  },
  {
    title: 'When it does not work',
    pages: [page('troubleshooting', 'Troubleshooting', 'Symptoms, error codes, warnings.')],
    more: { Errors: below('errors', ERROR_CODES), Warnings: below('warnings', WARNINGS) },
  },
];

export const groupOf = (path: string): PageGroup | undefined => GROUPS.find((group) => pagesOf(group).some((one) => one.path === path));

export const pagesOf = ({ pages, more = {} }: PageGroup): readonly Page[] => [...pages, ...Object.values(more).flat()];

export const PAGES: readonly Page[] = GROUPS.flatMap(pagesOf);
