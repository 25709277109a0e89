import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runFleet } from './fleet.js';
import { FLEETS } from './lives.js';
import { outage } from './outages.js';
import { HastyPace, ReadingPace } from './paces.js';
import { picture } from './picture.js';

/**
 * The pictures of `demo/docs/reading.md`: `node test/fleet/draw.js` writes them. What is drawn is the same at each run; a larger fleet has
 * the same curves with less noise.
 */
const MINUTE = 60_000;
const DRAWN_SIZE = 100_000;
const PICTURES = [
  { file: 'reading-60-s.svg', span: MINUTE, fails: 'hanging', title: 'Outage of 60 s: reads hang until they are given up after 15 s', step: 1, tail: 7, shown: 1.5, window: 5 },
  { file: 'reading-30-min.svg', span: 30 * MINUTE, fails: 'refused', title: 'Outage of 30 min: reads are refused at once', step: 5, tail: 15, shown: 2, window: 30 },
];

export const FILES = PICTURES.map(({ file }) => file);

export function draw(name) {
  const { span, fails, ...look } = PICTURES.find(({ file }) => file === name);
  const world = outage(span, { fails });
  const reads = (Pace) => runFleet({ size: DRAWN_SIZE, world, Pace, fleet: FLEETS.usual }).reads;
  return picture({ ...look, world, ours: reads(ReadingPace), hasty: reads(HastyPace) });
}

const pathOf = (file) => fileURLToPath(new URL(`../../demo/docs/${file}`, import.meta.url));

/** As it stands in the repository. */
export const drawn = (file) => readFileSync(pathOf(file), 'utf8');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const file of FILES) writeFileSync(pathOf(file), draw(file));
}
