/** The screens that no preview shows: a warning, the code for the phone, leaving for Veriff's page, and failures with a way out. */
import { productionPorts, type FlowPorts } from '../../src/element/ports.js';
import type { KycState, KycVerificationElement } from '../../src/index.js';
import { STATES, arriveIn } from './element-arrivals.js';
import { standIn } from './element-cleanup.js';
import { mount, reach, type Attributes } from './element-fixture.js';
import { has, part } from './element-parts.js';
import { beInApp, beOnPhone, haveDenied, haveNoCamera, startIntoWarning, watchClipboard, watchDepartures } from './element-surroundings.js';
import { eventually } from './element-time.js';

export interface WayScreen {
  readonly title: string;
  readonly state: KycState;
  readonly arrive: (attributes?: Attributes) => Promise<KycVerificationElement>;
}

type StartModule = Awaited<ReturnType<FlowPorts['loadStart']>>;

/** A link for the phone. */
export const HANDOVER: Attributes = { 'handover-url': 'https://partner.example/resume?onboarding=US_1' };

/** A desktop, whatever the device of the test is. */
export function beOnDesktop(): void {
  standIn(productionPorts.device, 'isDesktop', () => true);
}

/** Each frame of the test fails at once. */
export function failFrame(code: 'frame-blocked' | 'frame-timeout'): void {
  const openVeriffFrame: StartModule['openVeriffFrame'] = ({ onFailed }) => {
    queueMicrotask(() => onFailed(code));
    return () => undefined;
  };
  const { loadStart } = productionPorts;
  standIn(productionPorts, 'loadStart', async () => ({ ...(await loadStart()), openVeriffFrame }));
}

async function guidance(attributes: Attributes = {}): Promise<KycVerificationElement> {
  return (await arriveIn('guidance', attributes)).element;
}

async function warned(attributes: Attributes = {}): Promise<KycVerificationElement> {
  const element = await guidance(attributes);
  await startIntoWarning(element);
  return element;
}

/** Veriff was opened and closed, and the camera is gone since. */
export async function warnedWhenLeft(attributes: Attributes = {}): Promise<KycVerificationElement> {
  const { element } = await arriveIn('verifying', attributes);
  element.close();
  await reach(element, 'guidance');
  haveNoCamera();
  beOnPhone();
  await startIntoWarning(element);
  return element;
}

/** Once the code for the phone is drawn. */
async function drawn(element: KycVerificationElement): Promise<KycVerificationElement> {
  await eventually(() => has(element, 'qr-code'), 'the code');
  return element;
}

/** The code for the phone, which the user has asked for. */
export async function arriveAtCode(attributes: Attributes = {}): Promise<KycVerificationElement> {
  beOnDesktop();
  const element = await guidance({ ...HANDOVER, ...attributes });
  part(element, 'phone-button').click();
  await element.updateComplete;
  return element;
}

/** After a start that leads to `failed`. */
export async function failedStart(attributes: Attributes = {}): Promise<KycVerificationElement> {
  const element = await guidance(attributes);
  await element.start();
  await reach(element, 'failed');
  return element;
}

/** What `arrive` leads to, after the link was copied, or could not be. */
export async function copied(arrived: Promise<KycVerificationElement>, allow = true): Promise<KycVerificationElement> {
  watchClipboard(allow);
  const element = await arrived;
  part(element, 'copy-button').click();
  await eventually(() => has(element, 'notice'), 'a line on the link');
  return element;
}

/** Each of them, reached as users reach it. */
export const WAY_SCREENS = {
  'phone-offer': {
    title: 'guidance with a link for the phone',
    state: 'guidance',
    arrive: (attributes) => {
      beOnDesktop();
      return guidance({ ...HANDOVER, ...attributes });
    },
  },
  code: { title: 'the code', state: 'guidance', arrive: async (attributes) => drawn(await arriveAtCode(attributes)) },
  app: {
    title: 'a warning in an app’s browser',
    state: 'guidance',
    arrive: (attributes) => {
      beInApp();
      return warned(attributes);
    },
  },
  denied: {
    title: 'a warning of a camera that is denied',
    state: 'guidance',
    arrive: (attributes) => {
      haveDenied();
      return warned(attributes);
    },
  },
  camera: {
    title: 'a warning of a phone without a camera, whose link is copied',
    state: 'guidance',
    arrive: (attributes) => {
      haveNoCamera();
      beOnPhone();
      return copied(warned(attributes));
    },
  },
  'camera-code': {
    title: 'a warning with the code',
    state: 'guidance',
    arrive: async (attributes) => {
      haveNoCamera();
      beOnDesktop();
      return drawn(await warned({ ...HANDOVER, ...attributes }));
    },
  },
  leaving: {
    title: 'leaving',
    state: 'verifying',
    arrive: async (attributes) => {
      watchDepartures();
      const element = await guidance({ presentation: 'redirect', ...attributes });
      await element.start();
      await reach(element, 'verifying');
      return element;
    },
  },
  blocked: {
    title: 'failed where no frame can be shown',
    state: 'failed',
    arrive: (attributes) => {
      failFrame('frame-blocked');
      return failedStart(attributes);
    },
  },
  'too-old': {
    title: 'failed in a browser that is too old',
    state: 'failed',
    arrive: (attributes) => {
      standIn(productionPorts, 'findObstacle', () => 'unsupported-browser');
      return failedStart(attributes);
    },
  },
} as const satisfies Readonly<Record<string, WayScreen>>;

export const ALL_WAY_SCREENS: readonly WayScreen[] = Object.values(WAY_SCREENS);

/** A screen with all that it can have. */
export interface ShownScreen {
  readonly title: string;
  readonly show: (attributes?: Attributes) => Promise<KycVerificationElement>;
}

const FULL: Attributes = { 'continue-url': '/next', 'proof-of-address': '', region: 'us' };

/** Every screen: the previews, and those that have none. */
export const SCREENS: readonly ShownScreen[] = [
  ...STATES.map((preview) => ({ title: preview, show: (attributes: Attributes = {}) => mount({ ...FULL, preview, ...attributes }) })),
  ...ALL_WAY_SCREENS.map(({ title, arrive }) => ({ title, show: (attributes: Attributes = {}) => arrive({ ...FULL, ...attributes }) })),
];
