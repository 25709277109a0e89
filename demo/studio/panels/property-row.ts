import { html, nothing, type TemplateResult } from 'lit';
import type { Probes } from '../probes.js';
import type { PropertyControl } from '../property-controls.js';
import type { PropertyValue } from '../theme-model.js';
import { problemOf } from '../value-check.js';
import { button } from './button.js';

/** What every row of a property knows. */
export interface Row extends PropertyControl {
  readonly label: string;
  /** Undefined while the default holds. */
  readonly value: PropertyValue | undefined;
  /** What holds then. */
  readonly effective: string;
  readonly probes: Probes;
  readonly onChange: (value: PropertyValue | null) => void;
}

/** Name, what it is for, the fields, and what is wrong with them. */
export function propertyFrame(row: Row, fields: TemplateResult): TemplateResult {
  const { name, label, description, value, onChange } = row;
  const problems = [value?.light, value?.dark].flatMap((text) => (text === undefined ? [] : (problemOf(row, text) ?? [])));
  return html`<div class="property" role="group" aria-labelledby="label-${name}" data-property=${name} ?data-set=${value !== undefined}>
    <div class="property-head">
      <code id="label-${name}">${label}</code>
      ${button('Reset', () => onChange(null), { look: 'quiet reset', label: `Reset ${label}`, hidden: value === undefined })}
    </div>
    <p class="hint" id="hint-${name}">${withCode(description)}</p>
    <div class="fields">${fields}</div>
    ${problems.length === 0 ? nothing : html`<p class="problem" id="problem-${name}">Not used: ${problems[0]}</p>`}
  </div>`;
}

/** Words of the manifest, whose backquotes mark code. */
export function withCode(text: string): readonly (string | TemplateResult)[] {
  return text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));
}

/** Ids of the texts that explain a field. */
export function describedBy({ name, ...row }: Row): string {
  const bad = [row.value?.light, row.value?.dark].some((text) => text !== undefined && problemOf({ name, ...row }, text) !== null);
  return bad ? `hint-${name} problem-${name}` : `hint-${name}`;
}

export function isBad(row: Row, text: string | undefined): boolean {
  return text !== undefined && problemOf(row, text) !== null;
}

/** What was typed. */
export function typed({ currentTarget }: Event): string {
  return (currentTarget as HTMLInputElement).value;
}
