import { SUBJECTS } from '../goals.js';
import { quantile } from '../server/figures.js';
import { openStartWorld } from '../start-clicks.js';

const KINDS = [
  { goal: 'startWarm', isWarm: true },
  { goal: 'startCold', isWarm: false },
];

/** From the click on Start to the request of Veriff's page. */
export async function measure({ samples, throttlings, log }) {
  const cases = throttlings.flatMap((throttling) => KINDS.map((kind) => ({ ...kind, throttling, clicks: [] })));
  const world = await openStartWorld();
  try {
    for (let turn = 0; turn <= samples; turn++) {
      log(`clicks on Start, ${turn} of ${samples}`);
      for (const { throttling, isWarm, clicks } of cases) {
        const click = await world.click({ throttling, isWarm });
        if (turn > 0) clicks.push(click);
      }
    }
  } finally {
    await world.stop();
  }
  return cases.map(({ goal, throttling, clicks }) => {
    const median = (part) => quantile(clicks.map((click) => click[part]), 0.5).toFixed(1);
    const note = `look around ${median('look')}, exchange ${median('exchange')}, opening ${median('open')}; later files there after ${median('files')}; at most ${Math.max(...clicks.map(({ total }) => total)).toFixed(0)}`;
    return { goal, subject: SUBJECTS.ours, throttling, figure: Number(median('total')), unit: 'ms', note };
  });
}
