/**
 * When the status is read: one read at a time, none while nobody looks, one at once when somebody does
 * again. Where the endpoint says each change by a stream, reads rest while that tells all. What an answer means is decided
 * elsewhere.
 */
import type { StatusAnswer } from '../core/contract.js';
import type { KycError } from '../core/errors.js';
import type { Sighting } from '../core/flow.js';
import { Alarm } from './alarm.js';
import type { Result } from './result.js';
import type { FellowReaders } from './fellow-readers.js';
import type { PageActivity } from './page-activity.js';
import { ReadingPace, type PaceOptions } from './reading-pace.js';
import { StatusStream, type StreamSource } from './status-stream.js';

export interface PollerOptions extends PaceOptions {
  readonly read: (signal: AbortSignal) => Promise<Result<StatusAnswer>>;
  readonly stream: StreamSource;
  readonly onAnswer: (status: StatusAnswer, sentAt: number) => void;
  readonly onFailure: (error: KycError, sentAt: number) => void;
  /** The stream lives: time passes without an answer. */
  readonly onAlive: () => void;
  readonly activity: PageActivity;
  readonly fellows: FellowReaders;
}

/** Who does not lead reads by itself only after that many times the usual gap without a word of who does. */
const PATIENCE = 2;
/** What others say that they have read is taken for a read of one's own for that many of the gaps that were usual at the last one. */
const TRUST = 10;

export class StatusPoller {
  readonly #options: PollerOptions;
  readonly #stream: StatusStream;
  readonly #pace: ReadingPace;
  readonly #next: Alarm;
  #inFlight: AbortController | null = null;
  /** The stream has told something since the read under way went out: its answer comes too late to count. */
  #isOvertaken = false;
  /** Another has read news, and a read of our own is set for that: nothing puts it off. */
  #hasNews = false;
  /** A read that waits for somebody to look. */
  #due = false;
  #stopObserving: (() => void) | null = null;
  #leaveFellows: (() => void) | null = null;
  /** What the endpoint said last. */
  #seen: Sighting | null = null;
  /** The last good answer said that the endpoint has a stream, and none has ended since. */
  #isOffered = false;
  /** Answers that were asked for before this are older than what the stream will tell; `Infinity`: it has not spoken. */
  #tellsSince = Infinity;
  /** All that can change from now on the stream tells: no read is due. */
  #rests = false;

