/**
 * A second pair of ears, not made by us: guidepup's virtual screen reader. It does not look into shadow trees by itself, nor
 * into slots, so it is set up inside of one; it knows nothing of modal dialogs, and takes what is behind one for heard.
 */
import { Virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { onCleanup } from './element-cleanup.js';
import { regionOf } from './heard-regions.js';

const POLITE = 'polite: ';
const LONGEST = 200;

/**
 * guidepup speaks at each record of a change, and Lit's development mode makes two of one text: an empty node, then its words.
 * Of the records of one turn it gets the last of each region, as browsers tell a region's change once.
 */
class TurnObserver extends MutationObserver {
  constructor(onChange: MutationCallback) {
    super((records, observer) => {
      const regions = records.map(({ target }) => regionOf(target));
      onChange(records.filter((_record, index) => regions[index] === null || regions.lastIndexOf(regions[index] ?? null) === index), observer);
    });
  }
}

/** All that is read from the first node to the last, in order. Every blank is told as one. */
export async function readThrough(container: Element): Promise<string[]> {
  const reader = new Virtual();
  await reader.start({ container });
  const begin = reader.activeNode;
  const phrases: string[] = [];
  // After the last node it goes on with the first. The end of a node has the same node, and another phrase.
  for (let phrase = await reader.lastSpokenPhrase(); phrases.length === 0 || reader.activeNode !== begin || phrase !== phrases[0]; ) {
    if (phrases.push(phrase) > LONGEST) throw new Error('The reading does not come to an end.');
    await reader.next();
    phrase = await reader.lastSpokenPhrase();
  }
  await reader.stop();
  return phrases.map((phrase) => phrase.replace(/\s+/g, ' '));
}

/** What its live regions say from now on. */
export async function overhear(container: Element): Promise<() => Promise<string[]>> {
  const reader = new Virtual();
  await reader.start({ container, window: { document, MutationObserver: TurnObserver } });
  onCleanup(() => reader.stop());
  return async () => {
    const phrases = (await reader.spokenPhraseLog()).filter((phrase) => phrase.startsWith(POLITE));
    // A region that is emptied is told without words.
    return phrases.map((phrase) => phrase.slice(POLITE.length).trim()).filter((phrase) => phrase !== '');
  };
}
