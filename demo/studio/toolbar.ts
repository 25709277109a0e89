import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { LANGUAGES } from '../../src/localization/localize.js';
import { languageName } from './languages.js';
import { countLow, countOf } from './panels/contrast-panel.js';
import { button } from './panels/button.js';
import { copyLink, leftOut, type Studio } from './panels/studio-context.js';
import { clampWidth, DIRECTIONS, MODES, TEXTS, WIDTH_LIMITS, WIDTHS, ZOOMS } from './view-settings.js';

const MODE_NAMES = { system: 'System', light: 'Light', dark: 'Dark', both: 'Both' } as const;
const DIRECTION_NAMES = { auto: 'By language', ltr: 'Left to right', rtl: 'Right to left' } as const;

/** What is done with the theme as a whole. */
export function actionBar(studio: Studio): TemplateResult {
  const { update, viewShown } = studio;
  return html`
    ${button('View', () => update({ viewShown: !viewShown }), { look: 'quiet view-toggle', expanded: viewShown, controls: 'appearance frame' })}
    ${button(contrastWords(studio), () => update({ tab: 'contrast', panelShown: true }), { look: 'quiet', action: 'show-contrast' })}
    ${button('Copy link', () => copyLink(studio), { look: 'wide', action: 'copy-link' })}
    ${leftOut(studio) === '' ? nothing : html`<span class="left-out problem wide">${leftOut(studio)}</span>`}
    ${button('Get the CSS', () => update({ tab: 'export', panelShown: true }), { look: 'primary wide' })}
  `;
}

function contrastWords({ contrast }: Studio): TemplateResult {
  const [low, all] = [countLow(contrast), countOf(contrast)];
  if (all === 0) return html`Contrast`;
  return low === 0
    ? html`<span><span aria-hidden="true">✓</span> ${all} contrasts AA</span>`
    : html`<span class="problem"><span aria-hidden="true">✕</span> ${low} too low<span class="visually-hidden"> of ${all} contrasts</span></span>`;
}

/** Which look and language. */
export function appearanceBar({ view, changeView: set }: Studio): TemplateResult {
  const setLanguage = (event: Event): void => set({ lang: chosen(event) });
  const setDirection = (event: Event): void => set({ dir: DIRECTIONS.find((dir) => dir === chosen(event)) ?? 'auto' });
  return html`
    ${segments('Mode', 'mode', MODES, view.mode, (mode) => set({ mode }), (mode) => MODE_NAMES[mode])}
    <label class="setting">
      <span class="setting-name">Language</span>
      <select name="lang" @change=${setLanguage}>
        ${LANGUAGES.map((code) => html`<option value=${code} ?selected=${code === view.lang}>${languageName(code)}</option>`)}
      </select>
    </label>
    <label class="setting">
      <span class="setting-name">Direction</span>
      <select name="dir" @change=${setDirection}>
        ${DIRECTIONS.map((dir) => html`<option value=${dir} ?selected=${dir === view.dir}>${DIRECTION_NAMES[dir]}</option>`)}
      </select>
    </label>
  `;
}

/** In which size, and what is told of it. */
export function frameBar({ view, inspecting, update, changeView: set }: Studio): TemplateResult {
  const setWidth = (event: Event): void => set({ width: clampWidth(Number(chosen(event))) });
  return html`
    <div class="setting">
      ${segments('Width', 'width', [...WIDTHS, 'full' as const], view.width, (width) => set({ width }), (width) => (width === 'full' ? 'Full' : String(width)))}
      <input
        class="number"
        type="number"
        inputmode="numeric"
        min=${WIDTH_LIMITS.min}
        max=${WIDTH_LIMITS.max}
        aria-label="Width in pixels"
        .value=${live(view.width === 'full' ? '' : String(view.width))}
        @change=${setWidth}
      />
    </div>
    ${segments('Text %', 'text', TEXTS, view.text, (text) => set({ text }), String)}
    ${segments('Zoom %', 'zoom', ZOOMS, view.zoom, (zoom) => set({ zoom }), String)}
    <div class="setting">
      ${button('Inspect', () => update({ inspecting: !inspecting }), { look: 'toggle', pressed: inspecting, action: 'inspect' })}
      ${button('Show slots', () => set({ slots: !view.slots }), { look: 'toggle', pressed: view.slots, action: 'slots' })}
    </div>
  `;
}

export function noteBox({ note, update }: Studio): TemplateResult | typeof nothing {
  if (note === null) return nothing;
  const { text, undo } = note;
  const dismiss = (): void => update({ note: null });
  const takeBack = (): void => {
    undo?.();
    dismiss();
  };
  return html`<span>${text}</span>${undo === undefined ? nothing : html`${button('Undo', takeBack)} ${button('Dismiss', dismiss, { look: 'quiet' })}`}`;
}

function segments<T extends string | number>(
  title: string,
  name: string,
  values: readonly T[],
  shown: T,
  onChoose: (value: T) => void,
  nameOf: (value: T) => string,
): TemplateResult {
  return html`<fieldset class="setting">
    <legend class="setting-name">${title}</legend>
    <span class="segments">
      ${values.map((value) => {
        const choose = (): void => onChoose(value);
        return html`<label class="segment">
          <input type="radio" name=${name} .value=${String(value)} .checked=${live(value === shown)} @change=${choose} /><span>${nameOf(value)}</span>
        </label>`;
      })}
    </span>
  </fieldset>`;
}

function chosen({ currentTarget }: Event): string {
  return (currentTarget as HTMLInputElement | HTMLSelectElement).value;
}
