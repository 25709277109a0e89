import { STATES } from '../../src/core/names.js';
import { byId, create } from './dom.js';
import { parsePretence, PRETENCES } from './pretend.js';
import type { Decision, Onboarding, Scenario } from './sandbox-client.js';
import { applyTheme, parseSettings, parseTheme, toQuery, writeAddress, type Settings, type Vendor } from './settings.js';

export interface Actions {
  /** Begins with these settings: a new onboarding unless there is one. */
  begin(settings: Settings, known: Onboarding | null): Promise<Onboarding>;
  /** Puts a fresh element in place of the present one, as a reload of the page would. */
  reload(): void;
  preview(state: string): void;
  decide(decision: Decision): Promise<void>;
  cutConnection(on: boolean): void;
}

const GROUP_LABELS: Readonly<Record<string, string>> = { journey: 'Journeys', error: 'Errors', network: 'Network' };
const DECISIONS: readonly Decision[] = ['approve', 'decline', 'resubmit', 'expire'];

/** The form of the tools: shows the settings, holds them back until "Start over", writes the applied ones into the address. */
export class Controls {
  readonly #form = byId('settings', HTMLFormElement);
  readonly #scenario = byId('scenario', HTMLSelectElement);
  readonly #preview = byId('preview', HTMLSelectElement);
  readonly #pretend = byId('pretend', HTMLSelectElement);
  readonly #startOver = byId('start-over', HTMLButtonElement);
  readonly #status = byId('settings-status', HTMLParagraphElement);
  readonly #scenarios: readonly Scenario[];
  readonly #actions: Actions;
  #applied: Settings;
  #onboardingId = '';

  constructor(scenarios: readonly Scenario[], settings: Settings, actions: Actions) {
    this.#scenarios = scenarios;
    this.#actions = actions;
    this.#applied = settings;
    for (const group of groupsOf(scenarios)) this.#scenario.append(group);
    for (const state of STATES) this.#preview.append(new Option(state, state));
    for (const [name, label] of Object.entries(PRETENCES)) this.#pretend.append(new Option(label, name));
    this.#fill(settings);
    this.#listen();
  }

