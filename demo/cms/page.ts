import { STATES } from '../../src/core/names.js';
import { article } from './article.js';
import type { Dress, MenuItem } from './dress.js';
import { bootstrap } from './dresses/bootstrap.js';
import { hostile } from './dresses/hostile.js';
import { none } from './dresses/none.js';
import { tailwind } from './dresses/tailwind.js';
import { wordpress } from './dresses/wordpress.js';

export const DRESSES: Readonly<Record<string, Dress>> = { bootstrap, tailwind, wordpress, none, hostile };
/** Where the style sheets of the dresses are served. */
export const STYLES_PATH = '/cms/styles/';

/**
 * The page as a CMS would answer it: `dress` chooses what it wears (Bootstrap if unknown), `mode=dark` makes it dark as sites
 * in that dress do, `preview` shows one state of the widget.
 */
export function renderPage(template: string, query: URLSearchParams): string {
  const name = query.get('dress') ?? '';
  const known = Object.hasOwn(DRESSES, name) ? name : 'bootstrap';
  const dress = DRESSES[known] ?? bootstrap;
  const isDark = query.get('mode') === 'dark' && dress.dark !== undefined;
  const state = STATES.find((one) => one === query.get('preview'));
  const styles = dress.styles.map((file) => `<link rel="stylesheet" href="${STYLES_PATH}${file}">`).join('\n  ');
  const live = { 'onboarding-id-from': 'query:onboarding-id', endpoint: '/api/kyc', 'session-hosts': 'localhost:*' };
  const widget = state === undefined ? live : { ...live, preview: state };
  const body = dress.body({
    menu: menu(known, isDark, state === undefined ? '' : `&amp;preview=${state}`),
    element: tag('kyc-verification', widget),
    placeholder: tag('div', { 'kyc-verification': '', ...widget }, 'data-'),
    preview: tag('kyc-verification', { preview: state ?? 'reviewing' }),
  });
  return template
    .replace('<html lang="en">', `<html lang="en"${isDark ? ` ${dress.dark}` : ''}>`)
    .replace(/<!-- The style sheets.*-->/, () => styles)
    .replace('<body></body>', () => body);
}

/** @param more what the other dresses show, too */
function menu(current: string, isDark: boolean, more: string): MenuItem[] {
  const items = Object.entries(DRESSES).flatMap(([name, { label }]) =>
    label === undefined ? [] : [{ label, href: `?dress=${name}${more}`, current: name === current && !isDark }],
  );
  if (DRESSES[current]?.dark === undefined) return items;
  return [...items, { label: 'Dark', href: `?dress=${current}&amp;mode=dark${more}`, current: isDark }];
}

function tag(name: string, attributes: Readonly<Record<string, string>>, prefix = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${prefix}${key}${value === '' ? '' : `="${value}"`}`);
  return `<${name}${written.join('')}><p>${article.fallback}</p></${name}>`;
}
