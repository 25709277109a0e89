import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { lengthIn } from '../property-controls.js';
import { describedBy, isBad, propertyFrame, typed, type Row } from './property-row.js';

/** Fonts that devices bring along, so that nothing has to be loaded. */
const FONT_STACKS = [
  'system-ui, sans-serif',
  'Inter, Roboto, "Helvetica Neue", "Arial Nova", "Nimbus Sans", Arial, sans-serif',
  'Avenir, Montserrat, Corbel, "URW Gothic", source-sans-pro, sans-serif',
  'Optima, Candara, "Noto Sans", source-sans-pro, sans-serif',
  'Seravek, "Gill Sans Nova", Ubuntu, Calibri, "DejaVu Sans", sans-serif',
  'ui-rounded, "Hiragino Maru Gothic ProN", Quicksand, Comfortaa, Manjari, "Arial Rounded MT Bold", Calibri, sans-serif',
  'Bahnschrift, "DIN Alternate", "Franklin Gothic Medium", "Nimbus Sans Narrow", sans-serif-condensed, sans-serif',
  'Charter, "Bitstream Charter", "Sitka Text", Cambria, serif',
  '"Iowan Old Style", "Palatino Linotype", "URW Palladio L", P052, serif',
  'Rockwell, "Rockwell Nova", "Roboto Slab", "DejaVu Serif", "Sitka Small", serif',
  'ui-monospace, "Cascadia Code", "Source Code Pro", Menlo, Consolas, "DejaVu Sans Mono", monospace',
];

/** A slider and a text. */
export function lengthRow(row: Row): TemplateResult {
  const { label, value, effective, range, onChange } = row;
  const { min, max, step, unit, initial } = range!;
  const now = lengthIn(value?.light ?? effective);
  const slide = (event: Event): void => onChange({ light: `${typed(event)}${unit}` });
  return propertyFrame(
    row,
    html`<input
        class="slider"
        type="range"
        min=${min}
        max=${max}
        step=${step}
        aria-label="${label}: slide"
        aria-valuetext=${value?.light ?? effective}
        .value=${live(String(now?.unit === unit ? now.number : initial))}
        @input=${slide}
      />${textField(row)}`,
  );
}

export function fontRow(row: Row): TemplateResult {
  return propertyFrame(
    row,
    html`${textField(row, 'font-stacks')}
      <datalist id="font-stacks">${FONT_STACKS.map((stack) => html`<option value=${stack}></option>`)}</datalist>`,
  );
}

export function textRow(row: Row): TemplateResult {
  return propertyFrame(row, textField(row));
}

function textField(row: Row, list = ''): TemplateResult {
  const { label, value, effective, onChange } = row;
  const listen = (event: Event): void => onChange(typed(event).trim() === '' ? null : { light: typed(event) });
  return html`<input
    class="text-field"
    type="text"
    spellcheck="false"
    autocomplete="off"
    autocapitalize="off"
    list=${list}
    aria-label=${label}
    aria-describedby=${describedBy(row)}
    aria-invalid=${isBad(row, 'light')}
    placeholder=${effective}
    .value=${live(value?.light ?? '')}
    @input=${listen}
  />`;
}
