/** Options are checked when the server starts: a mistake there shows at once, not with the first user. */

/** @returns the URL without a slash at its end. @throws TypeError unless it is `https` (`http` for loopback hosts) */
export function checkedBaseUrl(provider: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const loopback = url !== null && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback);
  if (url === null || !secure || url.username !== '' || url.password !== '' || /[?#]/.test(value)) {
    throw new TypeError(`${provider}: baseUrl must be an https URL without credentials and query, such as https://api.example.com.`);
  }
  return url.href.replace(/\/+$/, '');
}

/** @throws TypeError where it is missing, or can't stand in a header; its value is not repeated in the message */
export function checkedHeaderValue(provider: string, name: string, value: unknown): string {
  if (typeof value !== 'string' || !/^[\x21-\x7e]{1,1000}$/.test(value)) {
    throw new TypeError(`${provider}: ${name} is missing, or has characters that a key can't have (a line break at its end?).`);
  }
  return value;
}
