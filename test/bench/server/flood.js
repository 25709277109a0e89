import { playRound, ROUNDS } from './comparison.js';
import { startChild } from './child.js';
import { sum, together } from './figures.js';

/** Good status reads with and without forged webhooks from 50 further connections, in turn. */

/** Of the forgeries that the process can refuse where it has nothing else to do. */
const SHARE = 1 / 3;
/** The flood begins before and ends after what is measured, in seconds. */
const LEAD = 0.5;

const rate = (rounds) => sum(rounds.map(({ answers }) => answers)) / sum(rounds.map(({ seconds }) => seconds));
const errorsOf = (rounds) => sum(rounds.map(({ errors }) => errors));

/** @param seconds of each: without a flood, with an even one, and with one that sends as fast as it is answered */
export async function flood(world, seconds) {
  const [forger, flooder] = [await startChild('forger.js'), await startChild('load.js')];
  const { url } = world.ours;
  const length = { seconds: seconds / ROUNDS };
  const flooded = { seconds: length.seconds + 2 * LEAD };
  const read = () => playRound(world, world.ours, 'status', length);
  const readUnder = async (flooding, rounds, forged) => {
    await new Promise((resolve) => setTimeout(resolve, LEAD * 1000));
    rounds.push(await read());
    forged.push(await flooding);
  };
  const rounds = { quiet: [], even: [], full: [] };
  const forged = { even: [], full: [] };
  try {
    const capacity = rate([await playRound(world, world.ours, 'forgery', length)]);
    for (let turn = 0; turn < ROUNDS; turn++) {
      rounds.quiet.push(await read());
      await readUnder(forger.ask('forge', { url, perSecond: capacity * SHARE, ...flooded }), rounds.even, forged.even);
      await readUnder(flooder.ask('round', { name: 'forgery', url, series: turn, ...flooded }), rounds.full, forged.full);
    }
    return {
      capacity,
      quiet: together(rounds.quiet),
      even: { ...together(rounds.even), forged: rate(forged.even) },
      full: { ...together(rounds.full), forged: rate(forged.full) },
      forgeryErrors: errorsOf([...forged.even, ...forged.full]),
    };
  } finally {
    await Promise.all([forger.stop(), flooder.stop()]);
  }
}
