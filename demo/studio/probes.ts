import { TAG } from './manifest-names.js';
import { paint } from './color-reader.js';
import { contrastRatio, type Rgb } from './contrast.js';
import type { Scheme } from './view-settings.js';

/**
 * Previews out of sight, in both schemes whichever is shown: the colours are read where they come out, so that whatever a theme
 * or a rule does counts.
 */
const STATES = ['guidance', 'verified', 'rejected', 'failed'] as const;
const SCHEMES: readonly Scheme[] = ['light', 'dark'];

/** Two colours that meet: of `part`, against what is seen behind it. */
interface Pair {
  readonly label: string;
  readonly state: (typeof STATES)[number];
  readonly part: string;
  readonly color: 'color' | 'border-block-start-color';
  /** WCAG 2.2: 1.4.3 for text, 1.4.11 for what else must be seen. */
  readonly least: 4.5 | 3;
  /** A border stands out from what is around its own background. */
  readonly behind: 'itself' | 'parent';
}

const PAIRS: readonly Pair[] = [
  pair('Text on the page', 'guidance', 'title'),
  pair('Quiet text on the page', 'guidance', 'description'),
  pair('Text on the surface', 'guidance', 'document-title'),
  pair('Quiet text on the surface', 'guidance', 'document-requirements'),
  pair('Text on the accent', 'guidance', 'primary-button'),
  pair('Words in the accent', 'guidance', 'tips-title'),
  pair('Accent icons on the surface', 'guidance', 'document-icon', 3),
  { label: 'Border of a button', state: 'failed', part: 'secondary-button', color: 'border-block-start-color', least: 3, behind: 'parent' },
  pair('Success icon', 'verified', 'status-icon', 3),
  pair('Warning icon', 'rejected', 'status-icon', 3),
  pair('Error icon', 'failed', 'status-icon', 3),
];

function pair(label: string, state: Pair['state'], part: string, least: Pair['least'] = 4.5): Pair {
  return { label, state, part, color: 'color', least, behind: 'itself' };
}

export interface ContrastRow {
  readonly label: string;
  readonly part: string;
  readonly least: number;
  readonly readings: readonly Reading[];
}

export interface Reading {
  readonly scheme: Scheme;
  readonly front: Rgb;
  readonly back: Rgb;
  readonly ratio: number;
}

export class Probes {
  readonly #place: HTMLElement;
  readonly #rooms: readonly HTMLElement[];

  constructor(place: HTMLElement) {
    this.#place = place;
    this.#rooms = SCHEMES.map((scheme) => {
      const room = document.createElement('div');
      room.style.colorScheme = scheme;
      for (const state of STATES) {
        const element = document.createElement(TAG);
        element.setAttribute('preview', state);
        room.append(element);
      }
      return room;
    });
    place.append(...this.#rooms);
  }

  get place(): HTMLElement {
    return this.#place;
  }

  /** The background of the page around the element. */
  setPage(background: string): void {
    for (const room of this.#rooms) room.style.background = background;
  }

  /** What a custom property comes out as, before the element's own default; empty where no rule sets it. */
  propertyText(name: string): string {
    const element = this.#rooms[0]?.querySelector(TAG);
    return element == null ? '' : getComputedStyle(element).getPropertyValue(name).trim();
  }

  /** The colour of a part as it is painted. */
  colorOf(part: string, scheme: Scheme): Rgb | null {
    const node = this.#find('guidance', part, scheme);
    return node === null ? null : paint(getComputedStyle(node).color);
  }

  /** Every pair as it stands now. A part that a theme has taken away has no row. */
  contrast(): readonly ContrastRow[] {
    for (const element of this.#place.querySelectorAll(TAG)) finishTransitions(element);
    return PAIRS.flatMap(({ label, state, part, color, least, behind }) => {
      const readings = SCHEMES.flatMap((scheme) => {
        const node = this.#find(state, part, scheme);
        if (node === null) return [];
        const backs = backgrounds(behind === 'itself' ? node : around(node));
        const back = paint(...backs);
        const front = paint(...backs, getComputedStyle(node).getPropertyValue(color));
        return [{ scheme, front, back, ratio: contrastRatio(front, back) }];
      });
      return readings.length < SCHEMES.length ? [] : [{ label, part, least, readings }];
    });
  }

  #find(state: string, part: string, scheme: Scheme): Element | null {
    const room = this.#rooms[SCHEMES.indexOf(scheme)];
    return room?.querySelector(`[preview="${state}"]`)?.shadowRoot?.querySelector(`[part~="${part}"]`) ?? null;
  }
}

/** Else a colour that is under way would be read. */
function finishTransitions({ shadowRoot }: Element): void {
  for (const animation of shadowRoot?.getAnimations() ?? []) if (animation instanceof CSSTransition) animation.finish();
}

/** The backgrounds that are seen at a node, the lowest first. The page's own lies beneath all, white or dark by its scheme. */
function backgrounds(node: Element | null): readonly string[] {
  const layers: string[] = [];
  for (let one = node; one !== null; one = around(one)) layers.unshift(getComputedStyle(one).backgroundColor);
  return layers;
}

/** The parent, through shadow roots. */
function around(node: Element): Element | null {
  if (node.assignedSlot !== null) return node.assignedSlot;
  if (node.parentElement !== null) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
