/**
 * One open Veriff frame in a document, also across two copies of this package: the SDK finds its frame by a fixed id and
 * would close the wrong one (domain, section 3).
 */

/** The id that `@veriff/incontext-sdk` 2.5.0 gives its frame. */
export const FRAME_ID = 'veriffFrame';

const LOCK = Symbol.for('kyc-verification.open-frame');

type Lockable = Document & { [LOCK]?: true };

export function isFrameBusy(): boolean {
  return (document as Lockable)[LOCK] === true || document.getElementById(FRAME_ID) !== null;
}

/** Takes the lock; the function that is returned gives it back. `null` where another has it. */
export function lockFrame(): (() => void) | null {
  if (isFrameBusy()) return null;
  (document as Lockable)[LOCK] = true;
  return () => {
    delete (document as Lockable)[LOCK];
  };
}
