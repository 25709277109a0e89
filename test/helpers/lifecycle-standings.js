import { checkWatch } from './lifecycle-checks.js';

/**
 * Where an element may stand when something happens to its page: how it gets there, the state it is in then, and what an
 * element that begins anew comes to by the same answers of the server.
 */
export const STANDINGS = {
  idle: { state: 'idle', anew: 'idle', attributes: '', arrive: () => undefined },
  checking: { state: 'checking', anew: 'checking', before: ({ server }) => server.hold('GET') },
  guidance: { state: 'guidance', anew: 'guidance' },
  'guidance, left unfinished': {
    state: 'guidance',
    anew: 'guidance',
    async arrive(world) {
      await start(world);
      await world.say('CANCELED');
    },
  },
  requesting: {
    state: 'requesting',
    anew: 'guidance',
    async arrive(world) {
      await world.state('guidance');
      world.server.hold('POST');
      await world.press('start-button');
      await world.until(() => world.posts.length === 1, 'the exchange');
    },
  },
  'verifying, unanswered': {
    state: 'verifying',
    anew: 'guidance',
    before: (world) => world.answers(false),
    async arrive(world) {
      await world.state('guidance');
      await world.press('start-button');
    },
  },
  'verifying, begun': {
    state: 'verifying',
    anew: 'guidance',
    async arrive(world) {
      await start(world);
      await world.say('STARTED');
    },
  },
  'verifying, sent': { state: 'verifying', anew: 'reviewing', arrive: (world) => send(world) },
  reviewing: {
    state: 'reviewing',
    anew: 'reviewing',
    async arrive(world) {
      await send(world);
      await world.say('FINISHED');
      await has(world, 'kyc-pending');
    },
  },
  'reviewing, found': { state: 'reviewing', anew: 'reviewing', says: 'PENDING' },
  'reviewing, streamed': {
    state: 'reviewing',
    anew: 'reviewing',
    says: 'PENDING',
    before: ({ server }) => (server.streams = true),
    arrive: (world, elements) => world.until(() => world.server.open.size === elements, 'the stream of each element'),
  },
  verified: { state: 'verified', anew: 'verified', says: 'VERIFIED' },
  rejected: { state: 'rejected', anew: 'rejected', says: 'REJECTED' },
  resubmission: { state: 'resubmission', anew: 'resubmission', says: 'RESUBMISSION_REQUESTED' },
  expired: { state: 'expired', anew: 'expired', says: 'EXPIRED' },
  failed: { state: 'failed', anew: 'failed', before: ({ server }) => (server.refuses = 404) },
};

async function start(world) {
  await world.state('guidance');
  await world.press('start-button');
  await has(world, 'kyc-opened');
}

async function send(world) {
  await start(world);
  await world.say('STARTED');
  world.server.say('PENDING');
  await world.say('SUBMITTED');
  await has(world, 'kyc-submitted');
}

const has = (world, name) => world.until(({ events }) => events.some(({ type }) => type === name), name);

/** Brings a fresh page to a standing. */
export async function arrive(world, name, { body, head, element, path, elements = 1 } = {}) {
  const { attributes, before, says, arrive: act, state } = STANDINGS[name];
  const markup = element(attributes);
  await world.reset(body === undefined ? markup : body(markup), head);
  before?.(world);
  if (says !== undefined) world.server.say(says);
  await world.open(path);
  await world.until(({ state: now }) => now !== undefined, 'the element');
  await act?.(world, elements);
  await world.state(state);
  await world.settle();
  await checkWatch(world);
}

/** What the user does next, in each state, until the verdict is there. */
const NEXT = {
  guidance: (world) => world.press('start-button'),
  rejected: (world) => world.press('retry-button'),
  resubmission: (world) => world.press('retry-button'),
  expired: (world) => world.press('retry-button'),
  failed: (world) => world.press('retry-button'),
  async verifying(world) {
    await world.say('HANDSHAKE');
    await world.say('SUBMITTED');
    await world.say('FINISHED');
    await world.until(({ state }) => state !== 'verifying', 'the end of verifying');
  },
  async reviewing(world) {
    world.server.say('VERIFIED');
    // A read under way may have been sent before; then the user asks once more. A stream tells it by itself.
    const ask = () => world.tab.evaluate(() => window.watch.press('check-button'));
    await world.until(({ state }) => state === 'verified' || void ask(), 'the verdict');
  },
};

/** Goes on as a user would, by the buttons that are there, to the verdict: nothing is ever stuck. */
export async function walkToVerdict(world) {
  const { server } = world;
  server.release();
  server.refuses = null;
  await world.tab.evaluate(() => window.watch.find().setAttribute('onboarding-id', window.watch.find().getAttribute('onboarding-id') || 'US_life 1'));
  /** The user has acted, or Veriff was open: from then on the focus is known to be somewhere. */
  let hasFocus = false;
  for (let steps = 0; steps < 12; steps++) {
    const { state, focus } = await world.until(({ state: now, shown }) => now === shown && !['idle', 'checking', 'requesting'].includes(now), 'a state to act in');
    // A frame within the page can take it only once it has a place there.
    if (hasFocus && state === 'verifying') await world.until(({ focus: now }) => now !== 'nowhere', 'the focus in verifying');
    else if (hasFocus && focus === 'nowhere') throw new Error(`the focus is lost in ${state}`);
    if (state === 'verified') return;
    await NEXT[state](world);
    hasFocus ||= state !== 'reviewing';
    await world.until(({ state: now }) => now !== state, `what follows ${state}`);
  }
  throw new Error('no verdict after 12 steps');
}
