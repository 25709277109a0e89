import type { KycState } from '../../../src/core/names.js';
import { must } from './must.js';
import type { FlowRecord } from './record.js';

/** What goes on by itself at a moment. */
export interface Running {
  readonly state: KycState;
  readonly canStart: boolean;
  readonly record: FlowRecord;
  readonly at: number;
  readonly visible: boolean;
  readonly observers: number;
  /** Streams that are open or asked for, and whether one has said something. */
  readonly streams: number;
  readonly streamSpeaks: boolean;
  /** Timers of the poller, of the flow itself, and of all. */
  readonly pollerTimers: number;
  readonly wakeTimers: number;
  readonly timers: number;
  readonly readsInFlight: number;
  readonly exchange: boolean;
  readonly frame: boolean;
  /** Others are kept from opening the session. */
  readonly reserved: boolean;
  /** The browser was led to Veriff's own page. */
  readonly departure: boolean;
  /** A page that ends now leaves word that a session was left unfinished. */
  readonly mark: boolean;
}

const DAY = 86_400_000;
const WAITS_FOR_THE_USER: ReadonlySet<KycState> = new Set(['guidance', 'resubmission', 'expired', 'failed']);

/** Never stuck, and nothing runs that has no business to. */
export function checkWhatRuns(running: Running): void {
  const { state, canStart, record, visible, observers, pollerTimers, wakeTimers, readsInFlight } = running;
  // A stream has a timer of its own, for its silence.
  const readTimers = pollerTimers - running.streams;
  const reads = readsInFlight > 0 || readTimers > 0 || running.streamSpeaks || (!visible && observers > 0);
  must(running.streams <= 1, 'more than one stream');
  must(readTimers >= 0 && readTimers <= 1 && wakeTimers <= 1 && observers <= 1, 'more than one timer or observer of a kind');
  must(visible || pollerTimers === 0, 'a timer waits to read while nobody looks');
  must(visible || running.streams === 0, 'a stream is open while nobody looks');
  if (state === 'idle' || record.inPreview) return checkNothingLeft(running);
  must(running.exchange === (state === 'requesting'), `exchange in ${state}`);
  must(running.frame === (state === 'verifying' && !record.leaves), `a frame in ${state}, or none`);
  must(running.departure === (state === 'verifying' && record.leaves), `the browser is on its way to Veriff in ${state}, or is not`);
  must(running.mark === (state === 'verifying' && record.attempt.submittedAt === null), `a mark for the next page in ${state}, or none`);
  must(running.reserved === (state === 'requesting' || state === 'verifying'), `the session is reserved in ${state}, or is not`);
  must(state !== 'checking' || wakeTimers === 1, 'checking may last for ever');
  const held = state === 'rejected' && !canStart;
  must(!held || (wakeTimers === 1 && running.at - record.toldAt <= DAY), 'a retry is held back for more than 24 h');
  must(state !== 'verifying' || reads, 'nothing is read while Veriff is open');
  must(state !== 'reviewing' || record.stalled !== null || reads, 'a review is neither read on nor told to have stalled');
  must(state !== 'checking' || reads, 'the page is shown, and nothing is read');
  must(state !== 'guidance' || !record.unfinished || reads, 'nothing is read where a session was left unfinished');
  must(state !== 'guidance' || !record.shown.code || reads, 'nothing is read while the phone’s code is shown');
  must(state !== 'guidance' || record.shown.warning === null || reads, 'nothing is read while a warning is shown');
  must(!WAITS_FOR_THE_USER.has(state) || canStart, `no way out of ${state}`);
  must(state !== 'reviewing' || record.ownReview || canStart, 'a review on PENDING alone can’t be continued');
  must(state !== 'reviewing' || record.stalled !== 'unchanged' || canStart, 'an unchanged verdict leaves no start');
}

/** An element that is gone, shows a sample or is not configured leaves the world alone. */
export function checkNothingLeft({ timers, observers, readsInFlight, streams, exchange, frame, reserved, departure, mark }: Running): void {
  must(timers === 0, 'a timer is left');
  must(observers === 0, 'a listener is left');
  must(readsInFlight === 0 && streams === 0 && !exchange, 'a request is left');
  must(!frame && !reserved, 'a frame is left');
  must(!departure && !mark, 'the browser is led away from a page that is gone, or a mark is left by it');
}
