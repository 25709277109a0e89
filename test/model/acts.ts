import type { KycState } from '../../src/index.js';
import type { Reply } from './server.js';

type Word = 'HANDSHAKE' | 'STARTED' | 'SUBMITTED' | 'FINISHED' | 'CANCELED' | 'RELOAD_REQUEST' | 'FORCE_RELOAD';

type Pressed = 'start-button' | 'continue-button' | 'retry-button' | 'check-button' | 'primary-button' | 'phone-button' | 'back-button' | 'copy-button';

/** One thing that the user, Veriff, the server, the page or the device does: plain data, so that a sequence can be printed. */
export type Act =
  /** Presses a button of the element, if it is there and can be pressed. */
  | { readonly do: 'press'; readonly part: Pressed }
  | { readonly do: 'call'; readonly method: 'start' | 'checkStatus' | 'close'; readonly times: number }
  /** What is done to the window around Veriff. */
  | { readonly do: 'dialog'; readonly to: 'close' | 'escape' | 'leave' | 'stay' | 'dialog-removed' | 'frame-removed' }
  | { readonly do: 'say'; readonly word: Word }
  | { readonly do: 'forge'; readonly word: Word; readonly from: 'sibling' | 'page' | 'script' }
  | { readonly do: 'server'; readonly says: string; readonly dated: 'newer' | 'same' | 'older' | 'not'; readonly retryIn?: number }
  | { readonly do: 'reads' | 'exchange'; readonly are: Reply }
  | { readonly do: 'release'; readonly which: 'first' | 'last'; readonly as: Reply }
  | { readonly do: 'network'; readonly is: 'online' | 'offline' }
  | { readonly do: 'view'; readonly is: 'visible' | 'hidden' }
  /** The page is put into the back/forward cache for a time. */
  | { readonly do: 'cached'; readonly for: number }
  /** The camera is plugged in, or out. */
  | { readonly do: 'camera'; readonly is: 'there' | 'gone' }
  | { readonly do: 'pass' | 'sleep'; readonly for: number }
  | { readonly do: 'wall'; readonly by: number }
  | { readonly do: 'place'; readonly how: 'removed' | 'added' | 'readded' | 'moved' | 'appended' }
  /** `other` for `endpoint` is another one of the same element. */
  | { readonly do: 'set'; readonly attributes: Readonly<Record<string, string | null>> }
  | { readonly do: 'preview'; readonly state: KycState | null }
  | { readonly do: 'handler'; readonly is: 'none' | 'throws' | 'prevents' | 'removes' };

/** By which of the page's elements. */
export type ActOf = Act & { readonly of: 0 | 1 };

export interface Sequence {
  readonly elements: 1 | 2;
  readonly acts: readonly ActOf[];
}
