/** Pages by what their scripts have done, before ours, to what everybody shares: prototypes, globals, and names in the document. */
import { scripted, page } from './pages-html.js';

const LIBRARY = '/library.js';
/** A page that loads a library first. */
const withLibrary = (code) => ({ html: page({ head: `<script src="${LIBRARY}"></script>` }), files: { [LIBRARY]: { type: 'text/javascript', body: code } } });

/** The ways of libraries of their time, as their sources have them. */
const PROTOTYPE_JS = `
  Object.assign(Array.prototype, { each(run) { this.forEach(run); return this; }, first() { return this[0]; }, last() { return this[this.length - 1]; }, clear() { this.length = 0; return this; }, without(...list) { return this.filter((one) => !list.includes(one)); } });
  Object.toJSON = (value) => JSON.stringify(value);
  Array.from = function (list) { if (!list) return []; const result = new Array(list.length || 0); for (let i = 0; i < result.length; i++) result[i] = list[i]; return result; };
  Array.prototype._reverse = Array.prototype.reverse;
  String.prototype.toArray = function () { return this.split(''); };
  Function.prototype.bind = function (scope, ...given) { const run = this; return function (...more) { return run.apply(scope, given.concat(more)); }; };
  window.$ = (id) => document.getElementById(id);
  window.$$ = (selector) => Array.from(document.querySelectorAll(selector));
  document.getElementsByClassName = (name) => document.querySelectorAll('.' + name);
  Object.assign(HTMLElement.prototype, { update(html) { this.innerHTML = html; return this; }, hide() { this.style.display = 'none'; return this; }, show() { this.style.display = ''; return this; }, remove() { this.parentNode.removeChild(this); return this; }, replace(html) { this.outerHTML = html; }, select(selector) { return this.querySelectorAll(selector); }, observe() { return this; }, visible() { return true; }, clone() { return this.cloneNode(true); }, empty() { return this.innerHTML === ''; } });`;
/** Before there was `JSON`. */
const PROTOTYPE_16 = `
  Array.prototype.toJSON = function () { return '[' + this.map((one) => Object.toJSON(one)).join(', ') + ']'; };
  String.prototype.toJSON = function () { return '"' + this + '"'; };
  Number.prototype.toJSON = function () { return isFinite(this) ? String(this) : 'null'; };`;
const MOOTOOLS = `
  Function.prototype.extend = function (key, value) { this[key] = value; return this; };
  Function.prototype.implement = function (key, value) { this.prototype[key] = value; return this; };
  Function.prototype.bind = function (scope, given) { const run = this; if (given != null && !Array.isArray(given)) given = [given]; return function () { return run.apply(scope, given || arguments); }; };
  Array.from = (item) => (item == null ? [] : typeof item === 'object' && 'length' in item ? (Array.isArray(item) ? item : Array.prototype.slice.call(item)) : [item]);
  Object.assign(Array.prototype, { each(run) { this.forEach(run); }, contains(one) { return this.includes(one); }, include(one) { if (!this.includes(one)) this.push(one); return this; }, erase(one) { return this; }, empty() { this.length = 0; return this; }, clean() { return this.filter(Boolean); }, append(list) { this.push(...list); return this; }, getLast() { return this[this.length - 1]; }, flatten() { return this.flat(9); }, invoke() {}, pick() { return null; } });
  Object.assign(String.prototype, { contains(part) { return this.indexOf(part) > -1; }, test(pattern) { return new RegExp(pattern).test(this); }, toInt() { return parseInt(this, 10); }, camelCase() { return String(this); }, clean() { return this.trim(); } });
  Object.assign(Element.prototype, { get(name) { return this.getAttribute(name); }, set(name, value) { this.setAttribute(name, value); return this; }, inject(where) { where.appendChild(this); return this; }, dispose() { return this.parentNode ? this.parentNode.removeChild(this) : this; }, addEvent() { return this; }, setStyle() { return this; }, getStyle() { return ''; }, empty() { return this; }, erase() { return this; }, show() { return this; }, hide() { return this; } });
  window.Element = Object.assign(function (name) { return document.createElement(name); }, { prototype: Element.prototype });
  Date.now = () => +new Date();`;
