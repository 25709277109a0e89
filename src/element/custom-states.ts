import type { KycState } from '../core/names.js';

/** States that hold along with others: `:state(busy)`, `:state(final)`. */
const GROUPS: { readonly [S in KycState]?: string } = { checking: 'busy', requesting: 'busy', verified: 'final', rejected: 'final' };

/** The state as `:state(NAME)` for CSS, derived from the one state in this one place. */
export class CustomStates {
  readonly #states: CustomStateSet | undefined;
  #shown: KycState | null = null;

  constructor(host: HTMLElement) {
    // Absent where the element is rendered on a server, and in browsers before 2024.
    this.#states = host.attachInternals?.().states;
    this.show('idle');
  }

  /** @param embeds Veriff's frame may stand within the element, which then takes the room that the frame needs, for as long as it is open */
  show(state: KycState, embeds = false): void {
    if (state === this.#shown) return;
    this.#shown = state;
    const group = GROUPS[state];
    try {
      this.#states?.clear();
      this.#states?.add(state);
      if (group !== undefined) this.#states?.add(group);
      // For the element's own styles.
      if (embeds && state === 'verifying') this.#states?.add('_embedding');
    } catch {
      // Chromium before 125 takes only names that begin with two dashes.
    }
  }
}
