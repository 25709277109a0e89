import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { NO_THEME, valueIn, withProperty, type PropertyValue, type StartTheme } from '../theme-model.js';
import type { PropertyControl } from '../property-controls.js';
import { button } from './button.js';
import { colorRow } from './color-row.js';
import { fontRow, lengthRow, textRow } from './value-rows.js';
import type { Studio } from './studio-context.js';

const GROUPS: readonly { readonly title: string; readonly kinds: readonly PropertyControl['kind'][] }[] = [
  { title: 'Colours', kinds: ['color'] },
  { title: 'Sizes', kinds: ['length'] },
  { title: 'Font and focus', kinds: ['font', 'text'] },
];

/** The starting point and every custom property. */
export function themePanel(studio: Studio): TemplateResult {
  const { controls, view, changeView } = studio;
  const groups = GROUPS.map(({ title, kinds }) => ({ title, list: controls.filter(({ kind }) => kinds.includes(kind)) }));
  return html`
    ${startPicker(studio)}
    ${groups.map(
      ({ title, list }) => html`<section class="group" aria-label=${title}>
        <header class="group-head">
          <h2>${title}</h2>
          ${title === 'Colours' ? html`<span aria-hidden="true">Light</span><span aria-hidden="true">Dark</span>` : nothing}
        </header>
        ${list.map((control) => propertyRow(control, studio))}
      </section>`,
    )}
    <section class="group" aria-label="Around it">
      <header class="group-head"><h2>Around it</h2></header>
      <p class="hint">Not part of the theme: the page that the previews stand on, and the window in which Veriff opens.</p>
      ${colorRow({
        name: 'page',
        label: 'Page',
        description: 'Background of the page.',
        value: view.page ?? undefined,
        effective: 'Canvas',
        kind: 'color',
        default: 'Canvas',
        probes: studio.probes,
        onChange: (page) => changeView({ page }),
      })}
      ${button('Show the window around Veriff', studio.showWindow)}
      <p><a href="./index.html" target="_blank" rel="noopener" title="In a new tab">The page in use</a></p>
    </section>
  `;
}

function startPicker({ starts, theme, changed, changeTheme, say }: Studio): TemplateResult {
  const all: readonly Pick<StartTheme, 'name' | 'title' | 'description'>[] = [
    { name: '', title: 'None', description: 'The element’s own look.' },
    ...starts,
  ];
  const chosen = all.find(({ name }) => name === theme.start);
  const changes = theme.properties.size > 0 || theme.rules !== '';
  const discard = (): void => {
    changeTheme(({ start }) => ({ ...NO_THEME, start }));
    say('Your changes are gone.', () => changeTheme(() => theme));
    // The button no longer does anything; what it did can be taken back.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('#note .button')?.focus());
  };
  return html`<section class="group" aria-label="Start">
    <header class="group-head"><h2 id="start-title">Start from</h2></header>
    <div class="starts" role="radiogroup" aria-labelledby="start-title" aria-describedby="start-description">
      ${all.map(({ name, title }) => {
        const choose = (): void => changeTheme((now) => ({ ...now, start: name }));
        return html`<label class="start">
          <input type="radio" name="start" .value=${name} .checked=${live(theme.start === name)} @change=${choose} /><span>${title}</span>
        </label>`;
      })}
    </div>
    <p class="hint" id="start-description">${chosen?.description}</p>
    <div class="group-foot">
      <p class="hint">
        ${changes
          ? `Changed: ${changed.used} of the properties${theme.rules === '' ? '' : ', and own rules'}.`
          : 'Nothing is changed yet.'}
      </p>
      ${button('Discard changes', discard, { look: 'quiet', disabled: !changes })}
    </div>
  </section>`;
}

function propertyRow(control: PropertyControl, { theme, start, probes, changeTheme }: Studio): TemplateResult {
  const { name } = control;
  const value = theme.properties.get(name);
  const row = {
    ...control,
    label: name,
    value,
    effective: (value === undefined ? probes.propertyText(name) : valueIn(start, name)) || control.default,
    probes,
    onChange: (next: PropertyValue | null) => changeTheme((now) => withProperty(now, name, next)),
  };
  switch (control.kind) {
    case 'color':
      return colorRow(row);
    case 'length':
      return lengthRow(row);
    case 'font':
      return fontRow(row);
    case 'text':
      return textRow(row);
  }
}
