import { startBenchWorld } from '../bench-world.js';
import { putIn } from '../put-in.js';
import { median, sampled, spread } from '../sampling.js';
import { subjects } from '../subjects.js';

/** From the insertion of tag and script to the first paint. The script comes as text: its compilation and run are in the figure, the network is not. */
export async function measure({ samples, throttlings, log }) {
  const shown = (await subjects(log)).filter(({ isPainted = true }) => isPainted);
  const world = await startBenchWorld(shown);
  try {
    const turns = throttlings.flatMap((throttling) => shown.map((subject) => ({ subject, throttling })));
    const found = await sampled(turns, samples, ({ subject, throttling }) => world.visitWith(subject, throttling, (page) => page.evaluate(putIn)));
    return turns.map((turn) => {
      const times = found.get(turn);
      const [from, to] = spread(times).map((time) => time.toFixed(0));
      return { goal: 'paint', subject: turn.subject.name, throttling: turn.throttling, figure: median(times), unit: 'ms', note: `half of them ${from} to ${to}` };
    });
  } finally {
    await world.stop();
  }
}
