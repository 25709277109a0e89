/**
 * Whether the element stands on a dark page that has not said so: many themes set colours, and no `color-scheme`. What a
 * page declares always counts; only where it is silent its text and the ground under it tell.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Text as light as this stands on something dark, also where that is a picture. */
const LIGHT_TEXT = 0.75;
/** The canvas, where no scheme is declared. */
const WHITE = 'rgb(255, 255, 255)';

export class PageScheme implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #dark = false;
  #observer: MutationObserver | null = null;
  #media: MediaQueryList | null = null;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  get isDarkUndeclared(): boolean {
    this.#dark = getComputedStyle(this.#host).colorScheme === 'normal' && isLightOnDark(around(this.#host));
    return this.#dark;
  }

  readonly #update = (): void => {
    const before = this.#dark;
    if (this.isDarkUndeclared !== before) this.#host.requestUpdate();
  };

  /** A switch of the page's theme is a change of the attributes of its root or body, or of the device's own scheme. */
  hostConnected(): void {
    this.#observer = new MutationObserver(this.#update);
    for (const node of [document.documentElement, document.body]) this.#observer.observe(node, { attributes: true });
    this.#media = matchMedia('(prefers-color-scheme: dark)');
    this.#media.addEventListener('change', this.#update);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#media?.removeEventListener('change', this.#update);
  }
}

function isLightOnDark(place: Element): boolean {
  const { lightness: text } = read(getComputedStyle(place).color);
  return text > Math.min(LIGHT_TEXT, read(groundOf(place)).lightness);
}

/** The nearest background that covers. */
function groundOf(place: Element): string {
  for (let node: Element | null = place; node !== null; node = node.parentElement) {
    const { backgroundColor } = getComputedStyle(node);
    if (read(backgroundColor).alpha > 0.5) return backgroundColor;
  }
  return WHITE;
}

function around(element: Element): Element {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : document.documentElement);
}

/** Lightness and alpha, 0 to 1, of a computed colour, roughly; a notation that is not known counts as black. */
export function read(color: string): { readonly lightness: number; readonly alpha: number } {
  const [, notation = '', list = ''] = /^(\w+)\((?:[a-z][\w-]* )?(.*)\)$/.exec(color) ?? [];
  const [first = 0, second = 0, third = 0, alpha = 1] = list.split(/[\s,/]+/).map(Number);
  const mean = (first + second + third) / 3;
  const lightness = { rgb: mean / 255, rgba: mean / 255, color: mean, oklab: first, oklch: first, lab: first / 100, lch: first / 100 }[notation];
  return { lightness: lightness ?? 0, alpha };
}
