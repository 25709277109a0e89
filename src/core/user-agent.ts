/** What follows from a browser's own description of itself. It is a claim: nothing is refused by it, only offered. */

/** An iPad says that it is a Mac; no Mac has a touch screen. */
export function isIos(userAgent: string, maxTouchPoints: number): boolean {
  return /\b(?:iPhone|iPad|iPod)\b/.test(userAgent) || (/\bMacintosh\b/.test(userAgent) && maxTouchPoints > 1);
}

/** From here on iOS opens `x-safari-https` from within apps. */
const SAFARI_SCHEME_SINCE = 17;
/** They keep such links from leaving: seen with Instagram 424 (iOS 26.4) and X 11.43 (iOS 26.1). */
const KEEPS_LINKS = /\bInstagram\b|\bTwitter\b/i;

/**
 * A link that opens `url` in the device's browser, from within an app that shows the page in a browser of its own. `null` where there is
 * none that can be relied upon: `url` can always be copied.
 *
 * The URL may hold what a stranger has put into it, for it is the page's own address: none of it may end up among the parameters of
 * the link.
 */
export function browserUrl(userAgent: string, url: string): string | null {
  const [, scheme, host, path, fragment] = WEB_URL.exec(url) ?? [];
  if (scheme === undefined || host === undefined || path === undefined) return null;
  // In a fragment also `;`, so that it can't hold `#Intent;`.
  const place = `${host}${encode(path, /[^\w\-.~!$&'()*+,;=:@/?%]/g)}${fragment === undefined ? '' : `#${encode(fragment, /[^\w\-.~!$&'()*+,=:@/?%]/g)}`}`;
  if (/\bAndroid\b/.test(userAgent)) {
    const fallback = encodeURIComponent(`${scheme.toLowerCase()}://${place}`);
    return `intent://${place}#Intent;scheme=${scheme.toLowerCase()};S.browser_fallback_url=${fallback};end`;
  }
  const version = /\b(?:iPhone )?OS (\d+)[\d_]* like Mac OS X\b/.exec(userAgent)?.[1];
  const opens = version !== undefined && Number(version) >= SAFARI_SCHEME_SINCE && !KEEPS_LINKS.test(userAgent);
  return opens ? `x-safari-${scheme.toLowerCase()}://${place}` : null;
}

/** As browsers write one, with no credentials: scheme, host and port, path and query, fragment. */
const WEB_URL = /^(https?):\/\/((?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?)((?:[/?][!-"$-~]*)?)(?:#([!-~]*))?$/i;

function encode(text: string, unsafe: RegExp): string {
  return text.replace(unsafe, (character) => encodeURIComponent(character));
}
