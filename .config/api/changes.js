/** What became of a surface, and whether a changelog says so. A surface is sections of signatures by name: see surface.js. */

/** What came, went or changed between two surfaces: `{ section, name, before, after }`, where `undefined` is none. */
export function changesBetween(before, after) {
  const sections = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return sections.flatMap((section) => {
    const [old, present] = [before[section] ?? {}, after[section] ?? {}];
    const names = [...new Set([...Object.keys(old), ...Object.keys(present)])].filter((name) => old[name] !== present[name]);
    return names.map((name) => ({ section, name, before: old[name], after: present[name] }));
  });
}

const isAdded = (change) => change?.before === undefined;
const isRemoved = (change) => change?.after === undefined;

/** `+ name`, `- name` or `~ name`, and of what. */
export const lineOf = (change) => `${isAdded(change) ? '+' : isRemoved(change) ? '-' : '~'} ${change.name} (${change.section})`;

/**
 * What has to be named. A type that comes or goes takes its members along, and an entry of the package (such as `kyc-verification/vue`) all that
 * is imported from it.
 */
function toName(changes) {
  const fate = (change) => (isAdded(change) ? 'came' : isRemoved(change) ? 'went' : 'changed');
  const fates = new Map(changes.map((change) => [`${change.section}\n${change.name}`, fate(change)]));
  const paths = new Map(changes.filter(({ name }) => name.includes('/')).map((change) => [change.name, fate(change)]));
  return changes.filter((change) => {
    if (fate(change) === 'changed') return true;
    const [owner, member] = change.name.split('.');
    const goesAlong = member !== undefined && fates.get(`${change.section}\n${owner}`) === fate(change);
    return !goesAlong && paths.get(change.section) !== fate(change);
  });
}

/** The code in a text: what stands between backticks. */
const codeIn = (text) => [...text.matchAll(/`+([^`]+)`+/g)].map(([, code]) => code).join('\n');

const holds = (code, word) => new RegExp(`(?<![\\w$-])${word.replace(/[^\w]/g, '\\$&')}(?![\\w$-])`).test(code);

const wordsOf = (signature = '') => signature.match(/[\w$-]+/g) ?? [];
const lost = ({ before, after }) => wordsOf(before).filter((word) => !wordsOf(after).includes(word));
const won = ({ before, after }) => wordsOf(after).filter((word) => !wordsOf(before).includes(word));

/** What stands under the heading to which a change belongs (Keep a Changelog); what is new may be told anywhere. */
function placeOf(change, text) {
  if (isAdded(change)) return text;
  const heading = isRemoved(change) ? 'Removed' : 'Changed';
  return new RegExp(`^### ${heading}\\n((?:(?!^###? ).*\\n?)*)`, 'm').exec(text)?.[1] ?? '';
}

/** By what else a name is known: `getItem` of `KeyValueStore.getItem`, `bank.css` of a path; the type for members that have no name. */
function shortOf(name) {
  if (name.includes('/')) return name.slice(name.lastIndexOf('/') + 1);
  return name.replace(/\.(\(\)|\[index\]|constructor)$/, '').replace(/^.*\./, '');
}

/**
 * The changes that a text does not name. It names one by the name in code (`qr-code`, `Type.member` or `member`); one whose signature
 * changed also by all words that came to it and went from it, as a value that a union has now.
 */
export function unnamed(changes, text) {
  return toName(changes).filter((change) => {
    const code = codeIn(placeOf(change, text));
    if (holds(code, change.name) || holds(code, shortOf(change.name))) return false;
    const news = isAdded(change) || isRemoved(change) ? [] : [...lost(change), ...won(change)];
    return news.length === 0 || !news.every((word) => holds(code, word));
  });
}

/**
 * Whether the version after a release allows for these changes: what is new needs a minor one, what goes (a name, a value, a default) a major
 * one, before 1.0.0 a minor one.
 */
export function fits(changes, released, next) {
  if (changes.length === 0) return true;
  const [[oldMajor, oldMinor], [major, minor]] = [released, next].map((version) => version.split('.').map(Number));
  const isMinor = major > oldMajor || minor > oldMinor;
  const breaks = changes.some((change) => isRemoved(change) || (!isAdded(change) && lost(change).length > 0));
  return isMinor && (!breaks || major > oldMajor || major === 0);
}
