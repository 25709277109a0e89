import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** A module of the product, from its source. */
export async function load(name) {
  const path = fileURLToPath(new URL(`../../src/${name}`, import.meta.url));
  return (await runnerImport(path, { configFile: false, logLevel: 'error' })).module;
}

/** The product's. */
export const { ReadingPace } = await load('services/reading-pace.ts');

/** For comparison: what is usual elsewhere, a failed read is repeated within a minute, however long one has waited. */
export class HastyPace extends ReadingPace {
  #random;

  constructor(options) {
    super(options);
    this.#random = options.random;
  }

  gapAfter(outcome) {
    const gap = super.gapAfter(outcome);
    if (outcome.ok) return gap;
    return Math.max(this.#random() * Math.min(60_000, 5_000 * 2 ** (this.failures - 1)), 5_000, this.rest());
  }
}
