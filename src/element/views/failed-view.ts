import { html, nothing } from 'lit';
import type { KycError } from '../../core/errors.js';
import { linkRow } from './advice-view.js';
import { checkButton, formatTime, noticeLine, plainButton } from './controls.js';
import { problem } from './icons.js';
import { startButton, type View } from './start-button.js';
import { statusHead } from './status-view.js';
import type { ViewModel } from './view-model.js';

/** What went wrong in the user's words, and what to do. What failed is asked for again: a read after a read, else a start. */
export function failedView(model: ViewModel, { code, phase, action, retryAt }: KycError): View {
  const { messages, actions, flow } = model;
  const { title, text } = messages.errors[code];
  const ofRead = phase === 'status';
  const leads = action === 'redirect';
  // The same browser fails again.
  const changes = action === 'change-browser';
  const retry = { part: 'retry-button', text: messages.actions.tryAgain, secondary: leads || changes };
  return html`
    <div part="error">${statusHead('danger', problem, title, text)}</div>
    ${retryAt === null ? nothing : html`<p part="text" class="text">${messages.outcomes.retryAt(formatTime(new Date(retryAt), messages.lang))}</p>`}
    ${changes ? linkRow(model, true) : nothing}
    <slot name="failed"></slot>
    <div part="actions" class="actions">
      ${leads || code === 'frame-timeout' ? redirectButton(model, !leads) : nothing}
      ${startButton(ofRead ? { ...retry, busy: flow.asked, held: flow.asked, onClick: actions.check } : retry, model)}
      ${ofRead || phase === 'configuration' ? nothing : checkButton(model)}
    </div>
    ${noticeLine(model)}
    <p part="error-note" class="small">${messages.errorCode} <code part="error-code" class="error-code">${code}</code></p>
  `;
}

/** Where no frame can be shown, Veriff has a page of its own. */
function redirectButton({ messages, actions }: ViewModel, secondary: boolean): View {
  return plainButton({ part: 'redirect-button', text: messages.actions.continueThere, onClick: actions.leave, secondary });
}
