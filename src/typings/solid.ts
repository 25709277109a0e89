/**
 * Typings of the element for Solid: `import 'kyc-verification/solid'` once. Listeners are `on:kyc-verified`; `attr:`, `bool:` and `prop:` say
 * what is set. Without one of them Solid sets the property where a value is computed, and writes the attribute where it renders on a server.
 */
import type { JSX } from 'solid-js';
import type { KycVerificationElement } from '../element/kyc-verification-element.js';
import type { Attributes, Listeners, Properties, Refused, TakenForEvent } from './element.js';

/** A server would write `false` as text, which turns a flag on: leave it out by `undefined`, or take `bool:`. */
type Plain = Attributes<true>;
type Flags = { [N in keyof Plain as Plain[N] extends true | undefined ? N : never]: boolean };

type WithPrefix<Prefix extends string, T> = { [N in keyof T & string as `${Prefix}:${N}`]?: T[N] | undefined };

export type KycVerificationProps = JSX.HTMLAttributes<KycVerificationElement> &
  Omit<Plain, TakenForEvent<Plain>> & { [N in TakenForEvent<Plain>]?: Refused<`Solid takes it for an event: write attr:${N}`> } &
  WithPrefix<'attr', Plain> &
  WithPrefix<'bool', Flags> &
  WithPrefix<'prop', Properties> &
  Listeners<'on:'>;

declare module 'solid-js' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Solid's own name for its table of elements
  namespace JSX {
    interface IntrinsicElements {
      'kyc-verification': KycVerificationProps;
    }
  }
}
