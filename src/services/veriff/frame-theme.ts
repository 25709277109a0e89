/** What the page's own styles and those of the element leave to what stands around Veriff's frame. */
import { CUSTOM_PROPERTIES, DERIVED_PROPERTIES, FOCUS_RING } from './frame-stage.styles.js';

/** The theme as it has come out at the element: what the page has set, else the element's default. */
export function takeTheme(element: HTMLElement, themedLike: Element): void {
  const theme = getComputedStyle(themedLike);
  element.style.setProperty('color-scheme', theme.colorScheme, 'important');
  const take = (name: string, ...sources: readonly string[]): void => {
    const value = sources.map((source) => theme.getPropertyValue(source)).find((found) => found !== '');
    if (value !== undefined) element.style.setProperty(name, value);
  };
  for (const name of CUSTOM_PROPERTIES) take(name, name.replace('--kyc-', '--_kyc-'), name);
  for (const name of DERIVED_PROPERTIES) take(name, name);
  // Every part is given its size: one that is relative to its parent's would grow from each to the next.
  if (theme.getPropertyValue('--_kyc-font-size') !== '') element.style.setProperty('--kyc-font-size', theme.fontSize);
}

/** Focus rings can't be inline. The sheet is on the page only while the frame is. */
export function addSheet(): () => void {
  if (!('adoptedStyleSheets' in document)) return () => undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(FOCUS_RING);
  // Past whatever the page has put in the property's place.
  const read = (): CSSStyleSheet[] => Reflect.get(Document.prototype, 'adoptedStyleSheets', document);
  const write = (sheets: CSSStyleSheet[]): void => void Reflect.set(Document.prototype, 'adoptedStyleSheets', sheets, document);
  write([...read(), sheet]);
  return () => write(read().filter((other) => other !== sheet));
}
