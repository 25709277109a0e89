import { DOCUMENTS, PRESENTATIONS, type Presentation } from '../../src/core/names.js';
import { parsePretence, type Pretence } from './pretend.js';

/** What the developer chose. The query of the page's address holds it, so that a link shows the same again. */
export interface Settings {
  readonly scenario: string;
  readonly pending: 'on-submit' | 'on-create';
  /** Seconds of review that pass in a real second. */
  readonly speed: number;
  readonly us: boolean;
  readonly reverify: boolean;
  /** Whom the endpoint asks; empty for whom the scenario needs. */
  readonly provider: Vendor | '';
  /** Whether webhooks reach the endpoint. */
  readonly webhooks: boolean;
  readonly proofOfAddress: boolean;
  /** Value of the attribute `documents`; empty for all. */
  readonly documents: string;
  readonly consent: boolean;
  readonly presentation: Presentation;
  /** Whether the element gets the page's own link with which one can go on elsewhere. */
  readonly handover: boolean;
  /** What the page pretends to be kept by. */
  readonly pretend: Pretence;
  /** A state name, or empty when the element runs live. */
  readonly preview: string;
  readonly theme: Theme;
}

export type Vendor = 'baanx' | 'veriff';

/** Empty follows the system. */
export type Theme = '' | 'light' | 'dark';

const SPEEDS = [1, 60, 600];
const DEFAULT_SPEED = 60;
const DEFAULT_SCENARIO = 'approve';
const NAME = /^[a-z0-9-]{1,40}$/;

/** Reads settings from a query or from the form's fields, which bear the same names; what is unknown becomes the default. */
export function parseSettings(query: URLSearchParams): Settings {
  const name = (key: string): string => {
    const value = query.get(key) ?? '';
    return NAME.test(value) ? value : '';
  };
  const speed = Number(query.get('speed'));
  const provider = query.get('provider');
  const chosen = query.getAll('documents').flatMap((value) => value.split(/[\s,]+/));
  const documents = DOCUMENTS.filter((kind) => chosen.includes(kind));
  return {
    scenario: name('scenario') || DEFAULT_SCENARIO,
    pending: query.get('pending') === 'on-create' ? 'on-create' : 'on-submit',
    speed: SPEEDS.includes(speed) ? speed : DEFAULT_SPEED,
    us: query.get('us') === '1',
    reverify: query.get('reverify') === '1',
    provider: provider === 'baanx' || provider === 'veriff' ? provider : '',
    webhooks: query.get('webhooks') !== 'off',
    proofOfAddress: query.get('address') === '1',
    documents: documents.length === DOCUMENTS.length ? '' : documents.join(' '),
    consent: query.get('consent') === '1',
    presentation: PRESENTATIONS.find((way) => way === query.get('presentation')) ?? 'modal',
    handover: query.get('handover') === '1',
    pretend: parsePretence(query.get('pretend')),
    preview: name('preview'),
    theme: parseTheme(query.get('theme')),
  };
}

export function parseTheme(value: string | null): Theme {
  return value === 'light' || value === 'dark' ? value : '';
}

/** The shortest query that {@link parseSettings} reads as the same settings. */
export function toQuery(settings: Settings): URLSearchParams {
  const query = new URLSearchParams();
  if (settings.scenario !== DEFAULT_SCENARIO) query.set('scenario', settings.scenario);
  if (settings.pending !== 'on-submit') query.set('pending', settings.pending);
  if (settings.speed !== DEFAULT_SPEED) query.set('speed', String(settings.speed));
  if (settings.us) query.set('us', '1');
  if (settings.reverify) query.set('reverify', '1');
  if (settings.provider) query.set('provider', settings.provider);
  if (!settings.webhooks) query.set('webhooks', 'off');
  if (settings.proofOfAddress) query.set('address', '1');
  if (settings.documents) query.set('documents', settings.documents);
  if (settings.consent) query.set('consent', '1');
  if (settings.presentation !== 'modal') query.set('presentation', settings.presentation);
  if (settings.handover) query.set('handover', '1');
  if (settings.pretend) query.set('pretend', settings.pretend);
  if (settings.preview) query.set('preview', settings.preview);
  if (settings.theme) query.set('theme', settings.theme);
  return query;
}

/** The name under which the query holds the onboarding, beside the settings. */
const ONBOARDING = 'onboarding';

/** The onboarding that the address names; empty for none. */
export function onboardingOf(query: URLSearchParams): string {
  return query.get(ONBOARDING) ?? '';
}

/** The page's own address for an onboarding: opened anywhere it shows the same one. Nothing in it is secret. */
export function addressOf(onboardingId: string, query = new URLSearchParams()): string {
  const settings = query.size > 0 ? `${query}&` : '';
  return `${location.pathname}?${settings}${ONBOARDING}=${onboardingId}`;
}

/** Puts settings and onboarding into the address without a new entry in the history. */
export function writeAddress(settings: Settings, onboardingId: string): void {
  history.replaceState(history.state, '', addressOf(onboardingId, toQuery(settings)) + location.hash);
}

export function applyTheme(theme: Theme): void {
  if (theme) document.documentElement.dataset['theme'] = theme;
  else delete document.documentElement.dataset['theme'];
}
