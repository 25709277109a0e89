/** The first screen while the file with the flow is held back, on the pages of `fault-walk.js`. */
import assert from 'node:assert/strict';
import { FLOW, holdFile } from './later-files.js';

/** Changes of state, and what else is told, in order. */
export const told = ({ events }) => events.map(({ name, detail }) => (name === 'state-change' ? `${detail.previousState}>${detail.state}` : name));
export const TO_GUIDANCE = ['idle>checking', 'checking>guidance'];
export const methodsOf = ({ world }) => world.calls.map((call) => call.split(' ', 1)[0]);

/** What is to be seen and said of the first screen. */
export const face = ({ page }) =>
  page.evaluate(() => {
    const element = document.querySelector('kyc-verification');
    const button = element.shadowRoot.querySelector('[part~="start-button"]');
    const states = ['idle', 'checking', 'guidance', 'requesting', 'failed', 'busy'].filter((name) => element.matches(`:state(${name})`));
    return { state: element.state, states, isBusy: button?.ariaBusy === 'true', isHeld: button?.ariaDisabled === 'true', says: button?.textContent.trim() };
  });
export const CHECKING = { state: 'checking', states: ['checking', 'busy'], isBusy: true, isHeld: false, says: 'Start verification' };
export const GUIDANCE = { state: 'guidance', states: ['guidance'], isBusy: false, isHeld: false, says: 'Start verification' };

export const inElement = ({ page }, what, ...given) => page.$eval('kyc-verification', what, ...given);

export async function isIn(walk, wanted) {
  const { state, states } = await face(walk);
  assert.deepEqual([state, states[0]], [wanted, wanted]);
}

/** In Firefox a page is not loaded as long as one of its modules is on its way. */
export const open = (walk) => walk.open('/', { waitUntil: 'domcontentloaded' });

/** A page whose element has painted the guidance, and waits for the file with the flow. */
export async function openHeld(walk) {
  const held = holdFile(walk.world, FLOW);
  await open(walk);
  await held.arrived;
  return held;
}

/** Time of the page passes, and what is due is painted. */
export async function pass(walk, time) {
  await walk.advance(time);
  await walk.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
}

export async function isAsked(walk) {
  const { isBusy, isHeld, says } = await face(walk);
  assert.deepEqual([isBusy, isHeld, says], [true, true, 'One moment…']);
}

export async function press(walk) {
  await walk.press();
  await pass(walk, 100);
  await isAsked(walk);
}
