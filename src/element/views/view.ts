import { html, nothing } from 'lit';
import { leavingView } from './advice-view.js';
import { noticeLine, spinner, type View } from './controls.js';
import { failedView } from './failed-view.js';
import { guidanceView } from './guidance-view.js';
import { device } from './icons.js';
import { outcomeView } from './outcome-view.js';
import { reviewingView } from './reviewing-view.js';
import { statusHead } from './status-view.js';
import type { ViewModel } from './view-model.js';

/** The whole element in one state. */
export function view(model: ViewModel): View {
  const { flow, messages, dir, dark, hasFooter, actions } = model;
  // A press by a key is a click, too.
  // eslint-disable-next-line lit-a11y/click-events-have-key-events
  return html`<div part="base" class=${dark ? 'base dark' : 'base'} data-state=${flow.screen.name} lang=${messages.lang} dir=${dir ?? nothing} @click=${pressed}>
    <slot name="logo"></slot>
    ${screenView(model)}
    <div part="footer" ?hidden=${!hasFooter}><slot name="footer" @slotchange=${actions.fillSlot}></slot></div>
    <div class="announcer" role="status"></div>
  </div>`;
}

/**
 * A press of ours does nothing of the page's: a link or label around the element would be followed, too. That holds beside our buttons as well,
 * since a button can go between the press and the release. What the page has put into a slot, our links and what unfolds are let through.
 */
function pressed(event: MouseEvent): void {
  const [target, base] = [event.target as Element, event.currentTarget as Element];
  if (target.getRootNode() === base.getRootNode() && target.closest('a, summary') === null) event.preventDefault();
}

function screenView(model: ViewModel): View {
  const { messages, flow } = model;
  const { screen } = flow;
  switch (screen.name) {
    case 'idle':
      return statusHead('neutral', device, messages.titles.idle, messages.texts.idle);
    case 'checking':
    case 'guidance':
    case 'requesting':
      return guidanceView(model);
    case 'verifying':
      if (screen.left) return leavingView(model);
      // However it was opened: what the page makes of `presentation` meanwhile must not take the frame's place away.
      return html`<slot name="veriff">${openView(model)}</slot> ${noticeLine(model)}`;
    case 'reviewing':
      return reviewingView(model, screen);
    case 'verified':
    case 'rejected':
    case 'resubmission':
    case 'expired':
      return outcomeView(model, screen);
    case 'failed':
      return failedView(model, screen.error);
  }
}

/** While Veriff's dialog stands above the page; where its frame stands in the slot, that is shown instead. */
function openView({ messages: { titles, texts } }: ViewModel): View {
  return statusHead('neutral', spinner(), titles.verifying, texts.verifying);
}
