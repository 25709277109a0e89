import { REGIONS, oneOf } from '../core/names.js';
import { messages } from '../localization/localize.js';
import type { FirstScreen } from './first-view.js';
import type { KycVerificationProperties } from './kyc-verification-properties.js';
import { documentsOf } from './property-values.js';
import type { Words } from './words.js';

/** What can be shown before anything is known of the flow. */
export function firstScreenOf({ documents, proofOfAddress, region }: KycVerificationProperties, { language }: Words): FirstScreen {
  return { language, messages: messages(language), documents: documentsOf(documents), proofOfAddress, region: oneOf(REGIONS, region) };
}