  constructor(options: PollerOptions) {
    const { stream, clock } = options;
    this.#options = options;
    this.#pace = new ReadingPace(options);
    this.#next = new Alarm(clock, () => this.read());
    this.#stream = new StatusStream({
      ...stream,
      clock,
      onAnswer: (status, sentAt) => this.#onStreamed(status, sentAt),
      onAlive: () => this.#onAlive(),
      onEnd: (outcome) => this.#onStreamEnd(outcome),
    });
  }

  /** Reads on, for a wait that began at `since`; `null` ends that, but not a read under way. */
  follow(since: number | null): void {
    this.#pace.since = since;
    this.#rests = false;
    this.#hasNews = false;
    this.#next.set(null);
    if (since === null) {
      this.#due = false;
      this.#closeStream();
    } else if (this.#inFlight === null) {
      this.#schedule(Math.max(this.#gap(), this.#pace.rest()));
      if (this.#pace.failures === 0) this.#openStream();
    }
    this.#observeIfNeeded();
  }

  /**
   * One read now.
   *
   * @param anew ends one that is under way; else that one serves, unless the stream has overtaken it
   * @param always also where nobody looks: somebody asked; `unlessTold`: not where the stream tells all
   */
  read({ anew = false, always = false, unlessTold = false } = {}): void {
    if ((unlessTold && this.#rests) || (this.#inFlight !== null && !anew && !this.#isOvertaken)) return;
    this.#inFlight?.abort();
    this.#inFlight = null;
    if (always || this.#options.activity.isVisible()) void this.#send();
    else this.#due = true;
    this.#observeIfNeeded();
  }

  /** Ends all. */
  stop(): void {
    this.#inFlight?.abort();
    this.#inFlight = null;
    this.#due = false;
    this.#pace.reset();
    this.#isOffered = false;
    this.#seen = null;
    this.follow(null);
    this.#stream.reset();
  }

  async #send(): Promise<void> {
    const { read, clock, onAnswer, onFailure } = this.#options;
    this.#next.set(null);
    const abort = new AbortController();
    const sentAt = clock.now();
    this.#inFlight = abort;
    this.#due = false;
    this.#hasNews = false;
    this.#pace.sentAt = sentAt;
    this.#isOvertaken = false;
    const outcome = await read(abort.signal);
    if (abort.signal.aborted) return;
    this.#inFlight = null;
    const gap = this.#pace.gapAfter(outcome);
    if (outcome.ok) {
      this.#isOffered = outcome.value.stream;
      this.#restIfTold(sentAt);
    }
    if (this.#pace.since !== null && !this.#rests) this.#schedule(outcome.ok ? gap * this.#patience : gap);
    this.#observeIfNeeded();
    if (!outcome.ok) return onFailure(outcome.error, sentAt);
    this.#see(outcome.value);
    onAnswer(outcome.value, sentAt);
    this.#openStream();
  }

  #openStream(): void {
    const { activity, fellows } = this.#options;
    if (this.#pace.since !== null && this.#isOffered && activity.isVisible() && fellows.leads()) this.#stream.open();
  }

  #closeStream(): void {
    this.#stream.close();
    this.#tellsSince = Infinity;
    this.#rests = false;
  }

  #onStreamed(status: StatusAnswer, sentAt: number): void {
    const { clock, onAnswer } = this.#options;
    // Where a read went out after it, what the stream said first may count as too old: then only another read is sure.
    if (this.#tellsSince === Infinity) this.#tellsSince = sentAt >= this.#pace.sentAt ? sentAt : clock.now();
    this.#isOvertaken ||= sentAt > this.#pace.sentAt;
    this.#restIfTold(sentAt);
    if (this.#rests) this.#next.set(null);
    this.#see(status);
    onAnswer(status, sentAt);
  }

  /** Reads rest once an answer that was asked for in this wait is the stream's, or is followed by all that it tells. */
  #restIfTold(sentAt: number): void {
    this.#rests ||= this.#pace.since !== null && sentAt > this.#pace.since && sentAt >= this.#tellsSince;
  }

  #onAlive(): void {
    if (this.#seen !== null) this.#options.fellows.tell(this.#seen);
    this.#options.onAlive();
  }

  #see({ verificationState, updatedAt }: StatusAnswer): void {
    if (verificationState === null) return;
    this.#seen = { verificationState, updatedAt };
    this.#options.fellows.tell(this.#seen);
  }

  /**
   * What another has read: news is read here, too, since only an answer of our own counts; else its read serves for ours, for a
   * while. Who reads for all waits for nobody.
   */
  #onTold({ verificationState, updatedAt }: Sighting): void {
    if (this.#pace.since === null || this.#inFlight !== null || this.#rests) return;
    const isNews = verificationState !== this.#seen?.verificationState || updatedAt !== this.#seen.updatedAt;
    if (isNews) this.#schedule(Math.max(0, this.#pace.soonest()));
    else if (!this.#hasNews && !this.#options.fellows.leads()) this.#schedule(Math.max(Math.min(this.#gap(), this.#trustLeft()), this.#pace.soonest()));
    this.#hasNews ||= isNews;
    this.#options.onAlive();
  }

  #trustLeft(): number {
    return this.#pace.sentAt + TRUST * this.#pace.usualGapThen() - this.#options.clock.now();
  }

  #onTurn(): void {
    if (this.#inFlight !== null || this.#rests) return;
    // No read that is due sooner is put off: for news, or since somebody looks again.
    const gap = Math.max(this.#gap(), this.#pace.soonest());
    if (this.#options.clock.now() + gap < (this.#next.at ?? Infinity)) this.#schedule(gap);
    this.#openStream();
  }

  /** Reads go on; the next good answer may open another stream. */
  #onStreamEnd(outcome: Result<unknown>): void {
    this.#closeStream();
    this.#isOffered = false;
    const gap = this.#pace.gapAfterStream(outcome, this.#next.at !== null);
    if (this.#inFlight === null && gap !== null) this.#schedule(gap);
  }

  #gap(): number {
    return this.#pace.usualGap() * this.#patience;
  }

  get #patience(): number {
    return this.#options.fellows.leads() ? 1 : PATIENCE;
  }

  #schedule(gap: number): void {
    const { activity, clock } = this.#options;
    this.#next.set(activity.isVisible() ? clock.now() + gap : null);
  }

  /** The page is listened to only while there is something to read, and others only while somebody looks. */
  #observeIfNeeded(): void {
    const needed = this.#pace.since !== null || this.#due;
    if (needed && this.#stopObserving === null) {
      this.#stopObserving = this.#options.activity.observe(() => this.#hide(), () => this.#return());
    } else if (!needed) {
      this.#stopObserving?.();
      this.#stopObserving = null;
    }
    if (this.#pace.since === null || !this.#options.activity.isVisible()) {
      this.#leaveFellows?.();
      this.#leaveFellows = null;
    } else this.#leaveFellows ??= this.#options.fellows.follow({ onTurn: () => this.#onTurn(), onTold: (told) => this.#onTold(told) });
  }

  #hide(): void {
    this.#observeIfNeeded();
    this.#next.set(null);
    this.#closeStream();
  }

  /** One read at once, not the missed ones; never closer to the last than the shortest gap, or than was asked for. */
  #return(): void {
    this.#observeIfNeeded();
    if (this.#inFlight !== null || !this.#options.activity.isVisible()) return;
    this.#schedule(Math.max(this.#pace.gapAfterReturn(), this.#due ? 0 : this.#pace.soonest()));
  }
}
