/**
 * Runs in the page before anything else of it, and is handed there as text: it uses nothing from outside. Counts what is under way and only
 * the page's own functions could tell; nodes, listeners and documents are counted by the browser.
 */
export function watchLeaks() {
  if (window !== window.top) return;
  const later = window.setTimeout.bind(window);
  const pending = { timers: new Set(), frames: new Set(), channels: new Set(), requests: 0 };
  const streamed = [];

  /** A function that begins something which ends by itself, or by another function. */
  function watch(kind, begins, ends, repeats = false) {
    const begin = window[begins].bind(window);
    const end = window[ends].bind(window);
    window[begins] = (task, ...rest) => {
      const id = begin((...given) => {
        if (!repeats) pending[kind].delete(id);
        task(...given);
      }, ...rest);
      pending[kind].add(id);
      return id;
    };
    window[ends] = (id) => {
      pending[kind].delete(id);
      end(id);
    };
  }
  watch('timers', 'setTimeout', 'clearTimeout');
  watch('timers', 'setInterval', 'clearInterval', true);
  watch('frames', 'requestAnimationFrame', 'cancelAnimationFrame');

  const { fetch, BroadcastChannel } = window;
  window.fetch = async (...request) => {
    pending.requests++;
    try {
      const response = await fetch(...request);
      if (response.headers.get('content-type') === 'text/event-stream') streamed.shift()?.();
      return response;
    } finally {
      pending.requests--;
    }
  };
  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name) {
      super(name);
      pending.channels.add(name);
    }
    close() {
      pending.channels.delete(this.name);
      super.close();
    }
  };

  window.leaks = {
    /** Resolves when the next stream is open. */
    nextStream: () => new Promise((resolve) => streamed.push(resolve)),
    /** Some tasks later: an element that was taken away has noticed by then. */
    settle: async () => {
      for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => later(resolve));
    },
    async left() {
      const { held, pending: wanted } = await navigator.locks.query();
      return {
        timers: pending.timers.size,
        'animation frames': pending.frames.size,
        channels: pending.channels.size,
        requests: pending.requests,
        locks: held.length + wanted.length,
        dialogs: document.querySelectorAll('dialog, #veriffFrame').length,
        'scroll locks': [document.documentElement, document.body].filter((element) => element.getAttribute('style') !== null).length,
        'style sheets': document.adoptedStyleSheets.length,
        elements: document.querySelectorAll('kyc-verification').length,
      };
    },
  };
}
