/** The user leaves the page, and comes back to it from the browser's back/forward cache. Each acts from outside. */
async function leaveAndReturn(world, meanwhile = () => undefined) {
  await world.tab.goto(`${world.origin}/other`, { waitUntil: 'domcontentloaded' });
  await meanwhile();
  await new Promise((resolve) => setTimeout(resolve, 50));
  // It may take the browser for a navigation that never loads: what has come is looked at below.
  void world.tab.goBack().catch(() => undefined);
  await world.until(({ other, state }) => !other && state !== undefined, 'the way back');
  const reasons = await world.tab.evaluate(() => (window.watch.persisted ? null : JSON.stringify(performance.getEntriesByType('navigation')[0].notRestoredReasons ?? 'not said')));
  if (reasons !== null) throw new Error(`not from the cache: ${reasons}`);
}

const answered = (name) => {
  if (name === 'checking') return { state: 'guidance', events: ['checking>guidance'] };
  if (name === 'requesting') return { state: 'verifying', events: ['requesting>verifying'], posts: 0 };
  return 'keeps';
};

export const CACHE = {
  'goes on when its page comes back from the back/forward cache': {
    always: ['reviewing'],
    expected: 'keeps',
    reads: 2,
    acts: (world) => leaveAndReturn(world),
  },
  'takes what was answered while its page was in the back/forward cache': {
    always: ['checking', 'requesting'],
    expected: answered,
    reads: 2,
    acts: (world) => leaveAndReturn(world, () => world.server.release()),
  },
  'takes the verdict that came while its page was in the back/forward cache': {
    standings: ['reviewing', 'reviewing, found', 'reviewing, streamed', 'verifying, begun', 'verifying, sent', 'guidance, left unfinished'],
    expected: (name) => ({ state: 'verified', events: [`${name.split(',')[0]}>verified`, 'kyc-verified'] }),
    async acts(world) {
      await leaveAndReturn(world, () => world.server.say('VERIFIED'));
      // No read is closer to the last one than the shortest gap.
      await world.tab.evaluate(() => window.watch.pass(5000));
    },
  },
};
