import type { Presentation } from './names.js';

/**
 * What may keep the verification from working where the page stands, the one that matters most first.
 * A warning never blocks: the user may go on all the same.
 *
 * - `in-app-browser`: an app shows the page in a browser of its own, which often has no camera
 * - `camera-policy`: the Permissions-Policy of the page, or of a frame above it, keeps the camera from it or from Veriff
 * - `camera-unsupported`: the browser has no `getUserMedia`
 * - `camera-missing`: the device has no camera
 * - `camera-denied`: the user has denied this page the camera
 * - `frame-blocked`: the Content-Security-Policy of the page keeps it from showing Veriff's frame
 */
export const WARNINGS = ['in-app-browser', 'camera-policy', 'camera-unsupported', 'camera-missing', 'camera-denied', 'frame-blocked'] as const;
export type EnvironmentWarning = (typeof WARNINGS)[number];

/** What `checkEnvironment()` found. What a browser does not tell is `unknown`. */
export interface EnvironmentReport {
  /** Cameras need one: `https`, or this machine. */
  readonly secureContext: boolean;
  /** The browser has the features that the element is built on. */
  readonly supported: boolean;
  /** `navigator.mediaDevices.getUserMedia` is there. */
  readonly mediaDevices: boolean;
  readonly camera: 'present' | 'missing' | 'unknown';
  /** What the user has answered this page. */
  readonly cameraPermission: 'granted' | 'prompt' | 'denied' | 'unknown';
  /** Whether this page, and Veriff's frame in it, may ask for the camera. */
  readonly cameraPolicy: 'allowed' | 'blocked' | 'unknown';
  /** The app in whose browser the page is open, as `Instagram`; else `null`. */
  readonly inAppBrowser: string | null;
  /** Whether the page's Content-Security-Policy lets Veriff's frame be shown. */
  readonly frame: 'allowed' | 'blocked' | 'unknown';
  /** What of this may keep the verification from working, the most important first. */
  readonly warnings: readonly EnvironmentWarning[];
}

/** All that follows from what was found. */
export function warningsOf(found: Omit<EnvironmentReport, 'warnings'>): readonly EnvironmentWarning[] {
  const holds: Readonly<Record<EnvironmentWarning, boolean>> = {
    'in-app-browser': found.inAppBrowser !== null,
    'camera-policy': found.cameraPolicy === 'blocked',
    'camera-unsupported': found.secureContext && !found.mediaDevices,
    'camera-missing': found.mediaDevices && found.camera === 'missing',
    'camera-denied': found.cameraPermission === 'denied',
    'frame-blocked': found.frame === 'blocked',
  };
  return WARNINGS.filter((warning) => holds[warning]);
}

/** What a redirect leaves behind with the page: Veriff then stands on a page of its own, and asks for itself. */
const OF_THE_PAGE: readonly EnvironmentWarning[] = ['camera-policy', 'camera-denied', 'frame-blocked'];

/**
 * What the user is told before a session is spent: one thing at a time.
 *
 * @param inFrame the page stands in a frame: what withholds the camera from that withholds it from whatever page is opened there
 */
export function warningFor({ warnings }: Pick<EnvironmentReport, 'warnings'>, presentation: Presentation, inFrame: boolean): EnvironmentWarning | null {
  const isLeft = (warning: EnvironmentWarning): boolean => OF_THE_PAGE.includes(warning) && !(inFrame && warning === 'camera-policy');
  return warnings.find((warning) => presentation !== 'redirect' || !isLeft(warning)) ?? null;
}
