import { STATES } from '../src/core/names.js';
import '../src/define.js';
import { byId, create } from './page/dom.js';
import { applyTheme, parseTheme, writeQuery } from './page/settings.js';

const WIDTHS = ['320', '480', 'full'] as const;
const DEFAULT_WIDTH = '320';

const view = byId('view', HTMLFormElement);
const grid = byId('states', HTMLElement);

for (const state of STATES) grid.append(cardOf(state));
const query = new URLSearchParams(location.search);
show(query);
for (const control of view.elements) {
  if (control instanceof HTMLInputElement) control.checked = control.value === valueOf(control.name, query);
}
view.addEventListener('change', () => {
  const chosen = new URLSearchParams();
  for (const [name, value] of new FormData(view)) {
    if (typeof value === 'string' && value && value !== DEFAULT_WIDTH) chosen.set(name, value);
  }
  writeQuery(chosen);
  show(chosen);
});

function show(chosen: URLSearchParams): void {
  grid.dataset['width'] = valueOf('width', chosen);
  applyTheme(parseTheme(chosen.get('theme')));
}

function valueOf(name: string, chosen: URLSearchParams): string {
  if (name === 'theme') return parseTheme(chosen.get('theme'));
  return WIDTHS.find((width) => width === chosen.get('width')) ?? DEFAULT_WIDTH;
}

function cardOf(state: string): HTMLElement {
  const card = create('article', 'state');
  const heading = create('h2');
  const link = create('a', '', state);
  link.href = `./index.html?preview=${state}`;
  heading.append(link);
  const element = create('kyc-verification');
  element.setAttribute('preview', state);
  element.setAttribute('continue-url', '#continue');
  const box = create('div', 'state-box');
  box.append(element);
  card.append(heading, box);
  return card;
}
