import { EVENT_NAMES } from '../../src/index.js';
import { appendEntry, byId, clockTime, create } from './dom.js';

const LIMIT = 200;

export interface EventLog {
  /** A line of the page's own between the events. */
  note(text: string): void;
}

/** Writes every event of the element, oldest first, as it reaches the document: after the page's own handlers. */
export function startEventLog(): EventLog {
  const list = byId('events', HTMLDivElement);
  for (const name of EVENT_NAMES) document.addEventListener(name, (event) => appendEntry(list, entryOf(event), LIMIT));
  byId('clear-events', HTMLButtonElement).addEventListener('click', () => list.replaceChildren());
  return { note: (text) => appendEntry(list, create('p', 'entry-note', text), LIMIT) };
}

function entryOf(event: Event): HTMLElement {
  const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
  const entry = create('details', 'entry');
  const summary = create('summary');
  summary.append(clockTime(new Date()), create('span', 'name', event.type));
  const extra = event.defaultPrevented ? 'prevented' : gist(detail);
  if (extra) summary.append(create('span', 'extra', extra));
  entry.append(summary, create('pre', '', JSON.stringify(detail, null, 2) ?? ''));
  return entry;
}

/** The one thing worth seeing without opening the entry. */
function gist(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return '';
  const text = (key: string): string => {
    const value: unknown = Reflect.get(detail, key);
    return typeof value === 'string' ? value : '';
  };
  return text('code') || text('reason') || (text('previousState') && `→ ${text('state')}`);
}
