import { html, nothing } from 'lit';
import type { KycState } from '../../core/names.js';
import type { FirstMessages } from '../../localization/messages.js';
import type { Progress } from './guidance-view.js';
import type { View } from './start-button.js';

/** What stands in the shell: how far the user is in the guidance, or a screen of its own. */
export type Shown = { readonly progress: Progress } | { readonly progress: null; readonly screen: unknown };

/** What is around every screen. */
export interface ShellModel {
  readonly state: KycState;
  readonly messages: FirstMessages;
  /** Direction of the words, where it may not be that of the page. */
  readonly dir: FirstMessages['dir'] | null;
  /** The page around is dark, and has not said so by `color-scheme`. */
  readonly dark: boolean;
  /** The partner has put something into the slot `footer`. */
  readonly hasFooter: boolean;
  /** What the partner has put into that slot has changed. */
  readonly fillSlot: () => void;
}

/** The whole element: one screen, and what is around it. */
export function shellView({ state, messages, dir, dark, hasFooter, fillSlot }: ShellModel, screen: unknown): View {
  // A press by a key is a click, too.
  // eslint-disable-next-line lit-a11y/click-events-have-key-events
  return html`<div part="base" class=${dark ? 'base dark' : 'base'} data-state=${state} lang=${messages.lang} dir=${dir ?? nothing} @click=${pressed}>
    <slot name="logo"></slot>
    ${screen}
    <div part="footer" ?hidden=${!hasFooter}><slot name="footer" @slotchange=${fillSlot}></slot></div>
  </div>`;
}

/**
 * A press of ours does nothing of the page's: a link or label around the element would be followed, too. That holds beside our buttons as well,
 * since a button can go between the press and the release, and what was pressed has gone by now where the button says something else. What the
 * page has put into a slot, our links and what unfolds are let through.
 */
function pressed(event: MouseEvent): void {
  const base = event.currentTarget as Element;
  const { host } = base.getRootNode() as ShadowRoot;
  const path = event.composedPath() as Element[];
  const isLetThrough = path.slice(0, path.indexOf(base)).some((node) => node.parentNode === host || node.matches?.('a, summary'));
  if (!isLetThrough) event.preventDefault();
}
