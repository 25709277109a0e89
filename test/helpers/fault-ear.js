/**
 * Hears in a page what its live regions say, as a browser tells it to a screen reader, and watches the focus. Complains of a sentence
 * that nobody has asked for and nothing has brought about, of one that is said again, and of a focus that a press has lost. Runs before
 * the page's scripts, by `evaluateOnNewDocument`, between `installClock` and `installWatch`, which would count its listeners; stands
 * there as `faultEar`.
 */
export function installEar() {
  if (window !== top) return;
  const ear = { said: [], complaints: [] };
  window.faultEar = ear;

  /** A sentence may be said in the task of what brings it about: a change of state, an act of the user, an error, a stall, the next step. */
  let isDue = false;
  /** One more may come later: the answer to what the user asked for, or that a wait takes longer than usual. */
  let later = null;
  /** What has been said since the user or the page last did something. */
  let sinceAct = new Set();
  function cause(then) {
    isDue = true;
    later = then;
    void window.faultClock.rest().then(() => (isDue = false));
  }
  function act(then) {
    sinceAct = new Set();
    cause(then);
  }
  function hear(text) {
    ear.said.push(text);
    if (sinceAct.has(text)) ear.complaints.push(`said again: ${text}`);
    sinceAct.add(text);
    if (isDue) isDue = false;
    else if (later?.test(text)) later = null;
    else ear.complaints.push(`said for nothing: ${text}`);
  }

  const LONG = /longer than usual/;
  document.addEventListener('kyc-state-change', ({ detail: { state } }) => {
    // Another id, endpoint or mode begins anew.
    if (state === 'checking') act(null);
    else cause(['requesting', 'verifying'].includes(state) ? LONG : null);
  });
  // Another error, a stall, or that the user may go on leaves the state as it is.
  for (const name of ['kyc-error', 'kyc-stalled', 'kyc-pending']) document.addEventListener(name, () => cause(null));
  // Buttons call these, and so may the page.
  void customElements.whenDefined('kyc-verification').then(({ prototype }) => {
    for (const [name, then] of [['start', null], ['checkStatus', /./]]) {
      const asked = prototype[name];
      prototype[name] = function () {
        act(then);
        return asked.call(this);
      };
    }
  });

  /** Regions that were there before they said something: one that comes with its words says nothing. */
  const known = new WeakSet();
  const isLive = (node) => node.matches('[role="status"], [role="alert"], [role="log"], [aria-live="polite"], [aria-live="assertive"], output');
  const regionOf = (node) => {
    for (let at = node; at !== null; at = at.parentNode) if (at instanceof Element && isLive(at)) return at;
    return null;
  };
  const bringsText = ({ type, addedNodes, oldValue, target }) =>
    type === 'characterData' ? target.data !== oldValue : [...addedNodes].some((node) => node.nodeType !== Node.COMMENT_NODE && (node.textContent ?? '').trim() !== '');
  const observer = new MutationObserver((records) => {
    const changed = new Set();
    for (const record of records) {
      for (const node of record.addedNodes) if (node instanceof Element) discover(node);
      const region = bringsText(record) ? regionOf(record.target) : null;
      if (region !== null && known.has(region) && region.checkVisibility({ visibilityProperty: true })) changed.add(region);
    }
    for (const { textContent } of changed) if (textContent.trim() !== '') hear(textContent.trim());
  });
  function discover(within) {
    for (const node of [...(within instanceof Element ? [within] : []), ...within.querySelectorAll('*')]) {
      if (isLive(node)) void window.faultClock.rest().then(() => known.add(node));
    }
  }
  const listenTo = (root) => observer.observe(root, { subtree: true, childList: true, characterData: true, characterDataOldValue: true });
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    listenTo(root);
    return root;
  };
  listenTo(document);

  let hasPressed = false;
  const isOurs = (node) => node instanceof Element && node.matches('kyc-verification, dialog.kyc-verification-dialog');
  document.addEventListener('click', (event) => (hasPressed ||= event.composedPath().some(isOurs)), true);
  /** At a moment of rest: who has pressed a button of ours still stands somewhere. */
  ear.watchFocus = () => {
    const element = document.querySelector('kyc-verification');
    if (!hasPressed || element === null || ![null, document.body].includes(document.activeElement)) return;
    const complaint = `the focus is nowhere in ${element.state}`;
    if (!ear.complaints.includes(complaint)) ear.complaints.push(complaint);
  };
}
