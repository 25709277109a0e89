import { executeServerCommand } from '@web/test-runner-commands';
import { visualDiff } from '@web/test-runner-visual-regression';
import { standIn } from '../helpers/element-cleanup.js';
import { place } from '../helpers/element-fixture.js';
import { tree } from '../helpers/element-parts.js';
import { useColorScheme, usePageStyle, usePreferences, useWindow, type Preferences } from '../helpers/element-viewing.js';

/** The modes that every state is pictured in. */
export const MODES: Readonly<Record<string, Mode>> = {
  light: {},
  dark: { scheme: 'dark' },
  forced: { scheme: 'dark', preferences: { 'forced-colors': 'active' } },
  rtl: { lang: 'ar', dir: 'rtl' },
};

/** Of the room that the element has, in CSS pixels. */
export const WIDTHS = [320, 640] as const;

export interface Mode {
  readonly scheme?: 'light' | 'dark';
  readonly preferences?: Preferences;
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}

const FONTS = '/node_modules/@fontsource-variable';
const FAMILIES: readonly (readonly [family: string, file: string])[] = [
  ['Pictured', `${FONTS}/inter/files/inter-latin-wght-normal.woff2`],
  ['Pictured Extended', `${FONTS}/inter/files/inter-latin-ext-wght-normal.woff2`],
  ['Pictured Arabic', `${FONTS}/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2`],
];
const FAMILY = FAMILIES.map(([family]) => `'${family}'`).join(', ');

before('the fonts are loaded, and the time is told as in Greenwich', async () => {
  await executeServerCommand('set-time-zone', 'UTC');
  const faces = FAMILIES.map(([family, file]) => new FontFace(family, `url(${file})`, { weight: '100 900' }));
  for (const face of faces) document.fonts.add(await face.load());
});

/** It is always this moment, in UTC. */
export const NOW = Date.parse('2026-03-14T09:26:53Z');

class HeldDate extends Date {
  constructor(...parts: [] | [value: number | string | Date]) {
    super(parts.length === 0 ? NOW : parts[0]);
  }
  static override now(): number {
    return NOW;
  }
}

/** A page that looks the same on every machine and every day, until the test ends. */
export async function usePicturedPage({ scheme = 'light', preferences = {} }: Mode, width = 720, height = 1600): Promise<void> {
  standIn(window, 'Date', HeldDate as DateConstructor);
  await useWindow(width, height);
  await useColorScheme(scheme);
  await usePreferences({ 'prefers-reduced-motion': 'reduce', ...preferences });
  usePageStyle(`
    kyc-verification { --kyc-font-family: ${FAMILY}; caret-color: transparent; }
    kyc-verification::part(error-code) { font-family: inherit; }
    [slot] { font: inherit; margin: 0; }
  `);
}

/** The page around the element that is pictured: its background, and 16 px of it on each side. */
export function addStage(width: number, { lang = 'en', dir = 'ltr' }: Mode = {}): HTMLElement {
  const stage = document.createElement('div');
  Object.assign(stage, { lang, dir });
  stage.style.cssText = `position: absolute; inset: 0 auto auto 0; inline-size: ${width}px; padding: 16px; background: Canvas; font: 16px/1.5 ${FAMILY};`;
  return place(stage);
}

/** Compares what is seen with its picture. `subject` is whose shadow tree may move. */
export async function expectPicture(stage: HTMLElement, name: string, subject: Element): Promise<void> {
  await document.fonts.ready;
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  for (const motion of [...tree(subject).getAnimations(), ...document.getAnimations()]) {
    motion.pause();
    motion.currentTime = 0;
  }
  // Whole pixels, so that the edge of the picture is none of the page.
  if (!(stage instanceof HTMLDialogElement)) stage.style.blockSize = `${Math.ceil(stage.getBoundingClientRect().height) - 32}px`;
  await visualDiff(stage, name);
}
