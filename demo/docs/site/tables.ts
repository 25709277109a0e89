import { ERROR_CODES, kycError } from '../../../src/core/errors.js';
import { en } from '../../../src/localization/en.js';

/**
 * Tables that pages have of the code, most of them of the element's manifest, between lines such as `<!-- table: events -->` and `<!-- /table -->`.
 * The one page that is put together of others has the first line alone.
 */

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
}

interface Member extends Named {
  readonly kind: 'field' | 'method';
  readonly attribute?: string;
  readonly readonly?: boolean;
  readonly static?: boolean;
  readonly parameters?: readonly { readonly name: string; readonly optional?: boolean }[];
  readonly return?: { readonly type: { readonly text: string } };
}

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly Named[];
  readonly members?: readonly Member[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly cssStates?: readonly Named[];
}

/** What the tables read of a custom-elements manifest. */
export interface ElementManifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

const TAG = 'kyc-verification';

const code = (text: string | undefined): string => (text === undefined || text === '' ? '' : `\`${text.replaceAll('|', '\\|')}\``);
const cell = (text = ''): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const callOf = ({ name, static: ofClass, parameters = [] }: Member): string =>
  `${ofClass ? 'KycVerificationElement.' : ''}${name}(${parameters.map((one) => one.name + (one.optional ? '?' : '')).join(', ')})`;

const TABLES: Readonly<Record<string, (element: Declaration) => string>> = {
  attributes: ({ attributes = [] }) =>
    table(
      ['attribute', 'default', 'meaning'],
      attributes.map(({ name, default: value, description }) => [code(name), code(value), cell(description)]),
    ),
  properties: ({ members = [] }) =>
    table(
      ['property', 'type', 'meaning'],
      members
        .filter(({ kind, attribute }) => kind === 'field' && attribute === undefined)
        .map(({ name, type, readonly, description }) => [code(name), code(type?.text), cell(description) + (readonly ? ' Read-only.' : '')]),
    ),
  methods: ({ members = [] }) =>
    table(
      ['method', 'gives', 'what it does'],
      members.filter(({ kind }) => kind === 'method').map((one) => [code(callOf(one)), code(one.return?.type.text), cell(one.description)]),
    ),
  events: ({ events = [] }) =>
    table(['event', 'class', 'when'], events.map(({ name, type, description }) => [code(name), code(type?.text), cell(description)])),
  parts: ({ cssParts = [] }) => table(['part', 'what'], cssParts.map(({ name, description }) => [code(name), cell(description)])),
  slots: ({ slots = [] }) => table(['slot', 'what'], slots.map(({ name, description }) => [code(name), cell(description)])),
  'custom properties': ({ cssProperties = [] }) =>
    table(
      ['property', 'default', 'what'],
      cssProperties.map(({ name, default: value, description }) => [code(name), code(value), cell(description)]),
    ),
  'error codes': () =>
    table(
      ['code', '`retryable`', '`action`', 'the user reads'],
      ERROR_CODES.map((name) => {
        const { retryable, action } = kycError(name, 'configuration');
        return [`[${code(name)}](errors/${name}.md)`, code(String(retryable)), code(action), cell(en.errors[name].title)];
      }),
    ),
  states: ({ cssStates = [] }) => table(['state', 'what'], cssStates.map(({ name, description }) => [code(`:state(${name})`), cell(description)])),
};

const PLACE = /^<!-- table: ([a-z ]+) -->$(?:\n(?:(?!<!-- ).*\n)*<!-- \/table -->$)?/gm;

/** How a table stands in the file of a page: the lines around it are for who writes it anew. */
export const inPage = (written: string, name: string): string => `<!-- table: ${name} -->\n\n${written}\n\n<!-- /table -->`;

/** The text of a page with its tables as they are now, without the lines around them unless `frame` keeps these. `manifest` is asked only by a page that has one. */
export async function withTables(text: string, manifest: () => Promise<ElementManifest>, frame = (written: string, _name: string): string => written): Promise<string> {
  if (text.search(PLACE) === -1) return text;
  const element = (await manifest()).modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName === TAG);
  if (element === undefined) throw new Error(`The manifest has no <${TAG}>.`);
  return text.replace(PLACE, (_line, name: string) => {
    const write = TABLES[name];
    if (write === undefined) throw new Error(`There is no table "${name}", only ${Object.keys(TABLES).join(', ')}.`);
    return frame(write(element), name);
  });
}
