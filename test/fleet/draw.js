import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PICTURES, follow } from './cases.js';
import { picture } from './picture.js';
import { sentences, written } from './reading.js';

/**
 * `node test/fleet/draw.js` writes the pictures and the tables of `demo/docs/reading.md`, and names the sentences that the document lacks.
 * What is drawn is the same at each run; a larger fleet has the same curves with less noise.
 */
export const DOCUMENT = 'reading.md';
export const FILES = PICTURES.map(({ file }) => file);

export function draw(name) {
  const { ours, hasty, ...look } = PICTURES.find(({ file }) => file === name);
  return picture({ ...look, world: ours.world, ours: follow(ours).reads, hasty: follow(hasty).reads });
}

const pathOf = (file) => fileURLToPath(new URL(`../../demo/docs/${file}`, import.meta.url));

/** As it stands in the repository. */
export const drawn = (file) => readFileSync(pathOf(file), 'utf8');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const file of FILES) writeFileSync(pathOf(file), draw(file));
  const text = written(drawn(DOCUMENT));
  writeFileSync(pathOf(DOCUMENT), text);
  for (const sentence of sentences()) if (!text.includes(sentence)) console.error(`${DOCUMENT} should say: ${sentence}`);
}
