import fc from 'fast-check';
import { CANARY } from './effects.js';

/** A URL that an endpoint could give, and what is known of it before anybody has read it. */
export interface Candidate {
  readonly kind: string;
  readonly url: string;
  /** `undefined`: only the oracle can tell. */
  readonly usable: boolean | undefined;
}

interface Parts {
  readonly scheme: string;
  readonly host: string;
  readonly path: string;
}

const GOOD_HOSTS = ['magic.veriff.me', 'alchemy.veriff.com', 'magic.us.veriff.me', 'eu.veriff.com', 'a-1.veriff.me'];
const EVIL = 'evil.example';
const characters = (text: string): fc.Arbitrary<string> => fc.constantFrom(...text);
const anyCase = (text: string): fc.Arbitrary<string> =>
  fc.array(fc.boolean(), { minLength: text.length, maxLength: text.length }).map((upper) => text.replace(/[a-z]/g, (one, at: number) => (upper[at] ? one.toUpperCase() : one)));

const path = fc
  .array(characters("abcXYZ019-._~!$&'()*+,;=:@%/?"), { maxLength: 60 })
  .map((text) => `/${CANARY}/${text.join('')}`);
const parts: fc.Arbitrary<Parts> = fc.record({ scheme: fc.constant('https://'), host: fc.constantFrom(...GOOD_HOSTS), path });

/** An attack on a good URL, after which nobody may open it. */
const attack = (kind: string, made: fc.Arbitrary<string>): fc.Arbitrary<Candidate> => made.map((url) => ({ kind, url, usable: false }));
const onParts = <T>(arbitrary: fc.Arbitrary<T>, make: (parts: Parts, chosen: T) => string): fc.Arbitrary<string> =>
  fc.tuple(parts, arbitrary).map(([parts, chosen]) => make(parts, chosen));
/** Puts something at a place, counted as a share of the length. */
const insert = (text: string, at: number, what: string): string => {
  const place = Math.round(at * text.length);
  return text.slice(0, place) + what + text.slice(place);
};
const somewhere = fc.double({ min: 0, max: 1, noNaN: true });

