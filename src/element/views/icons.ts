/** Icons of the screens after the first. */
import { svg } from 'lit';
import { icon } from './icon.js';

export const done = icon('M2.75 12a9.25 9.25 0 1 0 18.5 0a9.25 9.25 0 1 0-18.5 0z', svg`<path class="stroke" pathLength="1" d="m8 12.25 2.75 2.75L16 9.5" />`);
export const alert = icon('M2.75 12a9.25 9.25 0 1 0 18.5 0a9.25 9.25 0 1 0-18.5 0zM12 7.5v5.25M12 16.25v.01');
export const retake = icon('M4 7.75h3L8.75 5h6.5L17 7.75h3a1 1 0 0 1 1 1V18a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8.75a1 1 0 0 1 1-1zM9.25 13.25a2.75 2.75 0 1 0 .8-1.95M9.5 9.75v1.75h1.75');
export const clock = icon('M2.75 12a9.25 9.25 0 1 0 18.5 0a9.25 9.25 0 1 0-18.5 0zM12 6.75V12l3.5 2');
export const problem = icon('M12 3.5 21.25 19.5H2.75zM12 10v4.25M12 16.9v.01');
export const device = icon('M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-14a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM9 20.5h6M12 17v3.5M9.5 10.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0z');
export const phone = icon('M8.75 2.75h6.5a2 2 0 0 1 2 2v14.5a2 2 0 0 1-2 2h-6.5a2 2 0 0 1-2-2v-14.5a2 2 0 0 1 2-2zM10.75 18h2.5');
export const leave = icon('M14 4h6v6M20 4l-8.5 8.5M10.5 5H6a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-4.5');
export const camera = icon('M3 7.75h5L9.25 6h5.5L16 7.75h4a1 1 0 0 1 1 1V18M18 19H4a1 1 0 0 1-1-1V7.75M9.6 11.4a3.25 3.25 0 0 0 4.5 4.6M3 3l18 18');
