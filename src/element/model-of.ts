import { REGIONS, oneOf } from '../core/names.js';
import { documentsOf, text, webUrl } from './configuration.js';
import type { FlowController } from './flow-controller.js';
import type { KycVerificationProperties } from './kyc-verification-properties.js';
import type { PageScheme } from './page-scheme.js';
import type { ViewModel } from './views/view-model.js';
import type { Words } from './words.js';

/** The element's methods that are also its buttons'. */
type Startable = KycVerificationProperties & { start(): Promise<void>; checkStatus(): Promise<void>; close(): void };

/** All that the element shows now. */
export function modelOf(element: Startable, controller: FlowController, words: Words, scheme: PageScheme): ViewModel {
  const { flow, submittedAt, ways } = controller;
  return {
    flow,
    messages: words.messages,
    dir: words.dir,
    documents: documentsOf(element.documents),
    proofOfAddress: element.proofOfAddress,
    region: oneOf(REGIONS, element.region),
    dark: scheme.isDarkUndeclared,
    continueUrl: text(element.continueUrl) === '' ? null : webUrl(element.continueUrl),
    submittedAt,
    ways: ways.model,
    actions: {
      start: () => void element.start(),
      check: () => void element.checkStatus(),
      leave: () => void controller.start(true),
      leaveAgain: () => ways.leaveAgain(),
      close: () => element.close(),
      handOver: (away) => ways.handOver(away),
      copyLink: () => ways.copyLink(),
      warmUp: () => controller.warmUp(),
    },
  };
}
