/** Properties can be set to anything by pages that know no types. */
import { DOCUMENTS, type DocumentName } from '../core/names.js';

/** The government IDs to name; all of them where none is known. */
export function documentsOf(value: unknown): readonly DocumentName[] {
  const asked: readonly unknown[] = Array.isArray(value) ? value : text(value).split(/[\s,]+/);
  const known = DOCUMENTS.filter((name) => asked.includes(name));
  return known.length > 0 ? known : DOCUMENTS;
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
