import fc from 'fast-check';
import type { KycState } from '../../src/index.js';
import type { Act, ActOf, Sequence } from './acts.js';
import type { Reply } from './server.js';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

const one = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const word = one('HANDSHAKE', 'STARTED', 'SUBMITTED', 'FINISHED', 'CANCELED', 'RELOAD_REQUEST', 'FORCE_RELOAD');
const status = one(204, 304, 400, 401, 403, 404, 408, 418, 425, 429, 498, 499, 500, 502, 503);
const reply: fc.Arbitrary<Reply> = fc.oneof(
  { weight: 4, arbitrary: one<Reply>('as-it-stands') },
  { weight: 3, arbitrary: status },
  { weight: 4, arbitrary: one<Reply>('network', 'never', 'held', 'late', 'junk', 'hostile', 'brief') },
);
const says = fc.oneof(
  { weight: 5, arbitrary: one('VERIFIED', 'REJECTED', 'RESUBMISSION_REQUESTED', 'EXPIRED') },
  { weight: 4, arbitrary: one('PENDING', 'UNVERIFIED') },
  { weight: 1, arbitrary: one('absent', 'null', 'verified', ' VERIFIED', 'IN_REVIEW', '__proto__') },
);
const span = one(0, 1, 500, 2_999, 3 * SECOND, 4 * SECOND, 10 * SECOND, 15 * SECOND, 21 * SECOND, 36 * SECOND, 60 * SECOND, 300 * SECOND, 600 * SECOND);
const long = one(HOUR, 61 * 60 * SECOND, 8 * HOUR, 25 * HOUR);
/** The partner's own, for the phone. */
const LINK = 'https://partner.example/resume';
const previewed: fc.Arbitrary<KycState> = one('guidance', 'verifying', 'reviewing', 'verified', 'rejected', 'failed');

const act = (weight: number, arbitrary: fc.Arbitrary<Act>): { weight: number; arbitrary: fc.Arbitrary<readonly Act[]> } => ({
  weight,
  arbitrary: arbitrary.map((single) => [single]),
});
const attributes = fc.oneof(
  one('US_second', null).map((id) => ({ 'onboarding-id': id })),
  one('other', null, 'https://[').map((endpoint) => ({ endpoint })),
  one('', null).map((reverify) => ({ reverify })),
  one('localhost:*', '*.veriff.com').map((hosts) => ({ 'session-hosts': hosts })),
  one('de', 'ar', 'xx', null).map((lang) => ({ lang })),
  one(LINK, null, 'javascript:alert(1)').map((link) => ({ 'handover-url': link })),
  one('1', '60', 'junk').map((interval) => ({ 'poll-interval': interval })),
);

/** Acts by themselves, in any order. */
const single = [
  act(6, fc.record({ do: fc.constant('press'), part: one('start-button', 'continue-button', 'retry-button', 'check-button', 'primary-button', 'phone-button', 'back-button', 'copy-button') })),
  act(4, fc.record({ do: fc.constant('call'), method: one('start', 'checkStatus', 'close'), times: one(1, 1, 1, 2, 10) })),
  act(5, fc.record({ do: fc.constant('dialog'), to: one('close', 'escape', 'leave', 'stay', 'dialog-removed', 'frame-removed') })),
  act(8, fc.record({ do: fc.constant('say'), word })),
  act(2, fc.record({ do: fc.constant('forge'), word, from: one('sibling', 'page', 'script') })),
  act(9, fc.record({ do: fc.constant('server'), says, dated: fc.oneof({ weight: 6, arbitrary: one('newer') }, { weight: 4, arbitrary: one('same', 'not', 'not', 'older') }) })),
  act(1, fc.record({ do: fc.constant('server'), says: fc.constant('REJECTED'), dated: fc.constant('newer'), retryIn: one(-HOUR, HOUR, 48 * HOUR) })),
  act(4, fc.record({ do: one('reads', 'exchange'), are: reply })),
  act(2, fc.record({ do: fc.constant('release'), which: one('first', 'last'), as: reply.filter((as) => as !== 'held' && as !== 'late' && as !== 'never') })),
  act(2, fc.record({ do: fc.constant('network'), is: one('online', 'offline') })),
  act(2, fc.record({ do: fc.constant('view'), is: one('visible', 'hidden') })),
  act(2, fc.record({ do: fc.constant('camera'), is: one('there', 'gone', 'gone') })),
  act(1, fc.record({ do: fc.constant('cached'), for: fc.oneof(span, long) })),
  act(9, fc.record({ do: fc.constant('pass'), for: span })),
  act(1, fc.record({ do: one('pass', 'sleep'), for: long })),
  act(1, fc.record({ do: fc.constant('wall'), by: one(-365 * 24 * HOUR, -HOUR, HOUR, 365 * 24 * HOUR) })),
  act(2, fc.record({ do: fc.constant('place'), how: one('removed', 'added', 'readded', 'moved', 'appended') })),
  act(2, fc.record({ do: fc.constant('set'), attributes })),
  act(1, fc.record({ do: fc.constant<'preview'>('preview'), state: fc.option(previewed, { nil: null }) })),
  act(2, fc.record({ do: fc.constant('handler'), is: one('none', 'throws', 'prevents', 'removes') })),
];

