/** Controls and lines that several screens share. */
import { html, nothing } from 'lit';
import { spinner, type View } from './start-button.js';
import type { ViewModel } from './view-model.js';

export interface PlainButton {
  readonly part: string;
  readonly text: string;
  readonly onClick: () => void;
  readonly secondary?: boolean;
}

/** A button whose work is done at once. */
export function plainButton({ part, text, onClick, secondary = false }: PlainButton): View {
  const rank = secondary ? 'secondary' : 'primary';
  return html`<button part="${rank}-button ${part}" class=${rank} type="button" @click=${onClick}><span>${text}</span></button>`;
}

export function checkButton({ actions, messages, flow }: ViewModel): View {
  const busy = flow.asked;
  return html`<button
    part="secondary-button check-button"
    class="secondary"
    type="button"
    aria-busy=${busy ? 'true' : nothing}
    aria-disabled=${busy ? 'true' : nothing}
    @click=${busy ? undefined : actions.check}
  >
    ${busy ? spinner() : nothing}${busy ? html`<span>${messages.busy}</span>` : html`<span>${messages.actions.check}</span>`}
  </button>`;
}

export function continueLink({ continueUrl, messages }: ViewModel): View | typeof nothing {
  return continueUrl === null ? nothing : html`<a part="primary-button link-button" class="primary" href=${continueUrl}>${messages.actions.goOn}</a>`;
}

/** What became of the last thing that the user asked for. The live region says it, too. */
export function noticeLine({ flow, messages }: ViewModel): View | typeof nothing {
  return flow.notice === null ? nothing : html`<p part="notice" class="notice">${messages.notices[flow.notice]}</p>`;
}

/** Date and time in the words of the language; text from a server never comes this way. */
export function formatTime(time: Date, lang: string): string {
  const sameDay = time.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(lang, sameDay ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}
