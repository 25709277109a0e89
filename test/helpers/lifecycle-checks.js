import { SECRETS, told } from './lifecycle-world.js';

const VERDICTS = ['kyc-verified', 'kyc-rejected', 'kyc-resubmission', 'kyc-expired'];

/** What holds whatever has happened: one line for each thing that does not. */
export async function checkAlways(world) {
  const { faults, styles, usual, places } = await world.tab.evaluate(() => window.watch.audit());
  const { events, frames } = await world.look();
  const wrong = [...faults];
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

/** What an element leaves behind when it goes for good: nothing. */
export async function checkLeft(world) {
  await world.tab.evaluate(() => {
    for (const one of document.querySelectorAll('kyc-verification')) one.remove();
    if (window.watch.element?.isConnected) window.watch.element.remove();
  });
  await world.settle();
  const left = await world.tab.evaluate(() => window.watch.left());
  const streams = world.server.open.size;
  return [...left.map((what) => `left: ${what}`), ...(streams > 0 ? [`left: ${streams} streams`] : []), ...(await checkAlways(world))];
}
