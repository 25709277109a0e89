import type { LitElement, ReactiveController } from 'lit';
import type { KycState } from '../core/names.js';

const TIMING: KeyframeAnimationOptions = { duration: 240, easing: 'cubic-bezier(0.2, 0, 0, 1)', composite: 'add' };
/** Where a new screen comes from: above its place, since below it a box that scrolls would grow. */
const FROM = 'translateY(-8px)';

/**
 * Leads the eye from one screen to the next: the page below follows up to a lower screen instead of jumping, and what is
 * new settles in its place. The new screen is there, whole, before anything moves: nothing waits for the motion.
 */
export class Motion implements ReactiveController {
  readonly #host: LitElement;
  readonly #state: () => KycState;
  #screen = '';
  #changes = false;
  #height = 0;

  constructor(host: LitElement, state: () => KycState) {
    this.#host = host;
    this.#state = state;
  }

  hostUpdate(): void {
    const screen = screenOf(this.#state());
    this.#changes = screen !== this.#screen && this.#screen !== '';
    this.#screen = screen;
    if (this.#changes) this.#height = this.#base?.offsetHeight ?? 0;
  }

  hostUpdated(): void {
    const base = this.#base;
    if (base === null || !this.#changes) return;
    // While Veriff is open nobody sees this: the page must not scroll for it, and be elsewhere afterwards.
    base.style.minBlockSize = this.#screen === 'verifying' ? `${this.#height}px` : '';
    if (this.#height === 0 || !this.#isWanted) return;
    // By a margin that closes: a height would cut off what can be pressed, and a margin below zero let the page run over it.
    const marginBlockEnd = [`${Math.max(0, this.#height - base.offsetHeight)}px`, '0'];
    base.animate({ marginBlockEnd, transform: [FROM, 'none'] }, TIMING);
  }

  get #base(): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('.base') ?? null;
  }

  get #isWanted(): boolean {
    return !document.hidden && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  }
}

/** `checking`, `guidance` and `requesting` are one screen. */
function screenOf(state: KycState): string {
  return state === 'checking' || state === 'requesting' ? 'guidance' : state;
}
