/** Reads what the page has set on the element for a flow to begin. */
import { text } from './property-values.js';

/** An id is opaque; one longer than this is a mistake, and would not fit into an address. */
const MAX_ID_LENGTH = 1024;
const MAX_URL_LENGTH = 8192;

/** The properties that a flow depends on: a new one of these begins it anew. */
export interface ConfigurationSource {
  readonly endpoint: string;
  readonly onboardingId: string;
  readonly onboardingIdFrom: string;
  readonly reverify: boolean;
}

/** What the flow needs from the page: complete, or what is missing (with what could not be used for it), or what can't be used. */
export type Configuration =
  | { readonly kind: 'complete'; readonly url: string; readonly onboardingId: string; readonly reverify: boolean }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[]; readonly unusable: readonly string[] }
  | { readonly kind: 'unusable'; readonly what: string; readonly onboardingId: string };

/** What the page has written, in a form that can be compared. */
export function wordsOf({ endpoint, onboardingId, onboardingIdFrom, reverify }: ConfigurationSource): readonly unknown[] {
  const id = text(onboardingId).trim();
  return [text(endpoint), id, id === '' ? text(onboardingIdFrom) : '', Boolean(reverify)];
}

export function readConfiguration(source: ConfigurationSource): Configuration {
  const reverify = Boolean(source.reverify);
  const endpoint = text(source.endpoint).trim();
  const from = text(source.onboardingIdFrom).trim();
  const onboardingId = reverify ? '' : text(source.onboardingId).trim() || (idFrom(from) ?? '').trim();
  const missing: string[] = [];
  if (endpoint === '') missing.push('endpoint');
  const lacksId = onboardingId === '' && !reverify;
  if (lacksId) missing.push('onboarding-id');
  const unusable = lacksId && from !== '' && idFrom(from) === null ? ['onboarding-id-from'] : [];
  if (missing.length > 0) return { kind: 'incomplete', missing, unusable };
  const url = webUrl(endpoint);
  if (url === null) return { kind: 'unusable', what: 'endpoint', onboardingId };
  if (onboardingId.length > MAX_ID_LENGTH) return { kind: 'unusable', what: 'onboarding-id', onboardingId: '' };
  return { kind: 'complete', url, onboardingId, reverify };
}

/** The same for all elements that show the same verification, in whatever tab. Without the URL's query, which may hold a secret. */
export function verificationOf(configuration: Configuration): string {
  if (configuration.kind !== 'complete') return '';
  const { origin, pathname } = new URL(configuration.url);
  return `${origin}${pathname} ${configuration.reverify ? 'reverify' : configuration.onboardingId}`;
}

/** An `http(s)` URL, resolved against the page; `null` for anything else, and for one with credentials, which `fetch` refuses. */
export function webUrl(value: string): string | null {
  if (value.length > MAX_URL_LENGTH) return null;
  try {
    const url = new URL(value, document.baseURI);
    const usable = /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
    return usable ? url.href : null;
  } catch {
    return null;
  }
}

/** The id that `onboarding-id-from` points to; `""` where there is none, `null` where it points nowhere. */
function idFrom(source: string): string | null {
  const [, kind, name = ''] = /^(query|session-storage):(.+)$/.exec(source) ?? [];
  try {
    if (kind === 'query') return new URLSearchParams(location.search).get(name) ?? '';
    if (kind === 'session-storage') return sessionStorage.getItem(name) ?? '';
  } catch {
    // Storage can be forbidden altogether.
    return '';
  }
  return null;
}
