/** What can be known of the camera without asking the user for it. */
import type { EnvironmentReport } from '../../core/environment.js';
import { answer } from './answer.js';
import { hiddenPlace, sampleFrame } from './hidden-place.js';
import { verdictOf, type Verdict } from './verdict.js';

export type CameraReport = Pick<EnvironmentReport, 'camera' | 'cameraPermission' | 'cameraPolicy'>;

/** `origins`: of the frames that are to have the camera as well. */
export async function inspectCamera(origins: readonly string[] | null): Promise<CameraReport> {
  const [listed, answered, told] = await Promise.all([answer(isListed), answer(permission), answer(() => Promise.resolve(policyOfPage()))]);
  const ofPage = told ?? policyBehind(answered, listed);
  return {
    camera: cameraBehind(listed, answered, ofPage),
    // To what a policy forbids browsers answer `denied`, whatever the user has said.
    cameraPermission: answered === undefined || (answered === 'denied' && ofPage === 'blocked') ? 'unknown' : answered,
    cameraPolicy: told === 'allowed' && origins !== null ? policyOfFrames(origins) : ofPage,
  };
}

/** Insecure pages have none, whatever the types say. */
function mediaDevices(): MediaDevices | undefined {
  return navigator.mediaDevices;
}

async function isListed(): Promise<boolean | undefined> {
  return (await mediaDevices()?.enumerateDevices())?.some(({ kind }) => kind === 'videoinput');
}

async function permission(): Promise<PermissionState> {
  // Asked anew each time: the user may have changed it meanwhile.
  return (await navigator.permissions.query({ name: 'camera' })).state;
}

/** A list without a camera proves that there is none only where nothing may have kept it from the list. */
function cameraBehind(listed: boolean | undefined, answered: PermissionState | undefined, policyOfPage: Verdict): EnvironmentReport['camera'] {
  if (listed === true) return 'present';
  const mayBeKept = answered === 'denied' || policyOfPage === 'blocked' || (policyOfPage === 'unknown' && window.top !== window);
  return listed === undefined || mayBeKept ? 'unknown' : 'missing';
}

/** Chromium's; the name of the standard, which no browser has yet, comes first. */
function policy(): FeaturePolicy | undefined {
  return document.permissionsPolicy ?? document.featurePolicy;
}

/** That of the page covers what the frames above it have given it. */
function policyOfPage(): Verdict | undefined {
  const allowed = policy()?.allowsFeature('camera');
  return allowed === undefined ? undefined : verdictOf([allowed]);
}

/**
 * Firefox ESR 140 and WebKitGTK 2.50 know no such policy but that of a frame's `allow`. Where it withholds the camera they answer
 * `denied` and leave the camera out of the list; to a user's denial they list it all the same.
 */
function policyBehind(answered: PermissionState | undefined, listed: boolean | undefined): Verdict {
  if (answered === 'granted' || answered === 'prompt' || listed === true) return 'allowed';
  return answered === 'denied' && listed === false && window.top !== window ? 'blocked' : 'unknown';
}

/** A frame that is never loaded knows what it would be given: the page's own answer for another origin leaves `allow` out of account. */
function policyOfFrames(origins: readonly string[]): Verdict {
  const place = hiddenPlace();
  try {
    return verdictOf(
      origins.map((origin) => {
        const frame = sampleFrame(origin);
        frame.loading = 'lazy';
        frame.allow = `camera ${origin}`;
        place.root.append(frame);
        return frame.featurePolicy?.allowsFeature('camera');
      }),
    );
  } finally {
    place.remove();
  }
}

interface FeaturePolicy {
  allowsFeature(feature: string): boolean;
}

declare global {
  interface Document {
    readonly permissionsPolicy?: FeaturePolicy;
    readonly featurePolicy?: FeaturePolicy;
  }
}
