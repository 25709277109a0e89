/** The name that is meant by one which is off by a letter or two. */
export function nearest(name: string, names: readonly string[]): string | null {
  const [best] = names.map((one) => ({ one, off: distance(name, one) })).sort((one, other) => one.off - other.off);
  return best !== undefined && best.off > 0 && best.off <= 2 && best.off < name.length / 2 ? best.one : null;
}

/** Levenshtein's: how many letters are to be added, left out or replaced. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let at = 0; at < to.length; at += 1) {
      next.push(Math.min(next[at]! + 1, row[at + 1]! + 1, row[at]! + (letter === to[at] ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length]!;
}
