import { svg, type TemplateResult } from 'lit';

/** One family: 24 px, stroke 1.5 px, in the colour of the text. Each is decoration: the words stand beside it. */
export function icon(paths: TemplateResult<2>): TemplateResult<2> {
  return svg`<svg class="icon" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${paths}</svg>`;
}
