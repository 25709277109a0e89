/**
 * Runs in the page before anything else of it, and is handed there as text: it uses nothing from outside. Keeps what the
 * element says and leaves behind, and holds the page's clocks: hours may pass in a moment, and else time passes slowly, so
 * that a busy machine is no reason for anything to be late.
 */
export function watchPage() {
  if (window !== window.top) return;
  /** Whether who calls the function that asks this is the element's script; an engine may or may not begin the list with the error. */
  const isOurs = () => {
    const frames = new Error().stack.split('\n').filter((line) => line !== '' && line !== 'Error');
    return frames[2]?.includes('/assets/kyc-verification') ?? false;
  };
  const later = window.setTimeout.bind(window);
  const never = window.clearTimeout.bind(window);
  const realNow = performance.now.bind(performance);
  const realDate = Date.now;
  const SLOWNESS = 10;
  const clocks = { monotonic: 0, wall: 0 };
  const timers = new Map();
  const frames = new Set();
  const requests = new Set();
  const channels = new Set();
  const listeners = [];
  const numbers = new WeakMap();
  const watch = {
    /** What elements have said: `type`, `detail`, `from` (the number of the element), whether it was on the page, and the first there. */
    events: [],
    faults: [],
    /** Errors that the page's own handlers are made to throw. */
    expected: 0,
    /** How many reads of the status elements have begun. */
    reads: 0,
    /** Whether the page has come back from the back/forward cache. */
    persisted: false,
    element: null,
    /** What is under way for elements, each by its kind and what it is. */
    left: async () => [
      ...[...timers.values()].filter(({ ours }) => ours).map(({ delay }) => `timer of ${delay} ms`),
      ...[...frames].map(() => 'animation frame'),
      ...[...requests].map((what) => `request ${what}`),
      ...listeners.map(({ type }) => `listener of ${type}`),
      ...[...channels].map((name) => `channel ${name}`),
      ...Object.values(await navigator.locks.query()).flatMap((locks) => locks.map(({ name }) => `lock ${name}`)),
      ...[...document.querySelectorAll('dialog.kyc-verification-dialog, #veriffFrame')].map(({ localName }) => localName),
    ],
    /** The clocks jump; timers that are due by then run at once, in order. */
    pass(monotonic, wall = monotonic) {
      clocks.monotonic += monotonic;
      clocks.wall += wall;
      for (const [, timer] of [...timers].sort(([, one], [, other]) => one.due - other.due)) {
        never(timer.handle);
        timer.handle = later(timer.run, Math.max(timer.due - performance.now(), 0) * timer.slowness);
      }
    },
    /** Hands a word on to the frame that is open; whether it has said it, `null` where there is none. */
    tell(word) {
      const number = Math.random();
      const target = document.querySelector('#veriffFrame')?.contentWindow;
      if (!target) return null;
      return new Promise((resolve) => {
        const hear = ({ data }) => data?.number === number && end(data.done);
        const end = (done) => {
          removeEventListener.call(window, 'message', hear);
          resolve(done);
        };
        addEventListener.call(window, 'message', hear);
        later(() => end(false), 1500);
        target.postMessage({ word, number }, '*');
      });
    },
    see(state, ...types) {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      Object.defineProperty(document, 'hidden', { value: state === 'hidden', configurable: true });
      for (const type of types) (type === 'pageshow' || type === 'online' ? window : document).dispatchEvent(new Event(type));
    },
  };

  performance.now = () => realNow() / SLOWNESS + clocks.monotonic;
  Date.now = () => realDate() + clocks.wall;
  window.setTimeout = (task, delay = 0, ...rest) => {
    const ours = isOurs();
    const timer = { ours, delay, slowness: ours ? SLOWNESS : 1, due: performance.now() + Number(delay), handle: 0 };
    timer.run = () => {
      timers.delete(id);
      task(...rest);
    };
    const id = (timer.handle = later(timer.run, delay * timer.slowness));
    timers.set(id, timer);
    return id;
  };
  window.clearTimeout = (id) => {
    never(timers.get(id)?.handle ?? id);
    timers.delete(id);
  };
  const { requestAnimationFrame, cancelAnimationFrame, fetch } = window;
  window.requestAnimationFrame = (task) => {
    const id = requestAnimationFrame((time) => {
      frames.delete(id);
      task(time);
    });
    if (isOurs()) frames.add(id);
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    frames.delete(id);
    cancelAnimationFrame(id);
  };
  window.fetch = (input, init) => {
    if (!isOurs()) return fetch(input, init);
    const method = init?.method ?? 'GET';
    const request = `${method} ${new Date().toISOString()}`;
    requests.add(request);
    if (method === 'GET') watch.reads++;
    const end = () => requests.delete(request);
    init?.signal?.addEventListener('abort', end);
    return fetch(input, init).catch((error) => {
      end();
      throw error;
    });
  };

  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name) {
      super(name);
      channels.add(name);
    }
    close() {
      channels.delete(this.name);
      super.close();
    }
  };

  const { addEventListener, removeEventListener, dispatchEvent } = EventTarget.prototype;
  const lasts = (target) => target === window || target === document || target === document.documentElement || target === document.body || target instanceof MediaQueryList;
  const captures = (options) => (typeof options === 'object' ? options?.capture === true : options === true);
  const forget = (target, type, listener, options) => {
    const at = listeners.findIndex((one) => one.target === target && one.type === type && one.listener === listener && one.capture === captures(options));
    if (at >= 0) listeners.splice(at, 1);
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (lasts(this ?? window) && isOurs()) {
      forget(this ?? window, type, listener, options);
      listeners.push({ target: this ?? window, type, listener, capture: captures(options) });
      options?.signal?.addEventListener('abort', () => forget(this ?? window, type, listener, options));
    }
    return addEventListener.call(this ?? window, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    forget(this ?? window, type, listener, options);
    return removeEventListener.call(this ?? window, type, listener, options);
  };
  EventTarget.prototype.dispatchEvent = function (event) {
    if (!event.type.startsWith('kyc-')) return dispatchEvent.call(this, event);
    const said = { type: event.type, detail: { ...event.detail }, from: watch.numberOf(this), onPage: this.isConnected, main: this === element(), prevented: false };
    watch.events.push(said);
    const result = dispatchEvent.call(this, event);
    said.prevented = event.defaultPrevented;
    return result;
  };

  window.addEventListener('error', ({ error, message }) => {
    if (String(error?.message ?? message).startsWith('expected fault')) watch.expected++;
    else watch.faults.push(`error: ${message}`);
  });
  window.addEventListener('pageshow', ({ persisted }) => (watch.persisted = persisted));
  window.addEventListener('unhandledrejection', ({ reason }) => watch.faults.push(`rejection: ${reason}`));
  document.addEventListener('DOMContentLoaded', () => {
    watch.styles = styles();
  });

  const styles = () => [document.body, document.documentElement].map((node) => (node.hasAttribute('style') ? node.style.cssText : null));
  const ACTIONS = ['start-button', 'continue-button', 'retry-button', 'check-button'];
  const button = (part) => [...(element()?.shadowRoot?.querySelectorAll(`[part~="${part}"]`) ?? [])].find((one) => one.checkVisibility() && !one.disabled && one.ariaDisabled !== 'true');
  function element() {
    if (watch.element?.isConnected !== true) watch.element = document.querySelector('kyc-verification') ?? watch.element;
    return watch.element;
  }
  /** Markup of a tree with its open shadow trees, without the `src` of Veriff's frame. */
  function markup(tree) {
    const inner = [...tree.querySelectorAll('*')].flatMap((node) => (node.shadowRoot === null ? [] : [markup(node.shadowRoot)]));
    // In a document of its own nothing of the copy comes to life.
    const inert = document.implementation.createHTMLDocument();
    const copy = inert.createElement('div');
    copy.append(...[...tree.childNodes].filter(({ nodeType }) => nodeType !== Node.DOCUMENT_TYPE_NODE).map((node) => inert.importNode(node, true)));
    copy.querySelectorAll('#veriffFrame').forEach((frame) => frame.removeAttribute('src'));
    return [copy.innerHTML, ...inner].join('\n');
  }
  Object.assign(watch, {
    styles: null,
    find: element,
    numberOf(one) {
      if (!numbers.has(one)) numbers.set(one, (watch.elements = (watch.elements ?? 0) + 1));
      return numbers.get(one);
    },
    look: () => ({
      state: element()?.state,
      shown: element()?.shadowRoot?.querySelector('[part~="base"]')?.dataset.state,
      error: element()?.error?.code ?? null,
      actions: ACTIONS.filter((part) => button(part) !== undefined),
      frames: document.querySelectorAll('#veriffFrame').length,
      focus: watch.focus(),
      events: watch.events,
      heard: watch.heard === true,
      other: document.querySelector('#other') !== null,
      again: document.querySelector('#again') !== null,
    }),
    /** As by the keyboard. */
    press(part) {
      const found = button(part);
      watch.acts++;
      found?.focus();
      found?.click();
      return found !== undefined;
    },
    /** The user goes to the first button, where there is one. */
    enter: () => ACTIONS.map(button).find((one) => one !== undefined)?.focus(),
    audit: () => ({
      faults: watch.faults,
      spoken: watch.spoken,
      styles: styles(),
      usual: watch.styles,
      places: [
        ...[localStorage, sessionStorage].map((storage) => JSON.stringify({ ...storage })),
        location.href,
        JSON.stringify(history.state),
        document.cookie,
        JSON.stringify(watch.events),
        markup(document),
      ],
    }),
  });
  window.watch = watch;
}
