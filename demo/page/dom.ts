/** The element with this id. Throws where the page and its script have drifted apart. */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no ${type.name} with the id "${id}".`);
  return found;
}

/** A new element with a class and text; the text is never read as markup. */
export function create<K extends keyof HTMLElementTagNameMap>(tag: K, className = '', text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

/** The time of day to the millisecond, e.g. `14:03:07.250`, as a `<time>`. */
export function clockTime(at: Date): HTMLTimeElement {
  const two = (value: number): string => String(value).padStart(2, '0');
  const text = `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${String(at.getMilliseconds()).padStart(3, '0')}`;
  const time = create('time', '', text);
  time.dateTime = at.toISOString();
  return time;
}

/** Whether a scrolled box shows its end, to within a line. */
function showsEnd(box: HTMLElement): boolean {
  return box.scrollHeight - box.scrollTop - box.clientHeight < 24;
}

/** Appends to a scrolled list and keeps its end in view if it was; the oldest go once there are more than `limit`. */
export function appendEntry(list: HTMLElement, entry: HTMLElement, limit: number): void {
  const follow = showsEnd(list);
  list.append(entry);
  while (list.childElementCount > limit) list.firstElementChild?.remove();
  if (follow) list.scrollTop = list.scrollHeight;
}
