/** What a reply holds, and how a report may speak of it: never by a text of the endpoint's that could be secret or personal. */
import type { Answer, Reply } from './ask.js';

/** The type of the body, in lower case and without parameters. */
export function typeOf({ headers }: Reply): string {
  return (headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
}

/** The body as JSON; `undefined` where it is none. */
export function jsonOf({ text, tooLong }: Pick<Reply, 'text' | 'tooLong'>): unknown {
  if (tooLong) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A member of the body's own, where the body is a JSON object. */
export function fieldOf(reply: Reply, name: string): unknown {
  const body = jsonOf(reply);
  return isObject(body) && Object.hasOwn(body, name) ? body[name] : undefined;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The members of a header that is a list, in lower case. */
export function listOf({ headers }: Reply, name: string): readonly string[] {
  return (headers.get(name) ?? '').toLowerCase().split(',').map((item) => item.trim()).filter((item) => item !== '');
}

export const isSuccess = ({ status }: Reply): boolean => status >= 200 && status < 300;
export const isRedirect = ({ status }: Reply): boolean => status >= 300 && status < 400;
export const isRefusal = ({ status }: Reply): boolean => status >= 400 && status < 500;
export const looksLikeHtml = (text: string): boolean => /<(?:!doctype|html|head|body|pre|h1|p|div|script)\b/i.test(text);

/** Names are shown where they are names; anything else may be a secret, or a trick on the terminal. */
const safeName = (name: string): string => (/^[A-Za-z_][A-Za-z0-9_-]{0,29}$/.test(name) ? name : '…');

/** A word of the endpoint's, where it looks like a word of the contract; else what kind of thing it is. */
export function shownWord(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value !== 'string') return value === undefined ? 'nothing' : `a ${typeof value}`;
  return /^[A-Za-z][A-Za-z_ -]{0,29}$/.test(value) ? `"${value}"` : `a text of ${value.length} characters`;
}

/** Status, type, and the names of what the body holds. */
export function shownAnswer(answer: Answer): string {
  if (answer.status === null) return shownSilence(answer);
  const type = typeOf(answer);
  const shownType = /^[\w.+-]+\/[\w.+-]+$/.test(type) ? ` ${type}` : '';
  return `${answer.status}${shownType}${shownContent(answer)}`;
}

function shownContent(reply: Reply): string {
  const body = jsonOf(reply);
  if (isObject(body)) return ` {${Object.keys(body).slice(0, 12).map(safeName).join(', ')}}`;
  if (body !== undefined) return `, JSON that is ${shownWord(body)}`;
  if (reply.text === '') return ', no body';
  if (looksLikeHtml(reply.text)) return ', an HTML page';
  return reply.tooLong ? ', a very long body' : ', a body that is no JSON';
}

function shownSilence({ why, code, milliseconds }: Extract<Answer, { status: null }>): string {
  if (why === 'timeout') return `no answer within ${Math.round(milliseconds / 100) / 10} s`;
  const cause = code === '' ? '' : ` (${code})`;
  return why === 'closed' ? `the connection was closed without an answer${cause}` : `it could not be reached${cause}`;
}
