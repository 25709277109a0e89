import type { KycVerificationElement } from '../../src/index.js';
import { tree } from './element-parts.js';

/** Of the element's own style sheets: the selectors of their rules, in every medium and container. */
export function ownSelectors(element: KycVerificationElement): string[] {
  return tree(element).adoptedStyleSheets.flatMap(({ cssRules }) => selectorsOf(cssRules));
}

function selectorsOf(rules: CSSRuleList): string[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return [...splitList(rule.selectorText), ...selectorsOf(rule.cssRules)];
    return rule instanceof CSSGroupingRule ? selectorsOf(rule.cssRules) : [];
  });
}

/** The selectors of a list, but not those within brackets. */
function splitList(list: string): string[] {
  const selectors = [''];
  let depth = 0;
  for (const character of list) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === ',' && depth === 0) selectors.push('');
    else selectors[selectors.length - 1] += character;
  }
  return selectors.map((selector) => selector.trim());
}

const FOCUSABLE = 'a, button, summary, [tabindex]';

/** The nodes that a selector is for, hovered over and with the focus or not. Pseudo-elements are reached by way of their node. */
export function nodesFor(element: KycVerificationElement, selector: string): Element[] {
  // The host is the page's own node, and what is slotted, too.
  if (/^:host|::slotted/.test(selector)) return [];
  const still = bare(selector).replace(/:(?:hover|active)\b/g, '').replace(/^:focus-visible$/, FOCUSABLE).replace(/:focus(?:-visible)?\b/g, '');
  return [...tree(element).querySelectorAll(still)];
}

/** Without pseudo-elements. */
export function bare(selector: string): string {
  return selector.replace(/::[a-z-]+/g, '') || '*';
}
