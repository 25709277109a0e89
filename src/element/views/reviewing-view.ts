import { html, nothing } from 'lit';
import type { Reviewing } from '../../core/flow.js';
import { checkButton, continueLink, formatTime, noticeLine, startButton, type View } from './controls.js';
import { clock, done } from './icons.js';
import { statusHead } from './status-view.js';
import type { ViewModel } from './view-model.js';

/** Where things stand while the server has no verdict. */
export function reviewingView(model: ViewModel, screen: Reviewing): View {
  const { flow, messages, region } = model;
  const { review, titles, texts, actions } = messages;
  const { stalled, fresh, unchanged } = screen;
  const title = fresh ? review.freshTitle : titles.reviewing;
  const text = fresh ? review.freshText : texts.reviewing;
  const stall = stalled === null ? null : review.stalled[stalled];
  return html`
    ${statusHead('neutral', clock, stall?.title ?? title, stall?.text ?? text)}
    ${fresh || stall !== null ? nothing : timeline(model)}
    ${stall === null ? html`<p class="text">${review.time[region]} ${fresh ? nothing : review.mayLeave}</p>` : nothing}
    ${flow.attempt.confirmed && stalled === null ? html`<p class="text">${review.mayContinue}</p>` : nothing}
    <slot name="reviewing"></slot>
    <div part="actions" class="actions">
      ${fresh ? startButton({ part: 'continue-button', text: actions.continue }, model) : nothing}
      ${flow.attempt.confirmed ? continueLink(model) : nothing}
      ${unchanged ? startButton({ part: 'retry-button', text: actions.startAgain }, model) : nothing}
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
  return html`<ol part="timeline" class="timeline" aria-label=${review.stepsTitle}>
    <li part="timeline-step" class="done"><span class="mark">${done}</span><strong>${submitted}</strong><span>${sent}</span></li>
    <li part="timeline-step" class="current" aria-current="step">
      <span class="mark"></span><strong>${automated}</strong><span>${review.current}</span>
    </li>
    ${[manual, result].map(
      (step) => html`<li part="timeline-step"><span class="mark"></span><strong>${step}</strong><span>${review.next}</span></li>`,
    )}
  </ol>`;
}
