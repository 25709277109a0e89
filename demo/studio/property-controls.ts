import { argumentsOf } from './css-text.js';
import type { DocumentedProperty } from './manifest-names.js';

/** How a custom property is set: all of it follows from what the manifest says. */
export interface PropertyControl {
  readonly name: string;
  readonly description: string;
  /** Empty where it is computed. */
  readonly default: string;
  readonly kind: 'color' | 'length' | 'font' | 'text';
  /** Of a length's slider. */
  readonly range?: LengthRange;
}

export interface LengthRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit: string;
  /** Where the slider stands while the default holds. */
  readonly initial: number;
}

const LENGTH = /(-?\d*\.?\d+)(px|r?em)\b/;

export function controlOf({ name, description = '', default: initial = '', syntax = '' }: DocumentedProperty): PropertyControl {
  const control = { name, description, default: initial };
  if (syntax === '<color>' || name.endsWith('-color')) return { ...control, kind: 'color' };
  if (name.endsWith('-font-family')) return { ...control, kind: 'font' };
  const length = lengthIn(initial);
  if (length !== null && (syntax.startsWith('<length') || LENGTH.exec(initial)?.[0] === initial)) {
    return { ...control, kind: 'length', range: rangeOf(name, length) };
  }
  return { ...control, kind: 'text' };
}

/** The number and unit of a plain length, or the first one in an expression. */
export function lengthIn(value: string): { number: number; unit: string } | null {
  const [, number, unit] = LENGTH.exec(value) ?? [];
  return number === undefined || unit === undefined ? null : { number: Number(number), unit };
}

/** From none to three times the default; what has to stay readable not below a half, and not above the double. */
function rangeOf(name: string, { number, unit }: { number: number; unit: string }): LengthRange {
  const text = /-(?:size|width)$/.test(name);
  const step = unit !== 'px' ? (number > 8 ? 0.5 : 0.0625) : number < 8 ? 0.5 : 1;
  return { min: text ? number / 2 : 0, max: text ? number * 2 : number * 3, step, unit, initial: number };
}

/** The two values of a colour: one of `light-dark()` has them apart, another is the same in both. */
export function schemePair(value: string): { light: string; dark: string } {
  const [light, dark] = argumentsOf('light-dark', value) ?? [value, value];
  return { light: light ?? value, dark: dark ?? value };
}
