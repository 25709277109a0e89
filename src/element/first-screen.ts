/** The first screen as a literal: what a server paints before there is a browser, and what the browser finds of it. */
import { INITIAL_FLOW } from '../core/flow.js';
import { checking } from '../core/moves.js';
import { REGIONS, oneOf, type DocumentName, type Region } from '../core/names.js';
import { ownDirection } from '../localization/localize.js';
import type { Messages } from '../localization/messages.js';
import { documentsOf } from './configuration.js';
import type { KycVerificationProperties } from './kyc-verification-properties.js';
import type { ViewModel } from './views/view-model.js';
import type { Words } from './words.js';

/** All that the first screen depends on, whoever paints it. */
export interface FirstScreen {
  /** BCP 47 */
  readonly language: string;
  readonly messages: Messages;
  readonly documents: readonly DocumentName[];
  readonly proofOfAddress: boolean;
  readonly region: Region;
}

/** What can be shown before anything is known of the flow. */
export function firstScreenOf({ documents, proofOfAddress, region }: KycVerificationProperties, { language, messages }: Words): FirstScreen {
  return { language, messages, documents: documentsOf(documents), proofOfAddress, region: oneOf(REGIONS, region) };
}

const nothing = (): void => undefined;

/** The guidance, while the first read is under way. Nothing of the device is known yet. */
export function firstModel({ language, messages, ...shown }: FirstScreen): ViewModel {
  return {
    ...shown,
    messages,
    dir: ownDirection(language, messages),
    flow: { ...INITIAL_FLOW, screen: checking(0) },
    dark: false,
    // Whether its slot is filled, the browser's styles know.
    hasFooter: true,
    continueUrl: null,
    submittedAt: null,
    ways: { link: '', canHandOver: false, inFrame: false, code: null, browserUrl: null },
    actions: {
      start: nothing,
      check: nothing,
      leave: nothing,
      leaveAgain: nothing,
      close: nothing,
      handOver: nothing,
      copyLink: nothing,
      warmUp: nothing,
      fillSlot: nothing,
    },
  };
}
