/**
 * Typings of the element for Vue: `import 'kyc-verification/vue'` once, for templates and JSX. Listeners are `@kyc-verified`, in JSX
 * `onKycVerified`. The property `headers` is `:headers.prop`; without `.prop` the element must be registered before Vue makes it.
 */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { KycVerificationElement } from '../element/kyc-verification-element.js';
import type { Attributes, Listeners, PropertiesWithoutAttribute } from './element.js';

type CamelCased<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<CamelCased<Tail>>}` : S;
/** Checkers of templates look up names in this form, however they are written. */
type InCamelCase<T> = { [N in keyof T & string as CamelCased<N>]?: T[N] };

/** Vue writes `false` as text, which turns a flag on, unless it finds a property of that very name: leave it out by `undefined`. */
export type KycVerificationProps = HTMLAttributes &
  PublicProps &
  Attributes<true | ''> &
  InCamelCase<Attributes<true | ''> & Listeners<'on-'>> &
  PropertiesWithoutAttribute;

declare module 'vue' {
  interface GlobalComponents {
    'kyc-verification': new () => KycVerificationElement & { $props: KycVerificationProps };
  }
  interface IntrinsicElementAttributes {
    'kyc-verification': KycVerificationProps;
  }
}
