import type { EnvironmentReport, EnvironmentWarning } from '../../src/core/environment.js';
import { productionPorts } from '../../src/element/ports.js';
import type { KycVerificationElement } from '../../src/index.js';
import { onCleanup, standIn } from './element-cleanup.js';
import { eventually } from './element-time.js';

/** What the element believes of its device and browser, until the test ends. */

export function haveNoCamera(): void {
  standIn(navigator.mediaDevices, 'enumerateDevices', () => Promise.resolve([]));
}

export function beInApp(): void {
  const userAgent = 'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 Instagram 334.0.0.42.95 Android';
  standIn(navigator, 'userAgent', userAgent);
}

/** The user has denied the page the camera. */
export function haveDenied(): void {
  const query = navigator.permissions.query.bind(navigator.permissions);
  standIn(navigator.permissions, 'query', async (asked) => {
    const status = await query(asked);
    standIn(status, 'state', 'denied');
    return status;
  });
}

/** Whoever looks around finds that, and nothing else. */
export function beWarnedOf(warning: EnvironmentWarning): void {
  const { loadStart } = productionPorts;
  const inspectEnvironment = (): Promise<EnvironmentReport> => Promise.resolve({ warnings: [warning] } as unknown as EnvironmentReport);
  standIn(productionPorts, 'loadStart', async () => ({ ...(await loadStart()), inspectEnvironment }));
}

/** A phone: nothing points on it. */
export function beOnPhone(): void {
  standIn(productionPorts.device, 'isDesktop', () => false);
}

/** The page stands in a frame of another. */
export function beInFrame(): void {
  standIn(productionPorts.device, 'isInFrame', () => true);
}

export interface Departures {
  /** Where the browser was led to, in order. */
  readonly urls: readonly string[];
  /** It shows the page again as it was. */
  comeBack(): void;
  /** Whether it is still to leave, or has. */
  readonly isLeft: boolean;
  /** Whether it was stopped on the way, and with it whatever else the page was loading. */
  readonly isStopped: boolean;
}

/** The browser stays where it is, and says where it would have gone. */
export function watchDepartures(): Departures {
  const urls: string[] = [];
  let onReturn: (() => void) | null = null;
  let isStopped = false;
  standIn(productionPorts, 'departFor', (url, returned) => {
    urls.push(url);
    onReturn = returned;
    return (stays) => {
      onReturn = null;
      isStopped ||= stays;
    };
  });
  return {
    urls,
    comeBack: () => onReturn?.(),
    get isLeft() {
      return onReturn !== null;
    },
    get isStopped() {
      return isStopped;
    },
  };
}

/** What was copied, in order; `false` from `allow`: the browser lets nobody copy. */
export function watchClipboard(allow = true): string[] {
  const copied: string[] = [];
  standIn(productionPorts.device, 'copy', async (text) => {
    if (!allow) throw new DOMException('Refused.', 'NotAllowedError');
    copied.push(text);
    return Promise.resolve();
  });
  return copied;
}

/** Presses Start and waits for what is told before a session is spent. */
export async function startIntoWarning(element: KycVerificationElement): Promise<void> {
  const states: string[] = [];
  const keep = (): void => void states.push(element.state);
  element.addEventListener('kyc-state-change', keep);
  onCleanup(() => element.removeEventListener('kyc-state-change', keep));
  await element.start();
  await eventually(() => states.join() === 'requesting,guidance', `a warning: ${states.join()}`);
  await element.updateComplete;
}
