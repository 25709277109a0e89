/**
 * A page that ends in mid-flow (reloaded, left for Veriff's own) leaves a mark for the next one in its tab, which can then say that the user may
 * go on. The session itself is asked for again: here stands nothing but twelve bits of which verification it was.
 */
const KEY = 'kyc-verification.left-open';

export interface LeftOpenMark {
  /**
   * Whether the page before left its mark for this verification; it serves once.
   *
   * @param verification the same wherever the same verification is shown
   */
  take(verification: string): boolean;
  /** From now on the page leaves it, until the function that is returned is called. */
  leaveAtEnd(verification: string): () => void;
}

export const leftOpenMark: LeftOpenMark = {
  take: (verification) =>
    withStorage((storage) => {
      const isLeft = storage.getItem(KEY) === markOf(verification);
      if (isLeft) storage.removeItem(KEY);
      return isLeft;
    }) ?? false,
  leaveAtEnd(verification) {
    const leave = (): void => void withStorage((storage) => storage.setItem(KEY, markOf(verification)));
    // The back/forward cache has kept the page: it knows by itself.
    const takeBack = (): void => void leftOpenMark.take(verification);
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', takeBack);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', takeBack);
    };
  },
};

/** Too short to lead back to the id. */
function markOf(verification: string): string {
  let hash = 0;
  for (const character of verification) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return ((hash ^ (hash >>> 12) ^ (hash >>> 24)) & 0xfff).toString(36);
}

/** Storage can be forbidden, or full: then nothing is remembered. */
function withStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(sessionStorage);
  } catch {
    return undefined;
  }
}
