import { rgbaOf } from './color-reader.js';
import { contrastRatio, type Rgb } from './contrast.js';

/** What is seen in a place: a colour in front, and what lies behind it. */
export interface Seen {
  readonly front: Rgb;
  readonly back: Rgb;
  readonly ratio: number;
}

type Layer = Pick<CSSStyleDeclaration, 'backgroundColor' | 'opacity' | 'display'>;

/** Reads colours as they come out. Styles are kept for as long as one is used, so use one for one measure only. */
export class Survey {
  readonly #layers = new Map<Element, Layer>();

  /** A colour on the background of `node` and of all that is around it, as opaque as they are. */
  seen(node: Element | null, color: string): Seen {
    const chain: Layer[] = [];
    for (let one = node; one !== null; one = around(one)) chain.unshift(this.#layer(one));
    const [back, front] = [round(composite(chain, 0, BLACK, null)), round(composite(chain, 0, BLACK, color))];
    return { front, back, ratio: contrastRatio(front, back) };
  }

  /** Whether a theme or a rule has taken it away. */
  isGone(node: Element): boolean {
    for (let one: Element | null = node; one !== null; one = around(one)) if (this.#layer(one).display === 'none') return true;
    return false;
  }

  /** The lowest contrast of the texts of each part, by the part's name. */
  texts(root: ShadowRoot): ReadonlyMap<string, Seen> {
    const lowest = new Map<string, Seen>();
    for (const node of root.querySelectorAll(':not(style, slot)')) {
      const part = [...(node.closest('[part]')?.part ?? [])].at(-1);
      if (part === undefined || !hasText(node) || this.isGone(node)) continue;
      const seen = this.seen(node, getComputedStyle(node).color);
      if (seen.ratio < (lowest.get(part)?.ratio ?? Infinity)) lowest.set(part, seen);
    }
    return lowest;
  }

  #layer(node: Element): Layer {
    const known = this.#layers.get(node);
    if (known !== undefined) return known;
    const { backgroundColor, opacity, display } = getComputedStyle(node);
    const layer = { backgroundColor, opacity, display };
    this.#layers.set(node, layer);
    return layer;
  }
}

const BLACK: Rgb = { red: 0, green: 0, blue: 0 };

function hasText({ childNodes }: Element): boolean {
  return [...childNodes].some((child) => child instanceof Text && child.data.trim() !== '');
}

/** The parent, through shadow roots. */
export function around(node: Element): Element | null {
  if (node.assignedSlot !== null) return node.assignedSlot;
  if (node.parentElement !== null) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Opacity is of a box with all in it: that is painted first, then laid over what is behind the box. */
function composite(chain: readonly Layer[], index: number, behind: Rgb, front: string | null): Rgb {
  const layer = chain[index];
  if (layer === undefined) return front === null ? behind : over(behind, front);
  const inside = composite(chain, index + 1, over(behind, layer.backgroundColor), front);
  return mix(behind, inside, Number(layer.opacity));
}

function over(behind: Rgb, color: string): Rgb {
  const { alpha, ...rgb } = rgbaOf(color);
  return mix(behind, rgb, alpha);
}

function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const between = (from: number, to: number): number => from + (to - from) * share;
  return { red: between(one.red, other.red), green: between(one.green, other.green), blue: between(one.blue, other.blue) };
}

function round({ red, green, blue }: Rgb): Rgb {
  return { red: Math.round(red), green: Math.round(green), blue: Math.round(blue) };
}