  /** Starts with the settings of the form as they are: a new onboarding, unless one is known. Never rejects: what went wrong is told in the panel. */
  async apply(known: Onboarding | null = null): Promise<void> {
    const settings = this.#read();
    this.#startOver.disabled = true;
    await this.#attempt(async () => {
      const { onboardingId, provider } = await this.#actions.begin(settings, known);
      this.#offerDecisions(provider);
      this.#applied = settings;
      this.#onboardingId = onboardingId;
      writeAddress(settings, onboardingId);
      byId('offline', HTMLInputElement).checked = settings.scenario === 'offline';
    });
    this.#startOver.disabled = false;
    this.#describe();
  }

  #listen(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      // A disabled button loses the focus; give it back to who pressed it.
      const hadFocus = document.activeElement === this.#startOver;
      void this.apply().then(() => hadFocus && this.#startOver.focus());
    });
    this.#form.addEventListener('change', () => this.#describe());
    this.#preview.addEventListener('change', () => {
      this.#applyAtOnce({ preview: this.#preview.value });
      this.#actions.preview(this.#preview.value);
    });
    this.#pretend.addEventListener('change', () => {
      this.#applyAtOnce({ pretend: parsePretence(this.#pretend.value) });
      location.reload();
    });
    const theme = byId('theme', HTMLSelectElement);
    theme.addEventListener('change', () => {
      this.#applyAtOnce({ theme: parseTheme(theme.value) });
      applyTheme(parseTheme(theme.value));
    });
    byId('reload', HTMLButtonElement).addEventListener('click', () => this.#actions.reload());
    const offline = byId('offline', HTMLInputElement);
    offline.addEventListener('change', () => this.#actions.cutConnection(offline.checked));
    for (const button of this.#decideButtons()) {
      const decision = DECISIONS.find((known) => known === button.dataset['decision']);
      if (decision) button.addEventListener('click', () => void this.#attempt(() => this.#actions.decide(decision)));
    }
  }

  #decideButtons(): NodeListOf<HTMLButtonElement> {
    return byId('decide', HTMLDivElement).querySelectorAll('button');
  }

  /** Baanx passes only two of Veriff's decisions on. */
  #offerDecisions(vendor: Vendor): void {
    for (const button of this.#decideButtons()) {
      const { decision } = button.dataset;
      button.disabled = vendor === 'baanx' && (decision === 'resubmit' || decision === 'expire');
    }
    byId('decide-label', HTMLParagraphElement).textContent =
      vendor === 'baanx' ? 'Let Veriff decide now (Baanx has no word for the last two):' : 'Let Veriff decide now:';
  }

  #applyAtOnce(part: Partial<Settings>): void {
    this.#applied = { ...this.#applied, ...part };
    writeAddress(this.#applied, this.#onboardingId);
  }

  #fill(settings: Settings): void {
    const query = toQuery(settings);
    for (const control of this.#form.elements) {
      if (control instanceof HTMLInputElement) {
        control.checked = (query.get(control.name) ?? '').split(' ').includes(control.value);
      }
      if (control instanceof HTMLSelectElement) control.value = query.get(control.name) ?? defaultOf(control);
    }
    // A name that the sandbox does not know, from an old link: the first one.
    if (this.#scenario.selectedIndex < 0) this.#scenario.selectedIndex = 0;
    if (this.#preview.selectedIndex < 0) this.#preview.selectedIndex = 0;
  }

  #read(): Settings {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form)) if (typeof value === 'string') query.append(name, value);
    return parseSettings(query);
  }

  #describe(): void {
    const settings = this.#read();
    const scenario = this.#scenarios.find(({ name }) => name === settings.scenario);
    byId('scenario-description', HTMLParagraphElement).textContent = scenario?.description ?? '';
    byId('options-summary', HTMLSpanElement).textContent = optionsOf(settings);
    const isChanged = toQuery(settings).toString() !== toQuery(this.#applied).toString();
    const status = isChanged ? 'Press Start over to apply your choice.' : '';
    if (this.#status.textContent !== status) this.#status.textContent = status;
  }

  async #attempt(action: () => Promise<void>): Promise<void> {
    const error = byId('developer-error', HTMLParagraphElement);
    error.textContent = '';
    try {
      await action();
    } catch (cause) {
      error.textContent = cause instanceof Error ? cause.message : String(cause);
    }
  }
}

/** The value that a select has in settings when the query does not name it. */
function defaultOf(select: HTMLSelectElement): string {
  const settings: object = parseSettings(new URLSearchParams());
  const value: unknown = Reflect.get(settings, select.name);
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function groupsOf(scenarios: readonly Scenario[]): HTMLOptGroupElement[] {
  return [...new Set(scenarios.map(({ group }) => group))].map((name) => {
    const group = create('optgroup');
    group.label = GROUP_LABELS[name] ?? name;
    for (const scenario of scenarios) if (scenario.group === name) group.append(new Option(scenario.label, scenario.name));
    return group;
  });
}

/** What differs from the defaults, for the closed list of options. */
function optionsOf(settings: Settings): string {
  const parts = [
    settings.pending === 'on-create' && 'PENDING on create',
    `${settings.speed}×`,
    settings.provider === 'baanx' && 'Baanx',
    settings.provider === 'veriff' && 'Veriff',
    !settings.webhooks && 'no webhooks',
    settings.us && 'US',
    settings.reverify && 'reverify',
    settings.proofOfAddress && 'address',
    settings.consent && 'consent',
    settings.presentation !== 'modal' && settings.presentation,
    settings.handover && 'resume link',
    settings.documents && `${settings.documents.split(' ').length} of 4 documents`,
  ];
  return parts.filter(Boolean).join(', ');
}
