/** What the element does: first by itself (`first-behavior.ts`), then with its flow (`flow-behavior.ts`). */
import type { KycError } from '../core/errors.js';
import type { KycState, VerificationState } from '../core/names.js';
import type { FirstScreen } from './first-view.js';
import type { Shown } from './views/shell-view.js';

export interface Behavior {
  readonly state: KycState;
  readonly verificationState: VerificationState | undefined;
  readonly error: KycError | null;
  /** Begins, or begins anew where what the page has set says so. */
  configure(): void;
  shown(first: FirstScreen): Shown;
}
