export type FrameMessage = 'HANDSHAKE' | 'STARTED' | 'SUBMITTED' | 'FINISHED' | 'CANCELED' | 'FORCE_RELOAD' | 'RELOAD_REQUEST';
export type FrameEvent = 'started' | 'submitted' | 'left' | 'reload';

export interface ParentLink {
  /** Who waits for the end of the flow: a page that frames this one, a page to go to, or nobody. */
  readonly waiting: 'parent' | 'callback' | 'nobody';
  /** Waits for the page that frames this one to answer the handshake; at once if there is none. */
  connect(rendered: () => void): void;
  /** Says it to the page that frames this one, unless silent. There is none where the browser was sent here itself. */
  say(message: FrameMessage): void;
  /** Goes where the session leads at its end. Only where a callback is waiting. */
  goBack(): void;
  /** Tells the server, even if the page goes away meanwhile; false if it did not take it. */
  tell(event: FrameEvent): Promise<boolean>;
  setSilent(silent: boolean): void;
}

/**
 * The ways out of the page: bare strings to the parent, as the SDK listens for them, or the callback where there is no
 * parent; and events to the page's own server. Runs in the frame's page, sent there as text: it must not refer to anything outside itself.
 */
export function createParentLink(
  command: (name: string, stay: boolean) => void,
  said: (message: string) => void,
): ParentLink {
  const framed = window.parent !== window;
  const callback = document.documentElement.dataset['callback'] ?? '';
  const events = `${location.pathname.replace(/\/+$/, '')}/events`;
  let silent = false;
  let rendered: (() => void) | null = null;

  function receive(event: MessageEvent<unknown>): void {
    if (!event.isTrusted || event.source !== window.parent || typeof event.data !== 'object' || event.data === null) return;
    const data = event.data as { name?: unknown; sandbox?: unknown; stay?: unknown };
    if (data.name === 'VERIFF_RENDER' && rendered !== null) {
      const once = rendered;
      rendered = null;
      once();
    }
    if (typeof data.sandbox === 'string') command(data.sandbox, data.stay === true);
  }

  function say(message: FrameMessage): void {
    if (silent || !framed) return;
    said(`VERIFF_${message}`);
    // The session's page does not know who frames it, as Veriff's does not.
    window.parent.postMessage(`VERIFF_${message}`, '*');
  }

  return {
    waiting: framed ? 'parent' : callback === '' ? 'nobody' : 'callback',
    say,
    goBack() {
      location.assign(callback);
    },
    connect(next) {
      if (!framed) {
        next();
        return;
      }
      rendered = next;
      window.addEventListener('message', receive);
      say('HANDSHAKE');
    },
    async tell(event) {
      try {
        const response = await fetch(events, {
          method: 'POST', keepalive: true, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ event }),
        });
        return response.ok;
      } catch {
        return false;
      }
    },
    setSilent(value) {
      silent = value;
    },
  };
}
