import { closersOf } from './css-text.js';
import { droppedIn } from './dropped.js';
import { TAG, type ElementNames, type Named } from './manifest-names.js';
import { nearest } from './spelling.js';

/** What a designer should know about own rules, as sentences. None where all is well. */
export function remarksOn(rules: string, names: ElementNames): readonly string[] {
  if (rules.trim() === '') return [];
  const remarks: string[] = [];
  if (closersOf(rules) !== '') remarks.push(`At the end this is still open: ${closersOf(rules).trim()} closes it.`);
  if (/@import\b/.test(rules)) remarks.push('@import does not work here: put it into a file of your own.');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  const selectors = [...selectorsIn(sheet.cssRules)];
  if (sheet.cssRules.length === 0) remarks.push('There is no rule in this yet.');
  for (const piece of droppedIn(rules)) remarks.push(`Not used: \`${piece}\``);
  for (const selector of selectors) {
    if (!selector.startsWith(TAG)) remarks.push(`“${selector}” does not begin with ${TAG}: on a page it may change more than this element.`);
  }
  const text = selectors.join(' ');
  remarks.push(
    ...unknown(namesIn(text, /::part\(([^)]*)\)/g), names.parts, (name) => `There is no part “${name}”.`),
    ...unknown(namesIn(text, /:state\(([^)]*)\)/g), names.states, (name) => `There is no state “${name}”.`),
    ...unknown(namesIn(rules, /(--kyc-[\w-]+)\s*:/g), names.properties, (name) => `There is no custom property ${name}.`),
  );
  return remarks;
}

function unknown(found: ReadonlySet<string>, named: readonly Named[], remark: (name: string) => string): readonly string[] {
  const known = named.map(({ name }) => name);
  return [...found].flatMap((name) => {
    if (known.includes(name)) return [];
    const meant = nearest(name, known);
    return [meant === null ? remark(name) : `${remark(name)} Did you mean “${meant}”?`];
  });
}

/** Of all style rules, also of those in `@media` and the like; what is nested in a style rule begins with that one. */
function* selectorsIn(rules: CSSRuleList): Generator<string> {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) yield* rule.selectorText.split(/,(?![^(]*\))/).map((selector) => selector.trim());
    else if ('cssRules' in rule && rule.cssRules instanceof CSSRuleList && !(rule instanceof CSSKeyframesRule)) yield* selectorsIn(rule.cssRules);
  }
}

function namesIn(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...text.matchAll(pattern)].flatMap(([, found = '']) => found.trim().split(/\s+/)));
}

/** The text with an empty rule for a selector, or as it is where there is one, and where the caret goes. */
export function withRule(rules: string, selector: string): { text: string; caret: number } {
  const head = `${selector} {\n  `;
  const found = rules.indexOf(`${selector} {`);
  if (found >= 0) {
    const inside = found + selector.length + 2;
    const [blank = ''] = /^\n?[ \t]*/.exec(rules.slice(inside)) ?? [];
    return { text: rules, caret: inside + blank.length };
  }
  const before = rules.trim() === '' ? '' : `${rules.trimEnd()}\n\n`;
  return { text: `${before}${head}\n}\n`, caret: before.length + head.length };
}
