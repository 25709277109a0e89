import type { Census } from '../census.js';
import type { ElementNames } from '../manifest-names.js';
import type { Contrast, Probes } from '../probes.js';
import type { PropertyControl } from '../property-controls.js';
import type { StudioState, Update } from '../studio-state.js';
import type { StartTheme, Theme } from '../theme-model.js';
import type { View } from '../view-settings.js';

/** What a panel may see and do. */
export interface Studio extends StudioState {
  readonly names: ElementNames;
  readonly controls: readonly PropertyControl[];
  readonly starts: readonly StartTheme[];
  /** The theme that the designer's changes stand on. */
  readonly start: StartTheme | null;
  readonly census: Census;
  readonly contrast: Contrast;
  readonly probes: Probes;
  /** How many properties are changed, and how many of the values that were typed can't be used. */
  readonly changed: { readonly used: number; readonly refused: number };
  /** The whole style sheet. */
  readonly css: () => string;
  readonly update: Update;
  readonly changeView: (change: Partial<View>) => void;
  readonly changeTheme: (change: (now: Theme) => Theme) => void;
  readonly say: (text: string, undo?: () => void) => void;
  /** The link to this very theme and view, and whether all of it is in it. */
  readonly link: () => { url: string; whole: boolean };
  readonly addRule: (selector: string) => void;
  readonly showWindow: () => void;
}

/** Copies, and says so in words. */
export async function copy(text: string, what: string, { say }: Studio): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(`Copied: ${what}`);
  } catch {
    say(`The browser did not allow copying ${what}.`);
  }
}

export function copyLink(studio: Studio): Promise<void> {
  const { url, whole } = studio.link();
  return copy(url, whole ? 'the link to this theme' : 'the link, without your rules: they are too long for it', studio);
}

/** What was typed and is not written, or nothing to say. */
export function leftOut({ changed: { refused } }: Studio): string {
  if (refused === 0) return '';
  return refused === 1 ? '1 value is not in this file' : `${refused} values are not in this file`;
}
