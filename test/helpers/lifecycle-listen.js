/**
 * Runs in the page right after `watchPage`, and is handed there as text: it uses nothing from outside. Keeps what the live regions of elements
 * say, each with what it may have been said for, and knows where the user's focus is.
 */
export function listenPage() {
  if (window !== window.top) return;
  const { watch } = window;
  const REGIONS = '[role="status"], [role="alert"], [role="log"], [aria-live], output';
  const regionOf = (node) => (node instanceof Element ? node : node.parentElement)?.closest(REGIONS);

  Object.assign(watch, {
    /** What live regions have said: `text`, `from` (the number of the element), its `state`, and how much had happened by then. */
    spoken: [],
    /** How often the user or the page has done something. */
    acts: 0,
  });

  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    if (this.localName === 'kyc-verification') {
      const hear = (records) => {
        // A region that comes with its words says nothing.
        for (const region of new Set(records.map(({ target }) => regionOf(target)))) speak(this, region);
      };
      new MutationObserver(hear).observe(root, { subtree: true, childList: true, characterData: true });
    }
    return root;
  };
  function speak(element, region) {
    const text = region?.textContent.trim();
    if (!text) return;
    const from = watch.numberOf(element);
    const changes = watch.events.filter((event) => event.from === from && ['kyc-state-change', 'kyc-stalled', 'kyc-pending'].includes(event.type)).length;
    watch.spoken.push({ text, from, state: element.state, changes, acts: watch.acts });
  }

  /**
   * Where the focus is: in the element, in Veriff's dialog, or nowhere that the user would look for it. A window behind others has none: in
   * Firefox it is told of no change. A frame that has it doesn't match `:focus`.
   */
  watch.focus = () => {
    const kyc = watch.find();
    if (!document.hasFocus()) return 'elsewhere';
    if (document.activeElement?.closest('dialog.kyc-verification-dialog')) return 'dialog';
    const holder = kyc?.getRootNode().activeElement;
    return kyc?.shadowRoot?.activeElement || (holder !== kyc && kyc?.contains(holder)) ? 'element' : 'nowhere';
  };
}
