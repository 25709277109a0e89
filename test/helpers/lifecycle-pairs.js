import { isProof } from './proof.js';
import { checkAlways, checkLeft } from './lifecycle-checks.js';
import { STANDINGS, arrive, walkToVerdict } from './lifecycle-standings.js';
import { LifecycleWorld, element, told } from './lifecycle-world.js';

/** Tabs that work side by side: most of the time is waiting. */
const TABS = 3;
/** Of what a lifecycle is tried in, `npm test` tries one in so many, each lifecycle beginning with another. */
const USUAL_STEP = 8;

/** What may come at any time: the frame answers, and review is confirmed, as the servers behind them do. */
const BY_ITSELF = ['kyc-pending', 'kyc-opened'];
/** A read by the usual schedule may fall in between. */
const SCHEDULED = 1;

const LOSES_FRAME = { 'verifying, unanswered': 'guidance', 'verifying, begun': 'guidance', 'verifying, sent': 'reviewing' };

/**
 * What a lifecycle does to the element.
 * - `keeps`: nothing, the element goes on with the frame it has.
 * - `loses`: it goes on, but the frame is gone, which counts as the user's close.
 * - `anew`: it begins anew.
 * - `loses, then anew`: the one after the other.
 */
const EXPECTED = {
  keeps: (name) => ({ state: STANDINGS[name].state, events: [] }),
  loses(name) {
    const to = LOSES_FRAME[name];
    if (to === undefined) return EXPECTED.keeps(name);
    return { state: to, events: to === 'guidance' ? ['verifying>guidance', 'kyc-canceled'] : ['verifying>reviewing'] };
  },
  anew(name) {
    const { anew } = STANDINGS[name];
    const verdict = ['verified', 'rejected', 'resubmission', 'expired'].includes(anew) ? [`kyc-${anew}`] : anew === 'failed' ? ['kyc-error'] : [];
    const events = anew === 'idle' ? [] : anew === 'checking' ? ['idle>checking'] : ['idle>checking', `checking>${anew}`, ...verdict];
    return { state: anew, events };
  },
  'loses, then anew': (name) => ({ state: STANDINGS[name].anew, events: [...EXPECTED.loses(name).events, ...EXPECTED.anew(name).events] }),
};

export async function openTabs(browser) {
  return Promise.all(Array.from({ length: TABS }, () => LifecycleWorld.start(browser)));
}

/**
 * Of the names, those that are tried: all for the proof, else some, so that each comes up with one lifecycle or another; those of `always` are
 * never left out.
 */
export function chosen(names, turn, always = []) {
  const unknown = always.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`always tried, but not among the names: ${unknown.join()}`);
  if (isProof) return names;
  const some = names.filter((name, index) => (index + turn) % USUAL_STEP === 0 || always.includes(name));
  return some.length > 0 ? some : [names[turn % names.length]];
}

/**
 * Tries a lifecycle in each standing, on several tabs at once.
 *
 * @param lifecycle `does` in the page, or `acts` from outside; `expected` is such a word, or a function from the standing's name to one or to
 * `{ state, events }`; `speaks`: there is a reason to tell screen readers something; `takesFocus`: the page itself takes the focus away; `standings` are those that it is tried in, if not in all; `always` those that `npm test` never leaves out
 * @returns how many held, and a line for each that did not
 */
export function tryLifecycle(tabs, lifecycle, names) {
  return share(tabs, names, (world, name) => tryPair(world, lifecycle, name));
}

/** Tries each name on a tab that is free; `attempt` resolves to a line for each thing that is wrong. */
export async function share(tabs, names, attempt) {
  const left = [...names];
  const wrong = [];
  let held = 0;
  const work = async (world) => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      const found = await attempt(world, name).catch((error) => [error.message]);
      if (found.length === 0) held++;
      wrong.push(...found.map((what) => `${name}: ${what}`));
    }
  };
  await Promise.all(tabs.map(work));
  return { held, wrong };
}

async function tryPair(world, lifecycle, name) {
  const { page = {}, does, given, acts, expected, reloads, reads, others, passing, undo, speaks, takesFocus } = lifecycle;
  await arrive(world, name, { element, ...page });
  const before = await mark(world);
  const wrong = await checkAlways(world);
  await world.tab.evaluate(() => (window.watch.enter(), (window.watch.acts += 1)));
  const { focus } = await world.look();
  if (does !== undefined) await world.tab.evaluate(does, given);
  await acts?.(world, name);
  const word = typeof expected === 'function' ? expected(name) : expected;
  const { state, events, posts } = typeof word === 'string' ? EXPECTED[word](name) : word;
  await world.state(state);
  await world.settle();
  if (reloads) world.loads.splice(before.loads);
  const after = await mark(world);
  const said = told(after.events.slice(before.events.length)).filter((type) => !BY_ITSELF.includes(type));
  if (events !== null && !passing && said.join() !== events.join()) wrong.push(`said ${said.join(' ')}, expected ${events.join(' ')}`);
  if (word === 'keeps' && !others) wrong.push(...compare(before, after));
  if (word === 'keeps' && !speaks && after.spoken > before.spoken) wrong.push('said something again, or without a reason');
  if (word === 'keeps' && !takesFocus && ['element', 'dialog'].includes(focus) && after.focus === 'nowhere') wrong.push('the focus is lost');
  if (word === 'loses' && after.frame !== false) wrong.push('the frame is still there');
  if (posts !== undefined && after.posts - before.posts !== posts) wrong.push(`${after.posts - before.posts} exchanges, expected ${posts}`);
  if (reads !== undefined && after.reads - before.reads > reads + SCHEDULED) wrong.push(`${after.reads - before.reads} reads`);
  wrong.push(...(await checkAlways(world)));
  if (undo !== undefined) await world.tab.evaluate(undo);
  if (name !== 'verified' || state !== 'verified') await walkToVerdict(world).catch((error) => wrong.push(`stuck: ${error.message}`));
  wrong.push(...(await checkAlways(world)), ...(await checkLeft(world)));
  return [...new Set(wrong)];
}

/** What must be the same afterwards where an element has only been moved. */
async function mark(world) {
  const { events: all, focus } = await world.look();
  const events = all.filter(({ main }) => main);
  const spoken = await world.tab.evaluate(() => window.watch.spoken.filter(({ from }) => from === window.watch.numberOf(window.watch.find())).length);
  const frame = await world.tab.evaluate(() => {
    const now = document.querySelector('#veriffFrame');
    const former = window.watch.frame ?? now;
    window.watch.frame = now;
    return now !== null && now !== former ? 'another' : now !== null;
  });
  return { events, focus, spoken, frame, loads: world.loads.length, posts: world.posts.length, reads: world.calls.length - world.posts.length };
}

function compare(before, after) {
  return ['frame', 'loads', 'posts'].filter((what) => before[what] !== after[what]).map((what) => `${what} ${before[what]}, then ${after[what]}`);
}
