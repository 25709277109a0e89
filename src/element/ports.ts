import type { ReactiveControllerHost } from 'lit';
import type { KycErrorCode } from '../core/errors.js';
import type { Flow } from '../core/flow.js';
import type { Presentation } from '../core/names.js';
import { systemClock, type Clock } from '../services/clock.js';
import type { Endpoint } from '../services/endpoint-client.js';
import { device, type Device } from '../services/device.js';
import { departFor } from '../services/departure.js';
import { basics, hiddenMember } from '../services/environment/basics.js';
import { leftOpenMark, type LeftOpenMark } from '../services/left-open-mark.js';
import { loadAgain } from '../services/load-again.js';
import { pageActivity, type PageActivity } from '../services/page-activity.js';
import type { TabPorts } from '../services/tabs/other-tabs.js';
import { tabPorts } from '../services/tabs/tab-ports.js';
import type { FrameDialogText } from '../services/veriff/frame-stage.js';
import { isFrameBusy } from '../services/veriff/frame-lock.js';

/** The element, as far as its flow needs it. */
export type FlowHost = ReactiveControllerHost & HTMLElement;

/** What the page has set on the element, read anew at each use. */
export interface FlowSettings extends Pick<Endpoint, 'credentials' | 'headers' | 'sessionHosts'> {
  /** Seconds. */
  readonly pollInterval: () => number;
  readonly lang: () => string;
  readonly presentation: () => Presentation;
  readonly handoverUrl: () => string;
  readonly frameText: () => FrameDialogText;
  /** Whose theme the dialog takes. */
  readonly themedLike: () => Element;
  /** The flow has changed; its events are not yet told. */
  readonly onChange: (flow: Flow, before: Flow) => void;
}

/** The world as the flow meets it. */
export interface FlowPorts {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly random: () => number;
  readonly activity: PageActivity;
  readonly isOnline: () => boolean;
  readonly loadStart: () => Promise<typeof import('../services/start.js')>;
  readonly loadQrCode: () => Promise<typeof import('../services/qr-code.js')>;
  readonly tabs: TabPorts;
  readonly device: Device;
  readonly departFor: typeof departFor;
  readonly leftOpenMark: LeftOpenMark;
  readonly basics: typeof basics;
  /** What forbids a start, by a frame or by leaving the page. */
  readonly findObstacle: (leaves: boolean) => KycErrorCode | null;
}

export const productionPorts: FlowPorts = {
  fetch: (...request) => globalThis.fetch(...request),
  clock: systemClock,
  random: Math.random,
  activity: pageActivity,
  isOnline: () => pageActivity.isOnline(),
  loadStart: loadAgain(() => import('../services/start.js')),
  loadQrCode: loadAgain(() => import('../services/qr-code.js')),
  tabs: tabPorts,
  device,
  departFor,
  leftOpenMark,
  basics,
  findObstacle(leaves) {
    const { supported, secureContext } = basics();
    if (!supported) return 'unsupported-browser';
    if (!secureContext) return 'insecure-context';
    if (hiddenMember() !== undefined) return 'configuration';
    return !leaves && isFrameBusy() ? 'frame-busy' : null;
  },
};
