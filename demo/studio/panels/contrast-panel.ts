import { html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { hexOf, ratioText } from '../contrast.js';
import type { ContrastRow, Reading } from '../probes.js';
import type { Studio } from './studio-context.js';

const LEVELS: readonly { readonly least: number; readonly title: string }[] = [
  { least: 4.5, title: 'Text, at least 4.5:1' },
  { least: 3, title: 'Icons and borders, at least 3:1' },
];

/** Whether what must be read can be read, in both schemes. */
export function contrastPanel({ contrast }: Studio): TemplateResult {
  return html`
    <section class="group" aria-label="Contrast">
      <header class="group-head"><h2>Contrast</h2></header>
      <p class="hint">As the previews come out in both modes, measured by WCAG 2.2 AA.</p>
      ${LEVELS.map(
        ({ least, title }) => html`<table class="contrast">
          <thead>
            <tr>
              <th scope="col">${title}</th>
              <th scope="col">Light</th>
              <th scope="col">Dark</th>
            </tr>
          </thead>
          <tbody>
            ${contrast.filter((one) => one.least === least).map(row)}
          </tbody>
        </table>`,
      )}
    </section>
  `;
}

function row({ label, part, least, readings }: ContrastRow): TemplateResult {
  return html`<tr>
    <th scope="row">${label} <code>${part}</code></th>
    ${readings.map((reading) => cell(reading, least))}
  </tr>`;
}

function cell({ scheme, front, back, ratio }: Reading, least: number): TemplateResult {
  const good = ratio >= least;
  return html`<td data-scheme=${scheme} data-good=${good}>
    <span class="sample" aria-hidden="true" style=${styleMap({ color: hexOf(front), background: hexOf(back) })}>Aa</span>
    <span class="ratio">${ratioText(ratio)}</span>
    <span class="verdict"><span aria-hidden="true">${good ? '✓' : '✕'}</span> ${good ? 'enough' : 'too low'}</span>
  </td>`;
}

/** How many of all readings are not enough. */
export function countLow(contrast: readonly ContrastRow[]): number {
  return contrast.flatMap(({ least, readings }) => readings.filter(({ ratio }) => ratio < least)).length;
}