/** A promise of its own, as old core-js or Bluebird in the place of the browser's. */
const PROMISE = `{
  const Native = Promise;
  window.Promise = function Polyfill(run) {
    const tasks = [];
    let state = 0, value;
    const settle = (to) => (result) => { if (state) return; state = to; value = result; tasks.splice(0).forEach((task) => setTimeout(task)); };
    const reject = settle(2);
    const resolve = (result) => { if (state) return; try { const then = result && result.then; if (typeof then === 'function') { let done = false; then.call(result, (v) => { if (!done) { done = true; resolve(v); } }, (e) => { if (!done) { done = true; reject(e); } }); } else settle(1)(result); } catch (error) { reject(error); } };
    this.then = (good, bad) => new window.Promise((res, rej) => {
      const task = () => { const handler = state === 1 ? good : bad; if (typeof handler !== 'function') return (state === 1 ? res : rej)(value); try { res(handler(value)); } catch (error) { rej(error); } };
      state ? setTimeout(task) : tasks.push(task);
    });
    this.catch = (bad) => this.then(undefined, bad);
    try { run(resolve, reject); } catch (error) { reject(error); }
  };
  Promise.resolve = (value) => new Promise((res) => res(value));
  Promise.reject = (error) => new Promise((_, rej) => rej(error));
  Promise.all = (list) => new Promise((res, rej) => Native.all([...list]).then(res, rej));
  Promise.race = (list) => new Promise((res, rej) => Native.race([...list]).then(res, rej));
}`;
/** `fetch` by XMLHttpRequest, whose answers have no stream. */
const XHR_FETCH = `window.fetch = (url, { method = 'GET', headers, body, signal } = {}) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open(method, url);
  new Headers(headers).forEach((value, name) => request.setRequestHeader(name, value));
  signal?.addEventListener('abort', () => { request.abort(); reject(new DOMException('Aborted', 'AbortError')); });
  request.onerror = () => reject(new TypeError('Network request failed'));
  request.onload = () => { const text = request.responseText; resolve({ ok: request.status < 300, status: request.status, headers: new Headers({ 'content-type': request.getResponseHeader('content-type') }), url, text: () => Promise.resolve(text), json: () => Promise.resolve(JSON.parse(text)) }); };
  request.send(body);
});`;
const wrap = (owner, name, body = 'return original.apply(this, args)') => `{ const original = ${owner}.${name}; ${owner}.${name} = function (...args) { ${body} }; }`;
/** Names that hide the document's members: a form, an image and a link, as pages of user content have them. */
const CLOBBERED = ['body', 'head', 'activeElement', 'adoptedStyleSheets', 'visibilityState', 'baseURI', 'readyState', 'getElementById', 'querySelector', 'querySelectorAll', 'addEventListener', 'removeEventListener', 'defaultView', 'scrollingElement', 'cookie', 'location', 'documentElement'];
/** Without a base no relative URL can be resolved. */
const BAD_ENDPOINT = { lines: [/`endpoint` can’t be used/] };
/** Without these Lit itself can't begin. */
const NEEDED = ['createElement', 'createTreeWalker', 'createComment', 'importNode'];

export const LIBRARIES = [
  { name: 'zone.js', always: true, html: page({ head: '<script src="/modules/zone.js/bundles/zone.umd.js"></script>' }) },
  { name: 'prototype.js', ...withLibrary(PROTOTYPE_JS) },
  { name: 'prototype.js of the time before JSON', ...withLibrary(PROTOTYPE_JS + PROTOTYPE_16) },
  { name: 'MooTools', ...withLibrary(MOOTOOLS) },
  { name: 'a polyfill in the place of Promise', always: true, ...withLibrary(PROMISE) },
  { name: 'a Promise class that extends the browser’s', html: scripted('window.Promise = class extends Promise { then(...args) { return super.then(...args); } }') },
  { name: 'fetch by XMLHttpRequest', ...withLibrary(XHR_FETCH), expects: 'any' },
  { name: 'an array that has no iterator of its own', html: scripted('delete Array.prototype.values; Array.prototype[Symbol.iterator] = function* () { for (let i = 0; i < this.length; i++) yield this[i]; }') },
];

