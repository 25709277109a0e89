import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { STATES } from '../../src/core/names.js';
import { aLife, aSetting, type Act, type Setting } from '../helpers/simulation/acts.js';
import { figure, sample } from '../helpers/proof.js';
import { must } from '../helpers/simulation/must.js';
import { World } from '../helpers/simulation/world.js';

const SEQUENCES = sample(10_000, 100_000);
/** Between two reads, with what an endpoint may ask for, in milliseconds. */
const LONGEST_GAP = 800_000;

/** Everything works again, somebody looks, and the server has decided: the user must come to know, once. */
async function heal(world: World, { dates }: Setting): Promise<void> {
  world.server.heal();
  await world.act({ do: 'goOnline' });
  await world.act({ do: 'show' });
  if (!world.isUsable) await world.act({ do: 'configure', reverify: false, leftOpen: false });
  // What was under way before ends first.
  await world.act({ do: 'advance', span: 20_000 });
  await world.act({ do: 'advance', span: LONGEST_GAP });
  must(world.isInformed, `in ${world.state} it is not known what the server says`);
  const before = world.said.count('kyc-verified');
  if (dates !== 'always') {
    // Without dates an answer can be told from the old one only by another state in between.
    world.server.say({ state: 'PENDING', updated: 'newer', retryIn: null });
    await world.act({ do: 'check' });
    await world.act({ do: 'advance', span: 20_000 });
  }
  world.server.say({ state: 'VERIFIED', updated: 'newer', retryIn: null });
  await world.act({ do: 'advance', span: LONGEST_GAP });
  if (world.said.count('kyc-verified') === before) await world.act({ do: 'check' });
  await world.act({ do: 'advance', span: LONGEST_GAP });
  must(world.state === 'verified', `a decided verification ends at ${world.state}`);
  must(world.said.count('kyc-verified') === before + 1, 'kyc-verified is not said once');
}

async function remove(world: World): Promise<void> {
  await world.act({ do: 'remove' });
  world.checkNothingLeft();
  const changes = world.said.count('kyc-state-change');
  world.page.hide();
  world.page.show();
  await world.clock.sleep(90_000_000);
  world.checkNothingLeft();
  must(world.said.count('kyc-state-change') === changes, 'a removed element speaks');
}

/** Throws the law that was broken, with the shortest sequence that breaks it and what replays it. */
function explain({ failed, errorInstance, counterexample, seed, counterexamplePath }: fc.RunDetails<[Setting, readonly Act[]]>): void {
  if (!failed) return;
  const law = errorInstance instanceof Error ? errorInstance.message : 'the property could not be run';
  const [setting, acts = []] = counterexample ?? [];
  const lines = [setting, ...acts].map((one) => JSON.stringify(one));
  throw new Error([law, ...lines, `seed: ${seed}, path: "${counterexamplePath}"`].join('\n'));
}

describe('any sequence of faults', () => {
  it('leaves the flow lawful, never stuck, and nothing behind', async function () {
    this.timeout(sample(300_000, 1_800_000));
    let tried = 0;
    const visited = new Set<string>();
    const said = new Set<string>();
    const ways = new Set<string>();
    let streamed = 0;
    const property = fc.asyncProperty(aSetting, aLife, async (setting, acts) => {
      const world = new World(setting);
      await world.act({ do: 'configure', reverify: setting.seed % 3 === 0, leftOpen: setting.seed % 5 === 0 });
      for (const act of acts) {
        await world.act(act);
        visited.add(world.state);
      }
      await heal(world, setting);
      await remove(world);
      tried++;
      for (const name of world.said.names) said.add(name);
      for (const way of world.laws.ways) ways.add(way);
      streamed += world.server.streamed;
    });
    const details = await fc.check(property, { numRuns: SEQUENCES });
    await figure('generated sequences on machine and services', tried);
    await figure('stuck, or another verdict than one per attempt', details.failed ? 1 : 0);
    explain(details);
    // The sequences were varied enough to say anything.
    expect(streamed).to.be.above(tried / 4);
    expect([...visited]).to.have.members([...STATES]);
    expect([...ways]).to.have.members([
      'a warning',
      'a warning with the code',
      'a warning waived',
      'begun on the phone',
      'back in guidance',
      'back in reviewing',
      'back in verified',
      'back in rejected',
      'back in resubmission',
      'back in expired',
    ]);
    expect([...said]).to.have.members([
      'kyc-state-change',
      'kyc-opened',
      'kyc-submitted',
      'kyc-canceled',
      'kyc-pending',
      'kyc-verified',
      'kyc-rejected',
      'kyc-resubmission',
      'kyc-expired',
      'kyc-error',
      'kyc-stalled record-closed',
      'kyc-stalled unauthorized',
      'kyc-stalled unchanged',
      'kyc-stalled deadline',
    ]);
  });
});
