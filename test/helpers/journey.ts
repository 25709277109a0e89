import { fixture, html, waitUntil } from '@open-wc/testing';
import { EVENT_NAMES, type KycState, type KycVerificationElement } from '../../src/index.js';
import '../../src/define.js';

/** A user's way through the element, against the sandbox: its endpoint on this origin, Veriff's frame on another. */
export interface Journey {
  readonly element: KycVerificationElement;
  readonly onboardingId: string;
  /** Names of the events in order, state changes as `→ state`. */
  readonly events: string[];
  press(part: string): Promise<void>;
  /** Waits for a state. */
  reaches(state: KycState, timeout?: number): Promise<void>;
  /** Does in Veriff's frame what a user does there. */
  inFrame(command: FrameCommand): Promise<void>;
  /** What the endpoint was asked by the page, as `METHOD status`, streams as `stream 200`; sent by a vendor, as `webhook 200`. */
  calls(): Promise<string[]>;
  decide(decision: 'approve' | 'decline' | 'resubmit' | 'expire' | 'pending'): Promise<void>;
}

export type FrameCommand = 'begin' | 'submit' | 'cancel' | 'finish' | 'force-reload' | 'reload-request' | 'silent';

export interface JourneyOptions {
  readonly pending?: 'on-submit' | 'on-create';
  /** Seconds of review per second. */
  readonly speed?: number;
  readonly reverify?: boolean;
  /** Whom the endpoint asks; default: whom the scenario needs. */
  readonly provider?: 'baanx' | 'veriff';
  /** Whether webhooks reach the endpoint; default: yes. */
  readonly webhooks?: boolean;
  /** Seconds; default: 1. */
  readonly pollInterval?: number;
}

interface Call {
  readonly from: string;
  readonly to: string;
  readonly method: string;
  readonly status: number;
  readonly stream: boolean;
}

/** The page of a partner whose user has just come to this step. */
export async function arrive(scenario: string, options: JourneyOptions = {}): Promise<Journey> {
  const { pollInterval = 1, ...asked } = options;
  const made = await post<{ onboardingId: string; reverify: boolean }>('/sandbox/onboardings', { scenario, speed: 120, ...asked });
  const { onboardingId, reverify } = made;
  const events: string[] = [];
  const page = await fixture<HTMLElement>(html`<main></main>`);
  page.addEventListener('kyc-state-change', ({ detail }) => events.push(`→ ${detail.state}`));
  for (const name of EVENT_NAMES) {
    if (name !== 'kyc-state-change') page.addEventListener(name, () => events.push(name.slice('kyc-'.length)));
  }
  const element = document.createElement('kyc-verification');
  Object.assign(element, { endpoint: '/api/kyc', sessionHosts: 'localhost:*', pollInterval });
  Object.assign(element, reverify ? { reverify } : { onboardingId });
  page.append(element);
  await element.updateComplete;

  const frame = (): HTMLIFrameElement | null => document.querySelector<HTMLIFrameElement>('dialog.kyc-verification-dialog iframe');
  return {
    element,
    onboardingId,
    events,
    async press(part) {
      await element.updateComplete;
      const control = element.shadowRoot?.querySelector<HTMLElement>(`[part~="${part}"]`);
      if (control === null || control === undefined) throw new Error(`${element.state} has no ${part}`);
      control.click();
    },
    async reaches(state, timeout = 9000) {
      await waitUntil(() => element.state === state, `${state} is not reached from ${element.state}: ${events.join(' ')}`, { timeout });
      await element.updateComplete;
    },
    async inFrame(command) {
      const opened = (): number => events.filter((name) => name === 'opened').length;
      const started = (): number => events.filter((name) => name === 'start').length;
      await waitUntil(() => frame() !== null && opened() === started(), `the frame is not open: ${events.join(' ')}`, { timeout: 9000 });
      frame()?.contentWindow?.postMessage({ sandbox: command }, '*');
    },
    async calls() {
      const response = await fetch(`/sandbox/calls?onboardingId=${encodeURIComponent(onboardingId)}`);
      const calls = (await response.json()) as Call[];
      return calls
        .filter(({ to }) => to === 'endpoint')
        .map(({ from, method, status, stream }) => `${from !== 'page' ? 'webhook' : stream ? 'stream' : method} ${status}`);
    },
    async decide(decision) {
      await post('/sandbox/decide', { onboardingId, decision });
    },
  };
}

async function post<T>(path: string, body: object): Promise<T> {
  const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
}
