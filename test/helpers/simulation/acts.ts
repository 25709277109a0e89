import fc from 'fast-check';
import { WARNINGS, type EnvironmentWarning } from '../../../src/core/environment.js';
import type { KycErrorCode } from '../../../src/core/errors.js';
import type { FrameMessage } from '../../../src/core/flow-events.js';
import { STATES, VERIFICATION_STATES, type KycState, type VerificationState } from '../../../src/core/names.js';
import type { Notice } from '../../../src/core/flow.js';
import type { Stray } from './stray.js';

/** What may happen to an element from outside. Plain data, so that a failing sequence can be read. Times in milliseconds. */
export type Act =
  | { readonly do: 'advance' | 'sleep' | 'setBack'; readonly span: number }
  /** The page may prevent it, ask twice in its handler, or have something that blocks it. `leaves`: by Veriff's own page. */
  | {
      readonly do: 'start';
      readonly page: 'accepts' | 'prevents' | 'starts again';
      readonly blocked: KycErrorCode | null;
      readonly leaves: boolean;
    }
  | { readonly do: 'check' | 'close' }
  | { readonly do: 'hide' | 'show' | 'goOffline' | 'goOnline' | 'comeBack' }
  /** What a look around finds from now on, whether the phone's code helps against it, and how long it takes. */
  | { readonly do: 'surroundings'; readonly finds: EnvironmentWarning | null; readonly away: boolean; readonly delay: number }
  /** The user goes on on a phone, or here after all. */
  | { readonly do: 'hand-over'; readonly away: boolean }
  /** The browser, which was led to Veriff's page, shows this one again; or has not left yet, and the user asks once more. */
  | { readonly do: 'returned' | 'leave-again' }
  | { readonly do: 'told'; readonly notice: Notice }
  | { readonly do: 'frame-says'; readonly message: FrameMessage }
  | { readonly do: 'frame-fails'; readonly code: KycErrorCode }
  /** What the server answers from now on. */
  | {
      readonly do: 'server-says';
      readonly state: VerificationState | null;
      readonly updated: 'newer' | 'same' | 'older';
      readonly retryIn: number | null;
    }
  /** How requests fare from now on. */
  | { readonly do: 'reads' | 'exchanges'; readonly fare: Fare }
  /** What comes of asking for a stream from now on; what becomes of one that is open. */
  | { readonly do: 'streams'; readonly fare: StreamFare }
  | { readonly do: 'stream-ends'; readonly how: 'end' | 'break' | 'stall' }
  /** `leftOpen`: the page before ended in mid-flow. */
  | { readonly do: 'configure'; readonly reverify: boolean; readonly leftOpen: boolean }
  | { readonly do: 'preview'; readonly state: KycState }
  | { readonly do: 'unconfigure' | 'misconfigure' | 'remove' }
  | { readonly do: 'stray'; readonly stray: Stray };

/** `null`: answered; a code: fails by it; `never`: not answered within its time. */
export interface Fare {
  readonly failure: KycErrorCode | 'never' | null;
  readonly delay: number;
  readonly retryAfter: number | null;
}

/** `none`: the endpoint does not offer one. `mute`: nothing but heartbeats. `other`: offered, and answered with something else. */
export type StreamFare = 'none' | 'good' | 'mute' | 'refused' | 'other';

const HOUR = 3_600_000;
const messages = fc.constantFrom<FrameMessage>('handshake', 'started', 'submitted', 'finished', 'canceled');
const state = fc.constantFrom<VerificationState | null>(null, ...VERIFICATION_STATES);
const readFailure = fc.constantFrom<KycErrorCode>(
  'offline',
  'network',
  'timeout',
  'unauthorized',
  'onboarding-invalid',
  'onboarding-not-found',
  'client-key',
  'rate-limited',
  'server',
  'bad-response',
  'configuration',
);
const fare = fc.record<Fare>({
  failure: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 3, arbitrary: readFailure }, fc.constant('never' as const)),
  delay: fc.constantFrom(0, 1, 300, 2_000, 6_000, 14_000),
  retryAfter: fc.constantFrom(null, null, null, 0, 30_000, 300_000),
});
const retryIn = fc.constantFrom(null, null, -1_000, 60_000, 2_000 * HOUR);
const age = fc.constantFrom(1, 1_000, 5_000, 60_000);

const found = fc.oneof(fc.constant(null), fc.constantFrom<EnvironmentWarning>(...WARNINGS));

const aStray: fc.Arbitrary<Stray> = fc.oneof(
  fc.record({ kind: fc.constant('reading'), state, age }),
  fc.record({ kind: fc.constant('failure'), code: readFailure, age }),
  fc.record({ kind: fc.constant('message'), message: messages }),
  fc.record({ kind: fc.constant('elsewhere'), open: fc.boolean() }),
  fc.record({ kind: fc.constant('warning'), warning: fc.constantFrom(...WARNINGS), away: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('session', 'exchange-failure', 'frame-failure', 'wake', 'return') }),
);

const as = <T extends Act>(weight: number, arbitrary: fc.Arbitrary<T>): { weight: number; arbitrary: fc.Arbitrary<Act> } => ({ weight, arbitrary });
const plain = <const N extends string>(...names: readonly N[]): fc.Arbitrary<{ readonly do: N }> =>
  fc.constantFrom(...names).map((name) => ({ do: name }));

