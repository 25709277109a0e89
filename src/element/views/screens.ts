import { html } from 'lit';
import { adviceView, leavingView } from './advice-view.js';
import { noticeLine } from './controls.js';
import { failedView } from './failed-view.js';
import { guidanceProgress } from './guidance-progress.js';
import { device } from './icons.js';
import { outcomeView } from './outcome-view.js';
import { reviewingView } from './reviewing-view.js';
import type { Shown } from './shell-view.js';
import { spinner, type View } from './start-button.js';
import { statusHead } from './status-view.js';
import type { ViewModel } from './view-model.js';

const whole = (screen: View): Shown => ({ progress: null, screen });

/** What is shown in one state. */
export function shown(model: ViewModel): Shown {
  const { messages, flow } = model;
  const { screen, warning } = flow;
  switch (screen.name) {
    case 'checking':
    case 'requesting':
      return { progress: guidanceProgress(model) };
    case 'guidance':
      return screen.away || warning !== null ? whole(adviceView(model, screen)) : { progress: guidanceProgress(model) };
    case 'idle':
      return whole(statusHead('neutral', device, messages.titles.idle, messages.texts.idle));
    case 'verifying':
      return whole(screen.left ? leavingView(model) : openView(model));
    case 'reviewing':
      return whole(reviewingView(model, screen));
    case 'verified':
    case 'rejected':
    case 'resubmission':
    case 'expired':
      return whole(outcomeView(model, screen));
    case 'failed':
      return whole(failedView(model, screen.error));
  }
}

/**
 * While Veriff's dialog stands above the page; where its frame stands in the slot, that is shown instead. However it was opened: what the page
 * makes of `presentation` meanwhile must not take the frame's place away.
 */
function openView(model: ViewModel): View {
  const { titles, texts } = model.messages;
  return html`<slot name="veriff">${statusHead('neutral', spinner(), titles.verifying, texts.verifying)}</slot> ${noticeLine(model)}`;
}
