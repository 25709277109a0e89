import { startChild } from './child.js';
import { CONNECTIONS, FED, loads } from './loads.js';
import { between } from './meter.js';
import { sum, together } from './figures.js';

/** Both sides under the same loads, round by round in turn, so that whatever else the machine does hits both. */

export const ROUNDS = 5;
let series = 1;

/** The vendor, both sides and a load generator. */
export async function startWorld({ profile }) {
  const vendor = await startChild('vendor.js');
  const vendorUrl = await vendor.ask('url');
  const nodeFlags = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const side = async (name, file) => {
    const child = await startChild(file, { data: vendorUrl, nodeFlags: ['--expose-gc', ...nodeFlags] });
    return { name, ...child, url: await child.ask('url') };
  };
  const [ours, bare, load] = [await side('ours', 'ours.js'), await side('bare', 'bare.js'), await startChild('load.js')];
  return { vendor, ours, bare, load, stop: () => Promise.all([ours, bare, load, vendor].map((child) => child.stop())) };
}

/** One round against one side, with what it cost that side. */
export async function playRound({ vendor, load }, side, name, length) {
  const [calls, before] = [await vendor.ask('counts'), await side.ask('reading')];
  const round = await load.ask('round', { name, url: side.url, series: series++, ...length });
  const after = await side.ask('reading');
  // What was under way when the round ended comes to its end.
  await new Promise((resolve) => setTimeout(resolve, 100));
  mustHaveAsked(name, round, calls, await vendor.ask('counts'));
  return { ...round, ...between(before, after) };
}

/** Requests that the end of this round and of the one before it have cut off. */
const CUT_OFF = 2 * CONNECTIONS;

/** A load that is not what its name says measures something else. */
function mustHaveAsked(name, { answers, errors }, before, after) {
  const { vendorCall } = loads[name];
  const asked = Object.fromEntries(Object.keys(after).map((call) => [call, after[call] - before[call]]));
  const expected = vendorCall === null ? 0 : asked[vendorCall];
  const missing = vendorCall === null ? 0 : Math.abs(expected - answers);
  if (sum(Object.values(asked)) !== expected || (missing > CUT_OFF && errors === 0)) {
    throw new Error(`${name}: ${answers} answers made the vendor calls ${JSON.stringify(asked)}.`);
  }
}

/** Whom the webhooks speak of are known to that side, and have been spoken of. */
async function prepare(world, side) {
  if (side.prepared) return;
  side.prepared = true;
  await playRound(world, side, 'beginning', { amount: FED });
  await playRound(world, side, 'webhook', { amount: FED });
}

/**
 * @param seconds for each side
 * @param afterRound called with the seconds of load that our side has had so far
 */
export async function compare(world, name, seconds, afterRound = () => undefined) {
  const sides = [world.ours, world.bare];
  for (const side of sides) {
    if (name === 'fedStatus' || name === 'webhook') await prepare(world, side);
    await playRound(world, side, name, { seconds: Math.min(3, seconds / ROUNDS) });
  }
  const rounds = { ours: [], bare: [] };
  await afterRound(0);
  for (let turn = 0; turn < ROUNDS; turn++) {
    for (const side of turn % 2 === 0 ? sides : sides.toReversed()) {
      rounds[side.name].push(await playRound(world, side, name, { seconds: seconds / ROUNDS }));
      if (side === world.ours) await afterRound(sum(rounds.ours.map((round) => round.seconds)));
    }
  }
  const [ours, bare] = [together(rounds.ours), together(rounds.bare)];
  const ratios = rounds.ours.map((round, turn) => round.answers / round.seconds / (rounds.bare[turn].answers / rounds.bare[turn].seconds));
  return { name, ours, bare, ratio: ours.perSecond / bare.perSecond, ratios };
}
