import { STATES } from '../../src/core/names.js';
import { TAG } from './manifest-names.js';
import { paint } from './color-reader.js';
import type { Rgb } from './contrast.js';
import { around, Survey, type Seen } from './survey.js';
import type { Scheme } from './view-settings.js';

/**
 * Previews out of sight, in both schemes whichever is shown: the colours are read where they come out, so that whatever a theme
 * or a rule does counts.
 */
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
  readonly state: string;
  readonly least: number;
  readonly readings: readonly Reading[];
}

export interface Reading extends Seen {
  readonly scheme: Scheme;
}

/** What was measured. */
export interface Contrast {
  /** The pairs that a theme sets, by their use. */
  readonly pairs: readonly ContrastRow[];
  /** All: the text of each part in each state, and what else must be seen. */
  readonly checks: readonly ContrastRow[];
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
        // As in the gallery.
        for (const [name, value] of [['preview', state], ['continue-url', '#continue'], ['proof-of-address', '']] as const) element.setAttribute(name, value);
        room.append(element);
      }
      return room;
    });
    place.append(...this.#rooms);
  }

  get place(): HTMLElement {
    return this.#place;
  }

  /** Settles when all of them stand as they are to be read. */
  async ready(): Promise<void> {
    await Promise.all([...this.#place.querySelectorAll(TAG)].map(({ updateComplete }) => updateComplete));
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

  /** All as it stands now. A part that a theme has taken away has no row. */
  contrast(): Contrast {
    for (const element of this.#place.querySelectorAll(TAG)) finishTransitions(element);
    const survey = new Survey();
    const pairs = PAIRS.flatMap((one) => {
      const { label, state, part, least } = one;
      return rowOf({ label, state, part, least }, (scheme) => this.#pair(one, scheme, survey));
    });
    const ring = { label: 'Focus ring on the page', state: 'guidance', part: 'start-button', least: 3 };
    pairs.push(...rowOf(ring, (scheme) => this.#ring(ring, scheme, survey)));
    return { pairs, checks: [...this.#texts(survey), ...pairs.filter(({ least }) => least === 3)] };
  }

  #pair({ state, part, color, behind }: Pair, scheme: Scheme, survey: Survey): Seen | null {
    const node = this.#find(state, part, scheme);
    if (node === null || survey.isGone(node)) return null;
    return survey.seen(behind === 'itself' ? node : around(node), getComputedStyle(node).getPropertyValue(color));
  }

  /** Nothing out of sight can have the focus, so the ring is drawn around something else. A rule for `:focus-visible` is not seen here. */
  #ring({ state, part }: Pick<ContrastRow, 'state' | 'part'>, scheme: Scheme, survey: Survey): Seen | null {
    const node = this.#find(state, part, scheme);
    if (node === null || survey.isGone(node)) return null;
    const ringed = document.createElement('span');
    ringed.style.outline = 'var(--_kyc-focus-ring)';
    node.parentElement?.append(ringed);
    const { outlineColor, outlineStyle } = getComputedStyle(ringed);
    ringed.remove();
    return survey.seen(around(node), outlineStyle === 'none' ? 'transparent' : outlineColor);
  }

  #texts(survey: Survey): readonly ContrastRow[] {
    return STATES.flatMap((state) => {
      const [light, dark] = this.#rooms.map((room) => {
        const root = room.querySelector(`[preview="${state}"]`)?.shadowRoot;
        return root == null ? new Map<string, Seen>() : survey.texts(root);
      });
      return [...(light?.keys() ?? [])].flatMap((part) =>
        rowOf({ label: part, part, state, least: 4.5 }, (scheme) => (scheme === 'light' ? light : dark)?.get(part) ?? null),
      );
    });
  }

  #find(state: string, part: string, scheme: Scheme): Element | null {
    const room = this.#rooms[SCHEMES.indexOf(scheme)];
    return room?.querySelector(`[preview="${state}"]`)?.shadowRoot?.querySelector(`[part~="${part}"]`) ?? null;
  }
}

function rowOf(row: Omit<ContrastRow, 'readings'>, read: (scheme: Scheme) => Seen | null): readonly ContrastRow[] {
  const readings = SCHEMES.flatMap((scheme) => {
    const seen = read(scheme);
    return seen === null ? [] : [{ scheme, ...seen }];
  });
  return readings.length < SCHEMES.length ? [] : [{ ...row, readings }];
}

/** Else a colour that is under way would be read. */
function finishTransitions({ shadowRoot }: Element): void {
  for (const animation of shadowRoot?.getAnimations() ?? []) if (animation instanceof CSSTransition) animation.finish();
}
