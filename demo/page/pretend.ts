import { WARNINGS, type EnvironmentWarning } from '../../src/core/environment.js';

/** What may keep a verification from working where a page stands, by the name of the element's warning; empty for the page as it is. */
export type Pretence = EnvironmentWarning | '';

export const PRETENCES: Readonly<Record<EnvironmentWarning, string>> = {
  'in-app-browser': 'the browser of an app',
  'camera-policy': 'a Permissions-Policy without camera',
  'camera-unsupported': 'a browser without cameras',
  'camera-missing': 'a device without a camera',
  'camera-denied': 'the camera was denied',
  'frame-blocked': 'a Content-Security-Policy without Veriff',
};

const INSTAGRAM = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 385.0.0.47.74 (iPhone15,2; iOS 18_5; en_GB; en; scale=3.00; 1179x2556; 747000000)';

/** The policies are real ones. What belongs to the browser, the device and the user can only be said differently. */
const INSTALL: Readonly<Record<EnvironmentWarning, () => void>> = {
  'in-app-browser': () => say(navigator, 'userAgent', INSTAGRAM),
  // The server sends the header with the page: see the plugin.
  'camera-policy': () => undefined,
  'camera-unsupported': () => say(navigator, 'mediaDevices', undefined),
  'camera-missing': () => {
    // Absent in an insecure page, whatever the types say.
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (devices === undefined) return;
    const list = devices.enumerateDevices.bind(devices);
    devices.enumerateDevices = async () => (await list()).filter(({ kind }) => kind !== 'videoinput');
  },
  'camera-denied': () => {
    const { permissions } = navigator;
    const query = permissions.query.bind(permissions);
    permissions.query = async (descriptor) => {
      const name: string = descriptor.name;
      return name === 'camera' ? Object.assign(new EventTarget(), { name, state: 'denied' as const, onchange: null }) : query(descriptor);
    };
  },
  'frame-blocked': () => {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "frame-src 'none'";
    document.head.append(policy);
  },
};

export function parsePretence(value: string | null): Pretence {
  return WARNINGS.find((warning) => warning === value) ?? '';
}

/** Makes the page seem to stand where that holds, until it is reloaded. To be called before the element's script runs. */
export function pretend(what: Pretence): void {
  if (what !== '') INSTALL[what]();
}

function say(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { configurable: true, get: () => value });
}
