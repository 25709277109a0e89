import '../../src/define.js';
import { EVENT_NAMES, type KycEventName, type KycState, type KycVerificationElement } from '../../src/index.js';
import { loadFlowModule } from '../../src/element/behavior-loader.js';
import { onCleanup, standIn } from './element-cleanup.js';
import { ENDPOINT } from './element-endpoint.js';
import { eventually, settle } from './element-time.js';

// As on a page that has had one element before: what only the first one does is in test/node/first-*.test.js.
await Promise.all([loadFlowModule(), import('../../src/element/hints.js')]);

export type Attributes = Readonly<Record<string, string | null>>;

const CONFIGURED: Attributes = { 'onboarding-id': 'US_1', endpoint: ENDPOINT, 'session-hosts': 'localhost:*' };

/** An element that is not on the page. `null` leaves an attribute of the usual configuration out. */
export function create(attributes: Attributes = {}, properties: Partial<KycVerificationElement> = {}): KycVerificationElement {
  const element = document.createElement('kyc-verification');
  for (const [name, value] of Object.entries({ ...CONFIGURED, ...attributes })) if (value !== null) element.setAttribute(name, value);
  return Object.assign(element, properties);
}

/** Puts a node on the page until the test ends. */
export function place<T extends Node>(node: T, parent: Node = document.body): T {
  parent.appendChild(node);
  onCleanup(async () => {
    node.parentNode?.removeChild(node);
    await settle();
  });
  return node;
}

const CLOSED: ShadowRootMode = 'closed';

/** A shadow tree that the page can't look into. */
export function closedTree(host: HTMLElement = place(document.createElement('div'))): ShadowRoot {
  return host.attachShadow({ mode: CLOSED });
}

/** An element on the page, rendered once. */
export async function mount(attributes: Attributes = {}, properties: Partial<KycVerificationElement> = {}): Promise<KycVerificationElement> {
  const element = place(create(attributes, properties));
  await element.updateComplete;
  return element;
}

/** An element on the page that has come to a state, and shows it. */
export async function mountIn(state: KycState, attributes: Attributes = {}, properties: Partial<KycVerificationElement> = {}): Promise<KycVerificationElement> {
  const element = await mount(attributes, properties);
  await reach(element, state);
  return element;
}

export async function reach(element: KycVerificationElement, state: KycState): Promise<void> {
  await eventually(() => element.state === state, `state ${state}, stands at ${element.state}`);
  await element.updateComplete;
}

/** Checks the status until the element has heard of that state: a check may find a read under way that was sent too early for it. */
export async function checkUntil(element: KycVerificationElement, state: KycState): Promise<void> {
  for (let checks = 0; checks < 5 && element.state !== state; checks++) await element.checkStatus();
  await reach(element, state);
}

export { EVENT_NAMES };

export type KycEvent = HTMLElementEventMap[KycEventName];

/** The events that reach a target, in order, until the test ends. */
export function record(target: EventTarget): KycEvent[] {
  const events: KycEvent[] = [];
  const keep = (event: Event): void => void events.push(event as KycEvent);
  for (const name of EVENT_NAMES) target.addEventListener(name, keep);
  onCleanup(() => EVENT_NAMES.forEach((name) => target.removeEventListener(name, keep)));
  return events;
}

/** In short: each name, and for a change of state `from>to`. */
export function told(events: readonly KycEvent[]): string[] {
  return events.map(({ type, detail }) => ('previousState' in detail ? `${detail.previousState}>${detail.state}` : type));
}

/** What the element has said on the console since the test began. */
export const warnings: string[] = [];

beforeEach(() => {
  warnings.length = 0;
  const { warn } = console;
  standIn(console, 'warn', (...words: unknown[]) => {
    if (String(words[0]).startsWith('<kyc-verification>')) warnings.push(words.join(' '));
    else warn.apply(console, words);
  });
});
