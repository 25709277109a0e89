/**
 * The load benchmark of `kyc-verification/server`: `node test/bench/server/run.js [options]`, after the modules are built.
 *
 *   --seconds <n>      of the main load at each side (60); the other loads take a third
 *   --quick            5 s of each load
 *   --only <part>      status, session, fedStatus, webhook, flood or streams; may be repeated
 *   --profile <folder> CPU profiles of both sides, for Chrome's developer tools
 *
 * Exit code 1 where a goal is missed. Run it on a machine that does nothing else.
 */
import { parseArgs } from 'node:util';
import { compare, startWorld } from './comparison.js';
import { flood } from './flood.js';
import { comparisonLines, floodLines, memoryLines, streamLines } from './goals.js';
import { streams, VERDICTS, WIDGETS } from './streams.js';
import { print, printMachine } from './table.js';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    profile: { type: 'string' },
  },
});
const main = values.quick ? 5 : Number(values.seconds);
if (!(main > 0)) throw new Error('--seconds must be a number above 0.');
const other = values.quick ? 5 : main / 3;

const parts = {
  async status(world) {
    await world.ours.ask('fill');
    const samples = [];
    const outcome = await compare(world, 'status', main, async (seconds) => {
      samples.push({ seconds, ...(await world.ours.ask('memory')) });
    });
    return [
      print('Status reads, each of the vendor', comparisonLines(outcome)),
      print('Memory over these', memoryLines(samples)),
    ];
  },
  session: async (world) => [print('Sessions, each of the vendor', comparisonLines(await compare(world, 'session', other)))],
  fedStatus: async (world) => [print('Status reads, fed by webhooks', comparisonLines(await compare(world, 'fedStatus', other)))],
  webhook: async (world) => [print('Webhooks', comparisonLines(await compare(world, 'webhook', other)))],
  flood: async (world) => [print('Status reads under a flood of forged webhooks', floodLines(await flood(world, other)))],
  streams: async () => [
    print(`${WIDGETS} widgets on streams, fed by webhooks, verdicts for ${VERDICTS}`, streamLines(await streams(true), true)),
    print(`${WIDGETS} widgets on streams, without webhooks until then`, streamLines(await streams(false), false)),
  ],
};

const chosen = values.only ?? Object.keys(parts);
const stranger = chosen.find((name) => !Object.hasOwn(parts, name));
if (stranger !== undefined) throw new Error(`--only: there is no ${stranger}; there are ${Object.keys(parts).join(', ')}.`);

printMachine();
const reached = [];
const world = await startWorld({ profile: values.profile });
try {
  for (const name of chosen) reached.push(...(await parts[name](world)));
} finally {
  await world.stop();
}
if (reached.includes(false)) {
  console.log('\nA goal is missed.');
  process.exitCode = 1;
}