const anAct: fc.Arbitrary<Act> = fc.oneof(
  as(16, fc.record({ do: fc.constant('advance'), span: fc.constantFrom(0, 1, 500, 3_000, 5_000, 10_000, 16_000, 60_000) })),
  as(2, fc.record({ do: fc.constant('advance'), span: fc.constantFrom(10 * 60_000, 61 * 60_000) })),
  as(4, fc.record({ do: fc.constantFrom('sleep', 'setBack'), span: fc.constantFrom(60_000, HOUR, 8 * HOUR, 25 * HOUR) })),
  as(
    14,
    fc.record({
      do: fc.constant('start'),
      page: fc.constantFrom('accepts', 'accepts', 'accepts', 'accepts', 'prevents', 'starts again'),
      blocked: fc.constantFrom(null, null, null, null, null, null, null, null, 'insecure-context', 'frame-busy'),
      leaves: fc.constantFrom(false, false, false, false, true),
    }),
  ),
  as(4, fc.record({ do: fc.constant('surroundings'), finds: found, away: fc.boolean(), delay: fc.constantFrom(0, 300, 2_000) })),
  as(4, fc.record({ do: fc.constant('hand-over'), away: fc.constantFrom(true, true, false) })),
  as(6, plain('returned', 'returned', 'leave-again')),
  as(1, fc.record({ do: fc.constant('told'), notice: fc.constantFrom('copied', 'copy-failed', 'not-loaded') })),
  as(6, plain('check')),
  as(3, plain('close')),
  as(8, plain('hide', 'show', 'show', 'goOffline', 'goOnline', 'goOnline', 'comeBack')),
  as(24, fc.record({ do: fc.constant('frame-says'), message: messages })),
  as(2, fc.record({ do: fc.constant('frame-fails'), code: fc.constantFrom('frame-blocked', 'frame-timeout', 'frame-busy') })),
  as(16, fc.record({ do: fc.constant('server-says'), state, updated: fc.constantFrom('newer', 'newer', 'same', 'older'), retryIn })),
  as(8, fc.record({ do: fc.constant('reads'), fare })),
  as(2, fc.record({ do: fc.constant('exchanges'), fare })),
  as(3, fc.record({ do: fc.constant('streams'), fare: fc.constantFrom('none', 'good', 'good', 'good', 'mute', 'refused', 'other') })),
  as(3, fc.record({ do: fc.constant('stream-ends'), how: fc.constantFrom('end', 'break', 'stall') })),
  as(1, fc.record({ do: fc.constant('configure'), reverify: fc.boolean(), leftOpen: fc.boolean() })),
  as(1, plain('unconfigure', 'misconfigure', 'remove', 'remove')),
  as(1, fc.record({ do: fc.constant('preview'), state: fc.constantFrom(...STATES) })),
  as(8, fc.record({ do: fc.constant('stray'), stray: aStray })),
);

const accepted: Act = { do: 'start', page: 'accepts', blocked: null, leaves: false };
const soon: Act = { do: 'advance', span: 500 };
const opened: readonly Act[] = [soon, accepted, soon, { do: 'frame-says', message: 'handshake' }];
const submitted: readonly Act[] = [...opened, { do: 'frame-says', message: 'submitted' }];
const reviewed: readonly Act[] = [...submitted, { do: 'frame-says', message: 'finished' }, soon];
const decided = (verdict: VerificationState): readonly Act[] => [{ do: 'server-says', state: verdict, updated: 'newer', retryIn: null }];

const warned = (away: boolean): readonly Act[] => [{ do: 'surroundings', finds: 'camera-missing', away, delay: 300 }, accepted, soon];
const left: readonly Act[] = [soon, { ...accepted, leaves: true }, soon];

/** How far the user has come before anything goes wrong. */
const beginnings: readonly (readonly Act[])[] = [
  [],
  opened,
  submitted,
  reviewed,
  [...decided('PENDING'), soon],
  // Retries: the server still says the old verdict.
  [...decided('REJECTED'), ...opened],
  [...decided('REJECTED'), ...reviewed],
  [...decided('RESUBMISSION_REQUESTED'), ...submitted],
  [...reviewed, ...decided('EXPIRED'), { do: 'advance', span: 16_000 }, accepted],
  [soon, ...warned(false)],
  [soon, ...warned(true)],
  [...decided('PENDING'), soon, ...warned(false)],
  [soon, { do: 'hand-over', away: true }, soon],
  left,
  [...decided('REJECTED'), ...left, { do: 'returned' }],
  [...left, ...decided('PENDING'), { do: 'returned' }],
];

/** What happens to one element, from its first configuration to its removal. */
export const aLife: fc.Arbitrary<readonly Act[]> = fc
  .tuple(fc.constantFrom(...beginnings), fc.array(anAct, { maxLength: 40, size: 'max' }))
  .map(([beginning, acts]) => [...beginning, ...acts]);

/** How the server dates its answers and whether it has a stream, where the numbers that the poller draws begin, and how Veriff is shown. */
export interface Setting {
  readonly dates: 'always' | 'never' | 'at times';
  readonly seed: number;
  readonly interval: number;
  readonly streams: StreamFare;
  /** `presentation="redirect"`. */
  readonly redirects: boolean;
}

export const aSetting: fc.Arbitrary<Setting> = fc.record({
  dates: fc.constantFrom('always', 'never', 'at times'),
  seed: fc.nat(),
  interval: fc.constantFrom(1_000, 5_000, 60_000),
  streams: fc.constantFrom('none', 'good'),
  redirects: fc.constantFrom(false, false, false, false, false, false, true),
});
