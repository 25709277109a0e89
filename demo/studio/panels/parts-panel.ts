import { html, nothing, type TemplateResult } from 'lit';
import { STATES } from '../../../src/core/names.js';
import { TAG, type Named } from '../manifest-names.js';
import type { Picked } from '../studio-state.js';
import { button } from './button.js';
import { withCode } from './property-row.js';
import { copy, type Studio } from './studio-context.js';

/** What can be named: the part that was clicked, and all parts, slots and states. */
export function partsPanel(studio: Studio): TemplateResult {
  const { names, picked, census, update } = studio;
  return html`
    <section class="group picked" aria-label="Chosen part">${picked === null ? howTo() : details(picked, studio)}</section>
    <section class="group" aria-label="All parts">
      <header class="group-head"><h2>Parts</h2></header>
      <ul class="chips">
        ${names.parts.map(({ name }) => {
          const pressed = picked?.name === name;
          const pick = { name, names: [name], around: [], state: null };
          return html`<li ?data-absent=${!census.parts.has(name)}>
            ${button(name, () => update({ picked: pressed ? null : pick }), { look: 'chip', pressed })}
          </li>`;
        })}
      </ul>
    </section>
    <section class="group" aria-label="Slots">
      <header class="group-head"><h2>Slots</h2></header>
      <dl class="names">${names.slots.map((slot) => slotEntry(slot, studio))}</dl>
    </section>
    <section class="group" aria-label="States">
      <header class="group-head"><h2>States</h2></header>
      <dl class="names">
        ${names.states.map(
          ({ name, description }) => html`<dt>
              <code>:state(${name})</code>
              ${copyButton(`${TAG}:state(${name})`, studio, 'quiet')}
            </dt>
            <dd>${withCode(description ?? '')}</dd>`,
        )}
      </dl>
    </section>
  `;
}

function howTo(): TemplateResult {
  return html`<p class="hint">Click anything in a preview, or choose a part below: here is how to select it in CSS.</p>`;
}

function details(picked: Picked, studio: Studio): TemplateResult {
  const { name, names, around, state } = picked;
  const { update, census } = studio;
  const part = studio.names.parts.find((one) => one.name === name);
  const states = census.parts.get(name) ?? [];
  const choose = (next: string): void => update({ picked: { ...picked, name: next } });
  return html`
    <header class="group-head">
      <h2>${name}</h2>
      ${button('Clear', () => update({ picked: null }), { look: 'quiet' })}
    </header>
    <p>${withCode(part?.description ?? 'The manifest does not know this part.')}</p>
    ${names.length > 1
      ? html`<p class="trail">
          <span class="hint">Its names</span>
          ${names.map((one) => button(one, () => choose(one), { look: 'chip', pressed: one === name }))}
        </p>`
      : nothing}
    ${around.length > 0
      ? html`<p class="trail">
          <span class="hint">Inside</span>
          ${around.map((one, index) => {
            const outer = { ...picked, name: one, names: [one], around: around.slice(0, index) };
            return button(one, () => update({ picked: outer }), { look: 'chip' });
          })}
        </p>`
      : nothing}
    ${selectorLine(`${TAG}::part(${name})`, studio)}
    ${state === null ? nothing : selectorLine(`${TAG}:state(${state})::part(${name})`, studio)}
    <p class="hint">${whereText(states)}</p>
  `;
}

function whereText(states: readonly string[]): string {
  if (states.length === STATES.length) return 'Stands in every state.';
  if (states.length === 0) return 'Stands in no preview: only now and then in use.';
  return `Stands in ${states.join(', ')}.`;
}

function selectorLine(selector: string, studio: Studio): TemplateResult {
  return html`<div class="selector">
    <code>${selector.split(/(?=:state|::part)/).map((piece) => html`<span class="piece">${piece}</span>`)}</code>
    <span class="selector-actions">
      ${copyButton(selector, studio)} ${button('Add a rule', () => studio.addRule(selector), { label: `Add a rule for ${selector}`, action: 'add-rule' })}
    </span>
  </div>`;
}

function slotEntry({ name, description }: Named, studio: Studio): TemplateResult {
  const states = studio.census.slots.get(name) ?? [];
  const example = `<div slot="${name}"></div>`;
  return html`<dt>
      <code>${name}</code>
      ${copyButton(example, studio, 'quiet')}
    </dt>
    <dd>${withCode(description ?? '')} <span class="hint">${whereText(states)}</span></dd>`;
}

function copyButton(text: string, studio: Studio, look = ''): TemplateResult {
  return button('Copy', () => copy(text, text, studio), { look, label: `Copy ${text}` });
}
