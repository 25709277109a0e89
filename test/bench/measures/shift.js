import { SUBJECTS } from '../goals.js';
import { TRANSITIONS } from '../shift-transitions.js';
import { VIEWPORTS, openShiftWorld } from '../shift-world.js';

/** The layout shift of each transition, by the browser's own sum, and how far the text below the element moves. */
export async function measure({ log }) {
  const world = await openShiftWorld();
  const walks = [];
  try {
    for (const viewport of Object.keys(VIEWPORTS)) {
      log(`${TRANSITIONS.length} transitions, ${viewport}`);
      for (const transition of TRANSITIONS) walks.push({ where: `${transition.name} (${viewport})`, ...(await world.walk(transition, viewport)) });
    }
  } finally {
    await world.stop();
  }
  return [rowOf('shift', walks, ({ shift }) => shift, ''), rowOf('movedBelow', walks, ({ moved }) => moved, 'px')];
}

/** The worst of all, and how many there are besides. */
function rowOf(goal, walks, figureOf, unit) {
  const [worst] = [...walks].sort((one, other) => figureOf(other) - figureOf(one));
  const still = walks.filter((walk) => figureOf(walk) === 0).length;
  const note = still === walks.length ? `${still} transitions` : `${worst.where}; 0 in ${still} of ${walks.length}`;
  return { goal, subject: SUBJECTS.ours, figure: Number(figureOf(worst).toPrecision(2)), unit, note };
}
