import { html, nothing, type TemplateResult } from 'lit';
import type { Probes } from '../probes.js';
import type { PropertyControl } from '../property-controls.js';
import type { PropertyValue } from '../theme-model.js';
import { problemOf, problemsOf } from '../value-check.js';
import type { Scheme } from '../view-settings.js';
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
  const [problem] = problemsIn(row);
  const used = value !== undefined && problemOf(row, value.light) === null;
  const reset = ({ currentTarget }: Event): void => {
    onChange(null);
    // The button goes, and must not take the focus with it.
    (currentTarget as Element).closest('.property')?.querySelector<HTMLElement>('.text-field')?.focus();
  };
  return html`<div class="property" role="group" aria-labelledby="label-${name}" data-property=${name} ?data-set=${used}>
    <div class="property-head">
      <code id="label-${name}">${label}</code>
      ${button('Reset', reset, { look: 'quiet reset', label: `Reset ${label}`, hidden: value === undefined })}
    </div>
    <p class="hint" id="hint-${name}">${withCode(description)}</p>
    <div class="fields">${fields}</div>
    ${problem === undefined ? nothing : html`<p class="problem" id="problem-${name}">Not used: ${problem}</p>`}
  </div>`;
}

/** Words of the manifest, whose backquotes mark code. */
export function withCode(text: string): readonly (string | TemplateResult)[] {
  return text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));
}

/** Ids of the texts that explain a field. */
export function describedBy(row: Row): string {
  return problemsIn(row).length > 0 ? `hint-${row.name} problem-${row.name}` : `hint-${row.name}`;
}

function problemsIn(row: Row): readonly string[] {
  if (row.value === undefined) return [];
  const { light, dark } = problemsOf(row, row.value);
  return [light, dark].filter((problem) => problem !== null);
}

export function isBad(row: Row, scheme: Scheme): boolean {
  return row.value !== undefined && problemsOf(row, row.value)[scheme] !== null;
}

/** What was typed. */
export function typed({ currentTarget }: Event): string {
  return (currentTarget as HTMLInputElement).value;
}
