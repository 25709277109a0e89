/**
 * JSX typings for React 18.3 and 19: `import 'kyc-verification/react'` once. React sets attributes by these names; events and
 * the property `headers` go through a `ref`.
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { KycVerificationElement } from './element/kyc-verification-element.js';

export interface KycVerificationAttributes extends HTMLAttributes<KycVerificationElement> {
  'onboarding-id'?: string;
  'onboarding-id-from'?: string;
  endpoint?: string;
  /** React 18 takes booleans of custom elements as text: `''` sets it, `undefined` does not. */
  reverify?: boolean | '';
  credentials?: 'omit' | 'same-origin' | 'include';
  presentation?: 'modal' | 'embedded' | 'redirect';
  'session-hosts'?: string;
  documents?: string;
  'proof-of-address'?: boolean | '';
  region?: 'international' | 'us';
  'poll-interval'?: number | string;
  'handover-url'?: string;
  'continue-url'?: string;
  preview?: string;
  /** React 18 does not translate `className` on custom elements. */
  class?: string;
}

export type KycVerificationProps = DetailedHTMLProps<KycVerificationAttributes, KycVerificationElement>;

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- React's own name for its table of elements
  namespace JSX {
    interface IntrinsicElements {
      'kyc-verification': KycVerificationProps;
    }
  }
}
