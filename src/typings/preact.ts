/**
 * Typings of the element for Preact: `import 'kyc-verification/preact'` once. Listeners are `onkyc-verified`. The property `headers` is set
 * if the element is registered before Preact makes it.
 */
import type { HTMLAttributes } from 'preact';
import type { KycVerificationElement } from '../element/kyc-verification-element.js';
import type { Attributes, AttributesApartFromEvents, Listeners, PropertiesWithoutAttribute } from './element.js';

export type KycVerificationProps = HTMLAttributes<KycVerificationElement> &
  AttributesApartFromEvents<Attributes<boolean>> &
  Listeners<'on'> &
  PropertiesWithoutAttribute;

declare module 'preact' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Preact's own name for its table of elements
  namespace JSX {
    interface IntrinsicElements {
      'kyc-verification': KycVerificationProps;
    }
  }
}