const SCHEMES = [
  'javascript:', 'javascript://', 'data:text/html,', 'data:', 'blob:https://', 'blob:', 'http://', 'about:', 'about://', 'file://', 'file:///',
  'ftp://', 'ws://', 'wss://', 'view-source:https://', 'filesystem:https://', 'intent://', 'vbscript:', 'chrome://', 'https:', 'https:/',
  'https:///', 'https:////', 'https//', 'https;//', '://', 'h ttps://', 'httpſ://', 'httpss://',
];
const RELATIVE = ['', '/', '//', './', '../', '?', '#', '/\\', '//\\'];
const LOOK_ALIKES: readonly ((host: string) => string)[] = [
  (host) => `${host}.${EVIL}`, (host) => `${EVIL}/${host}`, (host) => `${EVIL}?.${host}`, (host) => `${EVIL}#.${host}`, (host) => `${host}@${EVIL}`,
  (host) => `${host}:443@${EVIL}`, (host) => `${host}:443.${EVIL}`, (host) => host.replace('.veriff', '-veriff'), (host) => host.replace('.veriff', 'veriff'),
  (host) => host.replace(/^.*?(veriff\.\w+)$/, '$1'), (host) => host.replace('veriff', 'verif'), (host) => `${host}m`, (host) => host.replace(/\.(\w+)$/, '.$1.co'),
  (host) => `.${host}`, (host) => host.replace('.', '..'), (host) => `${host}.`, (host) => `${host}..`, (host) => `${EVIL}%00.${host}`, (host) => `${EVIL}%2f.${host}`,
  (host) => `${host}%2e${EVIL}`, (host) => `[${host}]`, (host) => `${host}_.${EVIL}`, (host) => `${EVIL}<.${host}`, (host) => `${host},${EVIL}`, () => EVIL, () => '',
];
/** Below an allowed host, in writing that need not be understood. */
const ODD_LABELS = ['*', '-', '_', `${EVIL};`, `${EVIL},`, '{}', "'", '!', '~', '$', 'xn--80ak6aa92e', 'xn--a', 'xn--', '0x7f', '1', 'A'];
const CREDENTIALS = ['user', 'user:password', ':', '', 'a:b:c', 'user%40', 'магия', '%00', `${EVIL}:443`, 'u@v'];
const PORTS = [':', ':0', ':80', ':8443', ':65536', ':99999999999', ':-1', ':443x', ':4 43', ':٤٤٣', ':443:443', ':+443', ':0x1bb', ':443.', ':４４３', ':1e3'];
const BLANKS = ['\t', '\n', '\r', '\r\n', ' ', '\0', '\u0001', '\u001f', '\u007f', '\v', '\f'];
const WIDE_BLANKS = ['\u00a0', '\u00ad', '\u200b', '\u200d', '\u2028', '\u2029', '\u202e', '\u3000', '\ufeff', '\u2003', '\u180e', '\u2060'];
const DOUBLES: Readonly<Record<string, readonly string[]>> = {
  a: ['а', 'ａ', 'ɑ', '𝐚'], c: ['с', 'ｃ', 'ⅽ'], e: ['е', 'ｅ', 'ℯ'], f: ['ｆ', 'ƒ'], g: ['ｇ', 'ɡ'], i: ['і', 'ｉ', 'ı', 'ⅰ'], m: ['ｍ', 'м', 'ⅿ'], o: ['о', 'ｏ', 'ο'],
  r: ['ｒ', 'г'], v: ['ｖ', 'ν', 'ⅴ'], '.': ['。', '．', '｡', '․'], '-': ['－', '‐'], 's': ['ſ', 'ｓ', 'ѕ'], 'u': ['ｕ', 'υ'], 'l': ['ｌ', 'ⅼ'], '1': ['１', '①'],
};
const NUMBERS = [
  '2130706433', '0x7f.1', '0x7f000001', '017700000001', '127.1', '0177.0.0.1', '127.0.0.01', '①②⑦.0.0.1', '127.0.0.1', '0.0.0.0', '0', '192.168.0.1', '169.254.169.254',
  '[::1]', '[::]', '[::ffff:127.0.0.1]', '[0:0:0:0:0:0:0:1]', '[::0001]', '[fe80::1%25eth0]', '[::1', '::1', 'localhost', 'LOCALHOST', 'localhost.', 'a.localhost', 'localhost.localdomain',
];

const swapLetter = fc.tuple(parts, fc.nat(100), fc.nat(10)).map(([{ scheme, host, path }, letter, double]) => {
  const places = [...host].flatMap((one, at) => (DOUBLES[one] === undefined ? [] : [at]));
  const at = places[letter % places.length] ?? 0;
  const doubles = DOUBLES[host.charAt(at)] ?? [];
  return `${scheme}${host.slice(0, at)}${doubles[double % doubles.length] ?? ''}${host.slice(at + 1)}${path}`;
});
const percentEncode = onParts(somewhere, ({ scheme, host, path }, share) => {
  const at = Math.min(Math.floor(share * host.length), host.length - 1);
  return `${scheme}${host.slice(0, at)}%${host.charCodeAt(at).toString(16)}${host.slice(at + 1)}${path}`;
});
const LENGTHS = [10_000, 60_000, 1_000_000];
const long = onParts(fc.tuple(fc.constantFrom(...LENGTHS), fc.nat(4)), ({ scheme, host, path }, [length, where]) => {
  const filler = (text: string): string => text.repeat(length / text.length);
  return [
    `${scheme}${host}${path}${filler('x')}`,
    `${scheme}${filler('a.')}${host}${path}`,
    `${scheme}${filler('a')}.${host}${path}`,
    `${scheme}${filler('u')}@${host}${path}`,
    `${scheme}${host}${path}#${filler('%61a')}`,
  ][where]!;
});

