import type { KycState, KycVerificationElement } from '../../src/index.js';
import { STATES, arriveIn } from './element-arrivals.js';
import { held, refuses, says, scriptEndpoint, session, silent, unreachable, type Reply } from './element-endpoint.js';
import { mount, mountIn, reach, type Attributes } from './element-fixture.js';
import { openFrame } from './element-frame.js';
import { holdTime, settle } from './element-time.js';
import type { ScreenName } from './theming-guide.js';

/** What an element has been through, as far as its parts depend on it. */
export interface Situation {
  readonly title: string;
  readonly state: KycState;
  /** As the guide names it. Default: the state. */
  readonly screen?: ScreenName;
  /** The conditions of the guide (demo/docs/theming.md) that hold in it. */
  readonly holds: readonly string[];
  readonly arrive: () => Promise<KycVerificationElement>;
}

/** What shows most. */
export const FULL: Attributes = { 'continue-url': '/next', 'proof-of-address': '' };

/** What holds in a preview with `FULL`. */
const IN_PREVIEW: Partial<Record<KycState, readonly string[]>> = {
  reviewing: ['after a submission, unless stalled', 'unless stalled'],
  verified: ['with `continue-url` or `reverify`', 'with `continue-url`'],
  rejected: ['unless a retry is held back'],
  resubmission: ['with reasons'],
  failed: ['after a start that failed'],
};

export const previews: readonly Situation[] = STATES.map((state) => ({
  title: `the preview of ${state}`,
  state,
  holds: IN_PREVIEW[state] ?? [],
  arrive: () => mount({ ...FULL, preview: state }),
}));

const HOUR = 3_600_000;
const US: Attributes = { ...FULL, region: 'us' };
const later = (): string => new Date(Date.now() + HOUR).toISOString();

/** After a first read that was answered so. */
async function answered(reply: Reply, state: KycState, attributes: Attributes = FULL): Promise<KycVerificationElement> {
  scriptEndpoint({ get: [reply] });
  return mountIn(state, attributes);
}

/** After a first exchange that was refused. */
async function refusedStart(status: number, headers: Record<string, string> = {}): Promise<KycVerificationElement> {
  scriptEndpoint({ post: [refuses(status, headers)] });
  const element = await mountIn('guidance', FULL);
  void element.start();
  await reach(element, 'failed');
  return element;
}

/** After Veriff was closed before anything was sent. The session is past its time, so that a start asks for another, in vain. */
async function unfinished(): Promise<KycVerificationElement> {
  scriptEndpoint({ post: [session({ expiresAt: '2026-01-01T10:00:00Z' }), silent] });
  const element = await mountIn('guidance', FULL);
  await openFrame(element);
  element.close();
  await reach(element, 'guidance');
  return element;
}

/** After all was sent; from then on reads are answered so. */
async function submitted(reply: Reply, attributes: Attributes = FULL): Promise<KycVerificationElement> {
  const endpoint = scriptEndpoint();
  const element = await mountIn('guidance', attributes);
  const frame = await openFrame(element);
  endpoint.answerGet(reply);
  frame.say('FINISHED');
  await reach(element, 'reviewing');
  await settle();
  return element;
}

/** After a second attempt that the server has not taken note of for more than an hour. */
async function unchanged(): Promise<KycVerificationElement> {
  const time = holdTime();
  const element = await answered(says('EXPIRED'), 'expired');
  const frame = await openFrame(element);
  await time.advance(1);
  frame.say('FINISHED');
  await reach(element, 'reviewing');
  // One read more, long after the submission.
  await time.advance(HOUR + 10 * 60_000);
  await element.updateComplete;
  return element;
}

/** What `arrive` leads to, and then a read that the user asks for and that has no end. */
async function checking(arrived: Promise<KycVerificationElement>): Promise<KycVerificationElement> {
  const element = await arrived;
  await settle();
  scriptEndpoint({ get: [held().reply] });
  void element.checkStatus();
  await element.updateComplete;
  return element;
}

/** What `arrive` leads to, and then a read that the user asks for and that fails. */
async function checkedInVain(arrived: Promise<KycVerificationElement>): Promise<KycVerificationElement> {
  const element = await arrived;
  scriptEndpoint({ get: [unreachable] });
  await element.checkStatus();
  await element.updateComplete;
  return element;
}

const FOLLOWED = ['after a submission, unless stalled', 'unless stalled'];
const FRESH = ['on a fresh load', 'unless stalled', 'when it can be continued'];
const HELD_BACK = ['while a retry is held back'];
const NOTED = 'that stays after Check now or Copy link';
const BUSY = 'that is busy';

const onFreshLoad = (): Promise<KycVerificationElement> => answered(says('PENDING'), 'reviewing');
const heldBack = (): Promise<KycVerificationElement> => answered(says('REJECTED', { retryAt: later() }), 'rejected');
const opened = async (): Promise<KycVerificationElement> => (await arriveIn('verifying', FULL)).element;

