import { html, nothing, type TemplateResult } from 'lit';
import type { FirstMessages } from '../../localization/messages.js';

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

/** What the button takes from the screen around it. */
export interface StartContext {
  readonly messages: Pick<FirstMessages, 'busy'>;
  readonly actions: {
    readonly start: () => void;
    /** The user is about to start. */
    readonly warmUp: () => void;
  };
}

/** The one filled button of a screen. It keeps its node while it is busy, and with it the focus. */
export function startButton(button: StartButton, { actions, messages }: StartContext): View {
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
    ${busy ? spinner() : nothing}${busy && held ? html`<span>${messages.busy}</span>` : html`<span>${text}</span>`}
  </button>`;
}

export function spinner(): View {
  return html`<span part="spinner" class="spinner" aria-hidden="true"></span>`;
}
