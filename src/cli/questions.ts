/** The questions, in the form in which a browser and the element would send them. */
import type { Question } from './ask.js';
import { mayExchange, type Subject } from './check.js';

/** A page that has nothing to do with the endpoint. */
export const ATTACKER = 'https://attacker.example';

type Headers = Readonly<Record<string, string>>;

/** Who is asked for: the known id or user, or one that nobody knows. */
type Who = 'known' | 'unknown';

/** What the browser adds for the page at `origin`. */
function browserHeaders({ options }: Subject, method: string, origin = options.origin): Headers {
  const site = origin === null || origin === options.url.origin ? 'same-origin' : 'cross-site';
  // Browsers name no origin in a read of the page's own.
  const named = method === 'GET' && site === 'same-origin' ? {} : { origin: origin ?? options.url.origin };
  return { 'sec-fetch-site': site, 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty', ...named };
}

interface From {
  /** The page's origin, where it is another than the good page's. */
  readonly origin?: string;
  /** Without the headers that name the user. */
  readonly anonymous?: true;
  readonly headers?: Headers;
}

function headersFor(subject: Subject, method: string, from: From): Headers {
  const own = from.anonymous ? {} : subject.options.headers;
  return { ...own, ...browserHeaders(subject, method, from.origin), ...from.headers };
}

/** The headers here are this command's own, with nothing secret in them. */
function shownFrom({ origin, anonymous, headers = {} }: From): string {
  const shown = Object.entries(headers).map(([name, value]) => `, ${name}: ${value}`).join('');
  return `${shown}${origin === undefined ? '' : `, from a page of ${origin}`}${anonymous ? ', without the --header' : ''}`;
}

const path = ({ options }: Subject): string => options.url.pathname;

/** `GET` with a query of one's own: `shown` is the query as the report may show it. */
export function readWith(subject: Subject, query: string, shown: string, from: From = {}): Question {
  const url = new URL(subject.options.url);
  const own = url.search;
  // Appended as text, as the element does: the URL's own query is kept as it was written.
  url.search = own === '' ? query : `${own}&${query}`;
  const headers = headersFor(subject, 'GET', { ...from, headers: { accept: 'application/json', ...from.headers } });
  const ownShown = own === '' ? '' : '…&';
  return { method: 'GET', url: url.href, headers, shown: `GET ${path(subject)}?${ownShown}${shown}${shownFrom(from)}` };
}

export function read(subject: Subject, who: Who, from: From = {}): Question {
  const { options, unknownId } = subject;
  if (who === 'known' && options.reverify) return readWith(subject, 'reverify=true', 'reverify=true', from);
  const id = who === 'known' ? (options.onboardingId ?? '') : unknownId;
  return readWith(subject, String(new URLSearchParams({ onboardingId: id })), `onboardingId=<${who} id>`, from);
}

/** `POST` with a body of one's own, as JSON where `from` names no other type. */
export function exchangeWith(subject: Subject, body: string | Uint8Array<ArrayBuffer>, shown: string, from: From = {}): Question {
  const own: Headers = { accept: 'application/json', 'content-type': 'application/json' };
  const headers = headersFor(subject, 'POST', { ...from, headers: { ...own, ...from.headers } });
  const { href } = subject.options.url;
  return { method: 'POST', url: href, headers, body, shown: `POST ${path(subject)} ${shown}${shownFrom(from)}` };
}

export function exchange(subject: Subject, who: Who, from: From = {}): Question {
  return exchangeWith(subject, JSON.stringify(sessionBody(subject, who)), JSON.stringify(shownBody(subject, who)), from);
}

/** What is posted to have a session. */
export function sessionBody({ options, unknownId }: Subject, who: Who): Readonly<Record<string, unknown>> {
  if (who === 'known' && options.reverify) return { reverify: true };
  return { onboardingId: who === 'known' ? options.onboardingId : unknownId };
}

export function shownBody({ options }: Subject, who: Who): Readonly<Record<string, unknown>> {
  return who === 'known' && options.reverify ? { reverify: true } : { onboardingId: `<${who} id>` };
}

/** For what a good endpoint refuses: asked with the known id, since only that shows a success, but not where a session is unwanted. */
export function refusedSubject({ options }: Subject): Who {
  return mayExchange(options) ? 'known' : 'unknown';
}

/** Any other method, with the unknown id. */
export function otherMethod(subject: Subject, method: string): Question {
  return { ...exchange(subject, 'unknown'), method, shown: `${method} ${path(subject)} {"onboardingId":"<unknown id>"}` };
}

/** What a browser asks before it lets a page of another origin post JSON. It carries no header of the user. */
export function preflight(subject: Subject, origin: string): Question {
  const names = ['content-type', ...Object.keys(subject.options.headers).filter((name) => name !== 'cookie')];
  const headers = {
    ...browserHeaders(subject, 'OPTIONS', origin),
    'access-control-request-method': 'POST',
    'access-control-request-headers': names.sort().join(','),
  };
  const { href } = subject.options.url;
  return { method: 'OPTIONS', url: href, headers, shown: `OPTIONS ${path(subject)}, a preflight from ${origin}` };
}
