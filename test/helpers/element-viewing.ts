import { emulateMedia, setViewport } from '@web/test-runner-commands';
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
