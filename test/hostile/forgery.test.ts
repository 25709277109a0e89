import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { onCleanup } from '../helpers/element-cleanup.js';
import { eventually, holdTime } from '../helpers/element-time.js';
import { figure, sample } from '../helpers/proof.js';
import { STAND_IN_ORIGIN } from '../helpers/veriff-session.js';
import { countEffects } from './effects.js';
import { LONG, NAMES, batchesFor, forgeries, keyOf, otherWords, type Forgery } from './forgeries.js';
import { SPEAKER, directly, everybody, speaker, type Sender } from './senders.js';
import { STAGES, Stage, type StageName } from './stages.js';

const IN_EACH_STAGE = sample(300, 6_000);
const BY_ONE = sample(200, 2_000);
const FLOOD = sample(1_400, 100_002);

describe('forged messages', function () {
  this.timeout(sample(180_000, 900_000));
  let forged = 0;
  after(() => figure('forged messages', forged));
  const effects = countEffects();

  async function forge(stage: Stage, who: string, sender: Sender, said: readonly Forgery[], times = 1): Promise<void> {
    for (const effect of await stage.hear(sender, said, times)) effects.note(`${who}, ${said.length} × ${times}: ${effect}`);
    forged += said.length * times;
  }

  for (const name of Object.keys(STAGES) as StageName[]) {
    it(`of everybody have no effect ${name}`, async () => {
      const time = holdTime();
      const stage = await Stage.open(name, time);
      const rendered = await stage.rendered();
      const senders = await everybody(() => stage.veriff);
      const heard = new Set<string>();
      const property = fc.asyncProperty(fc.constantFrom(...senders), forgeries, async ([who, sender], said) => {
        await forge(stage, `${who} ${name}`, sender, said);
        heard.add(who);
      });
      await fc.assert(property, { numRuns: batchesFor(IN_EACH_STAGE), endOnFailure: true });
      for (const [who, sender] of senders) {
        if (!heard.has(who)) await forge(stage, `${who} ${name}`, sender, fc.sample(forgeries, 1)[0]!);
        await forge(stage, `${who} ${name}`, sender, [LONG]);
      }
      effects.unless((await stage.rendered()) === rendered, `${name}: the SDK has answered`);
      if (name !== 'before the handshake') return;
      await time.advance(60_000);
      effects.unless(stage.element.state === 'failed' && stage.element.error?.code === 'frame-timeout', `${name}: the frame is not given up`);
    });
  }

  /** One sender says one batch after the other. */
  async function forgeAll(stage: Stage, who: string, sender: Sender, batches: fc.Arbitrary<readonly Forgery[]>): Promise<void> {
    const rendered = await stage.rendered();
    await fc.assert(fc.asyncProperty(batches, (said) => forge(stage, who, sender, said)), { numRuns: batchesFor(BY_ONE), endOnFailure: true });
    await forge(stage, who, sender, [LONG]);
    effects.unless((await stage.rendered()) === rendered, `${who}: the SDK has answered`);
  }

  it('of the page that opened this one have no effect', async () => {
    const page = window.open('/test/hostile/partner.html', '', 'popup,width=800,height=600') as (Window & typeof globalThis) | null;
    if (page === null) throw new Error('No popup.');
    onCleanup(() => page.close());
    await eventually(() => page.customElements?.get('kyc-verification') !== undefined, 'a registration', 120_000);
    expect(page.opener === window).to.equal(true);
    await forgeAll(await Stage.open('after STARTED', null, page), 'the opener', directly(page), forgeries);
  });

  it('have no effect from Veriff’s window in other words than Veriff’s', async () => {
    const stage = await Stage.open('after STARTED', holdTime());
    await forgeAll(stage, 'Veriff in other words', speaker(() => stage.veriff!), otherWords);
  });

  it('have no effect from Veriff’s window once it shows another origin', async () => {
    const stage = await Stage.open('after STARTED', holdTime());
    await stage.show(`${location.origin}${SPEAKER}?nests`);
    await forgeAll(stage, 'another origin in Veriff’s window', speaker(() => stage.veriff!), forgeries);
  });

  it('have no effect in a flood', async () => {
    const stage = await Stage.open('after STARTED', holdTime());
    const rendered = await stage.rendered();
    const all = NAMES.map((name): Forgery => [name, []]);
    const [first, ...others] = await everybody(() => stage.veriff);
    await forge(stage, `a flood of ${first![0]}`, first![1], all, FLOOD / NAMES.length);
    for (const [who, sender] of others) await forge(stage, `a flood of ${who}`, sender, all, 100);
    effects.unless((await stage.rendered()) === rendered, 'a flood: the SDK has answered');
  });

  it('have no effect as made-up events that say something else each time they are read', async () => {
    const stage = await Stage.open('after STARTED', holdTime());
    const rendered = await stage.rendered();
    const harmless = 'something of the page’s own';
    // One that reloads the page would end the tests.
    for (const name of NAMES.filter((one) => !one.includes('FORCE_RELOAD'))) {
      for (let before = 1; before < 10; before++) {
        const sender: Sender = (_said, mark) => {
          let reads = 0;
          const event = Object.defineProperties(new MessageEvent('message'), {
            origin: { value: STAND_IN_ORIGIN },
            // Firefox takes no window of another origin in the constructor.
            source: { value: stage.veriff },
            data: { get: () => (reads++ < before ? harmless : name) },
          });
          window.dispatchEvent(event);
          stage.forget();
          window.postMessage({ mark }, '*');
        };
        await forge(stage, `${name} after ${before}`, sender, []);
        forged++;
      }
    }
    effects.unless((await stage.rendered()) === rendered, 'made-up events that change: the SDK has answered');
  });

  it('are told from what the page says itself', () => {
    const words = fc.sample(forgeries, 40).flat().map(([data]) => keyOf(data));
    for (const name of NAMES) expect(words).to.include(keyOf(name));
    expect(new Set(words).size).to.be.above(100);
  });
});