const press = (part: (Act & { do: 'press' })['part']): Act => ({ do: 'press', part });
const say = (...words: readonly Parameters<typeof saying>[0][]): readonly Act[] => words.map(saying);
const saying = (spoken: (Act & { do: 'say' })['word']): Act => ({ do: 'say', word: spoken });
const unplugged: Act = { do: 'camera', is: 'gone' };
const linked: Act = { do: 'set', attributes: { 'handover-url': LINK } };
const says_ = (state: string): Act => ({ do: 'server', says: state, dated: 'newer' });

/** What users mostly do, so that every place is come to often. */
const walks: fc.Arbitrary<readonly Act[]> = one<readonly Act[]>(
  [press('primary-button')],
  [press('primary-button'), ...say('HANDSHAKE')],
  [press('primary-button'), ...say('HANDSHAKE', 'STARTED')],
  [press('primary-button'), ...say('HANDSHAKE', 'STARTED', 'SUBMITTED')],
  [press('primary-button'), ...say('HANDSHAKE', 'STARTED', 'SUBMITTED', 'FINISHED'), says_('PENDING'), { do: 'pass', for: 6_000 }],
  [press('primary-button'), ...say('HANDSHAKE', 'FINISHED')],
  [press('primary-button'), ...say('HANDSHAKE', 'CANCELED')],
  [press('primary-button'), ...say('FORCE_RELOAD', 'FORCE_RELOAD', 'FORCE_RELOAD')],
  [press('primary-button'), ...say('FORCE_RELOAD', 'FORCE_RELOAD', 'FORCE_RELOAD', 'FORCE_RELOAD')],
  [press('primary-button'), ...say('HANDSHAKE', 'FINISHED'), { do: 'reads', are: 401 }, { do: 'pass', for: 15_000 }, { do: 'pass', for: 60_000 }],
  [press('primary-button'), ...say('HANDSHAKE', 'FINISHED'), { do: 'reads', are: 404 }, { do: 'pass', for: 10_000 }],
  [press('primary-button'), ...say('HANDSHAKE', 'FINISHED'), { do: 'reads', are: 503 }, { do: 'pass', for: 600_000 }],
  [{ do: 'server', says: 'REJECTED', dated: 'not' }, press('check-button'), press('retry-button'), ...say('HANDSHAKE', 'FINISHED'), { do: 'pass', for: HOUR + 360_000 }],
  [press('primary-button'), ...say('HANDSHAKE', 'FINISHED'), says_('PENDING'), { do: 'pass', for: 25 * HOUR }],
  [says_('RESUBMISSION_REQUESTED'), ...say('SUBMITTED'), { do: 'pass', for: 9_000 }],
  [says_('REJECTED'), press('check-button'), press('retry-button')],
  [says_('UNVERIFIED'), { do: 'set', attributes: { 'onboarding-id': 'US_anew' } }],
  [{ do: 'set', attributes: { reverify: '' } }, says_('VERIFIED'), press('primary-button')],
  [unplugged, press('start-button')],
  [unplugged, press('start-button'), press('continue-button'), ...say('HANDSHAKE')],
  [unplugged, linked, press('start-button'), { do: 'pass', for: 600_000 }],
  [unplugged, linked, press('start-button'), says_('PENDING'), press('check-button')],
  [linked, press('phone-button'), { do: 'pass', for: 21 * SECOND }, says_('PENDING'), { do: 'pass', for: 300 * SECOND }, press('continue-button')],
  [linked, press('phone-button'), says_('VERIFIED'), { do: 'pass', for: 300 * SECOND }],
  [linked, press('phone-button'), press('back-button'), press('start-button')],
);

const whose = <T extends readonly Act[]>(acts: fc.Arbitrary<T>): fc.Arbitrary<readonly ActOf[]> =>
  fc.tuple(acts, fc.oneof({ weight: 3, arbitrary: one<0 | 1>(0) }, { weight: 2, arbitrary: one<0 | 1>(1) })).map(([some, of]) => some.map((act_) => ({ ...act_, of })));

export const sequences: fc.Arbitrary<Sequence> = fc.record({
  elements: fc.oneof({ weight: 4, arbitrary: one<1 | 2>(1) }, { weight: 1, arbitrary: one<1 | 2>(2) }),
  acts: fc
    .array(whose(fc.oneof(...single, { weight: 14, arbitrary: walks })), { minLength: 4, maxLength: 24, size: 'max' })
    .map((some) => some.flat()),
});
