import { closersOf } from './css-text.js';
import { TAG, type ElementNames } from './manifest-names.js';

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
  for (const selector of selectors) {
    if (!selector.startsWith(TAG)) remarks.push(`“${selector}” does not begin with ${TAG}: on a page it may change more than this element.`);
  }
  const text = selectors.join(' ');
  for (const name of namesIn(text, /::part\(([^)]*)\)/g)) {
    if (!names.parts.some((part) => part.name === name)) remarks.push(`There is no part “${name}”.`);
  }
  for (const name of namesIn(text, /:state\(([^)]*)\)/g)) {
    if (!names.states.some((state) => state.name === name)) remarks.push(`There is no state “${name}”.`);
  }
  for (const name of namesIn(rules, /(--kyc-[\w-]+)\s*:/g)) {
    if (!names.properties.some((property) => property.name === name)) remarks.push(`There is no custom property ${name}.`);
  }
  return remarks;
}

export function countRules(css: string): number {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet.cssRules.length;
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
