import { html, type TemplateResult } from 'lit';
import { TABS, type Tab } from '../studio-state.js';
import { button } from './button.js';
import { contrastPanel } from './contrast-panel.js';
import { exportPanel } from './export-panel.js';
import { partsPanel } from './parts-panel.js';
import { rulesPanel } from './rules-panel.js';
import type { Studio } from './studio-context.js';
import { themePanel } from './theme-panel.js';

const PANELS: Readonly<Record<Tab, { readonly title: string; readonly content: (studio: Studio) => TemplateResult }>> = {
  theme: { title: 'Theme', content: themePanel },
  parts: { title: 'Parts', content: partsPanel },
  css: { title: 'CSS', content: rulesPanel },
  contrast: { title: 'Contrast', content: contrastPanel },
  export: { title: 'Export', content: exportPanel },
};

/** The tabs beside the previews. */
export function panel(studio: Studio): TemplateResult {
  const { tab: shown, panelShown, update } = studio;
  const onKeydown = (event: KeyboardEvent): void => moveTab(event, studio);
  const fold = (): void => update({ panelShown: !panelShown });
  return html`
    <div class="tabs">
      <div class="tab-list" role="tablist" aria-label="Tools" @keydown=${onKeydown}>${TABS.map((tab) => tabButton(tab, studio))}</div>
      ${button(panelShown ? 'Hide' : 'Show', fold, { look: 'quiet fold', label: panelShown ? 'Hide the tools' : 'Show the tools', expanded: panelShown, controls: 'panels' })}
    </div>
    <div id="panels" class="panels" ?hidden=${!panelShown}>
      ${TABS.map(
        (tab) => html`<section id="panel-${tab}" class="panel-body" role="tabpanel" aria-labelledby="tab-${tab}" tabindex="0" ?hidden=${tab !== shown}>
          ${PANELS[tab].content(studio)}
        </section>`,
      )}
    </div>
  `;
}

function tabButton(tab: Tab, { tab: shown, update }: Studio): TemplateResult {
  const show = (): void => update({ tab });
  return html`<button
    id="tab-${tab}"
    class="tab"
    role="tab"
    type="button"
    aria-selected=${tab === shown}
    aria-controls="panel-${tab}"
    tabindex=${tab === shown ? 0 : -1}
    @click=${show}
  >
    ${PANELS[tab].title}
  </button>`;
}

/** As tabs do: arrows move, Home and End go to the ends. */
function moveTab(event: KeyboardEvent, { tab, update }: Studio): void {
  const at = TABS.indexOf(tab);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
  const next = to === undefined ? undefined : TABS.at(to % TABS.length);
  if (next === undefined || !(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  update({ tab: next });
  event.currentTarget.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
}
