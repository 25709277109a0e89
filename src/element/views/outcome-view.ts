import { html, nothing } from 'lit';
import type { Outcome, OutcomeName } from '../../core/flow.js';
import { REASONS, type Reason } from '../../core/names.js';
import type { Messages } from '../../localization/messages.js';
import { checkButton, continueLink, formatTime, noticeLine } from './controls.js';
import { alert, clock, done, retake } from './icons.js';
import { startButton, type View } from './start-button.js';
import { statusHead } from './status-view.js';
import type { ViewModel } from './view-model.js';

const HEADS: Readonly<Record<OutcomeName, readonly [tone: 'success' | 'warning', icon: View]>> = {
  verified: ['success', done],
  rejected: ['warning', alert],
  resubmission: ['warning', retake],
  expired: ['warning', clock],
};

/** `verified`, `rejected`, `resubmission` and `expired`: what it means, what to do, one button. */
export function outcomeView(model: ViewModel, screen: Outcome): View {
  const { messages } = model;
  const { name } = screen;
  return html`
    ${statusHead(...HEADS[name], messages.titles[name], messages.texts[name])}
    ${name === 'rejected' || name === 'resubmission' ? reasonList(model, screen) : nothing}
    ${name === 'rejected' ? html`<p part="text" class="text">${nextStep(messages, screen)}</p>` : nothing}
    <slot name=${name}></slot>
    <div part="actions" class="actions">${name === 'verified' ? afterSuccess(model) : again(model, screen)}</div>
    ${noticeLine(model)}
  `;
}

function reasonList({ messages }: ViewModel, { name, reasons }: Outcome): View | typeof nothing {
  const { reasonsTitle, reasons: words, generalReasons } = messages.outcomes;
  const known = reasons.filter((code): code is Reason => REASONS.some((reason) => reason === code));
  if (known.length === 0 && name === 'resubmission') return nothing;
  const lines = known.length > 0 ? known.map((code) => words[code]) : generalReasons;
  return html`<div part="reasons" class="reasons">
    <h3 part="section-title" class="section-title">${known.length > 0 ? reasonsTitle : messages.outcomes.generalReasonsTitle}</h3>
    <ul part="reasons-list" class="list">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </div>`;
}

/** What a rejected user can do, and when. */
export function nextStep({ outcomes, lang }: Messages, { retryAt, heldUntil }: Outcome): string {
  return heldUntil !== null && retryAt !== null ? outcomes.retryAt(formatTime(new Date(retryAt), lang)) : outcomes.rejectedNext;
}

function afterSuccess(model: ViewModel): View {
  const { flow, continueUrl, messages } = model;
  const again = { part: 'start-button', text: messages.actions.startAgain, secondary: continueUrl !== null };
  return html`${continueLink(model)} ${flow.reverify ? startButton(again, model) : nothing}`;
}

function again(model: ViewModel, { name, heldUntil }: Outcome): View {
  const { tryAgain, startAgain } = model.messages.actions;
  if (heldUntil !== null) return checkButton(model);
  return startButton({ part: 'retry-button', text: name === 'expired' ? startAgain : tryAgain }, model);
}
