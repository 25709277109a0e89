/** Asks what can be known of the camera without asking the user for it. */
import { allowanceOf, cameraFindings, type Allowance, type CameraFindings } from '../../core/environment-findings.js';
import type { SampleOrigins } from '../../core/frame-origins.js';
import { answer } from './answer.js';
import { sampleFrame } from './hidden-place.js';

/** `origins`: of the frames that are to have the camera as well; `null` if there is to be none. */
export async function inspectCamera(origins: SampleOrigins | null): Promise<CameraFindings> {
  const [listed, permission, policy] = await Promise.all([answer(isListed), answer(askPermission), answer(askPolicy)]);
  const findings = cameraFindings({ listed, permission, policy, inFrame: window.top !== window });
  // Who tells of the page's policy also tells of a frame's.
  return policy === true && origins !== null ? { ...findings, cameraPolicy: policyOfFrames([...origins.first, ...origins.further]) } : findings;
}

async function isListed(): Promise<boolean> {
  return (await navigator.mediaDevices.enumerateDevices()).some(({ kind }) => kind === 'videoinput');
}

/** Anew each time: the user may have changed it meanwhile. */
async function askPermission(): Promise<PermissionState> {
  return (await navigator.permissions.query({ name: 'camera' })).state;
}

/** Chromium's; the name of the standard, which no browser has yet, comes first. */
async function askPolicy(): Promise<boolean | undefined> {
  return (document.permissionsPolicy ?? document.featurePolicy)?.allowsFeature('camera');
}

/** A frame that is in no document knows what it would be given; the page's own answer for another origin leaves `allow` out of account. */
function policyOfFrames(origins: readonly string[]): Allowance {
  return allowanceOf(
    origins.map((origin) => {
      const frame = sampleFrame(origin);
      frame.allow = `camera ${origin}`;
      return frame.featurePolicy?.allowsFeature('camera');
    }),
  );
}

interface PermissionsPolicy {
  allowsFeature(feature: string): boolean;
}

declare global {
  interface Document {
    readonly permissionsPolicy?: PermissionsPolicy;
    readonly featurePolicy?: PermissionsPolicy;
  }
}
