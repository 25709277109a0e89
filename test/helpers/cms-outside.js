/**
 * Run in the page: they see nothing of this module but themselves. What they keep is under a symbol, so that the page's globals
 * stay as they are.
 */

/** Before the page's own scripts: counts who listens on the window and the document. */
export function watchListeners() {
  const listeners = new Map();
  const wide = (target) => [window, document, document.documentElement, document.body, window.visualViewport].includes(target ?? window);
  const nameOf = (target, type, options) =>
    `${Object.prototype.toString.call(target ?? window)} ${type} ${Boolean(typeof options === 'object' ? options?.capture : options)}`;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (wide(this) && listener) {
      const name = nameOf(this, type, options);
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      const gone = () => set.delete(listener);
      if (options?.once) addEventListener.call(this ?? window, type, gone, { ...options, signal: undefined });
      if (options?.signal) addEventListener.call(options.signal, 'abort', gone);
    }
    return addEventListener.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    listeners.get(nameOf(this, type, options))?.delete(listener);
    return removeEventListener.call(this, type, listener, options);
  };
  window[Symbol.for('cms')] = {
    listeners: () => [...listeners].filter(([, set]) => set.size > 0).map(([name, set]) => `${name} × ${set.size}`).sort(),
    snapshots: new Map(),
  };
}

/** All of the page that a script could change beside the widget's place. */
export function pageFacts() {
  const attributes = (element) => [...element.attributes].map(({ name, value }) => `${name}="${value}"`);
  return {
    title: document.title,
    html: attributes(document.documentElement),
    body: attributes(document.body),
    head: document.head.innerHTML,
    children: [...document.body.children, ...document.documentElement.children].map(({ localName, className }) => `${localName}.${className}`),
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
    // Without the frames, and what the test's own driver adds.
    globals: Object.getOwnPropertyNames(window).filter((name) => !/^\d+$|^__aria|^puppeteer_/.test(name)).sort(),
    storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    history: [history.length, location.href],
    scroll: [scrollX, scrollY],
    animations: document.getAnimations().filter(({ effect }) => effect?.target?.getRootNode() === document).length,
    listeners: window[Symbol.for('cms')].listeners(),
  };
}

/** Keeps every box and computed style of the page outside the widgets under a name, and how high the widgets are. */
export function rememberOutside(name) {
  const widgets = [...document.querySelectorAll('[data-kyc-verification], [data-spacer], :not([data-kyc-verification]) > kyc-verification')];
  const outside = new Map();
  for (const element of document.querySelectorAll('*')) {
    if (widgets.some((widget) => widget.contains(element))) continue;
    const { x, y, width, height } = element.getBoundingClientRect();
    const box = element.getClientRects().length > 0 ? [['x', x + scrollX], ['y', y + scrollY], ['width', width], ['height', height]] : [];
    const styles = [null, '::before', '::after'].map((pseudo) => {
      const style = getComputedStyle(element, pseudo);
      return pseudo === null || style.content !== 'none' ? [...style].map((property) => [property, style.getPropertyValue(property)]) : [];
    });
    outside.set(element, [...box, ...styles.flat()]);
  }
  window[Symbol.for('cms')].snapshots.set(name, { outside, heights: widgets.map((widget) => widget.getBoundingClientRect().height) });
}

/** Takes the widgets away; where a snapshot is named, empty boxes as high as they were in it come in their places. */
export function takeWidgetsAway(name) {
  const kept = window[Symbol.for('cms')];
  kept.widgets ??= [...document.querySelectorAll('[data-kyc-verification], :not([data-kyc-verification]) > kyc-verification')].map((widget) => {
    const mark = document.createComment('');
    widget.before(mark);
    return { widget, mark };
  });
  for (const spacer of document.querySelectorAll('[data-spacer]')) spacer.remove();
  kept.widgets.forEach(({ widget, mark }, index) => {
    widget.remove();
    if (name === undefined) return;
    const spacer = document.createElement('div');
    // Not quite empty: themes hide what is.
    spacer.textContent = '.';
    spacer.dataset.spacer = '';
    spacer.style.cssText = `block-size: ${kept.snapshots.get(name).heights[index]}px; overflow: hidden`;
    mark.after(spacer);
  });
}

export function putWidgetsBack() {
  for (const { widget, mark } of window[Symbol.for('cms')].widgets) mark.after(widget);
}

/** Where two snapshots differ: `element property: value, where it was value`. */
export function differencesOutside(before, after) {
  const { snapshots } = window[Symbol.for('cms')];
  const [old, now] = [before, after].map((name) => snapshots.get(name).outside);
  const found = [];
  for (const [element, values] of old) {
    const name = `${element.localName}.${element.className}`;
    const current = now.get(element);
    if (current === undefined) found.push(`${name} is gone`);
    else values.forEach(([property, value], index) => {
      const is = current[index][1];
      const same = typeof value === 'number' ? Math.abs(is - value) < 0.1 : is === value;
      if (!same) found.push(`${name} ${property}: ${is}, where it was ${value}`);
    });
  }
  for (const element of now.keys()) if (!old.has(element)) found.push(`${element.localName}.${element.className} is new`);
  return found;
}

/** Every element of the dialog around Veriff with its computed styles: `element property: value`. */
export function dialogStyles() {
  const dialog = document.querySelector('dialog.kyc-verification-dialog');
  return [dialog, ...dialog.querySelectorAll('*')].flatMap((element, index) =>
    [null, '::before', '::after', '::marker'].flatMap((pseudo) => {
      const style = getComputedStyle(element, pseudo);
      const name = `${index} ${element.localName}${pseudo ?? ''}`;
      const properties = [...style].filter((property) => !property.startsWith('--'));
      if (pseudo === null) return properties.map((property) => `${name} ${property}: ${style.getPropertyValue(property)}`);
      return /^(none|normal)$/.test(style.content) ? [] : [`${name} content: ${style.content}`];
    }),
  );
}
