import { html, nothing } from 'lit';
import type { Flow } from '../../core/flow.js';
import type { Messages, Named } from '../../localization/messages.js';
import { noticeLine, spinner, type View } from './controls.js';
import { failedView } from './failed-view.js';
import { guidanceView } from './guidance-view.js';
import { device } from './icons.js';
import { outcomeView } from './outcome-view.js';
import { freshReview, leftOpen } from './left-open.js';
import { reviewingView } from './reviewing-view.js';
import { statusHead } from './status-view.js';
import type { ViewModel } from './view-model.js';

/** The whole element in one state. */
export function view(model: ViewModel): View {
  const { flow, messages, dir, dark } = model;
  return html`<div part="base" class=${dark ? 'base dark' : 'base'} data-state=${flow.screen.name} lang=${messages.lang} dir=${dir ?? nothing}>
    <slot name="logo"></slot>
    ${screenView(model)}
    <footer part="footer" hidden><slot name="footer" @slotchange=${showIfFilled}></slot></footer>
    <div class="announcer" role="status">${announcement(flow, messages)}</div>
  </div>`;
}

/** An empty footer would take a row, and a gap. */
function showIfFilled({ currentTarget }: Event): void {
  const slot = currentTarget as HTMLSlotElement;
  slot.parentElement?.toggleAttribute('hidden', slot.assignedNodes({ flatten: true }).length === 0);
}

function screenView(model: ViewModel): View {
  const { flow, messages } = model;
  const { screen } = flow;
  switch (screen.name) {
    case 'idle':
      return statusHead('neutral', device, messages.titles.idle, messages.texts.idle);
    case 'checking':
    case 'guidance':
    case 'requesting':
      return guidanceView(model);
    case 'verifying':
      return html`${statusHead('neutral', spinner(), messages.titles.verifying, messages.texts.verifying)} ${noticeLine(model)}`;
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

/** What a screen reader hears when the state changes: once each, and nothing for what was on the page from the start. */
function announcement(flow: Flow, messages: Messages): string {
  const { screen, notice, asked } = flow;
  const { titles, texts, errors, busy, slow, notices, review } = messages;
  if (notice !== null) return notices[notice];
  if (asked) return busy;
  switch (screen.name) {
    case 'idle':
    case 'checking':
    case 'verifying':
      return '';
    case 'guidance':
      return said(leftOpen(flow, messages));
    case 'requesting':
      return screen.slow ? slow : busy;
    case 'failed':
      return `${errors[screen.error.code].title}. ${errors[screen.error.code].text}`;
    case 'reviewing':
      if (screen.stalled !== null) return `${review.stalled[screen.stalled].title}. ${review.stalled[screen.stalled].text}`;
      return screen.fresh ? said(freshReview(flow, messages)) : `${titles.reviewing}. ${texts.reviewing}`;
    default:
      return `${titles[screen.name]}. ${texts[screen.name]}`;
  }
}

function said(words: Named | null): string {
  return words === null ? '' : `${words.title}. ${words.text}`;
}
