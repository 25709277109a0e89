import { html, nothing, type TemplateResult } from 'lit';

export interface ButtonOptions {
  /** Classes beside `button`, or instead of it. */
  readonly look?: string;
  /** Where the text alone does not say enough. */
  readonly label?: string;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly controls?: string;
  readonly disabled?: boolean;
  readonly hidden?: boolean;
  /** What it does, for tests. */
  readonly action?: string;
}

/** One button, as all of the studio are. */
export function button(text: unknown, onClick: (event: Event) => unknown, options: ButtonOptions = {}): TemplateResult {
  const { look = '', label, pressed, expanded, controls, disabled = false, hidden = false, action } = options;
  return html`<button
    class=${look === 'chip' ? look : `button ${look}`}
    type="button"
    aria-label=${label ?? nothing}
    aria-pressed=${pressed ?? nothing}
    aria-expanded=${expanded ?? nothing}
    aria-controls=${controls ?? nothing}
    data-action=${action ?? nothing}
    ?disabled=${disabled}
    ?hidden=${hidden}
    @click=${onClick}
  >
    ${text}
  </button>`;
}
