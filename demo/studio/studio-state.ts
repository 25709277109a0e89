import type { Theme } from './theme-model.js';
import type { View } from './view-settings.js';

/** All that the studio shows, except what is read from the previews. */
export interface StudioState {
  readonly theme: Theme;
  readonly view: View;
  readonly tab: Tab;
  readonly picked: Picked | null;
  /** Whether a pointer over a preview tells the part under it. */
  readonly inspecting: boolean;
  readonly panelShown: boolean;
  /** On a narrow screen the settings of the view are folded away. */
  readonly viewShown: boolean;
  /** What was done last: for a moment, or until it can no longer be taken back. */
  readonly note: Note | null;
}

export const TABS = ['theme', 'parts', 'css', 'contrast', 'export'] as const;
export type Tab = (typeof TABS)[number];

/** A part that was chosen, in a preview or from the list. */
export interface Picked {
  readonly name: string;
  /** Every name of the node that was clicked. */
  readonly names: readonly string[];
  /** The parts around it, outermost first; of each its last name. */
  readonly around: readonly string[];
  /** Of the preview that was clicked. */
  readonly state: string | null;
}

export interface Note {
  readonly text: string;
  readonly undo?: () => void;
}

/** What changes, or how it follows from what is there: two changes within a frame must not undo each other. */
export type Change<T> = Partial<T> | ((now: T) => Partial<T>);

export type Update = (change: Change<StudioState>) => void;
