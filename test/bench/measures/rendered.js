import { renderTemplate } from 'kyc-verification/ssr';
import { launchEngine } from '../../helpers/launch-engine.js';
import { SCRIPTS, painted, startPaintedWorld } from '../../helpers/server-rendered-world.js';
import { SUBJECTS } from '../goals.js';
import { ours } from '../subjects.js';

const PATIENCE = 2_000;

/** How many of a page’s scripts have to come before the guidance that its server has rendered is painted. They are held back, and let through one by one. */
export async function measure() {
  const [world, browser] = await Promise.all([startPaintedWorld(), launchEngine('chromium')]);
  try {
    world.pages['/'] = { body: painted({ template: renderTemplate(), script: SCRIPTS.tag }) };
    const page = await browser.newPage();
    const held = [];
    await page.setRequestInterception(true);
    page.on('request', (request) => (request.resourceType() === 'script' ? held.push(request) : request.continue()));
    // The page is not all there before its scripts are: that is not waited for.
    void page.goto(world.origin).catch(() => undefined);
    await page.waitForRequest((request) => request.resourceType() === 'script');
    let released = 0;
    while (!(await isGuidancePainted(page))) {
      const next = held.shift();
      if (next === undefined) throw new Error('The guidance is not painted, and no script is held back.');
      await next.continue();
      released += 1;
    }
    return [{ goal: 'scriptsBeforeServerPaint', subject: SUBJECTS.ours, figure: released, unit: '' }];
  } finally {
    await browser.close();
    await world.stop();
  }
}

/** Whether something is painted, and all of the guidance is among what is shown. */
async function isGuidancePainted(page) {
  const isThere = (parts) => {
    const tree = document.querySelector('kyc-verification')?.shadowRoot;
    const isShown = (part) => tree?.querySelector(`[part~="${part}"]`)?.checkVisibility({ visibilityProperty: true });
    return performance.getEntriesByName('first-contentful-paint').length > 0 && parts.every(isShown);
  };
  try {
    await page.waitForFunction(isThere, { timeout: PATIENCE }, ours.parts);
    return true;
  } catch (error) {
    if (error.name === 'TimeoutError') return false;
    throw error;
  }
}
