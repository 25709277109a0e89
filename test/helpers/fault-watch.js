/**
 * Sees in a page all that must hold whatever happens: what was asked and said, what was thrown, what is left. Runs before the
 * page's scripts, by `evaluateOnNewDocument`, after `installClock`, and stands there as `faultWatch`.
 */
export function installWatch() {
  if (window !== top) return;
  const watch = { faults: [], events: [], requests: [], mostReads: 0 };
  window.faultWatch = watch;

  addEventListener('error', ({ message, error }) => error && watch.faults.push(`error: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => watch.faults.push(`unhandled rejection: ${reason}`));
  for (const name of ['state-change', 'start', 'opened', 'submitted', 'canceled', 'pending', 'verified', 'rejected', 'resubmission', 'expired', 'stalled', 'error']) {
    document.addEventListener(`kyc-${name}`, ({ detail }) => watch.events.push({ name, detail: JSON.parse(JSON.stringify(detail)) }));
  }

  const ask = window.fetch;
  /** A request lasts until its signal aborts, as it does when its answer has been read, or until it fails. */
  window.fetch = (url, init) => {
    const { faultClock } = window;
    const stream = new Headers(init?.headers).get('accept') === 'text/event-stream';
    const request = { method: init?.method ?? 'GET', stream, at: faultClock.now(), after: faultClock.lastDelay, open: true, failure: null };
    watch.requests.push(request);
    watch.mostReads = Math.max(watch.mostReads, watch.requests.filter(({ method, stream: isStream, open }) => method === 'GET' && !isStream && open).length);
    const close = () => void (request.open = false);
    init?.signal?.addEventListener('abort', close);
    const answer = ask(url, init);
    answer.catch(({ name }) => {
      request.failure = name;
      close();
    });
    return answer;
  };
  watch.open = () => watch.requests.filter(({ open }) => open).length;

  /** Listeners on what outlives the element: not on its own nodes, nor on signals that end with a request. */
  const listening = new Map();
  const keyOf = (target, type, listener, options) => {
    const capture = typeof options === 'object' ? options?.capture === true : options === true;
    const known = listening.get(target)?.get(listener) ?? new Set();
    if (!listening.has(target)) listening.set(target, new Map());
    listening.get(target).set(listener, known);
    return [known, `${type} ${capture}`];
  };
  const outlives = (target) => !(target instanceof AbortSignal) && (!(target instanceof Node) || [document, document.documentElement, document.head, document.body].includes(target));
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (listener && outlives(target)) {
      const [known, key] = keyOf(target, type, listener, options);
      known.add(key);
      const forget = () => known.delete(key);
      options?.signal && add.call(options.signal, 'abort', forget);
      options?.once && add.call(target, type, forget, { once: true });
    }
    return add.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (listener && outlives(target)) {
      const [known, key] = keyOf(target, type, listener, options);
      known.delete(key);
    }
    return remove.call(target, type, listener, options);
  };
  watch.listeners = () => [...listening].flatMap(([target, of]) => [...of.values()].flatMap((keys) => [...keys].map((key) => `${target.constructor.name} ${key}`)));

  /** Markup of a tree with its shadow trees, without the `src` of Veriff's frame. */
  const markup = (tree) => {
    const copy = tree instanceof ShadowRoot ? tree.innerHTML : tree.outerHTML.replace(/(<iframe[^>]*?) src="[^"]*"/g, '$1');
    return copy + [...tree.querySelectorAll('*')].map(({ shadowRoot }) => (shadowRoot ? markup(shadowRoot) : '')).join('');
  };
  /** All that the page keeps or shows. */
  watch.kept = async () => {
    const databases = (await indexedDB.databases?.().catch(() => [])) ?? [];
    const caches = window.isSecureContext ? await window.caches.keys() : [];
    return {
      DOM: markup(document.documentElement),
      storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, databases, caches, window.name]),
      history: JSON.stringify([location.href, history.state]),
      events: JSON.stringify(watch.events),
    };
  };

  const enabled = (node) => !node.disabled && node.getAttribute('aria-disabled') !== 'true' && node.checkVisibility({ visibilityProperty: true });
  /** What the user can do now. */
  watch.actions = () => {
    const element = document.querySelector('kyc-verification');
    const dialog = document.querySelector('dialog.kyc-verification-dialog');
    const tree = element?.state === 'verifying' ? dialog : element?.shadowRoot;
    return [...(tree?.querySelectorAll('button, a[href]') ?? [])].filter(enabled).map((node) => node.textContent.trim());
  };
  watch.look = () => {
    const { faultEar } = window;
    faultEar.watchFocus();
    const element = document.querySelector('kyc-verification');
    return {
      state: element?.state ?? null,
      verificationState: element?.verificationState ?? null,
      error: element?.error ?? null,
      shown: element?.shadowRoot?.querySelector('[part~="base"]')?.dataset.state ?? null,
      notice: element?.shadowRoot?.querySelector('[part~="notice"]')?.textContent ?? null,
      said: faultEar.said,
      complaints: faultEar.complaints,
      faults: watch.faults,
      events: watch.events,
      requests: watch.requests,
      mostReads: watch.mostReads,
      isBusy: watch.open() > 0,
      actions: watch.actions(),
      frames: document.querySelectorAll('iframe').length,
      dialogs: document.querySelectorAll('dialog').length,
      styles: [document.documentElement, document.body].map((node) => node.getAttribute('style')),
      historyLength: history.length,
      date: Date.now(),
    };
  };
}
