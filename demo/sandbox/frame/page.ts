import { icons, samples } from './icons.js';
import { type Texts, textsFor } from './texts.js';

/** Why the flow can't be walked through any more. */
export type End = 'unknown' | 'expired' | 'used' | 'submitted' | 'finished';

export interface PageOptions {
  /** BCP 47, as it came in the link; whatever it holds, only known languages have an effect. */
  lang: string;
  ended: End | null;
  /** The page shall never say a word. */
  silent: boolean;
  /** The page shall ask at once to be reloaded. */
  forceReload: boolean;
  /** Where it leads at its end, once it is not framed. */
  callback: string | null;
}

const COUNTRIES = ['BE', 'DE', 'ES', 'FR', 'GB', 'IE', 'IT', 'NL', 'PL', 'PT', 'US'];

const screen = (name: string, title: string, body: string, actions: string): string => `
<section class="screen" data-screen="${name}" aria-labelledby="title-${name}" hidden>
  <div class="content"><h1 id="title-${name}" tabindex="-1">${title}</h1>${body}</div>
  <div class="actions">${actions}</div>
</section>`;

const primary = (action: string, label: string): string =>
  `<button type="button" class="primary" data-action="${action}">${label}</button>`;

/** A screen that says one thing: icon, words, one button. */
const notice = (name: string, tone: string, icon: string, title: string, text: string, actions: string): string => `
<section class="screen notice" data-screen="${name}" aria-labelledby="title-${name}" hidden>
  <div class="content"><span class="badge ${tone}">${icon}</span><h1 id="title-${name}" tabindex="-1">${title}</h1><p>${text}</p></div>
  <div class="actions">${actions}</div>
</section>`;

function welcome(t: Texts): string {
  const row = (icon: string, text: string): string => `<li>${icon}<span>${text}</span></li>`;
  return screen('welcome', t.welcomeTitle, `
    <p>${t.welcomeText}</p>
    <ul class="needs">${row(icons.card, t.needDocument)}${row(icons.face, t.needFace)}${row(icons.camera, t.needTime)}</ul>
    <p class="quiet">${icons.lock}<span>${t.privacy}</span></p>`, primary('begin', t.begin));
}

function documents(t: Texts, language: string): string {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const options = COUNTRIES.map((code) => `<option value="${code}"${code === 'GB' ? ' selected' : ''}>${names.of(code) ?? code}</option>`);
  const row = (action: string, icon: string, name: string, pictures: string): string => `<li><button type="button" class="choice" data-action="${action}">
    ${icon}<span><span class="choice-name">${name}</span><span class="choice-note">${pictures}</span></span>${icons.chevron}</button></li>`;
  return screen('document', t.documentTitle, `
    <p>${t.documentText}</p>
    <label class="field"><span>${t.country}</span><span><select>${options.join('')}</select></span></label>
    <ul class="choices">
      ${row('passport', icons.passport, t.passport, t.onePicture)}
      ${row('driving-licence', icons.licence, t.licence, t.twoPictures)}
      ${row('national-id', icons.card, t.idCard, t.twoPictures)}
      ${row('residence-permit', icons.permit, t.permit, t.twoPictures)}
    </ul>`, '');
}

function capture(t: Texts): string {
  const titles = { 'photo-page': t.photoPage, front: t.front, back: t.backSide, selfie: t.selfie };
  const hints = { 'photo-page': t.documentHint, front: t.documentHint, back: t.backHint, selfie: t.selfieHint };
  const words = (texts: Record<string, string>): string =>
    Object.entries(texts).map(([shot, text]) => `<span data-shot="${shot}" hidden>${text}</span>`).join('');
  return screen('capture', words(titles), `
    <p>${words(hints)}</p>
    <div class="finder"><video autoplay muted playsinline hidden></video><div class="stand-in"></div><div class="guide"></div>
      <p class="finder-note" data-camera="starting">${t.starting}</p></div>
    <p class="alert" role="status"><span data-camera="blocked" hidden>${t.noCamera}</span></p>`, `
    <button type="button" class="primary" data-action="capture"><span data-camera="working">${icons.camera}${t.capture}</span><span data-camera="blocked" hidden>${t.sample}</span></button>
    <button type="button" class="secondary" data-action="sample">${t.sample}</button>`);
}

