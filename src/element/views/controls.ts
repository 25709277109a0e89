import { html, nothing, type TemplateResult } from 'lit';
import type { ViewModel } from './view-model.js';

/** Controls and lines that several screens share. */
export type View = TemplateResult<1>;

export interface StartButton {
  readonly part: string;
  readonly text: string;
  /** The work goes on that this button began. */
  readonly busy?: boolean;
  /** Pressing it again would do nothing. */
  readonly held?: boolean;
  /** Beside a link that leads on, which is the one filled button then. */
  readonly secondary?: boolean;
  /** Instead of a start. */
  readonly onClick?: () => void;
}

/** The one filled button of a screen. It keeps its node while it is busy, and with it the focus. */
export function startButton(button: StartButton, { actions, messages }: ViewModel): View {
  const { part, text, busy = false, held = false, secondary = false, onClick = actions.start } = button;
  const rank = secondary ? 'secondary' : 'primary';
  return html`<button
    part="${rank}-button ${part}"
    class=${rank}
    type="button"
    aria-busy=${busy ? 'true' : nothing}
    aria-disabled=${held ? 'true' : nothing}
    @click=${held ? undefined : onClick}
    @pointerenter=${actions.warmUp}
    @focus=${actions.warmUp}
  >
    ${busy ? spinner() : nothing}<span>${busy && held ? messages.busy : text}</span>
  </button>`;
}

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
    ${busy ? spinner() : nothing}<span>${busy ? messages.busy : messages.actions.check}</span>
  </button>`;
}

export function spinner(): View {
  return html`<span part="spinner" class="spinner" aria-hidden="true"></span>`;
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
