import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { resolveColor } from '../color-reader.js';
import { argumentsOf } from '../css-text.js';
import { hexOf } from '../contrast.js';
import { schemePair } from '../property-controls.js';
import type { Scheme } from '../view-settings.js';
import { describedBy, isBad, propertyFrame, typed, type Row } from './property-row.js';

/** Where a default is computed by the element, and which part shows the result. */
const COMPUTED: Readonly<Record<string, string>> = { '--kyc-on-accent-color': 'primary-button' };

/** A swatch and a text for light, and a pair for dark that is not used before it was touched. */
export function colorRow(row: Row): TemplateResult {
  const { value, onChange } = row;
  const standing = standingPair(row);
  const setLight = (text: string): void => {
    if (text.trim() !== '') return onChange({ ...value, light: text });
    onChange(value?.dark === undefined ? null : { ...value, light: standing.light });
  };
  const setDark = (text: string): void => {
    const light = value?.light ?? standing.light;
    if (text.trim() !== '') return onChange({ light, dark: text });
    onChange(value === undefined ? null : { light });
  };
  return propertyFrame(
    row,
    html`${colorField(row, 'light', value?.light, standing.light, setLight)} ${colorField(row, 'dark', value?.dark, standing.dark, setDark)}`,
  );
}

/** What each scheme shows without a value of its own. */
function standingPair(row: Row): { light: string; dark: string } {
  const { name, value, effective, probes } = row;
  // What is refused stands nowhere.
  if (value !== undefined && !isBad(row, 'light')) return { light: schemePair(effective).light || 'CanvasText', dark: schemePair(value.light).dark };
  if (effective !== '') return schemePair(effective);
  const shown = (scheme: Scheme): string => {
    const color = probes.colorOf(COMPUTED[name] ?? 'base', scheme);
    return color === null ? 'CanvasText' : hexOf(color);
  };
  return { light: shown('light'), dark: shown('dark') };
}

function colorField(row: Row, scheme: Scheme, text: string | undefined, standing: string, onInput: (text: string) => void): TemplateResult {
  const { label, probes } = row;
  const color = resolveColor(text === undefined || isBad(row, scheme) ? standing : text, probes.place, scheme);
  const shared = scheme === 'dark' && isShared(row);
  const listen = (event: Event): void => onInput(typed(event));
  return html`<span class="color-field">
    <input
      class="swatch"
      type="color"
      aria-label="${label}, ${scheme}: pick"
      .value=${live(color === null ? '#000000' : hexOf(color))}
      @input=${listen}
    />
    <input
      class="text-field"
      type="text"
      spellcheck="false"
      autocomplete="off"
      autocapitalize="off"
      aria-label="${label}, ${scheme}"
      aria-describedby=${shared ? `${describedBy(row)} shared-${row.name}` : describedBy(row)}
      aria-invalid=${isBad(row, scheme)}
      placeholder=${standing}
      .value=${live(text ?? '')}
      @input=${listen}
    />
    ${shared ? html`<span class="hint shared" id="shared-${row.name}">Also used in dark</span>` : nothing}
  </span>`;
}

/** Whether the light colour is that of dark, too. */
function isShared(row: Row): boolean {
  const { value } = row;
  if (value === undefined || isBad(row, 'light') || argumentsOf('light-dark', value.light) !== null) return false;
  return value.dark === undefined || isBad(row, 'dark');
}
