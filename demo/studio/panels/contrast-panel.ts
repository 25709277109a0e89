import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { hexOf, ratioText } from '../contrast.js';
import type { Contrast, ContrastRow, Reading } from '../probes.js';
import type { Studio } from './studio-context.js';

const LEVELS: readonly { readonly least: number; readonly title: string }[] = [
  { least: 4.5, title: 'Text, at least 4.5:1' },
  { least: 3, title: 'Icons and borders, at least 3:1' },
];

/** Whether what must be read can be read, in both schemes. */
export function contrastPanel({ contrast }: Studio): TemplateResult {
  const { pairs, checks } = contrast;
  const low = checks.filter(({ least, readings }) => readings.some(({ ratio }) => ratio < least));
  return html`
    <section class="group" aria-label="Contrast">
      <header class="group-head"><h2>Contrast</h2></header>
      <p class="hint">
        ${countOf(contrast)} contrasts, measured by WCAG 2.2 AA as the previews come out in both modes: the text of each part in each state, icons, borders, and
        the focus ring. What lies on an image or a gradient is measured on the colour beneath.
      </p>
      ${low.length === 0 ? nothing : html`<div id="too-low">${table('Too low', low, true)}</div>`}
      ${LEVELS.map(({ least, title }) => table(title, pairs.filter((one) => one.least === least), false))}
      <details>
        <summary>All, by part and state</summary>
        ${table('Part and state', checks, true)}
      </details>
    </section>
  `;
}

function table(title: string, rows: readonly ContrastRow[], byState: boolean): TemplateResult {
  return html`<table class="contrast">
    <thead>
      <tr>
        <th scope="col">${title}</th>
        <th scope="col">Light</th>
        <th scope="col">Dark</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ label, part, state, least, readings }) => html`<tr>
          <th scope="row">${label} <code>${byState ? `:state(${state})` : part}</code></th>
          ${readings.map((reading) => cell(reading, least))}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function cell({ scheme, front, back, ratio }: Reading, least: number): TemplateResult {
  const good = ratio >= least;
  return html`<td data-scheme=${scheme} data-good=${good}>
    <span class="sample" aria-hidden="true" style=${styleMap({ color: hexOf(front), background: hexOf(back) })}>Aa</span>
    <span class="ratio">${ratioText(ratio)}</span>
    <span class="verdict"><span aria-hidden="true">${good ? '✓' : '✕'}</span> ${good ? 'enough' : 'too low'}</span>
  </td>`;
}

/** How many were measured, each mode for itself. */
export function countOf({ checks }: Contrast): number {
  return checks.flatMap(({ readings }) => readings).length;
}

/** How many of these are not enough. */
export function countLow({ checks }: Contrast): number {
  return checks.flatMap(({ least, readings }) => readings.filter(({ ratio }) => ratio < least)).length;
}
