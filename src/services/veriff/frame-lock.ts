/**
 * One session under way in a document, also across two copies of this package: the SDK finds its frame by a fixed id and
 * would close the wrong one. Who asks for a session takes the lock before the session is spent.
 */

/** The id that `@veriff/incontext-sdk` 2.5.0 gives its frame. */
export const FRAME_ID = 'veriffFrame';

/** The class of the dialog around it. */
export const DIALOG_CLASS = 'kyc-verification-dialog';

/** The class of its container where it is embedded in the page, and the slot of the element that shows that. */
export const CONTAINER_CLASS = 'kyc-verification-frame';
export const CONTAINER_SLOT = 'veriff';

const LOCK = Symbol.for('kyc-verification.open-frame');

type Lockable = Document & { [LOCK]?: unknown };

/** Whether another than `owner` has the lock, or the page an element of the frame's id. */
export function isFrameBusy(owner?: symbol): boolean {
  if ((document as Lockable)[LOCK] === undefined) removeCopies();
  return isHeldByAnother(owner) || document.getElementById(FRAME_ID) !== null;
}

/** Whether another element of the document has a session under way. */
export function isHeldByAnother(owner?: symbol): boolean {
  const holder = (document as Lockable)[LOCK];
  return holder !== undefined && holder !== owner;
}

/** Takes the lock for `owner`, who may have it already; the function that is returned gives it back. `null` where it can't be had. */
export function lockFrame(owner: symbol): (() => void) | null {
  if (isFrameBusy(owner)) return null;
  // On a document that takes no properties the lock is not kept, and the taken id alone tells.
  Reflect.set(document, LOCK, owner);
  return () => {
    if ((document as Lockable)[LOCK] !== owner) return;
    delete (document as Lockable)[LOCK];
    removeCopies();
  };
}

/** A page that writes its body anew while Veriff is open leaves a copy of what is around it behind, which nobody could close. */
function removeCopies(): void {
  // By their class alone, since a form can have the name of any other way to look for them.
  for (const copy of [...document.getElementsByClassName(DIALOG_CLASS)]) copy.remove();
  for (const copy of [...document.getElementsByClassName(CONTAINER_CLASS)]) if (copy.slot === CONTAINER_SLOT) copy.remove();
}
