import { html, nothing, type TemplateResult } from 'lit';
import type { View } from './start-button.js';

/**
 * One family: 24 px, stroke 1.5 px, in the colour of the text. Each is decoration: the words stand beside it. All shapes of one are one path, so that
 * one template serves them all.
 *
 * @param more what is drawn after the rest
 */
export function icon(shape: string, more: TemplateResult<2> | typeof nothing = nothing): View {
  return html`<svg class="icon" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d=${shape} />${more}</svg>`;
}
