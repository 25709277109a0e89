/** What the element does: first by itself (`first-behavior.ts`), then with its flow (`flow-behavior.ts`). */
import type { KycError } from '../core/errors.js';
import type { KycState, VerificationState } from '../core/names.js';
import type { FirstScreen } from './first-view.js';
import type { KycVerificationProperties } from './kyc-verification-properties.js';
import type { Shown } from './views/shell-view.js';

/** The element, as far as its behavior needs it: its methods are also its buttons'. */
export type Acting = KycVerificationProperties & { start(): Promise<void>; checkStatus(): Promise<void>; close(): void };

/** What was before the flow. */
export interface Begun {
  /** When the first screen was shown, in milliseconds of the flow's clock; `null` where there was none, or it failed. */
  readonly since: number | null;
  /** The failure that was told last. */
  readonly error: KycError | null;
}

export interface Behavior {
  readonly state: KycState;
  readonly verificationState: VerificationState | undefined;
  readonly error: KycError | null;
  /** Begins, or begins anew where what the page has set says so. */
  configure(): void;
  shown(first: FirstScreen): Shown;
  /** The user is about to start. */
  warmUp(): void;
  /** Closes Veriff, as if the user had. */
  close(): void;
}
