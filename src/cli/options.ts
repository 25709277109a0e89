import { parseArgs } from 'node:util';
import { REQUEST_TIMEOUT } from '../core/contract.js';
import { DEFAULT_SESSION_HOSTS } from '../core/names.js';
import { parseHosts } from '../core/session-url.js';

/** What is to be tried, and how. */
export interface Options {
  /** The endpoint; its own query is kept. */
  readonly url: URL;
  /** An id that the endpoint knows. */
  readonly onboardingId: string | null;
  readonly reverify: boolean;
  /** By lower-case name. The values are secrets. */
  readonly headers: Readonly<Record<string, string>>;
  /** The origin of the page; `null` for a page of the endpoint's own site. */
  readonly origin: string | null;
  /** Whether a session may be made. */
  readonly sessions: boolean;
  readonly sessionHosts: string;
  /** Longest wait for one answer, in milliseconds. */
  readonly timeout: number;
  readonly json: boolean;
}

export type Arguments =
  | { readonly kind: 'check'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'unusable'; readonly why: string };

const LONGEST_TIMEOUT = 600;

/** A fault in the arguments, in words for whoever typed them. */
class Unusable extends Error {}

export function readArguments(args: readonly string[]): Arguments {
  try {
    const { values, positionals } = parse(args);
    if (values.help) return { kind: 'help' };
    const [command, url, ...rest] = positionals;
    if (command === undefined) throw new Unusable('A command is missing.');
    if (command !== 'check-endpoint') throw new Unusable('There is no such command.');
    if (url === undefined) throw new Unusable('The URL of the endpoint is missing.');
    if (rest.length > 0) throw new Unusable('One URL at a time.');
    const endpoint = endpointUrl(url);
    const id = values['onboarding-id'];
    if (id === '') throw new Unusable('--onboarding-id is empty.');
    if (id !== undefined && values.reverify) throw new Unusable('--onboarding-id and --reverify exclude each other.');
    const options: Options = {
      url: endpoint,
      onboardingId: id ?? null,
      reverify: values.reverify,
      headers: headersOf(values.header),
      origin: values.origin === undefined ? null : otherOrigin(values.origin, endpoint),
      sessions: !values['no-session'],
      sessionHosts: hostsOf(values['session-hosts']),
      timeout: timeoutOf(values.timeout),
      json: values.json,
    };
    return { kind: 'check', options };
  } catch (error) {
    return { kind: 'unusable', why: whyUnusable(error) };
  }
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'onboarding-id': { type: 'string' },
      header: { type: 'string', multiple: true, default: [] },
      origin: { type: 'string' },
      reverify: { type: 'boolean', default: false },
      'no-session': { type: 'boolean', default: false },
      'session-hosts': { type: 'string', default: DEFAULT_SESSION_HOSTS },
      timeout: { type: 'string', default: String(REQUEST_TIMEOUT / 1000) },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}

/** Node's own words name an option, but never its value. */
function whyUnusable(error: unknown): string {
  if (error instanceof Unusable) return error.message;
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    return error.message.split('. ')[0]!.replace(/\.?$/, '.');
  }
  throw error;
}

function endpointUrl(text: string): URL {
  if (!URL.canParse(text)) throw new Unusable('The URL is to be absolute, as https://partner.example/api/kyc.');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Unusable('The URL is to begin with https:// or http://.');
  if (url.username !== '' || url.password !== '') throw new Unusable('The URL is to hold no user name or password: use --header.');
  return url;
}

function headersOf(lines: readonly string[]): Readonly<Record<string, string>> {
  const headers = new Headers();
  for (const line of lines) {
    const [, name, value] = /^([^:]+):(.*)$/s.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Unusable("--header is to be 'Name: value'.");
    try {
      headers.append(name.trim(), value.trim());
    } catch {
      throw new Unusable('--header has a name or a value that HTTP does not allow.');
    }
  }
  return Object.fromEntries(headers);
}

/** `null` for the endpoint's own: there is nothing across origins to try. */
function otherOrigin(text: string, endpoint: URL): string | null {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  if (origin === 'null' || (text !== origin && text !== `${origin}/`)) {
    throw new Unusable('--origin is to be scheme, host and port alone, as https://shop.example.');
  }
  return origin === endpoint.origin ? null : origin;
}

function hostsOf(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0 || parseHosts(text).length !== words.length) {
    throw new Unusable('--session-hosts is to be hosts separated by blanks, as "*.veriff.com *.veriff.me".');
  }
  return text;
}

function timeoutOf(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= LONGEST_TIMEOUT)) throw new Unusable(`--timeout is to be seconds, at most ${LONGEST_TIMEOUT}.`);
  return seconds * 1000;
}