export const GLOBALS = [
  { name: 'fetch wrapped by analytics', always: true, html: scripted(`{ const original = fetch; window.fetch = async function (...args) { const response = await original.apply(this, args); response.clone().text().catch(() => 0); return response; } }`) },
  { name: 'fetch that wants no receiver', html: scripted(`{ const original = fetch; window.fetch = function (input, init) { 'use strict'; if (this && this !== window) throw new TypeError('Illegal invocation'); return original(input, init); } }`) },
  ...['setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask'].map((name) => ({ name: `${name} wrapped`, html: scripted(`{ const original = ${name}; window.${name} = (run, ...rest) => original((...args) => { try { return run(...args); } catch (error) { console.log(String(error)); throw error; } }, ...rest); }`) })),
  { name: 'listeners wrapped', html: scripted(`{ const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype; const wrapped = new WeakMap(); EventTarget.prototype.addEventListener = function (type, listener, options) { const own = listener && (wrapped.get(listener) || function (event) { return typeof listener === 'function' ? listener.call(this, event) : listener.handleEvent(event); }); if (listener) wrapped.set(listener, own); return add.call(this, type, own, options); }; EventTarget.prototype.removeEventListener = function (type, listener, options) { return remove.call(this, type, wrapped.get(listener) || listener, options); }; }`) },
  { name: 'definitions wrapped', html: scripted(wrap('customElements', 'define', 'console.log(args[0]); return original.apply(customElements, args)')) },
  { name: 'shadow trees opened', html: scripted(wrap('Element.prototype', 'attachShadow', `return original.call(this, { ...args[0], mode: 'open' })`)) },
  ...[['Node.prototype', 'appendChild'], ['Node.prototype', 'insertBefore'], ['Node.prototype', 'removeChild'], ['Element.prototype', 'append'], ['Element.prototype', 'setAttribute'], ['Document.prototype', 'createElement'], ['HTMLDialogElement.prototype', 'showModal'], ['history', 'pushState'], ['JSON', 'parse'], ['JSON', 'stringify'], ['EventTarget.prototype', 'dispatchEvent'], ['window', 'postMessage']].map(([owner, name]) => ({ name: `${owner}.${name} wrapped`, rare: name.startsWith('remove') || name.startsWith('append') || owner === 'JSON', html: scripted(wrap(owner, name)) })),
  { name: 'JSON.parse with a reviver', html: scripted(wrap('JSON', 'parse', 'return original(args[0], (key, value) => (/^\\d{4}-\\d\\d-/.test(value) ? new Date(value) : value))')) },
  { name: 'document.createElement of the page’s own', html: scripted('document.createElement = function (name, options) { const made = Document.prototype.createElement.call(document, name, options); made.dataset.tracked = ""; return made; }') },
  { name: 'body.appendChild of the page’s own', html: page({ before: '<script>document.body.appendChild = function (node) { return Node.prototype.appendChild.call(this, node); }</script>' }) },
  ...['ResizeObserver', 'IntersectionObserver', 'requestIdleCallback', 'structuredClone', 'crypto', 'trustedTypes', 'Zone', 'scheduler', 'navigation'].map((name) => ({ name: `no ${name}`, rare: true, html: scripted(`delete window.${name}; Object.defineProperty(window, '${name}', { value: undefined, configurable: true, writable: true })`) })),
  { name: 'no console but its log', html: scripted('window.console = { log() {} }'), headers: { 'permissions-policy': 'camera=()' } },
  { name: 'no console but its log, and no frames allowed', html: scripted('window.console = { log() {} }'), headers: { 'content-security-policy': `frame-src 'none'` }, violations: true, isMute: true, expects: 'frame-blocked' },
  { name: 'CustomEvent as a function', html: scripted(`{ const Native = CustomEvent; window.CustomEvent = function (name, { bubbles = false, cancelable = false, detail = null } = {}) { const event = document.createEvent('CustomEvent'); event.initCustomEvent(name, bubbles, cancelable, detail); return event; }; CustomEvent.prototype = Native.prototype; }`), },
  { name: 'a clock that stands', html: scripted('Date.now = () => 1e12') },
  { name: 'Math.random that says 1', html: scripted('Math.random = () => 1') },
  { name: 'a page that logs errors itself', html: scripted('window.onerror = () => true; window.onunhandledrejection = (event) => event.preventDefault()') },
  { name: 'messages stopped by the page', html: scripted(`addEventListener('message', (event) => { if (typeof event.data !== 'string') event.stopImmediatePropagation(); }, true)`) },
  { name: 'every node watched and marked', html: scripted(`new MutationObserver((records) => records.forEach(({ addedNodes }) => addedNodes.forEach((node) => node.nodeType === 1 && (node.dataset.seen = '')))).observe(document, { childList: true, subtree: true })`) },
  { name: 'everything frozen, as for other people’s code', html: scripted(`[Object, Array, Function, String, Number, Boolean, Promise, Error, TypeError, Map, Set, WeakMap, RegExp, Date, Symbol].forEach((one) => { Object.freeze(one); Object.freeze(one.prototype); }); [Math, JSON, Reflect].forEach(Object.freeze)`), expects: 'fallback', uncaught: /not extensible/ },
  { name: 'prototypes frozen', html: scripted(`[Object, Array, Function, String, Number, Boolean, Promise, Error, TypeError, Map, Set, WeakMap, RegExp, Date].forEach((one) => Object.freeze(one.prototype))`) },
  { name: 'a document and body that take no properties', html: page({ before: '<script>for (const one of [document, document.body]) try { Object.preventExtensions(one); } catch {}</script>' }), expects: 'any' },
];

