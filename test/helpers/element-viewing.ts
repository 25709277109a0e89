import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import { onCleanup, standIn } from './element-cleanup.js';
import { eventually } from './element-time.js';

const USUAL: Preferences = { 'prefers-color-scheme': 'light' };

/** What the device is set to, until the test ends; the rest is as usual, on a light screen. */
async function emulate(preferences: Preferences): Promise<void> {
  onCleanup(() => change(preferences, USUAL));
  await change(USUAL, preferences);
}

/** Some engines hear of it only a moment later: what was set before must be gone, too. */
async function change(from: Preferences, to: Preferences): Promise<void> {
  await executeServerCommand('emulate-preferences', to);
  const queries = (preferences: Preferences): string[] => Object.entries(preferences).map(([name, value]) => `(${name}: ${value})`);
  const wanted = queries(to);
  for (const query of wanted) await eventually(() => matchMedia(query).matches, `the browser emulates ${query}`);
  for (const query of queries(from).filter((one) => !wanted.includes(one))) {
    await eventually(() => !matchMedia(query).matches, `the browser emulates ${query} no longer`);
  }
}

/** A device that prefers a colour scheme, until the test ends. */
export function preferScheme(colorScheme: 'light' | 'dark'): Promise<void> {
  return emulate({ 'prefers-color-scheme': colorScheme });
}

/** The page in a colour scheme that it supports, until the test ends. */
export async function useColorScheme(colorScheme: 'light' | 'dark'): Promise<void> {
  const { style } = document.documentElement;
  await preferScheme(colorScheme);
  // Said in so many words, since axe takes a page without a background for a white one.
  style.cssText = 'color-scheme: light dark; background: Canvas; color: CanvasText;';
  onCleanup(() => (style.cssText = ''));
}

export interface Preferences {
  readonly 'prefers-color-scheme'?: 'light' | 'dark';
  readonly 'forced-colors'?: 'active';
  readonly 'prefers-contrast'?: 'more';
  readonly 'prefers-reduced-motion'?: 'reduce';
}

/** What a user asks of every page, beside the colour scheme, which is set before; until the test ends. */
export async function usePreferences(preferences: Preferences): Promise<void> {
  // Chromium takes the dark palette of forced colours only from who asks for both.
  const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  await emulate({ 'prefers-color-scheme': scheme, ...preferences });
}

/** Rules of the page, until the test ends. */
export function usePageStyle(css: string): void {
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.append(sheet);
  onCleanup(() => sheet.remove());
}

/** Says that the page is in view, or not, until the test ends. */
export function setVisibility(state: DocumentVisibilityState): void {
  standIn(document, 'visibilityState', state);
  document.dispatchEvent(new Event('visibilitychange'));
}

/** The page in a window of that size, in CSS pixels, until the test ends. */
export async function useWindow(width: number, height: number): Promise<void> {
  await setViewport({ width, height });
  onCleanup(() => setViewport({ width: 800, height: 600 }));
}
