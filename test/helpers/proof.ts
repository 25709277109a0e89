import { executeServerCommand } from '@web/test-runner-commands';

declare global {
  /** Set by the runner's page: whether `npm run prove` asks. */
  var isProof: boolean;
  /** Of generated sequences; `SEED` in the environment. */
  var proofSeed: number | undefined;
}

/** How many to try: `usual` in `npm test`, `full` in `npm run prove`. */
export function sample(usual: number, full: number): number {
  return globalThis.isProof ? full : usual;
}

/** Writes down a figure of the table that `npm run prove` ends with; its names are those of `proof-figures.js`. */
export async function figure(name: string, value: number | string): Promise<void> {
  await executeServerCommand('figure', { name, value });
}
