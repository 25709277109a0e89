/**
 * Hears Veriff's frame, and keeps everybody else's forgeries from whatever believes any window, as the SDK does:
 * another copy of it may be on the page. Ours does not listen to the page at all.
 */
import { isSessionOrigin } from '../../core/session-url.js';
import type { FrameMessage } from '../../core/flow-events.js';

/** Every string that `@veriff/incontext-sdk` 2.5.0 acts upon. */
const MESSAGES = {
  VERIFF_HANDSHAKE: 'handshake',
  VERIFF_STARTED: 'started',
  VERIFF_SUBMITTED: 'submitted',
  VERIFF_FINISHED: 'finished',
  VERIFF_CANCELED: 'canceled',
  VERIFF_FORCE_RELOAD: 'force-reload',
  VERIFF_RELOAD_REQUEST: 'reload-request',
} as const satisfies Record<string, FrameMessage | 'force-reload' | 'reload-request'>;

export type GenuineMessage = (typeof MESSAGES)[keyof typeof MESSAGES];

/** What the SDK must not act upon even if it is genuine: it would reload the page, or close what is ours to close. */
const OURS_ALONE: readonly GenuineMessage[] = ['force-reload', 'finished', 'canceled'];

export function guardMessages(
  frameWindow: () => Window | null,
  sessionHosts: string,
  onMessage: (message: GenuineMessage) => void,
): () => void {
  const guard = (event: MessageEvent<unknown>): void => {
    const message = messageOf(event.data);
    if (message === null) return;
    const genuine =
      event.isTrusted &&
      event.source !== null &&
      event.source === frameWindow() &&
      isSessionOrigin(event.origin, sessionHosts);
    if (!genuine || OURS_ALONE.includes(message)) event.stopImmediatePropagation();
    if (genuine) onMessage(message);
  };
  // No options object: a page whose prototypes are polluted could say in it that one message is enough.
  window.addEventListener('message', guard, true);
  return () => window.removeEventListener('message', guard, true);
}

function messageOf(data: unknown): GenuineMessage | null {
  return typeof data === 'string' && Object.keys(MESSAGES).includes(data) ? MESSAGES[data as keyof typeof MESSAGES] : null;
}
