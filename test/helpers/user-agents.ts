/** What browsers, and apps with a browser of their own, say of themselves: the name that is told to the user, or `null` for a browser. */

export const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const IPAD = 'Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const CHROMIUM = 'AppleWebKit/537.36 (KHTML, like Gecko)';
export const WEB_VIEW = `Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UQ1A.240105.004; wv) ${CHROMIUM} Version/4.0 Chrome/124.0.6367.82 Mobile Safari/537.36`;
export const ANDROID = `Mozilla/5.0 (Linux; Android 10; K) ${CHROMIUM} Chrome/124.0.0.0 Mobile Safari/537.36`;
const SAMSUNG = `Mozilla/5.0 (Linux; Android 13; SM-S918B Build/TP1A.220624.014; wv) ${CHROMIUM} Version/4.0 Chrome/115.0.5790.138 Mobile Safari/537.36`;

const APPS: Readonly<Record<string, readonly string[]>> = {
  Facebook: [
    `${IPHONE} Mobile/21F90 [FBAN/FBIOS;FBAV/466.0.0.57.85;FBBV/601195780;FBDV/iPhone14,5;FBMD/iPhone;FBSN/iOS;FBSV/17.5.1;FBSS/3;FBID/phone;FBLC/en_US;FBOP/5;FBRV/0]`,
    `${IPHONE} Mobile/21F90 Safari/604.1 [FBAN/FBIOS;FBAV/520.0.0.38.101;FBBV/756351453;FBDV/iPhone15,2;FBMD/iPhone;FBSN/iOS;FBSV/17.5.1;FBSS/3;FBID/phone;FBLC/de_DE;FBOP/5;IABMV/1]`,
    `${IPAD} Mobile/15E148 [FBAN/FBIOS;FBDV/iPad13,4;FBMD/iPad;FBSN/iPadOS;FBSV/16.6;FBSS/2;FBID/tablet;FBLC/fr_FR;FBOP/5]`,
    `${WEB_VIEW} [FB_IAB/FB4A;FBAV/459.0.0.48.109;]`,
    `${WEB_VIEW} [FB_IAB/FB4A;FBAV/510.0.0.44.65;IABMV/1;]`,
    `Mozilla/5.0 (Linux; Android 4.4.2; ASUS_T00F Build/KVT49L) ${CHROMIUM} Version/4.0 Chrome/30.0.0.0 Mobile Safari/537.36[FBAN/EMA;FBLC/zh_TW;FBAV/42.0.0.3.64;]`,
  ],
  Messenger: [
    `${IPHONE} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/450.0.0.34.109;FBBV/575187483;FBDV/iPhone12,1;FBMD/iPhone;FBSN/iOS;FBSV/17.5.1;FBSS/2;FBID/phone;FBLC/en_GB;FBOP/5]`,
    `${IPHONE} Mobile/15E148 [FBAN/MessengerLiteForiOS;FBAV/482.0.0.36.110;FBBV/655211542;FBDV/iPhone15,3;FBMD/iPhone;FBSN/iOS;FBSV/17.5.1;FBSS/3;FBLC/pl_PL]`,
    `${WEB_VIEW} [FB_IAB/MESSENGER;FBAV/118.0.0.19.82;]`,
    `${SAMSUNG} [FB_IAB/Orca-Android;FBAV/415.0.0.14.47;]`,
  ],
  Instagram: [
    `${IPHONE} Mobile/21F90 Instagram 335.1.8.26.85 (iPhone14,2; iOS 17_5_1; en_US; en; scale=3.00; 1170x2532; 609775437; IABMV/1)`,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 26_4_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/23E254 Instagram 424.1.0.31.54 (iPhone18,4; iOS 26_4_1; en_GB; en-GB; scale=3.00; 1260x2736; IABMV/1; 933996394) NW/3 Safari/604.1',
    `Mozilla/5.0 (Linux; Android 11; Mi A3 Build/RKQ1.200903.002; wv) ${CHROMIUM} Version/4.0 Chrome/131.0.6778.14 Mobile Safari/537.36 Instagram 355.0.0.37.103 Android (30/11; 320dpi; 720x1411; Xiaomi; Mi A3; laurel_sprout; qcom; pt_BR; 657300861)`,
    `${IPHONE} Mobile/15E148 Instagram 300.0.0 [FBAN/Instagram;FBAV/300.0;]`,
  ],
  Threads: [`${IPHONE} Mobile/21F90 Barcelona 334.0.0.32.97 (iPhone14,2; iOS 17_5_1; en_US; en; scale=3.00; 1170x2532; 608123456)`],
  WhatsApp: [`${WEB_VIEW} WA4A/2.24.10.85`, `${IPHONE} Mobile/15E148 WAiOS/2.24.10.76`],
  TikTok: [
    `${IPHONE} Mobile/15E148 BytedanceWebview/d8a21c6 musical_ly_34.0.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/en Region/US`,
    `${WEB_VIEW} musical_ly_2023303040 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/musical_ly app_version/33.3.4 ByteLocale/en Region/US BytedanceWebview/d8a21c6`,
    `${SAMSUNG} trill_340002 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/trill app_version/34.0.2 ByteLocale/vi Region/VN`,
  ],
  Douyin: [`${SAMSUNG} aweme_230400 JsSdk/1.0 NetType/WIFI AppName/aweme app_version/23.4.0 ByteLocale/zh-CN Region/CN BytedanceWebview/d8a21c6`],
  LINE: [
    `${IPHONE} Mobile/15E148 Safari Line/14.7.0`,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1 Line/14.12.0',
    `${WEB_VIEW} Line/14.7.1/IAB`,
  ],
  WeChat: [
    `${IPHONE} Mobile/15E148 MicroMessenger/8.0.49(0x1800312b) NetType/WIFI Language/zh_CN`,
    `Mozilla/5.0 (Linux; Android 13; V2166A Build/TP1A.220624.014; wv) ${CHROMIUM} Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160083 MMWEBSDK/20240301 MMWEBID/1234 MicroMessenger/8.0.48.2580(0x28003036) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64`,
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROMIUM} Chrome/116.0.0.0 Safari/537.36 NetType/WIFI MicroMessenger/7.0.20.1781(0x6700143B) WindowsWechat(0x63090a13)`,
  ],
  LinkedIn: [`${IPHONE} Mobile/15E148 [LinkedInApp]/9.29.6160`, `${WEB_VIEW} [LinkedInApp]/4.1.942`],
  X: [`${IPHONE} Mobile/21F90 Twitter for iPhone/10.44`, `${IPAD} Mobile/15E148 Twitter for iPad/9.63`, `${WEB_VIEW} TwitterAndroid`],
  Snapchat: [
    `${IPHONE} Version/17.5.1 Mobile/15E148 Snapchat/12.91.0.36 (like Safari/8618.2.12.11.6, panda)`,
    `${SAMSUNG} Snapchat/12.92.0.37 (SM-S918B; Android 13#S918BXXU3BWK5#33; gzip; )`,
  ],
  Pinterest: [`${IPHONE} Mobile/15E148 [Pinterest/iOS]`, `Mozilla/5.0 (Linux; Android 10; SM-A605GN Build/QP1A.190711.020; wv) ${CHROMIUM} Version/4.0 Chrome/83.0.4103.96 Mobile Safari/537.36 [Pinterest/Android]`],
  Reddit: [`${WEB_VIEW} Reddit/Version 2024.20.0/Build 1644534/Android 14`],
  KakaoTalk: [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 KAKAOTALK 10.3.1',
    `Mozilla/5.0 (Linux; Android 13; SM-X706N Build/TP1A.220624.014; wv) ${CHROMIUM} Version/4.0 Chrome/115.0.5790.138 Safari/537.36;KAKAOTALK 2410310`,
  ],
  KakaoStory: [`${SAMSUNG} KAKAOSTORY/6.6.8`],
  NAVER: [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/605.1 NAVER(inapp; search; 1010; 11.24.5; 12PRO)',
    `Mozilla/5.0 (Linux; Android 13; SM-X706N Build/TP1A.220624.014; wv) ${CHROMIUM} Version/4.0 Chrome/102.0.5005.189 Whale/1.0.0.0 Crosswalk/27.102.0.21 Safari/537.36 NAVER(inapp; search; 1010; 11.24.6)`,
  ],
  Daum: [`${SAMSUNG} DaumApps/7.4.5 DaumDevice/mobile`],
  Zalo: [`${SAMSUNG} Zalo android/12100656 ZaloTheme/light ZaloLanguage/vi`, `${IPHONE} Mobile/15E148 Zalo iOS/587 ZaloTheme/light ZaloLanguage/vn`],
  Weibo: [`${IPHONE} Mobile/15E148 Weibo (iPhone14,2__weibo__14.5.2__iphone__os17.5.1)`],
  Alipay: [
    `${IPHONE} Mobile/16B92 NebulaSDK/1.8.100112 Nebula PSDType(1) AlipayDefined(nt:WIFI,ws:375|603|2.0) AliApp(AP/10.1.52.6006) AlipayClient/10.1.52.6006 Alipay Language/zh-Hans`,
    `Mozilla/5.0 (Linux; U; Android 7.1.1; zh-CN; OD103 Build/NMF26F) ${CHROMIUM} Version/4.0 Chrome/40.0.2214.89 UCBrowser/11.3.8.909 UWS/2.10.2.5 Mobile Safari/537.36 UCBS/2.10.2.5 Nebula AlipayDefined(nt:WIFI,ws:360|0|3.0) AliApp(AP/10.0.18.062203) AlipayClient/10.0.18.062203 Language/zh-Hans useStatusBar/true`,
  ],
  DingTalk: [`${SAMSUNG} AliApp(DingTalk/6.5.50) com.alibaba.android.rimet/26178691`],
  QQ: [`${IPHONE} Mobile/15E148 QQ/9.0.50.616 V1_IPH_SQ_9.0.50_1_APP_A Pixel/1170 NetType/WIFI`],
  Baidu: [`Mozilla/5.0 (Linux; Android 12; RMX3300 Build/SKQ1.211019.001; wv) ${CHROMIUM} Version/4.0 Chrome/97.0.4692.98 Mobile Safari/537.36 T7/13.32 SP-engine/2.70.0 baiduboxapp/13.32.0.10 (Baidu; P1 12) NABar/1.0`],
  Google: [`${IPHONE} GSA/315.0.630435 Mobile/15E148 Safari/604.1`, `${WEB_VIEW} GSA/15.1.2.28.arm64`],
  WebView: [
    WEB_VIEW,
    `${SAMSUNG} SomeBank/4.2`,
    `${IPHONE} Mobile/15E148`,
    `${IPHONE} Mobile/15E148 SomeBank/4.2`,
    `${IPAD} Mobile/15E148`,
    MAC,
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64; WebView/3.0) ${CHROMIUM} Chrome/70.0.3538.102 Safari/537.36 Edge/18.22621`,
  ],
};

const BROWSERS: readonly (readonly [name: string, userAgent: string])[] = [
  ['Chrome on Android', ANDROID],
  ['Chrome on an older Android', `Mozilla/5.0 (Linux; Android 9; SM-N9208 Build/MMB29K) ${CHROMIUM} Chrome/98.0.4758.101 Mobile Safari/537.36`],
  ['Chrome on a tablet', `Mozilla/5.0 (Linux; Android 10; K) ${CHROMIUM} Chrome/124.0.0.0 Safari/537.36`],
  ['Chrome on Windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROMIUM} Chrome/124.0.0.0 Safari/537.36`],
  ['Chrome on a Mac', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${CHROMIUM} Chrome/124.0.0.0 Safari/537.36`],
  ['Chrome on Linux, headless', `Mozilla/5.0 (X11; Linux x86_64) ${CHROMIUM} HeadlessChrome/124.0.0.0 Safari/537.36`],
  ['Chrome OS', `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${CHROMIUM} Chrome/124.0.0.0 Safari/537.36`],
  ['Chrome on iOS', `${IPHONE} CriOS/125.0.6422.80 Mobile/15E148 Safari/604.1`],
  ['Safari on iOS, and its view in apps', `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`],
  ['Safari on iOS 26', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1'],
  ['Safari on an iPad', `${IPAD} Version/16.6 Mobile/15E148 Safari/604.1`],
  ['Safari on a Mac or an iPad', `${MAC} Version/17.5 Safari/605.1.15`],
  ['Firefox on Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'],
  ['Firefox on a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0'],
  ['Firefox on Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
  ['Firefox on Android', 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'],
  ['Firefox on iOS', `${IPHONE} FxiOS/126.0 Mobile/15E148 Safari/605.1.15`],
  ['Firefox Focus on iOS', `${IPHONE} FxiOS/39 Mobile/15E148 Version/15.0`],
  ['Firefox Klar on Android', `Mozilla/5.0 (Linux; Android 8.1.0; Nexus 5X; wv) ${CHROMIUM} Version/4.0 Klar/8.0.15 Chrome/70.0.3538.80 Mobile Safari/537.36`],
  ['Edge on Windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROMIUM} Chrome/124.0.0.0 Safari/537.36 Edg/124.0.2478.80`],
  ['Edge on Android', `${ANDROID} EdgA/124.0.2478.64`],
  ['Edge on iOS', `${IPHONE} Version/17.0 EdgiOS/125.0.2535.60 Mobile/15E148 Safari/605.1.15`],
  ['Samsung Internet', `Mozilla/5.0 (Linux; Android 10; K) ${CHROMIUM} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`],
  ['Opera on Windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROMIUM} Chrome/124.0.0.0 Safari/537.36 OPR/110.0.0.0`],
  ['Opera on Android', `${ANDROID} OPR/82.0.0.0`],
  ['Opera on iOS', `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1 OPT/4.7.0`],
  ['Opera Touch on iOS', 'Mozilla/5.0 (iPhone; CPU iPhone OS 15_4_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 OPT/3.3.6'],
  ['Brave on iOS', `${IPHONE} Version/17.5 Brave/1 Mobile/15E148 Safari/E7FBAF`],
  ['DuckDuckGo on Android', `Mozilla/5.0 (Linux; Android 14) ${CHROMIUM} Version/4.0 Chrome/124.0.0.0 Mobile DuckDuckGo/5 Safari/537.36`],
  ['DuckDuckGo on Android as a web view', `Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) ${CHROMIUM} Version/4.0 Chrome/124.0.0.0 Mobile DuckDuckGo/5 Safari/537.36`],
  ['DuckDuckGo on iOS', `${IPHONE} Version/17.5 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15`],
  ['DuckDuckGo on iOS 18', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Ddg/18.5 Safari/604.1'],
  ['Vivaldi on Linux', `Mozilla/5.0 (X11; Linux x86_64) ${CHROMIUM} Chrome/124.0.0.0 Safari/537.36 Vivaldi/6.7.3329.31`],
  ['MIUI’s browser', `Mozilla/5.0 (Linux; U; Android 13; de-de; 2201117TG Build/TKQ1.221114.001) ${CHROMIUM} Version/4.0 Chrome/112.0.5615.136 Mobile Safari/537.36 XiaoMi/MiuiBrowser/14.5.0-gn`],
  ['Puffin', `Mozilla/5.0 (Linux; Android 7.1.2; Pixel Build/N2G47E; zh-tw) ${CHROMIUM} Chrome/42.0.2311.135 Mobile Safari/537.36 Puffin/6.0.9.15863AP`],
  ['WebKitGTK', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15'],
  ['a phone whose model has the letters of the Google app', `Mozilla/5.0 (Linux; Android 9; LM-GSA10 Build/PKQ1) ${CHROMIUM} Chrome/124.0.0.0 Mobile Safari/537.36`],
  ['one that says nothing', ''],
];

export const IN_APP = Object.entries(APPS).flatMap(([app, userAgents]) => userAgents.map((userAgent) => ({ app, userAgent })));
export const NOT_IN_APP = BROWSERS.map(([name, userAgent]) => ({ name, userAgent }));
