import type { KycVerificationElement } from '../../src/index.js';
import { eventually } from './element-time.js';
import { openPage, type FreshPage } from './element-page.js';

export const FALLBACK = '<a href="/help">By mail</a>';
export const div = (more = '', content = FALLBACK): string =>
  `<div data-kyc-verification data-onboarding-id="US_1" data-endpoint="/none" data-preview="reviewing" ${more}>${content}</div>`;

export type Page = FreshPage & { readonly faults: readonly string[] };

/** A page on which the script has run. */
export async function openRun(body = ''): Promise<Page> {
  // With the first one comes the file that fills them.
  const page = await openPage(`<head></head><body>${body}<i data-kyc-verification></i></body>`);
  const faults: string[] = [];
  page.window.addEventListener('error', ({ message }) => faults.push(message));
  await page.runScript();
  const first = page.document.querySelector('i[data-kyc-verification]');
  await eventually(() => first?.firstElementChild !== null, 'the first placeholder is filled');
  first?.remove();
  return { ...page, faults };
}

export const elements = (page: FreshPage): KycVerificationElement[] => [...page.document.querySelectorAll('kyc-verification')];
export const names = (element: Element | undefined): string[] => [...(element?.attributes ?? [])].map(({ name }) => name).sort();

export function only(page: FreshPage): KycVerificationElement {
  const [element, ...others] = elements(page);
  if (element === undefined || others.length > 0) throw new Error(`${others.length + (element ? 1 : 0)} elements`);
  return element;
}

/** The one marked node; an element of the page's own realm. */
export function place(page: FreshPage): HTMLElement {
  const found = page.document.querySelector<HTMLElement>('[data-kyc-verification]');
  if (found === null) throw new Error('No placeholder.');
  return found;
}

export function make(page: FreshPage, html: string): HTMLElement {
  const box = page.document.createElement('section');
  box.innerHTML = html;
  return box;
}