const good = fc
  .tuple(anyCase('https://'), fc.constantFrom(...GOOD_HOSTS).chain(anyCase), fc.constantFrom('', ':443'), fc.oneof(path, fc.constantFrom('', '/', '?a=b', '#c', '/@', '/%5c%09%0a')))
  .map((all): Candidate => ({ kind: 'good', url: all.join(''), usable: true }));

const attacks: readonly fc.Arbitrary<Candidate>[] = [
  attack('scheme', onParts(fc.constantFrom(...SCHEMES).chain(anyCase), ({ host, path }, scheme) => scheme + host + path)),
  attack('relative', onParts(fc.constantFrom(...RELATIVE), ({ host, path }, start) => start + host + path)),
  attack('path alone', onParts(fc.constantFrom(...RELATIVE), ({ path }, start) => start + path.slice(1))),
  attack('look-alike', onParts(fc.constantFrom(...LOOK_ALIKES), ({ scheme, host, path }, change) => scheme + change(host) + path)),
  attack('credentials', onParts(fc.constantFrom(...CREDENTIALS), ({ scheme, host, path }, user) => `${scheme}${user}@${host}${path}`)),
  attack('port', onParts(fc.constantFrom(...PORTS), ({ scheme, host, path }, port) => scheme + host + port + path)),
  attack('blank', onParts(fc.tuple(fc.constantFrom(...BLANKS), somewhere), ({ scheme, host, path }, [blank, at]) => insert(scheme + host + path, at, blank))),
  attack('blank outside', onParts(fc.tuple(fc.constantFrom(...BLANKS, ...WIDE_BLANKS), fc.boolean()), ({ scheme, host, path }, [blank, before]) => (before ? blank + scheme + host + path : scheme + host + blank + path))),
  attack('wide blank in the host', onParts(fc.tuple(fc.constantFrom(...WIDE_BLANKS), somewhere), ({ scheme, host, path }, [blank, at]) => scheme + insert(host, at, blank) + path)),
  attack('backslash', onParts(somewhere, ({ scheme, host, path }, at) => insert(scheme + host + path, at, '\\'))),
  attack('backslashes', parts.map(({ scheme, host, path }) => (scheme + host + path).replaceAll('/', '\\'))),
  attack('double', swapLetter),
  attack('percent', percentEncode),
  attack('long', long),
];
const open: readonly fc.Arbitrary<Candidate>[] = [
  onParts(fc.tuple(fc.constantFrom('https://', 'http://'), fc.constantFrom(...NUMBERS), fc.constantFrom('', ':4010', ':8080', ':80', ':443')), ({ path }, all) => all.join('') + path),
  onParts(fc.constantFrom(':0443', ':00000443', ':000443'), ({ scheme, host, path }, port) => scheme + host + port + path),
  onParts(fc.constantFrom(...ODD_LABELS), ({ scheme, host, path }, label) => `${scheme}${label}.${host}${path}`),
  onParts(fc.tuple(fc.constantFrom(...WIDE_BLANKS, 'é', '😀', '\ud800'), somewhere), ({ scheme, host, path }, [blank, at]) => scheme + host + insert(path, at, blank)),
  fc.tuple(fc.oneof(...attacks), somewhere, fc.constantFrom(...BLANKS, '@', ':', '/', '#', '?', '.', '%', '*')).map(([{ url }, at, what]) => insert(url, at, what)),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.string({ unit: 'binary' }),
].map((made) => made.map((url) => ({ kind: 'open', url, usable: undefined })));

/** Attacks that must fail, URLs that must not, and what lies between them. */
export const aCandidate: fc.Arbitrary<Candidate> = fc.oneof({ weight: 3, arbitrary: good }, ...attacks.map((arbitrary) => ({ weight: 2, arbitrary })), ...open.map((arbitrary) => ({ weight: 1, arbitrary })));
/** Only those that nobody may open. */
export const anAttack: fc.Arbitrary<Candidate> = fc.oneof(...attacks);
