/** One of the dresses: whose style sheets the page has, and the markup that they are made for. */
export interface Dress {
  /** As the menu says it; without one it is for tests only. */
  readonly label?: string;
  /** Names of style sheets (style-sheets.ts), in the order of the page. */
  readonly styles: readonly string[];
  /** Attributes of `<html>` that make it dark, as sites in this dress do. */
  readonly dark?: string;
  /** The whole `<body>`. */
  readonly body: (page: Page) => string;
}

/** What the page has in every dress. */
export interface Page {
  readonly menu: readonly MenuItem[];
  /** The element, as a page writes it. */
  readonly element: string;
  /** The same in the markup of editors that strip unknown tags. */
  readonly placeholder: string;
  /** A second one, which shows how things will stand. */
  readonly preview: string;
}

export interface MenuItem {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

export function link({ label, href, current }: MenuItem, className = ''): string {
  const names = className === '' ? '' : ` class="${className}"`;
  return `<a${names} href="${href}"${current ? ' aria-current="page"' : ''}>${label}</a>`;
}
