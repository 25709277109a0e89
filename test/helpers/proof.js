import { appendFileSync } from 'node:fs';

/**
 * `npm run prove` runs the same tests as `npm test`, on larger samples, and collects what they have measured. It says so by these variables:
 * `PROOF=full` asks for the large samples, `PROOF_FIGURES` names the file for the figures, `SEED` draws other sequences.
 */
export const isProof = process.env['PROOF'] === 'full';

/** Other generated sequences on the built element than the usual ones: `SEED=7`. */
export const seed = process.env['SEED'] ? Number(process.env['SEED']) : undefined;

/** How many to try: `usual` in `npm test`, `full` in `npm run prove`. */
export function sample(usual, full) {
  return isProof ? full : usual;
}

/** Writes down a figure of the table that `npm run prove` ends with; its names are those of `proof-figures.js`. */
export function figure(name, value, engine = 'Node') {
  const file = process.env['PROOF_FIGURES'];
  if (file) appendFileSync(file, `${JSON.stringify({ name, value, engine })}\n`);
}
