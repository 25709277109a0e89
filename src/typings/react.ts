/**
 * Typings of the element for React: `import 'kyc-verification/react'` once. They are what the React of the page does.
 *
 * React 19 sets attributes, the property `headers`, and listeners such as `onkyc-verified`; the last two only if the element is registered
 * before React makes it, and not on what a server has rendered: there, and in React 18, which sets attributes alone, take a `ref`.
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { KycVerificationElement } from '../element/kyc-verification-element.js';
import type { Attributes, Listeners, PropertiesWithoutAttribute, Refused } from './element.js';

/** `createFactory` went with React 19. */
type IsReact18 = 'createFactory' extends keyof typeof import('react') ? true : false;

/** React 18 writes `false` as text, which turns a flag on: leave it out by `undefined`. */
type React18 = Attributes<true> & {
  [P in keyof (Listeners<'on'> & PropertiesWithoutAttribute)]?: Refused<'React 18 sets attributes only: use a ref'>;
};
type React19 = Attributes<boolean> & Listeners<'on'> & PropertiesWithoutAttribute;

/** React 18 does not translate `className` on custom elements. */
type WithClass = { class?: string | undefined };

export type KycVerificationProps = DetailedHTMLProps<
  HTMLAttributes<KycVerificationElement> & WithClass & (IsReact18 extends true ? React18 : React19),
  KycVerificationElement
>;

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- React's own name for its table of elements
  namespace JSX {
    interface IntrinsicElements {
      'kyc-verification': KycVerificationProps;
    }
  }
}
