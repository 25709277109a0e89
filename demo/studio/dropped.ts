import { tokensOf } from './css-text.js';

const WITH_RULES = ['media', 'supports', 'container', 'layer', 'scope', 'starting-style'];
const WITHOUT_RULES = ['font-face', 'keyframes', '-webkit-keyframes', 'property', 'page', 'counter-style', 'font-feature-values', 'font-palette-values', 'view-transition', 'position-try'];

/** Where a piece of a style sheet stands: among rules, in a style rule, or where this knows nothing of the syntax. */
type Place = 'rules' | 'style' | 'other';

/** What browsers leave out of a style sheet: at-rules, selectors, properties, or whole declarations whose value is at fault. */
export function droppedIn(css: string): readonly string[] {
  const dropped = new Set<string>();
  const places: Place[] = ['rules'];
  let text = '';
  let brackets = 0;
  const take = (): string => {
    const taken = text.trim();
    text = '';
    return taken;
  };
  const endDeclaration = (): void => {
    const declaration = take();
    const fault = places.at(-1) === 'style' ? faultOf(declaration) : null;
    if (fault !== null) dropped.add(fault);
  };
  for (const token of tokensOf(css)) {
    if (token === '(' || token === '[') brackets += 1;
    else if (token === ')' || token === ']') brackets -= 1;
    if (brackets > 0 || !/^[{};]$/.test(token)) {
      text += token;
    } else if (token === '{') {
      const { place, fault } = blockOf(take(), places.at(-1)!);
      if (fault !== null) dropped.add(fault);
      places.push(place);
    } else {
      endDeclaration();
      if (token === '}' && places.length > 1) places.pop();
    }
  }
  return [...dropped];
}

/** What stands in the block after a prelude, and the prelude where it makes browsers drop the block. */
function blockOf(prelude: string, around: Place): { place: Place; fault: string | null } {
  const [, name] = /^@([\w-]+)/.exec(prelude) ?? [];
  // The value of a custom property may be a block.
  if (around === 'other' || prelude.startsWith('--')) return { place: 'other', fault: null };
  if (name !== undefined) {
    if (WITH_RULES.includes(name.toLowerCase())) return { place: around, fault: null };
    return { place: 'other', fault: WITHOUT_RULES.includes(name.toLowerCase()) ? null : `@${name}` };
  }
  return isSelector(prelude, around) ? { place: 'style', fault: null } : { place: 'other', fault: prelude };
}

function isSelector(text: string, around: Place): boolean {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(around === 'style' ? `a { ${text} {} }` : `${text} {}`);
  const [rule] = sheet.cssRules;
  return around === 'style' ? rule instanceof CSSStyleRule && rule.cssRules.length === 1 : rule instanceof CSSStyleRule;
}

function faultOf(declaration: string): string | null {
  if (declaration === '' || declaration.startsWith('--') || declaration.startsWith('@')) return null;
  const colon = declaration.indexOf(':');
  if (colon < 0) return declaration;
  const [property, value] = [declaration.slice(0, colon).trim(), declaration.slice(colon + 1)];
  if (!CSS.supports(property, 'inherit')) return property;
  return CSS.supports(property, value.replace(/\s*!\s*important\s*$/i, '')) ? null : declaration;
}
