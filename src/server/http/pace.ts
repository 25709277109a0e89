/**
 * A stranger's id is answered 404 after as long as an unknown one: the vendor's recent answers set the pace, those to
 * unknown ids before all others, so that neither the words nor the time tell which ids there are.
 */
const SAMPLES = 32;

export class Pace {
  readonly #unknown: number[] = [];
  readonly #any: number[] = [];

  /** An id that may be asked for was answered after so many milliseconds. */
  note(duration: number, isUnknown: boolean): void {
    const durations = isUnknown ? this.#unknown : this.#any;
    durations.push(duration);
    if (durations.length > SAMPLES) durations.shift();
  }

  /** Waits until such an answer might have come to a request that began at `began`. */
  async keep(began: number): Promise<void> {
    const durations = this.#unknown.length > 0 ? this.#unknown : this.#any;
    const duration = durations[Math.floor(Math.random() * durations.length)] ?? 0;
    const left = began + duration - performance.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  }
}
