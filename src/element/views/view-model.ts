import type { Flow } from '../../core/flow.js';
import type { DocumentName, Region } from '../../core/names.js';
import type { Messages } from '../../localization/messages.js';

/** All that a screen is made of: a literal of it renders any state. */
export interface ViewModel {
  readonly flow: Flow;
  readonly messages: Messages;
  /** Direction of the words, where it may not be that of the page. */
  readonly dir: 'ltr' | 'rtl' | null;
  readonly documents: readonly DocumentName[];
  readonly proofOfAddress: boolean;
  readonly region: Region;
  /** The page around is dark, and has not said so by `color-scheme`. */
  readonly dark: boolean;
  /** Where the partner's flow goes on; absolute, `http(s)`. */
  readonly continueUrl: string | null;
  /** By the device's clock. */
  readonly submittedAt: Date | null;
  readonly actions: ViewActions;
}

export interface ViewActions {
  readonly start: () => void;
  readonly check: () => void;
  /** The user is about to start. */
  readonly warmUp: () => void;
}
