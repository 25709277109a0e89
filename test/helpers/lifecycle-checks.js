import { setTimeout as delay } from 'node:timers/promises';
import { SECRETS, told } from './lifecycle-world.js';

const VERDICTS = ['kyc-verified', 'kyc-rejected', 'kyc-resubmission', 'kyc-expired'];

/** What holds whatever has happened: one line for each thing that does not. */
export async function checkAlways(world) {
  const { faults, spoken, styles, usual, places } = await world.tab.evaluate(() => window.watch.audit());
  const { events, frames } = await world.look();
  const wrong = [...faults, ...checkSpoken(spoken)];
  if (frames > 1) wrong.push(`${frames} frames`);
  if (frames === 0 && JSON.stringify(styles) !== JSON.stringify(usual)) wrong.push(`styles ${JSON.stringify(styles)}, were ${JSON.stringify(usual)}`);
  for (const secret of SECRETS) {
    if ([...places, ...world.console].some((place) => place.includes(secret))) wrong.push(`told: ${secret}`);
  }
  const opened = events.filter(({ type, detail }) => type === 'kyc-state-change' && detail.state === 'verifying').length;
  if (world.loads.length > opened) wrong.push(`${world.loads.length} loads of a session for ${opened} openings`);
  if (new Set(world.loads).size > world.posts.length) wrong.push('more sessions than exchanges');
  for (const number of new Set(events.map(({ from }) => from))) wrong.push(...checkOrder(events.filter(({ from }) => from === number)));
  return wrong;
}

/** The events of one element: each change begins where the last one ended, and an attempt has one verdict at most. */
function checkOrder(events) {
  const wrong = [];
  let state = 'idle';
  let verdicts = 0;
  for (const { type, detail, onPage, prevented } of events) {
    // A handler of `kyc-start` may move its element: it is not known yet whether it comes back.
    if (!onPage && detail.state !== 'requesting') wrong.push(`${type} off the page`);
    if (type === 'kyc-state-change') {
      // An element that has left the page is silently idle.
      if (detail.previousState !== state && detail.previousState !== 'idle') wrong.push(`${detail.previousState}>${detail.state} after ${state}`);
      state = detail.state;
      if (detail.state === 'checking') verdicts = 0;
    } else if (detail.state !== state && type !== 'kyc-start') wrong.push(`${type} in ${detail.state}, expected in ${state}`);
    if (type === 'kyc-start' && !prevented) verdicts = 0;
    if (VERDICTS.includes(type) && ++verdicts > 1) wrong.push(`${verdicts} verdicts in an attempt: ${told(events).join(' ')}`);
  }
  return wrong;
}

/**
 * What screen readers hear: one sentence at most for a change of state, and two for what the user or the page did, that it is under way and what
 * came of it, or that it takes longer; none of them again.
 */
function checkSpoken(spoken) {
  const causes = new Map();
  for (const { text, from, state, changes, acts } of spoken) {
    const cause = `element ${from} in ${state}, ${changes} changes, ${acts} acts`;
    causes.set(cause, [...(causes.get(cause) ?? []), text]);
  }
  const wrong = [];
  let actsBefore = 0;
  for (const [cause, texts] of causes) {
    const acts = Number(/(\d+) acts$/.exec(cause)[1]);
    const most = acts > actsBefore || cause.includes(' in requesting,') ? 2 : 1;
    if (texts.length > most || new Set(texts).size < texts.length) wrong.push(`${cause}: said ${JSON.stringify(texts)}`);
    actsBefore = acts;
  }
  return wrong;
}

/** What is under way in each state, and must be seen by who looks for what is left: without that, nothing left would say nothing. */
const UNDER_WAY = {
  idle: [],
  checking: ['timer', 'request', 'channel'],
  requesting: ['timer', 'request', 'channel'],
  verifying: ['timer', 'channel', 'lock', 'dialog', 'iframe'],
  reviewing: ['timer', 'channel', 'lock'],
};

/** Whether the page's watch sees what an element that is shown has under way. */
export async function checkWatch(world) {
  // What is shown has its flow by then.
  await world.tab.evaluate(() => Promise.all([...document.querySelectorAll('kyc-verification')].map(({ updateComplete }) => updateComplete)));
  const { state } = await world.look();
  const [reads, left] = await world.tab.evaluate(async () => [window.watch.reads, await window.watch.left()]);
  const unseen = ['listener', ...(UNDER_WAY[state] ?? ['channel'])].filter((kind) => !left.some((what) => what.split(' ')[0] === kind));
  if (reads === 0 && state !== 'idle') unseen.push('a read');
  if (unseen.length > 0) throw new Error(`in ${state} the watch sees no ${unseen.join(', no ')}: ${left.join('; ')}`);
}

/** A server hears later than the page that a stream has been given up. */
async function streamsLeft({ open }) {
  for (const end = Date.now() + 5_000; open.size > 0 && Date.now() < end; ) await delay(50);
  return open.size;
}

/** What an element leaves behind when it goes for good: nothing. */
export async function checkLeft(world) {
  await world.tab.evaluate(() => {
    for (const one of document.querySelectorAll('kyc-verification')) one.remove();
    if (window.watch.element?.isConnected) window.watch.element.remove();
  });
  await world.settle();
  const left = await world.tab.evaluate(() => window.watch.left());
  const streams = await streamsLeft(world.server);
  return [...left.map((what) => `left: ${what}`), ...(streams > 0 ? [`left: ${streams} streams`] : []), ...(await checkAlways(world))];
}
