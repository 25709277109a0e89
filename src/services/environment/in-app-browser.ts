import InAppSpy from 'inapp-spy';

/** What `inapp-spy` 5.0.10 does not know, or takes for another. The first that fits counts. */
const APPS: readonly (readonly [pattern: RegExp, name: string])[] = [
  // Beside its own name it bears Facebook's, in some releases.
  [/\bInstagram\b/i, 'Instagram'],
  [/\bFB\w+\/(?:Messenger|Orca)/i, 'Messenger'],
  [/\bFB(?:AN|AV|_IAB)\//, 'Facebook'],
  // Douyin's web view also bears TikTok's name.
  [/\baweme[_/ ]/i, 'Douyin'],
  [/\btrill_\d/, 'TikTok'],
  [/\bPinterest\//i, 'Pinterest'],
  [/\bKAKAOTALK\b/i, 'KakaoTalk'],
  [/\bKAKAOSTORY\b/i, 'KakaoStory'],
  [/\bNAVER\(inapp/i, 'NAVER'],
  [/\bDaumApps\//i, 'Daum'],
  [/\bZalo\b/i, 'Zalo'],
  [/\bWeibo\b/i, 'Weibo'],
  [/\bAlipayClient\//i, 'Alipay'],
  [/\bDingTalk\//i, 'DingTalk'],
  [/\bQQ\/\d/, 'QQ'],
  [/\bbaiduboxapp\//i, 'Baidu'],
  [/\bGSA\//, 'Google'],
];

/** What users call the apps that `inapp-spy` names otherwise. */
const NAMES: Readonly<Record<string, string>> = { line: 'LINE', twitter: 'X', messenger: 'Messenger' };

/** Browsers in their own right, some releases of which describe themselves as a web view. */
const BROWSERS = /\b(?:CriOS|FxiOS|EdgiOS|OPiOS|OPT|OPR|EdgA|SamsungBrowser|DuckDuckGo|Ddg|Focus|Klar|YaBrowser|Vivaldi|Brave|UCBrowser|MiuiBrowser|HuaweiBrowser|Ecosia)\b/i;

/** Of an iPad or a Mac: their browsers say more behind this. */
const WEB_VIEW_OF_APPLE = /\(Macintosh;[^)]*\) AppleWebKit\/\S+ \(KHTML, like Gecko\)$/;

/**
 * The app in whose browser a page is shown, by the name that its users know; `WebView` for one that does not say its name; `null` for
 * a browser. `installed`: the page stands on the home screen, where Safari leaves its own name out.
 */
export function inAppBrowserOf(userAgent: string, installed: boolean): string | null {
  if (userAgent === '') return null;
  const known = APPS.find(([pattern]) => pattern.test(userAgent));
  if (known !== undefined) return known[1];
  // Its sign of the Google app is three letters that may stand in any word.
  const { isInApp, appKey, appName } = InAppSpy({ ua: userAgent, skip: [{ appKey: 'gsa' }] });
  if (appKey !== undefined) return NAMES[appKey] ?? appName ?? 'WebView';
  const isWebView = isInApp || WEB_VIEW_OF_APPLE.test(userAgent);
  return isWebView && !installed && !BROWSERS.test(userAgent) ? 'WebView' : null;
}
