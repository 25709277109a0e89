import { svg, type TemplateResult } from 'lit';
import type { DocumentName } from '../../core/names.js';

/** One family: 24 px, stroke 1.5 px, in the colour of the text. Each is decoration: the words stand beside it. */
function icon(paths: TemplateResult<2>): TemplateResult<2> {
  return svg`<svg class="icon" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${paths}</svg>`;
}

export const documentIcons: Readonly<Record<DocumentName, TemplateResult<2>>> = {
  passport: icon(svg`<rect x="5" y="2.75" width="14" height="18.5" rx="2"/><circle cx="12" cy="10" r="3.25"/>
    <path d="M8.75 10h6.5M12 6.75c1.2 2 1.2 4.5 0 6.5-1.2-2-1.2-4.5 0-6.5M9 17.25h6"/>`),
  'driving-licence': icon(svg`<rect x="2.75" y="5" width="18.5" height="14" rx="2"/>
    <path d="M6 14.5v-1.25l1-2.5h4.5l1 2.5v1.25zM7.25 14.5v1M11.25 14.5v1M15 9.5h3.25M15 12.25h3.25M15 15h2"/>`),
  'national-id': icon(svg`<rect x="2.75" y="5" width="18.5" height="14" rx="2"/><circle cx="8.25" cy="10.75" r="1.9"/>
    <path d="M5.25 15.75c.5-1.6 1.6-2.4 3-2.4s2.5.8 3 2.4M14.25 9.75h4M14.25 12.5h4M14.25 15.25h2.5"/>`),
  'residence-permit': icon(svg`<rect x="2.75" y="5" width="18.5" height="14" rx="2"/>
    <path d="m5.75 12 3-2.75 3 2.75M6.75 11.25v4h4v-4M14.75 9.75h3.5M14.75 12.5h3.5M14.75 15.25h2"/>`),
};

export const selfie = icon(svg`<path d="M3 7.5V5a2 2 0 0 1 2-2h2.5M16.5 3H19a2 2 0 0 1 2 2v2.5M21 16.5V19a2 2 0 0 1-2 2h-2.5M7.5 21H5a2 2 0 0 1-2-2v-2.5"/>
  <circle cx="12" cy="12" r="5"/><path d="M10.25 11v.01M13.75 11v.01M10.25 13.75c1 .9 2.5.9 3.5 0"/>`);
export const address = icon(svg`<path d="M6 2.75h8L19 8v11.25a2 2 0 0 1-2 2H6a1 1 0 0 1-1-1V3.75a1 1 0 0 1 1-1zM14 3v5h5"/>
  <path d="m8.75 14.5 3.25-3 3.25 3M9.75 13.75v3.5h4.5v-3.5"/>`);
export const done = icon(svg`<circle cx="12" cy="12" r="9.25"/><path class="stroke" pathLength="1" d="m8 12.25 2.75 2.75L16 9.5"/>`);
export const alert = icon(svg`<circle cx="12" cy="12" r="9.25"/><path d="M12 7.5v5.25M12 16.25v.01"/>`);
export const retake = icon(svg`<path d="M4 7.75h3L8.75 5h6.5L17 7.75h3a1 1 0 0 1 1 1V18a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8.75a1 1 0 0 1 1-1z"/>
  <path d="M9.25 13.25a2.75 2.75 0 1 0 .8-1.95M9.5 9.75v1.75h1.75"/>`);
export const clock = icon(svg`<circle cx="12" cy="12" r="9.25"/><path d="M12 6.75V12l3.5 2"/>`);
export const problem = icon(svg`<path d="M12 3.5 21.25 19.5H2.75zM12 10v4.25M12 16.9v.01"/>`);
export const device = icon(svg`<rect x="3" y="4" width="18" height="13" rx="2"/><path d="M9 20.5h6M12 17v3.5"/><circle cx="12" cy="10.5" r="2.5"/>`);
export const phone = icon(svg`<rect x="6.75" y="2.75" width="10.5" height="18.5" rx="2"/><path d="M10.75 18h2.5"/>`);
export const leave = icon(svg`<path d="M14 4h6v6M20 4l-8.5 8.5M10.5 5H6a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-4.5"/>`);
export const camera = icon(svg`<path d="M3 7.75h5L9.25 6h5.5L16 7.75h4a1 1 0 0 1 1 1V18M18 19H4a1 1 0 0 1-1-1V7.75"/>
  <path d="M9.6 11.4a3.25 3.25 0 0 0 4.5 4.6M3 3l18 18"/>`);
export const lock = icon(svg`<rect x="5" y="10.5" width="14" height="10" rx="2"/><path d="M8 10.5V7.75a4 4 0 0 1 8 0v2.75"/>`);
