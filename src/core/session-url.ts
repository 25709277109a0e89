/**
 * Which URLs may be opened as a Veriff session, and which origins may speak for its frame.
 *
 * The grammar here is stricter than the URL standard on purpose: what a browser would have to normalize (blanks,
 * backslashes, other alphabets, credentials, trailing dots) is refused, so that both read the rest alike.
 */

/** Session URLs are JSON Web Tokens of about 300 characters; this leaves ample room. */
const MAX_URL_LENGTH = 4096;
/** A host name has 253 characters at most (RFC 1035); a wildcard and a port come on top. */
const MAX_PATTERN_LENGTH = 261;

const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const HOST = `${LABEL}(?:\\.${LABEL})*|\\[[0-9a-f:]+\\]`;
const ORIGIN = /* @__PURE__ */ new RegExp(`^(https?)://(${HOST})(?::(\\d{1,5}))?$`, 'i');
const URL_PARTS = /* @__PURE__ */ new RegExp(`^(https?://(?:${HOST})(?::\\d{1,5})?)(?:[/?#][!-\\[\\]-~]*)?$`, 'i');
const PATTERN = /* @__PURE__ */ new RegExp(`^(?:\\*\\.(?=[^.]+\\.)(?:${LABEL}(?:\\.${LABEL})*)|${HOST})(?::(?:\\d{1,5}|\\*))?$`, 'i');
const LOOPBACK = /^(?:localhost|(?:[a-z0-9-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const DEFAULT_PORT = { http: '80', https: '443' };

/** The origin of a session URL, or `null` where the URL may not be used. */
export function sessionOrigin(url: string, sessionHosts: string): string | null {
  if (url.length > MAX_URL_LENGTH) return null;
  const origin = URL_PARTS.exec(url)?.[1]?.toLowerCase();
  if (origin === undefined || !isSessionOrigin(origin, sessionHosts)) return null;
  const { scheme, host, port } = split(origin)!;
  return port === DEFAULT_PORT[scheme] ? `${scheme}://${host}` : `${scheme}://${host}:${port}`;
}

/** Whether `origin`, as the browser serializes it, is one that `sessionHosts` names. */
export function isSessionOrigin(origin: string, sessionHosts: string): boolean {
  const parts = split(origin);
  if (parts === null) return false;
  const { scheme, host, port } = parts;
  return parseHosts(sessionHosts).some((pattern) => {
    const [, name = '', patternPort] = /^(.*?)(?::(\d+|\*))?$/.exec(pattern)!;
    const wildcard = name.startsWith('*.');
    if (wildcard ? !host.endsWith(name.slice(1)) : host !== name) return false;
    if (scheme === 'http' && (wildcard || !LOOPBACK.test(host))) return false;
    return patternPort === '*' ? LOOPBACK.test(host) : port === (patternPort ?? DEFAULT_PORT[scheme]);
  });
}

/** The usable patterns of the attribute `session-hosts`; all others are as if they were not there. */
export function parseHosts(sessionHosts: string): readonly string[] {
  return sessionHosts
    .toLowerCase()
    .split(/\s+/)
    .filter((pattern) => pattern.length <= MAX_PATTERN_LENGTH && PATTERN.test(pattern));
}

function split(origin: string): { scheme: 'http' | 'https'; host: string; port: string } | null {
  const [, scheme, host, port] = ORIGIN.exec(origin.toLowerCase()) ?? [];
  if ((scheme !== 'http' && scheme !== 'https') || host === undefined || !isCanonical(host)) return null;
  if (Number(port ?? 0) > 65_535) return null;
  return { scheme, host, port: port === undefined ? DEFAULT_PORT[scheme] : String(Number(port)) };
}

/** Browsers read a host that ends in a number as an IPv4 address, in many spellings: only the one they write is taken. */
function isCanonical(host: string): boolean {
  if (host.startsWith('[')) return host === '[::1]';
  const labels = host.split('.');
  if (!/^(?:\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '')) return true;
  return labels.length === 4 && labels.every((label) => String(Number(label)) === label && Number(label) <= 255);
}
