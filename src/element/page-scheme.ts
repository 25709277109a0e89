/**
 * Whether the element stands on a dark page that has not said so: many themes set colours, and no `color-scheme`. What a
 * page declares always counts; only where it is silent the lightness of its text tells.
 */
export function isDarkUndeclared(element: Element): boolean {
  if (getComputedStyle(element).colorScheme !== 'normal') return false;
  const root = element.getRootNode();
  const around = element.parentElement ?? (root instanceof ShadowRoot ? root.host : document.documentElement);
  return isLight(getComputedStyle(around).color);
}

/** Of a computed colour; `false` for one in a notation that is not known. */
export function isLight(color: string): boolean {
  const [, notation = '', list = ''] = /^(\w+)\(([^)/]+)/.exec(color) ?? [];
  const [first = 0, ...others] = list.replace(/^\s*[a-z][\w-]*/, '').trim().split(/[\s,]+/).map(Number);
  switch (notation) {
    case 'rgb':
    case 'rgba':
      return mean([first, ...others]) > 127;
    case 'color':
      return mean([first, ...others]) > 0.5;
    case 'oklab':
    case 'oklch':
      return first > 0.6;
    case 'lab':
    case 'lch':
      return first > 50;
    default:
      return false;
  }
}

function mean([red = 0, green = 0, blue = 0]: readonly number[]): number {
  return (red + green + blue) / 3;
}
