import type { EnvironmentReport } from '../core/environment.js';
import type { Basics } from '../services/environment/basics.js';

/** What can be told where that which looks around can't be loaded. */
export function unknownEnvironment(basics: Basics): Omit<EnvironmentReport, 'warnings'> {
  return {
    ...basics,
    mediaDevices: 'mediaDevices' in navigator,
    camera: 'unknown',
    cameraPermission: 'unknown',
    cameraPolicy: 'unknown',
    inAppBrowser: null,
    frame: 'unknown',
  };
}
