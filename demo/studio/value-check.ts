import { isWholeValue } from './css-text.js';
import type { PropertyControl } from './property-controls.js';
import { usable, type PropertyValue } from './theme-model.js';

/** Properties of CSS that may take a text of no named kind, in the order in which its default is tried. */
const TEXT_PROPERTIES = ['outline', 'box-shadow', 'transition'];

/** Why a value can't be used, as a sentence; `null` for one that can. */
export function problemOf(control: Pick<PropertyControl, 'name' | 'kind' | 'default'>, value: string): string | null {
  if (value.trim() === '') return 'Nothing is written here.';
  if (!isWholeValue(value)) return 'A bracket or quote has no partner, or there is more than one value.';
  switch (control.kind) {
    case 'color':
      if (CSS.supports('color', value)) return null;
      return `CSS does not know this colour.${isHex(value) ? ` Did you mean #${value.trim()}?` : ''}`;
    case 'font':
      return CSS.supports('font-family', value) ? null : 'CSS does not know this list of fonts.';
    case 'length':
      // A number alone is no length where the element multiplies it.
      if (/^[-+]?\d*\.?\d+$/.test(value.trim())) return 'A length needs a unit, for example px, also for 0.';
      if (isLength(value) && !CSS.supports('padding-left', value)) return 'This length must not be negative.';
      return isLength(value) || isOwnKeyword(control, value) ? null : 'CSS does not know this length.';
    case 'text': {
      const property = TEXT_PROPERTIES.find((name) => CSS.supports(name, control.default));
      if (property !== undefined && !CSS.supports(property, value)) return `CSS does not know this ${property}.`;
      return property === 'outline' && lacksColor(value) ? 'A ring needs a colour, for example 2px solid #1d4ed8: without one it has that of the text.' : null;
    }
  }
}

/** What is wrong with each field of a value. */
export function problemsOf(control: Pick<PropertyControl, 'name' | 'kind' | 'default'>, value: PropertyValue): { light: string | null; dark: string | null } {
  const { light, dark } = value;
  const own = dark === undefined ? null : problemOf(control, dark);
  const left = dark !== undefined && usable(value, (text) => problemOf(control, text) === null)?.dark === undefined && problemOf(control, light) === null;
  return { light: problemOf(control, light), dark: own ?? (left ? 'light-dark() is for both fields at once: write one colour into each.' : null) };
}

function isHex(value: string): boolean {
  return CSS.supports('color', `#${value.trim()}`);
}

/** Where a colour can be added, there is none yet. What has no line needs none, and a variable may have one. */
function lacksColor(value: string): boolean {
  return !/\b(?:none|hidden|var\()/i.test(value) && CSS.supports('outline', `${value} red`);
}

function isLength(value: string): boolean {
  return CSS.supports('margin-left', `calc(1px + (${value}))`);
}

/** `--kyc-max-width: none` is fine, since `max-width: none` is. */
function isOwnKeyword({ name, default: initial }: Pick<PropertyControl, 'name' | 'default'>, value: string): boolean {
  const property = name.replace(/^--\w+-/, '');
  return CSS.supports(property, initial) && CSS.supports(property, value);
}