/** Ways through the flow that lead to each of them. */
export const situations: readonly Situation[] = [
  { title: 'idle', state: 'idle', holds: [], arrive: async () => (await arriveIn('idle')).element },
  ...(['checking', 'guidance', 'requesting'] as const).map((state) => ({
    title: `${state} in the US`,
    state,
    holds: ['with `region="us"`'],
    arrive: async () => (await arriveIn(state, US)).element,
  })),
  { title: 'guidance to be continued', state: 'guidance', holds: ['to be continued'], arrive: unfinished },
  { title: 'guidance to be continued, while it is checked', state: 'guidance', holds: ['to be continued', BUSY], arrive: () => checking(unfinished()) },
  {
    title: 'requesting when continued',
    state: 'requesting',
    holds: ['when continued'],
    arrive: async () => {
      const element = await unfinished();
      void element.start();
      await reach(element, 'requesting');
      return element;
    },
  },
  {
    title: 'requesting after 10 s',
    state: 'requesting',
    holds: ['after 10 s'],
    arrive: async () => {
      const time = holdTime();
      const { element } = await arriveIn('requesting', FULL);
      await time.advance(10_000);
      await element.updateComplete;
      return element;
    },
  },
  { title: 'verifying', state: 'verifying', holds: [], arrive: opened },
  { title: 'verifying, checked in vain', state: 'verifying', holds: [NOTED], arrive: () => checkedInVain(opened()) },
  { title: 'reviewing on a fresh load', state: 'reviewing', holds: FRESH, arrive: onFreshLoad },
  { title: 'reviewing on a fresh load, while it is checked', state: 'reviewing', holds: [...FRESH, BUSY], arrive: () => checking(onFreshLoad()) },
  { title: 'reviewing on a fresh load, checked in vain', state: 'reviewing', holds: [...FRESH, NOTED], arrive: () => checkedInVain(onFreshLoad()) },
  { title: 'reviewing after a submission', state: 'reviewing', holds: FOLLOWED, arrive: () => submitted(says('UNVERIFIED')) },
  {
    title: 'reviewing once the submission is confirmed',
    state: 'reviewing',
    holds: [...FOLLOWED, 'once the submission is confirmed', 'when it can be continued'],
    arrive: () => submitted(says('PENDING')),
  },
  { title: 'reviewing once the submission is confirmed, without continue-url', state: 'reviewing', holds: FOLLOWED, arrive: () => submitted(says('PENDING'), {}) },
  { title: 'reviewing when it is stalled', state: 'reviewing', holds: [], arrive: () => submitted(refuses(400)) },
  {
    title: 'reviewing when nothing has changed for an hour',
    state: 'reviewing',
    holds: ['when nothing has changed for an hour', 'when it can be continued'],
    arrive: unchanged,
  },
  { title: 'verified without a place to go', state: 'verified', holds: [], arrive: () => answered(says('VERIFIED'), 'verified', {}) },
  { title: 'verified with continue-url', state: 'verified', holds: IN_PREVIEW.verified!, arrive: () => answered(says('VERIFIED'), 'verified') },
  {
    title: 'verified with reverify',
    state: 'verified',
    holds: ['with `continue-url` or `reverify`', 'with `reverify`'],
    arrive: () => answered(says('VERIFIED'), 'verified', { reverify: '' }),
  },
  {
    title: 'verified with both',
    state: 'verified',
    holds: [...IN_PREVIEW.verified!, 'with `reverify`', 'with `reverify` and `continue-url`'],
    arrive: () => answered(says('VERIFIED'), 'verified', { ...FULL, reverify: '' }),
  },
  { title: 'rejected', state: 'rejected', holds: ['unless a retry is held back'], arrive: () => answered(says('REJECTED'), 'rejected') },
  { title: 'rejected while a retry is held back', state: 'rejected', holds: HELD_BACK, arrive: heldBack },
  { title: 'rejected, checked in vain', state: 'rejected', holds: [...HELD_BACK, NOTED], arrive: () => checkedInVain(heldBack()) },
  { title: 'rejected while it is checked', state: 'rejected', holds: [...HELD_BACK, BUSY], arrive: () => checking(heldBack()) },
  { title: 'resubmission', state: 'resubmission', holds: [], arrive: () => answered(says('RESUBMISSION_REQUESTED'), 'resubmission') },
  {
    title: 'resubmission with reasons',
    state: 'resubmission',
    holds: ['with reasons'],
    arrive: () => answered(says('RESUBMISSION_REQUESTED', { reasons: ['document-unreadable'] }), 'resubmission'),
  },
  { title: 'expired', state: 'expired', holds: [], arrive: () => answered(says('EXPIRED'), 'expired') },
  { title: 'expired, checked in vain', state: 'expired', holds: [NOTED], arrive: () => checkedInVain(answered(says('EXPIRED'), 'expired')) },
  { title: 'failed after a start that failed', state: 'failed', holds: ['after a start that failed'], arrive: () => refusedStart(403) },
  {
    title: 'failed with a time to wait for',
    state: 'failed',
    holds: ['after a start that failed', 'with a time to wait for'],
    arrive: () => refusedStart(429, { 'retry-after': '600' }),
  },
  { title: 'failed after a read', state: 'failed', holds: [], arrive: async () => (await arriveIn('failed', FULL)).element },
  { title: 'failed while it is checked', state: 'failed', holds: [BUSY], arrive: () => checking(answered(refuses(404), 'failed')) },
  { title: 'failed by its configuration', state: 'failed', holds: [], arrive: () => mountIn('failed', { endpoint: 'ftp://example.com/' }) },
];
