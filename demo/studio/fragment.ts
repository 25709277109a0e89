/**
 * The fragment of the page's address as named pieces, `#start=bank&--kyc-radius=4px`. It goes to no server. Whatever somebody
 * puts there is text: read within limits, never as markup.
 */
const MAX_PIECES = 100;
/** Of one piece as it stands in the address, where a letter may take nine. */
const MAX_LENGTH = 100_000;

export function readPieces(fragment: string): ReadonlyMap<string, string> {
  const pieces = new Map<string, string>();
  let from = fragment.startsWith('#') ? 1 : 0;
  for (let count = 0; count < MAX_PIECES && from < fragment.length; count += 1) {
    const found = fragment.indexOf('&', from);
    const end = found < 0 ? fragment.length : found;
    if (end - from <= MAX_LENGTH) {
      for (const [key, value] of new URLSearchParams(fragment.slice(from, end))) pieces.set(key, value);
    }
    from = end + 1;
  }
  return pieces;
}

/** The pieces as a fragment without its `#`, and whether each was short enough for it. */
export function writePieces(pieces: Iterable<readonly [key: string, value: string]>): { text: string; whole: boolean } {
  const written = Array.from(pieces, ([key, value]) => new URLSearchParams([[key, value]]).toString());
  const short = written.filter(({ length }) => length <= MAX_LENGTH);
  return { text: short.join('&'), whole: short.length === written.length };
}
