/**
 * Whether the element stands on a dark page that has not said so: many themes set colours, and no `color-scheme`. What a
 * page declares always counts; only where it is silent its text and the ground under it tell.
 */
/** Text as light as this stands on something dark, where its ground is a picture, or none is to be found. */
const LIGHT_TEXT = 0.75;

/** Looked at before each update; what changes later is seen by `page-scheme-watch.ts`. */
export function isDarkUndeclared(element: Element): boolean {
  return getComputedStyle(element).colorScheme === 'normal' && isLightOnDark(around(element));
}

function isLightOnDark(place: Element): boolean {
  const { lightness } = read(getComputedStyle(place).color);
  return lightness > (groundOf(place) ?? LIGHT_TEXT);
}

/** Lightness of the nearest background that covers; `null` where a picture does, or nothing. */
function groundOf(place: Element): number | null {
  for (let node: Element | null = place; node !== null; node = parentOf(node)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(node);
    const { lightness, alpha } = read(backgroundColor);
    if (backgroundImage !== 'none') return null;
    if (alpha > 0.5) return lightness;
  }
  return null;
}

function around(element: Element): Element {
  const root = element.getRootNode();
  return parentOf(element) ?? (root instanceof ShadowRoot ? root.host : document.documentElement);
}

/** A form with a field named `parentElement` would lead into that field, and from there back, forever. */
const parentOf = (element: Element): Element | null => Reflect.get(Node.prototype, 'parentElement', element);

/** Lightness and alpha, 0 to 1, of a computed colour, roughly; a notation that is not known counts as black. */
export function read(color: string): { readonly lightness: number; readonly alpha: number } {
  const [, notation = '', list = ''] = /^(\w+)\((?:[a-z][\w-]* )?(.*)\)$/.exec(color) ?? [];
  const [first = 0, second = 0, third = 0, alpha = 1] = list.split(/[\s,/]+/).map(Number);
  const mean = (first + second + third) / 3;
  const lightness = { rgb: mean / 255, rgba: mean / 255, color: mean, oklab: first, oklch: first, lab: first / 100, lch: first / 100 }[notation];
  return { lightness: lightness ?? 0, alpha };
}
