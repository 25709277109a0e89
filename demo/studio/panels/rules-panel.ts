import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { remarksOn } from '../rules-check.js';
import { withCode } from './property-row.js';
import type { Studio } from './studio-context.js';

/** Own rules, applied as they are typed. */
export function rulesPanel({ theme, names, changeTheme }: Studio): TemplateResult {
  const remarks = remarksOn(theme.rules, names);
  const onInput = (event: Event): void => {
    const { value } = event.currentTarget as HTMLTextAreaElement;
    changeTheme((now) => ({ ...now, rules: value }));
  };
  return html`
    <section class="group grow" aria-label="Own rules">
      <header class="group-head"><h2><label for="rules">Own rules</label></h2></header>
      <p class="hint" id="rules-hint">They come after the start and the properties, and hold at once.</p>
      <textarea
        id="rules"
        class="code-field"
        spellcheck="false"
        autocomplete="off"
        autocapitalize="off"
        aria-describedby="rules-hint rules-remarks"
        placeholder="kyc-verification::part(title) {
  letter-spacing: -0.02em;
}"
        .value=${live(theme.rules)}
        @input=${onInput}
      ></textarea>
      <div id="rules-remarks" class="remarks" role="status">
        ${remarks.length === 0 ? nothing : html`<ul>${remarks.map((remark) => html`<li>${withCode(remark)}</li>`)}</ul>`}
      </div>
    </section>
  `;
}
