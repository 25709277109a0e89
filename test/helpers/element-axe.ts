import { expect } from '@open-wc/testing';
import type axe from 'axe-core';

declare global {
  interface Window {
    readonly axe?: typeof axe;
  }
}

/** What axe finds wrong, one line each, by every rule that it runs unasked and by that on the size of targets (WCAG 2.2). */
export async function axeFaults(element: Element): Promise<string[]> {
  // Loads axe, and holds where there are faults of other rules, too.
  await expect(element).to.be.accessible();
  if (window.axe === undefined) throw new Error('No axe.');
  const { violations } = await window.axe.run(element, { resultTypes: ['violations'], runOnly: ['target-size'] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`));
}
