import { SUBJECTS } from '../goals.js';
import { median, sampled } from '../sampling.js';
import { openStartWorld } from '../start-clicks.js';

const TURNS = [
  { goal: 'startWarm', isWarm: true, subject: SUBJECTS.ours, path: '/element' },
  { goal: 'startCold', isWarm: false, subject: SUBJECTS.ours, path: '/element' },
  { goal: 'startWarm', isWarm: true, subject: SUBJECTS.veriffFrame, path: '/sdk' },
];

/** From the click on Start to the request of Veriff's page. */
export async function measure({ samples, throttlings, log }) {
  const turns = throttlings.flatMap((throttling) => TURNS.map((turn) => ({ ...turn, throttling })));
  const world = await openStartWorld();
  try {
    log(`${turns.length * (samples + 1)} clicks on Start`);
    const clicked = await sampled(turns, samples, (turn) => world.click(turn));
    return [...clicked].map(([turn, clicks]) => rowOf(turn, clicks));
  } finally {
    await world.stop();
  }
}

function rowOf({ goal, subject, throttling }, clicks) {
  const of = (part) => median(clicks.map((click) => click[part]));
  const parts = ['look', 'exchange', 'open', 'files'].map((part) => [part, of(part).toFixed(0)]);
  const { look, exchange, open, files } = Object.fromEntries(parts);
  const note = `look around ${look} ms, exchange ${exchange} ms, opening ${open} ms; last file after ${files} ms`;
  return { goal, subject, throttling, figure: Number(of('total').toFixed(1)), unit: 'ms', note };
}
