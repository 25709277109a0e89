import { emulateMedia, executeServerCommand, setViewport } from '@web/test-runner-commands';
import { onCleanup, standIn } from './element-cleanup.js';

/** The page in a colour scheme that it supports, until the test ends. */
export async function useColorScheme(colorScheme: 'light' | 'dark'): Promise<void> {
  const { style } = document.documentElement;
  await emulateMedia({ colorScheme });
  // Said in so many words, since axe takes a page without a background for a white one.
  style.cssText = 'color-scheme: light dark; background: Canvas; color: CanvasText;';
  onCleanup(async () => {
    style.cssText = '';
    await emulateMedia({ colorScheme: 'light' });
  });
}

export interface Preferences {
  readonly 'forced-colors'?: 'active';
  readonly 'prefers-contrast'?: 'more';
  readonly 'prefers-reduced-motion'?: 'reduce';
}

/** What a user asks of every page, beside the colour scheme, which is set before; until the test ends. */
export async function usePreferences(preferences: Preferences): Promise<void> {
  // Chromium takes the dark palette of forced colours only from who asks for both.
  const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  await executeServerCommand('emulate-preferences', { 'prefers-color-scheme': scheme, ...preferences });
  onCleanup(() => executeServerCommand('emulate-preferences', {}));
  for (const [name, value] of Object.entries(preferences)) {
    if (!matchMedia(`(${name}: ${value})`).matches) throw new Error(`The browser does not emulate ${name}: ${value}.`);
  }
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
