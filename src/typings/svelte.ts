/**
 * Typings of the element for Svelte: `import 'kyc-verification/svelte'` once. Listeners are `onkyc-verified`, in components of Svelte 4's kind
 * `on:kyc-verified`. The property `headers` is set if the element is registered before Svelte makes it.
 */
import type { HTMLAttributes } from 'svelte/elements';
import type { KycVerificationElement } from '../element/kyc-verification-element.js';
import type { Attributes, AttributesApartFromEvents, Listeners, PropertiesWithoutAttribute } from './element.js';

/** Svelte writes `false` as text, which turns a flag on: leave it out by `undefined`. */
export type KycVerificationProps = HTMLAttributes<KycVerificationElement> &
  AttributesApartFromEvents<Attributes<true>> &
  Listeners<'on' | 'on:'> &
  PropertiesWithoutAttribute;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'kyc-verification': KycVerificationProps;
  }
}