export const PROTOTYPES = [
  { name: 'functions on every object', html: scripted('Object.prototype.extend = function () {}; Object.prototype.each = function () {}; Object.prototype.clone = function () { return this; }') },
  { name: 'values on every object', always: true, expects: 'any', html: scripted(`Object.assign(Object.prototype, { status: 'on', type: 'x', name: 'x', data: 'x', lang: 'xx', detail: 'x', screen: 'x', mode: 'x', error: 'x', length: 3, warning: 'x', progress: 'x' })`), finally: ({ page: tab }) => tab.evaluate(() => { for (const name of Object.keys(Object.prototype)) delete Object.prototype[name]; }) },
  { name: '`value` on every object, which no property can be defined beside', html: scripted(`Object.prototype.value = 'x'`), expects: 'fallback', uncaught: /property descriptor/i },
  { name: 'a verdict on every object', html: scripted(`Object.prototype.verificationState = 'VERIFIED'; Object.prototype.sessionUrl = 'https://magic.veriff.me/x'`) },
  { name: 'options of listeners on every object', html: scripted('Object.prototype.once = true; Object.prototype.passive = true') },
  { name: 'functions on every array', always: true, html: scripted('["remove", "insert", "max", "min", "sum", "unique", "shuffle", "last", "first"].forEach((name) => (Array.prototype[name] = function () { return this; }))') },
  { name: 'functions on every string and function', html: scripted('String.prototype.format = String.prototype.startsWith; Function.prototype.method = function () { return this; }; Number.prototype.times = () => 0') },
  { name: 'call, apply and bind wrapped', html: scripted(`for (const name of ['call', 'apply', 'bind']) { const original = Function.prototype[name]; Function.prototype[name] = function () { return Reflect.apply(original, this, arguments); }; }`) },
  { name: 'functions on every node and element', html: scripted('["hide", "show", "on", "off", "toggle", "find", "css", "html", "text", "val", "data", "open", "state", "error"].forEach((name) => { if (!(name in Element.prototype)) Element.prototype[name] = function () { return this; }; })') },
  ...CLOBBERED.map((name) => ({ name: `a form and an image named ${name}`, rare: true, html: page({ before: `<form name="${name}"></form><img name="${name}" alt="">` }), expects: 'any', ...(name === 'baseURI' && BAD_ENDPOINT) })),
  ...CLOBBERED.map((name) => ({ name: `a form named ${name}`, html: page({ before: `<form name="${name}"></form>` }), expects: 'any', ...(name === 'baseURI' && BAD_ENDPOINT) })),
  ...NEEDED.map((name) => ({ name: `an image named ${name}`, html: page({ before: `<img name="${name}" alt="">` }), expects: 'fallback', uncaught: /is not a function|document|argument|parameter/ })),
  { name: 'ids that are names of globals', html: page({ before: ['kyc', 'fetch', 'customElements', 'performance', 'matchMedia', 'Lit', 'veriff', 'process', 'ShadyCSS', 'kyc-verification', 'state'].map((name) => `<a id="${name}" name="${name}" href="#x"></a>`).join('') }) },
  { name: 'an id that Lit keeps a list under', html: page({ before: '<a id="litHtmlVersions" href="#x"></a>' }), expects: 'fallback', uncaught: /push is not a function/ },
];
