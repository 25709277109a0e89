/**
 * A stranger's id is answered 404 after as long as an unknown one: the vendor's recent answers to unknown ids set the
 * pace, so that neither the words nor the time tell which ids there are.
 */
const SAMPLES = 32;

export class Pace {
  readonly #durations: number[] = [];

  /** An unknown id was answered after so many milliseconds. */
  note(duration: number): void {
    this.#durations.push(duration);
    if (this.#durations.length > SAMPLES) this.#durations.shift();
  }

  /** Waits until such an answer might have come to a request that began at `began`. */
  async keep(began: number): Promise<void> {
    const duration = this.#durations[Math.floor(Math.random() * this.#durations.length)] ?? 0;
    const left = began + duration - performance.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  }
}
