import { render } from 'lit';
import manifest from 'virtual:custom-elements-manifest';
import { byId } from '../page/dom.js';
import { Address } from './address.js';
import { takeCensus, type Census } from './census.js';
import { gallery, previewsIn, showPart } from './gallery.js';
import { inspect } from './inspector.js';
import { LANGUAGES } from '../../src/localization/localize.js';
import { namesOf } from './manifest-names.js';
import { panel } from './panels/panel.js';
import type { Studio } from './panels/studio-context.js';
import { Probes, type Contrast } from './probes.js';
import { controlOf } from './property-controls.js';
import { withRule } from './rules-check.js';
import { showSampleWindow } from './sample-window.js';
import { highlightCss, Sheet } from './sheets.js';
import { startThemes } from './start-themes.js';
import type { Change, StudioState } from './studio-state.js';
import { countChanges, ownCss, themeCss, usable, valueText } from './theme-model.js';
import { actionBar, appearanceBar, frameBar, noteBox } from './toolbar.js';
import { problemOf } from './value-check.js';

const NOTE_TIME = 5000;
/** After the last change: a slider under way must not wait for it. */
const MEASURE_DELAY = 200;

const names = namesOf(manifest);
const controls = names.properties.map(controlOf);
const [actionsPlace, appearancePlace, framePlace, panelPlace, galleryPlace, notePlace] = [
  'actions', 'appearance', 'frame', 'panel', 'gallery', 'note',
].map((id) => byId(id, HTMLElement)) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];

const probes = new Probes(byId('probes', HTMLElement));
const themeSheet = new Sheet();
const highlightSheet = new Sheet();
const address = new Address(
  { properties: controls.map(({ name }) => name), starts: startThemes.map(({ name }) => name), languages: LANGUAGES },
  (found) => update(found),
);

let state: StudioState = {
  ...address.read(),
  tab: 'theme',
  picked: null,
  inspecting: true,
  panelShown: true,
  viewShown: false,
  note: null,
};
let census: Census = { parts: new Map(), slots: new Map() };
let contrast: Contrast = { pairs: [], checks: [] };
let drawing = 0;
let measuring = 0;
let noting = 0;
let measuredPage = '';

function accepts(name: string, text: string): boolean {
  const control = controls.find((one) => one.name === name);
  return control !== undefined && problemOf(control, text) === null;
}

function update(change: Change<StudioState>): void {
  const before = state;
  const patch = typeof change === 'function' ? change(before) : change;
  state = { ...state, ...patch };
  if (state.theme !== before.theme || state.view !== before.view) address.write(state);
  // What could be taken back no longer can once something else has changed.
  if (state.theme !== before.theme && patch.note === undefined && state.note?.undo) state = { ...state, note: null };
  if (patch.note !== undefined) {
    clearTimeout(noting);
    if (patch.note !== null && !patch.note.undo) noting = window.setTimeout(() => update({ note: null }), NOTE_TIME);
  }
  cancelAnimationFrame(drawing);
  drawing = requestAnimationFrame(draw);
  if (state.picked !== null && state.picked !== before.picked) showPart(galleryPlace, state.picked.name);
}

function start(): Studio['start'] {
  return startThemes.find(({ name }) => name === state.theme.start) ?? null;
}

function pageBackground(): string {
  const { page } = state.view;
  const used = page === null ? null : usable(page, (text) => problemOf({ name: 'page', kind: 'color', default: '' }, text) === null);
  return used === null ? 'Canvas' : valueText(used);
}

function studio(): Studio {
  return {
    ...state,
    names,
    controls,
    starts: startThemes,
    start: start(),
    census,
    contrast,
    probes,
    changed: countChanges(state.theme, accepts),
    css: () => themeCss(state.theme, start(), accepts),
    update,
    changeView: (change) => update(({ view }) => ({ view: { ...view, ...change } })),
    changeTheme: (change) => update(({ theme }) => ({ theme: change(theme) })),
    say: (text, undo) => update({ note: undo === undefined ? { text } : { text, undo } }),
    link: () => address.flush(),
    addRule,
    showWindow,
  };
}

function draw(): void {
  const { theme, view, picked, tab } = state;
  const changed = themeSheet.set([start()?.css ?? '', ownCss(theme, accepts)].join('\n'));
  highlightSheet.set(highlightCss(tab === 'parts' && picked !== null ? picked.name : null));
  const page = pageBackground();
  probes.setPage(page);
  const { style, dataset } = document.documentElement;
  style.setProperty('--text-scale', String(view.text / 100));
  galleryPlace.style.setProperty('--preview-width', view.width === 'full' ? '100%' : `${view.width}px`);
  galleryPlace.style.setProperty('--preview-zoom', String(view.zoom / 100));
  galleryPlace.dataset['mode'] = view.mode;
  galleryPlace.dataset['width'] = view.width === 'full' ? 'full' : 'fixed';
  dataset['panel'] = state.panelShown ? 'shown' : 'hidden';
  dataset['view'] = state.viewShown ? 'shown' : 'hidden';
  render(gallery(view, names.slots, page, { showWindow }), galleryPlace);
  drawPanels();
  if (changed || page !== measuredPage) measureSoon();
  measuredPage = page;
}

function drawPanels(): void {
  const now = studio();
  render(actionBar(now), actionsPlace);
  render(appearanceBar(now), appearancePlace);
  render(frameBar(now), framePlace);
  render(panel(now), panelPlace);
  render(noteBox(now), notePlace);
}

function measureSoon(): void {
  clearTimeout(measuring);
  measuring = window.setTimeout(() => void measure(), MEASURE_DELAY);
}

async function measure(): Promise<void> {
  const previews = previewsIn(galleryPlace);
  // The words of a language may still be on their way.
  await Promise.all([probes.ready(), ...previews.map(({ updateComplete }) => updateComplete)]);
  contrast = probes.contrast();
  census = takeCensus(previews);
  drawPanels();
}

function addRule(selector: string): void {
  const { text, caret } = withRule(state.theme.rules, selector);
  update({ theme: { ...state.theme, rules: text }, tab: 'css', panelShown: true });
  requestAnimationFrame(() => {
    const field = panelPlace.querySelector<HTMLTextAreaElement>('#rules');
    field?.focus();
    field?.setSelectionRange(caret, caret);
  });
}

function showWindow(): void {
  const [first] = previewsIn(galleryPlace);
  if (first !== undefined) void showSampleWindow(first, state.view.lang);
}

inspect(galleryPlace, {
  isOn: () => state.inspecting,
  onPick: (picked) => update({ picked, tab: 'parts', panelShown: true }),
});
// No link: the fragment holds the theme.
byId('skip', HTMLButtonElement).addEventListener('click', () => galleryPlace.focus());
addEventListener('keydown', ({ key, target }) => {
  if (key === 'Escape' && state.picked !== null && !(target instanceof HTMLTextAreaElement) && document.querySelector('dialog[open]') === null) {
    update({ picked: null });
  }
});
update({});
