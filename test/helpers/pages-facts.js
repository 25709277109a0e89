/**
 * Run in the page, most of them in a world of their own, where the page's scripts have changed nothing. Named elements still
 * hide members of `document` there, so these are taken from its prototype.
 */

/** The first element of ours in the document, also in open shadow trees; or, where no script has run, the place for it. */
export function findElement(orPlace) {
  const search = (root) => {
    const query = (root instanceof Document ? Document : DocumentFragment).prototype.querySelectorAll;
    for (const element of query.call(root, '*')) {
      if (element.localName === 'kyc-verification') return element;
      const inner = element.shadowRoot === null ? null : search(element.shadowRoot);
      if (inner !== null) return inner;
    }
    return null;
  };
  const found = search(document);
  return found === null && orPlace ? Document.prototype.querySelector.call(document, '[data-kyc-verification]') : found;
}

const STATES = ['idle', 'checking', 'guidance', 'requesting', 'verifying', 'reviewing', 'verified', 'rejected', 'resubmission', 'expired', 'failed'];

/** How the element stands: its state, and what the user can press, read or see of it. */
export function lookAt(element, states) {
  const isShown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const root = element.shadowRoot;
  return {
    state: states.find((name) => element.matches(`:state(${name})`)) ?? '',
    controls: root === null ? [] : [...root.querySelectorAll('button, a[href]')].filter((one) => isShown(one) && !one.disabled).map((one) => one.getAttribute('part')),
    words: (root?.textContent ?? '').replace(/\s+/g, ' ').trim(),
    fallback: [...element.querySelectorAll('.fallback')].some(isShown),
  };
}
export const look = (handle) => handle.evaluate(lookAt, STATES);

/** Whether what bears a part in the element's tree is there and not disabled. */
export function isEnabled(element, part) {
  return [...(element.shadowRoot?.querySelectorAll(`[part~="${part}"]`) ?? [])].some((one) => !one.disabled);
}

/** The middle of a part, in view; `null` while it has no box. */
export function pointOfPart(element, part) {
  const found = element.shadowRoot.querySelector(`[part~="${part}"]`);
  if (found === null) return null;
  found.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = found.getBoundingClientRect();
  return width > 0 ? { x: x + width / 2, y: y + height / 2 } : null;
}

/** What the user sees of our dialog: where its frame is, and whether a press in its middle, and on Close, arrives there. */
export function lookAtDialog() {
  const query = (selector) => Document.prototype.querySelector.call(document, selector);
  const dialog = query('dialog.kyc-verification-dialog');
  if (dialog === null) return null;
  const [frame, close] = [dialog.querySelector('iframe'), dialog.querySelector('button')];
  const hit = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return Document.prototype.elementFromPoint.call(document, x + width / 2, y + height / 2) === element;
  };
  const { width, height } = frame?.getBoundingClientRect() ?? { width: 0, height: 0 };
  const seen = (element) => element !== null && hit(element) && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  return {
    fills: width >= innerWidth - 20 && height >= innerHeight / 2,
    frame: seen(frame),
    close: seen(close),
    isModal: dialog.matches(':modal'),
    // What the page's styles put before and after things can't be hit, and still hides what is under it.
    bare: [dialog, ...dialog.querySelectorAll('*')].every((one) => ['::before', '::after'].every((pseudo) => /^(none|normal)$/.test(getComputedStyle(one, pseudo).content))),
  };
}

/** How far the page is scrolled, by its root or by its body; one that hardly scrolls is held by nothing when it gets shorter. */
export function scrolled() {
  const places = ['html', 'body'].map((name) => Document.prototype.querySelector.call(document, name));
  return places.map(({ scrollTop, scrollHeight, clientHeight }) => (scrollHeight > 2 * clientHeight ? Math.round(scrollTop) : 0));
}

/** Whether the heading of the element's screen is in view, wherever the page was. */
export function showsHeading(element) {
  const heading = element.shadowRoot.querySelector('[part~="title"], [part~="status-title"]');
  const { top, bottom } = heading.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

/** All of the page that a script could change and leave behind. */
export function domFacts() {
  const get = (name) => Reflect.get(Document.prototype, name, document);
  const all = (selector) => [...Document.prototype.querySelectorAll.call(document, selector)];
  // A style attribute by its declarations: browsers write those that are important last.
  const attributes = ({ attributes: list, style }) => [...list].map(({ name, value }) => `${name}="${name === 'style' ? style.cssText : value}"`).sort();
  const storage = (read) => {
    try {
      return Object.keys(read());
    } catch {
      return 'forbidden';
    }
  };
  const [head, body] = ['head', 'body'].map((name) => all(name)[0]);
  return {
    title: get('title'),
    html: attributes(get('documentElement')),
    body: body && attributes(body),
    head: head?.innerHTML,
    children: all('html > *, body > *:not(kyc-verification, [data-kyc-verification])').map(({ localName, className, id }) => `${localName}.${className}#${id}`),
    dialogs: all('dialog[open], :popover-open, details[open]').map(({ localName, id }) => `${localName}#${id}`),
    frames: all('iframe').length,
    sheets: [get('styleSheets').length, get('adoptedStyleSheets').length],
    storage: [storage(() => localStorage), storage(() => sessionStorage), storage(() => ({ [document.cookie]: 1 }))],
    history: [history.length, location.href],
  };
}

/** In the page's own world: what its scripts see on the objects that everybody shares. */
export function ownKeys() {
  const body = Reflect.apply(Document.prototype.querySelector, document, ['body']);
  return [window, document, document.documentElement, body].map((object) => {
    const keys = Reflect.ownKeys(object);
    const names = [];
    for (let i = 0; i < keys.length; i++) names[i] = String(keys[i]);
    return names;
  });
}

/** All text and markup that scripts of the page can read, Veriff's `src` aside. */
export function allText() {
  const inner = (root) => [...root.querySelectorAll('*')].map((element) => (element.shadowRoot === null ? '' : element.shadowRoot.innerHTML + inner(element.shadowRoot))).join('');
  const copy = Reflect.get(Document.prototype, 'documentElement', document).cloneNode(true);
  for (const frame of copy.querySelectorAll('#veriffFrame')) frame.removeAttribute('src');
  return copy.outerHTML + inner(Reflect.get(Document.prototype, 'documentElement', document));
}
