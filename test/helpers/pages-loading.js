/** Pages by how the script comes onto them, and by the kind of document that they are. */
import assert from 'node:assert/strict';
import { ELEMENT } from './page-world.js';
import { FALLBACK, page, scripted } from './pages-html.js';
import { TWICE, VERSIONS } from './pages-versions.js';
import { waitFor } from './wait-for.js';

const SRC = '/assets/kyc-verification.js';
const tag = (attributes) => `<script ${attributes}></script>`;

/**
 * A page whose head comes first, and the rest when the script in it has run, as from a server that thinks in between: the element is defined
 * while there is no body.
 */
const inHalves = (around) => ({
  files(world) {
    world.scriptRan = new Promise((resolve) => (world.endOfScript = resolve));
    return { '/ran': ({ url }) => ({ body: '', type: world.endOfScript(url) }) };
  },
  html: (world) =>
    async function* () {
      const whole = page({ script: tag(`async type="module" src="${SRC}" onload="fetch('/ran?' + typeof customElements.get('kyc-verification') + '+' + document.body)"`), around });
      const half = whole.indexOf('<body');
      yield whole.slice(0, half);
      await world.scriptRan;
      yield whole.slice(half);
    },
  async finally({ world }) {
    assert.equal(await world.scriptRan, '/ran?function+null', 'the element as it was defined, and the body');
  },
});
const DIV = '<div data-kyc-verification data-onboarding-id="US_bare 1" data-endpoint="/verify?partner=7" data-session-hosts="127.0.0.1:*" data-poll-interval="1"><a class="fallback" href="/help">Help</a></div>';

/** By `import()`, since Chromium runs no module scripts in XML. Lit's templates are HTML, and can't be made there. */
const XHTML = `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Page</title><script>import('${SRC}');</script></head><body>${ELEMENT.replace('</kyc', `${FALLBACK}</kyc`).replaceAll('&', '&amp;')}</body></html>`;
const insert = `const script = document.createElement('script'); script.type = 'module'; script.src = '${SRC}'; document.head.append(script);`;
const WORKER = `addEventListener('install', () => skipWaiting()); addEventListener('activate', (event) => event.waitUntil(clients.claim()));`;
const worker = (answer) => ({ '/worker.js': { type: 'text/javascript', body: `${WORKER} addEventListener('fetch', (event) => { ${answer} });` } });
/** Has the worker of the page take over, and loads the page through it. */
const takeOver = async ({ page: tab }) => {
  await tab.evaluate(async () => {
    const taken = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
    await navigator.serviceWorker.register('/worker.js');
    await (navigator.serviceWorker.controller ?? taken);
  });
  await tab.reload({ waitUntil: 'load' });
};