function review(t: Texts): string {
  return screen('review', t.reviewTitle, `
    <p>${t.reviewText}</p><ul class="shots"></ul>
    <template id="shot"><li><div class="picture"></div><span class="shot-name"></span><button type="button" class="secondary" data-action="retake">${t.retake}</button></li></template>
    <p class="alert" role="alert"><span data-failed hidden>${t.failed}</span></p>`,
  `<button type="button" class="primary" data-action="submit"><span data-busy="no">${t.submit}</span><span data-busy="yes" hidden>${t.sending}</span></button>`);
}

function endings(t: Texts): string {
  const done = primary('done', t.done);
  const back = primary('cancel', t.back);
  return [
    notice('thanks', 'good', icons.check, t.thanksTitle, t.thanksText, done),
    notice('phone', 'calm', icons.phone, t.phoneTitle, t.phoneText, ''),
    notice('used', 'calm', icons.clock, t.usedTitle, t.usedText, back),
    notice('expired', 'calm', icons.clock, t.expiredTitle, t.expiredText, back),
    notice('unknown', 'calm', icons.clock, t.unknownTitle, t.unknownText, back),
    notice('submitted', 'good', icons.check, t.sentTitle, t.sentText, done),
    notice('finished', 'good', icons.check, t.overTitle, t.overText, done),
    notice('done', 'good', icons.check, t.thanksTitle, t.doneText, ''),
    notice('left', 'calm', icons.clock, t.leftTitle, t.leftText, ''),
  ].join('');
}

const drawer = `
<aside class="drawer" lang="en" dir="ltr" aria-label="Sandbox"><details>
  <summary>Sandbox</summary>
  <div class="drawer-panel">
    <p>For developers: what Veriff’s page may do besides.</p>
    <div class="drawer-actions">
      <button type="button" data-action="submit-at-once">Send at once</button>
      <button type="button" data-action="resubmit">Take pictures again</button>
      <button type="button" data-action="stay">Stay on this screen</button>
      <button type="button" data-action="finish">Finish without sending</button>
      <button type="button" data-action="handover">Finish on a phone</button>
      <button type="button" data-action="force-reload">Force a reload</button>
      <button type="button" data-action="reload-request">Ask for a reload</button>
      <button type="button" data-action="silent" aria-pressed="false">Go silent</button>
    </div>
    <p class="drawer-log" role="status"></p>
  </div>
</details></aside>`;

/** What the serializer of URLs leaves as it is means something in an attribute. */
const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The page of the flow. Every screen stands in it; the script shows one at a time. */
export function framePage(options: PageOptions): string {
  const { language, texts: t } = textsFor(options.lang);
  return `<!DOCTYPE html>
<html lang="${language}" data-ended="${options.ended ?? ''}" data-silent="${options.silent}" data-force-reload="${options.forceReload}" data-callback="${attribute(options.callback ?? '')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>Veriff sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/frame/flow.css">
<script src="/frame/flow.js" defer></script>
</head>
<body>
<div class="card">
<header>
  <button type="button" class="round" data-action="back" aria-label="${t.back}" hidden>${icons.back}</button>
  <p class="brand"><span class="brand-mark">${icons.check}</span><span class="brand-name">Veriff sandbox</span></p>
  <p class="steps" hidden>${t.step} <span data-step></span>/<span data-steps></span></p>
  <button type="button" class="round" data-action="cancel" aria-label="${t.close}">${icons.close}</button>
</header>
<div class="progress" aria-hidden="true" hidden><span></span></div>
<main>
<section class="screen notice" data-screen="loading"><div class="content"><span class="spinner"></span><p role="status">${t.loading}</p></div></section>
${welcome(t)}${documents(t, language)}${capture(t)}${review(t)}${endings(t)}
</main>
${drawer}
</div>
${samples}
</body>
</html>
`;
}
