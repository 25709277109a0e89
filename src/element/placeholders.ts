/**
 * For CMS editors that strip unknown tags: `<div data-kyc-verification data-onboarding-id="…" data-endpoint="…">` gets the
 * element inside it, with every other `data-…` as its attribute (contract, section 2).
 */
const MARK = 'data-kyc-verification';

export function upgradePlaceholders(tag: string): void {
  const upgradeAll = (): void => {
    for (const placeholder of Document.prototype.querySelectorAll.call(document, `[${MARK}]`)) upgrade(placeholder, tag);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', upgradeAll, { once: true });
  upgradeAll();
}

function upgrade(placeholder: Element, tag: string): void {
  if (placeholder.querySelector(`:scope > ${tag}`) !== null) return;
  const element = document.createElement(tag);
  for (const { name, value } of placeholder.attributes) {
    if (name.startsWith('data-') && name !== MARK) element.setAttribute(name.slice('data-'.length), value);
  }
  // What stands in it is the fallback until now, or fills the element's slots.
  element.append(...placeholder.childNodes);
  placeholder.append(element);
}
