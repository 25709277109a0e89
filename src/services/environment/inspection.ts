/**
 * What may keep the verification from working where the page stands, found out before a session is spent. Nothing of it prompts the
 * user, stays on the page or takes longer than two seconds, and what a browser won't tell is `unknown`. It is loaded when it is needed.
 */
import { warningsOf, type EnvironmentReport } from '../../core/environment.js';
import type { Allowance, CameraFindings } from '../../core/environment-findings.js';
import { sampleOrigins } from '../../core/frame-origins.js';
import type { Basics } from './basics.js';
import { answer } from './answer.js';
import { inspectCamera } from './camera.js';
import { frameAllowance } from './frame-trial.js';
import { inAppBrowserOf } from './in-app-browser.js';

export interface InspectionOptions {
  /** As the attribute `session-hosts`. */
  readonly sessionHosts: string;
  /** Veriff is to stand in a frame of the page. */
  readonly framed: boolean;
}

/** Where there is nobody to ask: the page has changed what is asked, or is insecure, to which browsers answer as if the user had denied it. */
const SILENT: CameraFindings = { camera: 'unknown', cameraPermission: 'unknown', cameraPolicy: 'unknown' };

export async function inspectEnvironment(basics: Basics, { sessionHosts, framed }: InspectionOptions): Promise<EnvironmentReport> {
  const origins = framed ? sampleOrigins(sessionHosts) : null;
  // The first two bound themselves.
  const [camera, frame, mediaDevices, inAppBrowser] = await Promise.all([
    basics.secureContext ? inspectCamera(origins).catch(() => SILENT) : SILENT,
    frameAllowance(origins).catch((): Allowance => 'unknown'),
    answer(() => Promise.resolve(typeof navigator.mediaDevices.getUserMedia === 'function')),
    answer(() => Promise.resolve(inAppBrowserOf(navigator.userAgent, isInstalled()))),
  ]);
  const { secureContext, supported } = basics;
  const found = { secureContext, supported, mediaDevices: mediaDevices === true, ...camera, inAppBrowser: inAppBrowser ?? null, frame };
  return { ...found, warnings: warningsOf(found) };
}

/** Safari's own word for it, and that of the others. */
function isInstalled(): boolean {
  return ('standalone' in navigator && navigator.standalone === true) || matchMedia('(display-mode: standalone)').matches;
}
