/**
 * Stands for Lit in the later files for script tags, which can't import the first one's. Templates are plain data, which Lit takes from whatever
 * copy or version of it they come: `_$litType$` is kept for that (lit-html 3.3.3, `TemplateResult`). A test of the built files holds it.
 */
const template =
  (type: 1 | 2) =>
  (strings: TemplateStringsArray, ...values: readonly unknown[]) => ({ _$litType$: type, strings, values });

export const html = template(1);
export const svg = template(2);
export const nothing = Symbol.for('lit-nothing');
export const css = (strings: TemplateStringsArray) => ({ cssText: strings.join('') });
export const notEqual = (value: unknown, before: unknown): boolean => !Object.is(value, before);
