import { isWholeValue } from './css-text.js';
import type { PropertyControl } from './property-controls.js';

/** Properties of CSS that may take a text of no named kind, in the order in which its default is tried. */
const TEXT_PROPERTIES = ['outline', 'box-shadow', 'transition'];

/** Why a value can't be used, as a sentence; `null` for one that can. */
export function problemOf(control: Pick<PropertyControl, 'name' | 'kind' | 'default'>, value: string): string | null {
  if (value.trim() === '') return 'Nothing is written here.';
  if (!isWholeValue(value)) return 'A bracket or quote has no partner, or there is more than one value.';
  switch (control.kind) {
    case 'color':
      return CSS.supports('color', value) ? null : 'CSS does not know this colour.';
    case 'font':
      return CSS.supports('font-family', value) ? null : 'CSS does not know this list of fonts.';
    case 'length':
      // A number alone is no length where the element multiplies it.
      if (/^[-+]?\d*\.?\d+$/.test(value.trim())) return 'A length needs a unit, for example px, also for 0.';
      return isLength(value) || isOwnKeyword(control, value) ? null : 'CSS does not know this length.';
    case 'text': {
      const property = TEXT_PROPERTIES.find((name) => CSS.supports(name, control.default));
      return property === undefined || CSS.supports(property, value) ? null : `CSS does not know this ${property}.`;
    }
  }
}

function isLength(value: string): boolean {
  return CSS.supports('margin-left', `calc(1px + (${value}))`);
}

/** `--kyc-max-width: none` is fine, since `max-width: none` is. */
function isOwnKeyword({ name, default: initial }: Pick<PropertyControl, 'name' | 'default'>, value: string): boolean {
  const property = name.replace(/^--\w+-/, '');
  return CSS.supports(property, initial) && CSS.supports(property, value);
}
