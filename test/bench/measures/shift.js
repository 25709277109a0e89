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

/** The worst of all, and where there is any. */
function rowOf(goal, walks, figureOf, unit) {
  const found = walks.filter((walk) => figureOf(walk) > 0).map((walk) => `${walk.where} ${Number(figureOf(walk).toPrecision(2))}`);
  const figure = Number(Math.max(...walks.map(figureOf)).toPrecision(2));
  return { goal, subject: SUBJECTS.ours, figure, unit, note: `worst of ${walks.length}: ${found.join('; ') || 'none moves'}` };
}
