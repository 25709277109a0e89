import { STATES, type KycState } from '../core/names.js';

/** States that hold along with others: `:state(busy)`, `:state(final)`. */
const GROUPS: Readonly<Record<string, readonly KycState[]>> = {
  busy: ['checking', 'requesting'],
  final: ['verified', 'rejected'],
};

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
    for (const name of STATES) this.#set(name, name === state);
    for (const [name, members] of Object.entries(GROUPS)) this.#set(name, members.includes(state));
    // For the element's own styles.
    if (state !== this.#shown) this.#set('_embedding', embeds && state === 'verifying');
    this.#shown = state;
  }

  #set(name: string, on: boolean): void {
    try {
      if (on) this.#states?.add(name);
      else this.#states?.delete(name);
    } catch {
      // Chromium before 125 takes only names that begin with two dashes.
    }
  }
}
