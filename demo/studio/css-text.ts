/**
 * Just enough of CSS's syntax (css-syntax-3) to say where a piece of text ends, before it is put among others: whether it
 * is one whole value, what it leaves open, where its commas are.
 */
const COMMENT = String.raw`\/\*[^]*?(?:\*\/|$)`;
const STRING = String.raw`"(?:[^"\\\n\r\f]|\\[^]?)*(?:"|$)|'(?:[^'\\\n\r\f]|\\[^]?)*(?:'|$)`;
/** Without quotes: whatever stands in it, browsers read on to the next bracket. */
const URL = String.raw`(?<![\w\-#@\u0080-\uffff\\])url\((?!\s*["'])(?:[^)\\]|\\[^]?)*(?:\)|$)`;
/** What such a URL may not have, or only at its ends. */
const BAD_URL = /["'(]|\S\s+\S/;
const TOKEN = new RegExp([COMMENT, STRING, URL, String.raw`\\[^]?`, '[^]'].join('|'), 'gi');

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

interface Token {
  readonly text: string;
  /** How many brackets stand around it. */
  readonly depth: number;
  /** Nothing that a value may have: an unpaired quote or bracket, what ends a declaration, an escape outside of a string. */
  readonly faulty: boolean;
}

/** The tokens, and what closes all that is still open at the end. */
function read(text: string): { tokens: readonly Token[]; closers: string } {
  const open: string[] = [];
  const tokens: Token[] = [];
  let last = '';
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const depth = open.length;
    const closer = closerOf(token);
    const ends = index + token.length === text.length;
    let faulty = closer !== null;
    if (closer !== null && ends) last = closer;
    else if (token in CLOSERS) open.push(CLOSERS[token]!);
    else if (token === open.at(-1)) open.pop();
    else faulty ||= /^[\\)\]}]/.test(token) || isBadUrl(token) || (depth === 0 && /^[;!]$/.test(token));
    tokens.push({ text: token, depth, faulty });
  }
  return { tokens, closers: last + open.reverse().join('') };
}

/** The text piece by piece, without comments. */
export function tokensOf(text: string): readonly string[] {
  return read(text).tokens.flatMap(({ text: token }) => (token.startsWith('/*') ? [] : [token]));
}

/** What a comment, a string or a URL without quotes lacks at its end; `null` for what is whole. */
function closerOf(token: string): string | null {
  const [first = ''] = token;
  if (token.startsWith('/*')) return token.length > 3 && token.endsWith('*/') ? null : '*/';
  if (first === '"' || first === "'") return token.length > 1 && token.endsWith(first) && !endsInEscape(token.slice(0, -1)) ? null : first;
  if (isUrl(token)) return token.endsWith(')') && !endsInEscape(token.slice(0, -1)) ? null : ')';
  return null;
}

function isUrl(token: string): boolean {
  return /^url\(/i.test(token);
}

function isBadUrl(token: string): boolean {
  return isUrl(token) && BAD_URL.test(token.slice(4, -1).replace(/\\[^]/g, 'x').trim());
}

function endsInEscape(text: string): boolean {
  return (/\\*$/.exec(text)?.[0].length ?? 0) % 2 === 1;
}

/** Whether the text can be the value of a declaration and leave the rest of its style sheet as it is. */
export function isWholeValue(text: string): boolean {
  const { tokens, closers } = read(text);
  return text.trim() !== '' && closers === '' && !tokens.some(({ faulty }) => faulty);
}

/** What to add so that nothing is left open: a style sheet joined to others must not swallow the next one. */
export function closersOf(text: string): string {
  const { closers } = read(text);
  // After a backslash the first of them would be taken for a letter.
  return closers !== '' && endsInEscape(text) ? `\n${closers}` : closers;
}

/** The arguments of a value that is a call of `name` and nothing else, or `null`. */
export function argumentsOf(name: string, value: string): readonly string[] | null {
  const call = value.trim();
  if (!call.toLowerCase().startsWith(`${name}(`) || !isWholeValue(call)) return null;
  const parts = [''];
  let closed = false;
  for (const { text, depth } of read(call.slice(name.length)).tokens) {
    if (closed) return null;
    if (depth === 1 && text === ')') closed = true;
    else if (depth === 1 && text === ',') parts.push('');
    else if (depth > 0) parts[parts.length - 1] += text;
  }
  return parts.map((part) => part.trim());
}
