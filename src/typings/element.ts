/**
 * What the typings for frameworks are made of: the properties of the class, their attributes, and its events. The typings differ in how a
 * framework spells them, and in which spellings reach the element.
 */
import type { KycEventName } from '../element/events.js';
import type { HydratingElement } from '../element/hydrating-element.js';
import type { KycVerificationProperties } from '../element/kyc-verification-properties.js';

type Settable = Omit<KycVerificationProperties, keyof HydratingElement>;

/** What a page can set, by the names of the properties. */
export type Properties = { [P in keyof Settable]?: Settable[P] | undefined };

/** `onboardingId` is the attribute `onboarding-id`. */
type Hyphenated<S extends string> = S extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `-${Lowercase<Head>}`}${Hyphenated<Tail>}`
  : S;

/** What an attribute may say of a property; `never` where it has none. A flag is on by being there, so `false` is no value of every framework. */
type Value<T, Flag> = T extends boolean ? Flag : T extends number ? T | `${T}` : T extends string ? T : never;

/** What a page can set, by the names of the attributes. `Flag` is what turns one on and off that counts by being there. */
export type Attributes<Flag> = {
  [P in keyof Settable as [Value<Settable[P], Flag>] extends [never] ? never : Hyphenated<P>]?: Value<Settable[P], Flag> | undefined;
};

/** What only JavaScript can set. */
export type PropertiesWithoutAttribute = {
  [P in keyof Settable as [Value<Settable[P], true>] extends [never] ? P : never]?: Settable[P] | undefined;
};

/** What hears an event, by its name behind the framework's prefix. */
export type Listeners<Prefix extends string> = {
  [N in KycEventName as `${Prefix}${N}`]?: ((event: HTMLElementEventMap[N]) => void) | undefined;
};

/** Some frameworks take every name in `on…` for an event, attributes as well. */
export type TakenForEvent<A> = Extract<keyof A, `on${string}`>;

/**
 * Attributes for such a framework: HTML knows no case in their names, and a capital letter keeps `Onboarding-id` an attribute. The plain
 * spelling, which would set nothing, is refused: TypeScript would let any name with a hyphen pass.
 */
export type AttributesApartFromEvents<A> = Omit<A, TakenForEvent<A>> & {
  [N in TakenForEvent<A> as Capitalize<N>]?: A[N];
} & { [N in TakenForEvent<A>]?: Refused<'this framework takes it for an event: write Onboarding-id, Onboarding-id-from'> };

/** The type of what sets nothing in a framework; its errors say why. */
export interface Refused<Reason extends string> {
  readonly refused: Reason;
}
