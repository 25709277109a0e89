/** What follows from what a browser answered about the camera and the frame: each answer alone can mislead. */
import type { EnvironmentReport } from './environment.js';

export type Allowance = 'allowed' | 'blocked' | 'unknown';

/** What holds for all origins; `unknown` where they differ, for nobody knows which a session's will be, and where there are none. */
export function allowanceOf(allowed: readonly (boolean | undefined)[]): Allowance {
  const [first] = allowed;
  if (first === undefined || allowed.some((one) => one !== first)) return 'unknown';
  return first ? 'allowed' : 'blocked';
}

/** `undefined` is what was not answered. */
export interface CameraAnswers {
  /** A camera is in the list of devices. */
  readonly listed: boolean | undefined;
  readonly permission: 'granted' | 'prompt' | 'denied' | undefined;
  /** The policy of the page, as the browser tells it; that of the frames above is part of it. */
  readonly policy: boolean | undefined;
  /** The page is itself in a frame. */
  readonly inFrame: boolean;
}

export type CameraFindings = Pick<EnvironmentReport, 'camera' | 'cameraPermission' | 'cameraPolicy'>;

export function cameraFindings(answers: CameraAnswers): CameraFindings {
  const { permission, policy } = answers;
  const cameraPolicy = policy === undefined ? policyBehind(answers) : allowanceOf([policy]);
  // To what a policy withholds browsers answer `denied`, whatever the user has said.
  const isOfPolicy = permission === 'denied' && cameraPolicy === 'blocked';
  return { cameraPolicy, camera: cameraBehind(answers, cameraPolicy), cameraPermission: isOfPolicy ? 'unknown' : (permission ?? 'unknown') };
}

/**
 * Firefox (153) and WebKit (WebKitGTK 2.50) tell of no policy, and know none but that of a frame's `allow`. Where it withholds the
 * camera they answer `denied` and leave the camera out of the list; where the user has denied it they list it all the same.
 */
function policyBehind({ listed, permission, inFrame }: CameraAnswers): Allowance {
  if (permission === 'granted' || permission === 'prompt' || listed === true) return 'allowed';
  return permission === 'denied' && listed === false && inFrame ? 'blocked' : 'unknown';
}

/** That none is listed proves that there is none only where nothing can have kept it from the list. */
function cameraBehind({ listed, permission, inFrame }: CameraAnswers, policy: Allowance): CameraFindings['camera'] {
  if (listed === true) return 'present';
  const mayBeKept = permission === 'denied' || policy === 'blocked' || (policy === 'unknown' && inFrame);
  return listed === undefined || mayBeKept ? 'unknown' : 'missing';
}