export const LOADING = [
  { name: 'twice by one URL', html: page({ script: tag(`type="module" src="${SRC}"`).repeat(2) }) },
  { name: 'twice by two URLs', always: true, html: page({ script: tag(`type="module" src="${SRC}?v=1"`) + tag(`type="module" src="${SRC}?v=2"`) }), lines: TWICE },
  { name: 'a second time while Veriff is open', whileOpen: ({ page: tab, lines }) => tab.evaluate(() => void import('/assets/kyc-verification.js?late')).then(() => waitFor(() => lines.length > 0)), lines: TWICE },
  ...VERSIONS,
  { name: 'after another element of that name', html: page({ head: `<script>customElements.define('kyc-verification', class extends HTMLElement {})</script>` }), expects: 'another', lines: TWICE },
  { name: 'async in the head', html: page({ script: tag(`async type="module" src="${SRC}"`) }) },
  { name: 'after the element', html: page({ script: '', after: tag(`type="module" src="${SRC}"`) }) },
  { name: 'before there is a body', always: true, ...inHalves() },
  { name: 'before there is a body, for a div', always: true, ...inHalves(() => DIV) },
  { name: 'in the head, as an inline module', html: page({ script: `<script type="module">import '${SRC}';</script>` }) },
  { name: 'by an import map', html: page({ script: `<script type="importmap">{ "imports": { "kyc": "${SRC}" } }</script><script type="module">import 'kyc';</script>` }) },
  { name: 'preloaded', html: page({ head: `<link rel="modulepreload" href="${SRC}">` }) },
  { name: 'inserted when the page has loaded', html: page({ script: `<script>addEventListener('load', () => { ${insert} })</script>` }) },
  { name: 'inserted on the first click', html: page({ script: `<script>addEventListener('click', () => { ${insert} }, { once: true })</script>` }), prepare: ({ page: tab }) => tab.mouse.click(500, 690) },
  { name: 'by import() in a classic script', html: page({ script: `<script>import('${SRC}')</script>` }) },
  { name: 'as a classic script', html: page({ script: tag(`src="${SRC}"`) }), expects: 'fallback', uncaught: /import|export|module/i },
  { name: 'written while the page is parsed', html: page({ script: '', around: (element) => `<script>document.write(${JSON.stringify(`<script type="module" src="${SRC}"></script>${element}`).replaceAll('</', '<\\/')})</script>` }) },
  { name: 'an element that is written after the page', html: page({ around: (element) => `<script>addEventListener('load', () => document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(element).replaceAll('</', '<\\/')}))</script>` }) },
  { name: 'an element cloned from a template', html: page({ around: (element) => `<template>${element}</template><script>addEventListener('load', () => document.body.append(document.querySelector('template').content.cloneNode(true)))</script>` }) },
  { name: 'an element taken from another document', html: page({ around: (element) => `<script>addEventListener('load', () => document.body.append(new DOMParser().parseFromString(${JSON.stringify(element).replaceAll('</', '<\\/')}, 'text/html').body.firstChild))</script>` }) },
  { name: 'an element in the place of a div', html: page({ around: () => DIV }) },
  { name: 'in quirks mode', html: page({ doctype: '' }) },
  { name: 'in limited quirks mode', html: page({ doctype: '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">' }) },
  { name: 'in XHTML', html: XHTML, type: 'application/xhtml+xml', expects: 'fallback', uncaught: /XML|illegal string/i },
  { name: 'in windows-1252', html: page().replace('<meta charset="utf-8">', ''), type: 'text/html; charset=windows-1252' },
  { name: 'in UTF-16', html: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page(), 'utf16le')]), type: 'text/html; charset=utf-16le' },
  { name: 'without head, body and language', html: `${tag(`type="module" src="${SRC}"`)}${ELEMENT}` },
  { name: 'with a base elsewhere', html: page({ head: '<base href="/elsewhere/" target="_blank">' }) },
  { name: 'from right to left', html: page({ html: 'lang="ar" dir="rtl"' }) },
  ...['', 'iw', 'en_US', 'EN-uk', 'i-klingon', 'sgn-BE-FR', 'x-default', 'zh-CHS', 'de-DE-1901-', '*', '1', 'a'.repeat(300)].map((lang) => ({ name: `in the language "${lang.slice(0, 20)}"`, rare: !/^$|_|klingon/.test(lang), html: page({ html: `lang="${lang}"` }) })),
  { name: 'on a page that follows errors in its own way', html: scripted('Error.stackTraceLimit = 0; Error.prepareStackTrace = () => { throw new Error("no stack") }') },
  { name: 'behind a service worker that passes on', files: worker('event.respondWith(fetch(event.request))'), prepare: takeOver },
  { name: 'behind a service worker that answers all with its page', files: worker(`if (new URL(event.request.url).pathname === '/verify') event.respondWith(new Response('<!doctype html>Offline', { headers: { 'content-type': 'text/html' } }))`), prepare: takeOver, expects: 'bad-response' },
  { name: 'behind a service worker that fails', files: worker(`if (new URL(event.request.url).pathname === '/verify') event.respondWith(Response.error())`), prepare: takeOver, expects: 'network', hurry: true },
];
