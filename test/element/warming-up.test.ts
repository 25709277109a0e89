import { expect } from '@open-wc/testing';
import { productionPorts } from '../../src/element/ports.js';
import { arriveIn } from '../helpers/element-arrivals.js';
import { onCleanup, standIn } from '../helpers/element-cleanup.js';
import { mount, reach } from '../helpers/element-fixture.js';
import { has, part } from '../helpers/element-parts.js';
import { startIntoWarning } from '../helpers/element-surroundings.js';
import { eventually, settle } from '../helpers/element-time.js';
import type { KycVerificationElement } from '../../src/index.js';

const comeNear = (element: KycVerificationElement): boolean => part(element, 'start-button').dispatchEvent(new PointerEvent('pointerenter'));

/** How often frames of such a host were tried, and the last of these trials is over. */
function watchTrials(): { readonly begun: () => number; readonly ended: () => number } {
  let [begun, ended] = [0, 0];
  // What is tried stands beside `body`.
  const observer = new MutationObserver((records) => {
    for (const { addedNodes, removedNodes } of records) [begun, ended] = [begun + addedNodes.length, ended + removedNodes.length];
  });
  observer.observe(document.documentElement, { childList: true });
  onCleanup(() => observer.disconnect());
  return { begun: () => begun, ended: () => ended };
}

function countLoads(): () => number {
  const { loadStart } = productionPorts;
  let loads = 0;
  standIn(productionPorts, 'loadStart', () => (loads++, loadStart()));
  return () => loads;
}

describe('who comes near Start', () => {
  it('has had a frame tried by the time of the start, and nothing asked of the endpoint', async () => {
    const trials = watchTrials();
    const { element, endpoint } = await arriveIn('guidance', { 'session-hosts': 'localhost:* near.example' });
    expect(trials.begun()).to.equal(0);
    comeNear(element);
    await eventually(() => trials.ended() === 1, 'the trial');
    expect([element.state, endpoint.posts.length]).to.deep.equal(['guidance', 0]);
    await element.start();
    await reach(element, 'verifying');
    expect(trials.begun()).to.equal(1);
  });

  it('is told of what has changed since', async () => {
    const { element } = await arriveIn('guidance');
    comeNear(element);
    await settle();
    standIn(navigator.mediaDevices, 'enumerateDevices', () => Promise.resolve([]));
    await startIntoWarning(element);
    expect(has(element, 'link-field')).to.be.true;
  });

  it('makes nothing happen in a preview', async () => {
    const loads = countLoads();
    comeNear(await mount({ preview: 'guidance' }));
    await settle();
    expect(loads()).to.equal(0);
  });
});
