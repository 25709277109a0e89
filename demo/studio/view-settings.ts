import type { PropertyValue } from './theme-model.js';

/** How the previews are looked at. No part of the theme, but of the link to it. */
export interface View {
  readonly mode: Mode;
  /** A code of `LANGUAGES`. */
  readonly lang: string;
  readonly dir: 'auto' | 'ltr' | 'rtl';
  /** Of the screen that a preview stands for, in CSS pixels. */
  readonly width: number | 'full';
  /** Size of text, as a user's browser has it, in percent. */
  readonly text: number;
  /** Of the overview, in percent. */
  readonly zoom: number;
  /** Whether every slot is filled. */
  readonly slots: boolean;
  /** Background of the page around the element. */
  readonly page: PropertyValue | null;
}

export const MODES = ['system', 'light', 'dark', 'both'] as const;
export type Mode = (typeof MODES)[number];
export type Scheme = 'light' | 'dark';
export const DIRECTIONS = ['auto', 'ltr', 'rtl'] as const;
export const WIDTHS = [320, 375, 480, 640] as const;
export const WIDTH_LIMITS = { min: 240, max: 1920 } as const;
export const TEXTS = [100, 150, 200] as const;
export const ZOOMS = [50, 75, 100] as const;

export const DEFAULT_VIEW: View = { mode: 'system', lang: 'en', dir: 'auto', width: 320, text: 100, zoom: 75, slots: false, page: null };

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

/** The direction of the page in the previews. */
export function directionOf({ dir, lang }: View): 'ltr' | 'rtl' {
  if (dir !== 'auto') return dir;
  return RIGHT_TO_LEFT.includes(lang) ? 'rtl' : 'ltr';
}

/** The schemes that are shown beside each other. `system` is whatever the browser has. */
export function schemesOf({ mode }: View): readonly string[] {
  if (mode === 'both') return ['light', 'dark'];
  return [mode === 'system' ? 'light dark' : mode];
}

export function clampWidth(value: number): number {
  return Math.round(Math.min(Math.max(value, WIDTH_LIMITS.min), WIDTH_LIMITS.max));
}

/** What of the view differs from the default, as pieces of a fragment. */
export function* viewPieces(view: View): Generator<readonly [key: string, value: string]> {
  for (const key of ['mode', 'lang', 'dir', 'width', 'text', 'zoom'] as const) {
    if (view[key] !== DEFAULT_VIEW[key]) yield [key, String(view[key])];
  }
  if (view.slots) yield ['slots', 'on'];
  if (view.page !== null) yield ['page', view.page.light];
  if (view.page?.dark !== undefined) yield ['page.dark', view.page.dark];
}

/** The view in such pieces; what is unknown becomes the default. */
export function readView(pieces: ReadonlyMap<string, string>, languages: readonly string[]): View {
  const one = <T extends string | number>(key: string, values: readonly T[], otherwise: T): T =>
    values.find((value) => String(value) === pieces.get(key)) ?? otherwise;
  const width = pieces.get('width') ?? '';
  const light = pieces.get('page');
  const dark = pieces.get('page.dark');
  return {
    mode: one('mode', MODES, DEFAULT_VIEW.mode),
    lang: one('lang', languages, DEFAULT_VIEW.lang),
    dir: one('dir', DIRECTIONS, DEFAULT_VIEW.dir),
    width: width === 'full' ? width : /^\d{1,4}$/.test(width) ? clampWidth(Number(width)) : DEFAULT_VIEW.width,
    text: one<number>('text', TEXTS, DEFAULT_VIEW.text),
    zoom: one<number>('zoom', ZOOMS, DEFAULT_VIEW.zoom),
    slots: pieces.get('slots') === 'on',
    page: light === undefined ? null : dark === undefined ? { light } : { light, dark },
  };
}
