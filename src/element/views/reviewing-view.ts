import { html, nothing } from 'lit';
import type { Reviewing } from '../../core/flow.js';
import { checkButton, continueLink, formatTime, noticeLine } from './controls.js';
import { clock, done } from './icons.js';
import { freshReview } from './left-open.js';
import { startButton, type View } from './start-button.js';
import { statusHead } from './status-view.js';
import type { ViewModel } from './view-model.js';

/** Where things stand while the server has no verdict. */
export function reviewingView(model: ViewModel, screen: Reviewing): View {
  const { flow, messages, region } = model;
  const { review, titles, texts, actions } = messages;
  const { stalled, fresh, unchanged } = screen;
  const leadsOn = flow.attempt.confirmed && model.continueUrl !== null;
  const left = fresh ? freshReview(flow, messages) : null;
  const stall = stalled === null ? null : review.stalled[stalled];
  return html`
    ${statusHead('neutral', clock, stall?.title ?? left?.title ?? titles.reviewing, stall?.text ?? left?.text ?? texts.reviewing)}
    ${fresh || stall !== null ? nothing : timeline(model)}
    ${stall === null ? html`<p part="text" class="text">${review.time[region]} ${fresh ? nothing : review.mayLeave}</p>` : nothing}
    ${flow.attempt.confirmed && stalled === null ? html`<p part="text" class="text">${review.mayContinue}</p>` : nothing}
    <slot name="reviewing"></slot>
    <div part="actions" class="actions">
      ${left === null ? nothing : startButton({ part: 'continue-button', text: left.action }, model)}
      ${leadsOn ? continueLink(model) : nothing}
      ${unchanged ? startButton({ part: 'retry-button', text: actions.startAgain, secondary: leadsOn }, model) : nothing}
      ${checkButton(model)}
    </div>
    ${noticeLine(model)}
  `;
}

/** The present step is marked in words and shape, not by colour alone. */
function timeline({ messages, submittedAt }: ViewModel): View {
  const { review, lang } = messages;
  const { submitted, automated, manual, result } = review.steps;
  const sent = submittedAt === null ? review.done : review.submittedAt(formatTime(submittedAt, lang));
  return html`<ol part="timeline" class="review" aria-label=${review.stepsTitle}>
    ${step('done', submitted, sent)} ${step('current', automated, review.current)} ${step('next', manual, review.next)}
    ${step('next', result, review.next)}
  </ol>`;
}

function step(progress: 'done' | 'current' | 'next', title: string, text: string): View {
  return html`<li
    part="timeline-step timeline-step-${progress}"
    class=${progress}
    aria-current=${progress === 'current' ? 'step' : nothing}
  >
    <span part="timeline-marker timeline-marker-${progress}" class="marker">${progress === 'done' ? done : nothing}</span>
    <strong part="timeline-title timeline-title-${progress}" class="timeline-title">${title}</strong>
    <span part="timeline-text timeline-text-${progress}" class="timeline-text small">${text}</span>
  </li>`;
}
