import type { Flow } from '../../core/flow.js';
import type { Region } from '../../core/names.js';
import type { Messages } from '../../localization/messages.js';
import type { QrCode } from '../../services/qr-code.js';

/** All that a screen after the first is made of. */
export interface ViewModel {
  readonly flow: Flow;
  readonly messages: Messages;
  readonly region: Region;
  /** Where the partner's flow goes on; absolute, `http(s)`. */
  readonly continueUrl: string | null;
  /** By the device's clock. */
  readonly submittedAt: Date | null;
  readonly ways: Ways;
  readonly actions: ViewActions;
}

/** Where else than here the user may go on. */
export interface Ways {
  /** To be opened elsewhere: the partner's own, else this page's. */
  readonly link: string;
  /** A phone may take over from this device. */
  readonly canHandOver: boolean;
  /** The page stands in a frame of another, which decides what any page in it may use. */
  readonly inFrame: boolean;
  /** The link for it; `null` where it can't be made. */
  readonly code: QrCode | 'drawing' | null;
  /** Opens the page in the device's own browser, out of an app's. */
  readonly browserUrl: string | null;
}

export interface ViewActions {
  readonly start: () => void;
  readonly check: () => void;
  /** Starts on Veriff's own page. */
  readonly leave: () => void;
  readonly leaveAgain: () => void;
  readonly close: () => void;
  readonly handOver: (away: boolean) => void;
  readonly copyLink: () => void;
  /** The user is about to start. */
  readonly warmUp: () => void;
}
