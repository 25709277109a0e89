import type { EnvironmentReport } from '../core/environment.js';

/** What can be told where that which looks around can't be loaded. */
export function unknownEnvironment(): EnvironmentReport {
  return {
    secureContext: isSecureContext,
    supported: true,
    mediaDevices: 'mediaDevices' in navigator,
    camera: 'unknown',
    cameraPermission: 'unknown',
    cameraPolicy: 'unknown',
    inAppBrowser: null,
    frame: 'unknown',
    warnings: [],
  };
}
