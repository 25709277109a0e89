/**
 * Follows records for those who wait on a stream: what a webhook changes goes out at once; where none feeds a record, one
 * read of the vendor serves all who follow it. One timer each record, one for all heartbeats.
 */
import { gapAfterAnswer, gapAfterFailure } from '../../core/schedule.js';
import type { Subject } from '../providers/provider.js';
import { answersByItself, changeId, standingOf, type Change, type VerificationRecord } from '../records/record.js';
import type { CallResult } from '../upstream.js';
import { eventText, HEARTBEAT } from './event-text.js';

export interface StreamsOptions {
  readonly read: (subject: Subject) => Promise<CallResult<VerificationRecord>>;
  /** What is kept, without asking anybody. */
  readonly look: (key: string) => Promise<VerificationRecord | null>;
  /** The event's data for a change. */
  readonly bodyOf: (subject: Subject, record: VerificationRecord, change: Change) => unknown;
  /** Whether another instance may take a webhook: then the store is looked at. */
  readonly isShared: boolean;
}

interface Listener {
  readonly subject: Subject;
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  readonly until: number;
  /** Of the last event: also of one before this stream. */
  lastId: string;
  seen: Sighting | null;
}

interface Sighting {
  readonly createdAt: number;
  readonly change: Change;
}

interface Watch {
  readonly listeners: Set<Listener>;
  readonly since: number;
  /** When the vendor is to be asked, where nothing else brings news. */
  askAt: number;
  failures: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Times in milliseconds. The element gives a stream up after 45 s of silence. */
const HEARTBEAT_EVERY = 15_000;
const SHORTEST_GAP = 5_000;
/** Another instance may have taken a webhook: so often the store is looked at, where it is shared. */
const LOOK_EVERY = 5_000;
/** Whether webhooks still come is seen so often, where they feed the record. */
const RECHECK_EVERY = 60_000;
/** Reads under way for all who wait, so that thousands who came together do not crowd out the rest. */
const READS_AT_ONCE = 32;
/** Then the client asks again, and with it `authorize`. */
const LONGEST_STREAM = 30 * 60_000;
const MAX_STREAMS = 20_000;
const MAX_STREAMS_EACH = 10;
/** Heartbeats and events that a client has not taken: it is gone, or too slow to be kept. */
const MAX_WAITING = 20;
/** So many refused or failed reads in a row, and the client is left to ask by itself and be told why. */
const MAX_FAILURES = 5;

export class Streams {
  readonly #options: StreamsOptions;
  readonly #watches = new Map<string, Watch>();
  readonly #waiting: (() => void)[] = [];
  #reads = 0;
  #count = 0;
  #heartbeat: ReturnType<typeof setInterval> | undefined;
  #closed = false;

  constructor(options: StreamsOptions) {
    this.#options = options;
  }

  /** Whether one more can follow that record; who can't reads. */
  hasRoom(key: string): boolean {
    return !this.#closed && this.#count < MAX_STREAMS && (this.#watches.get(key)?.listeners.size ?? 0) < MAX_STREAMS_EACH;
  }

  /**
   * The changes of a record as a body, beginning with those after `lastId`, or with where it stands now.
   *
   * @param lastId `Last-Event-ID` of a client that comes back, or `null`
   */
  open(subject: Subject, record: VerificationRecord, lastId: string | null): ReadableStream<Uint8Array> {
    let listener: Listener | null = null;
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        const until = Date.now() + LONGEST_STREAM * (0.8 + 0.4 * Math.random());
        listener = { subject, controller, until, lastId: lastId ?? '', seen: null };
        // The head of an answer often waits for its first bytes.
        controller.enqueue(HEARTBEAT);
        this.#send(listener, record);
        this.#add(listener, record);
        void this.#catchUp(subject.key);
      },
      cancel: () => {
        if (listener !== null) this.#remove(listener);
      },
    });
  }

  /** A record has changed. Where it is only known that something did, the vendor is asked at once. */
  publish(key: string, record: VerificationRecord): void {
    this.#show(key, record);
    const watch = this.#watches.get(key);
    if (watch === undefined || !record.stale) return;
    watch.askAt = 0;
    this.#schedule(key, watch, record);
  }

  /** Ends all streams; their clients ask again elsewhere. */
  close(): void {
    this.#closed = true;
    for (const { listeners } of [...this.#watches.values()]) for (const listener of [...listeners]) this.#end(listener);
  }

  /** What changed between the answer's read and the listening. */
  async #catchUp(key: string): Promise<void> {
    const record = await this.#options.look(key).catch(() => null);
    if (record !== null) this.#show(key, record);
  }

  #show(key: string, record: VerificationRecord): void {
    for (const listener of [...(this.#watches.get(key)?.listeners ?? [])]) this.#send(listener, record);
  }

  #send(listener: Listener, record: VerificationRecord): void {
    const { seen } = listener;
    const now = { createdAt: record.createdAt, change: standingOf(record) };
    if (seen !== null && !isLater(now, seen)) return;
    const last = record.changes.findIndex((change) => changeId(change) === listener.lastId);
    const news = last === -1 ? [now.change] : record.changes.slice(last + 1);
    for (const change of news) this.#push(listener, eventText(changeId(change), this.#options.bodyOf(listener.subject, record, change)));
    listener.lastId = changeId(now.change);
    listener.seen = now;
  }

  #push(listener: Listener, bytes: Uint8Array): void {
    if ((listener.controller.desiredSize ?? 0) < -MAX_WAITING) this.#end(listener);
    else listener.controller.enqueue(bytes);
  }

  #add(listener: Listener, record: VerificationRecord): void {
    const { key } = listener.subject;
    const watch = this.#watches.get(key) ?? newWatch(record);
    watch.listeners.add(listener);
    this.#count += 1;
    if (watch.timer === undefined) this.#schedule(key, watch, record);
    this.#watches.set(key, watch);
    this.#heartbeat ??= setInterval(() => this.#beat(), HEARTBEAT_EVERY);
  }

  #remove(listener: Listener): void {
    const { key } = listener.subject;
    const watch = this.#watches.get(key);
    if (watch?.listeners.delete(listener) !== true) return;
    this.#count -= 1;
    if (watch.listeners.size === 0) {
      clearTimeout(watch.timer);
      this.#watches.delete(key);
    }
    if (this.#count > 0) return;
    clearInterval(this.#heartbeat);
    this.#heartbeat = undefined;
  }

  #end(listener: Listener): void {
    this.#remove(listener);
    try {
      listener.controller.close();
    } catch {
      // The client has left in the same moment.
    }
  }

  #beat(): void {
    const now = Date.now();
    for (const { listeners } of [...this.#watches.values()]) {
      for (const listener of [...listeners]) {
        if (now >= listener.until) this.#end(listener);
        else this.#push(listener, HEARTBEAT);
      }
    }
  }

  #schedule(key: string, watch: Watch, record: VerificationRecord | null): void {
    const gap = Math.max(watch.askAt - Date.now(), 0);
    clearTimeout(watch.timer);
    watch.timer = setTimeout(() => void this.#visit(key, watch, record), this.#options.isShared ? Math.min(gap, LOOK_EVERY) : gap);
  }

  /** The store is looked at; and once it is time, the vendor is asked. */
  async #visit(key: string, watch: Watch, last: VerificationRecord | null): Promise<void> {
    const dueAt = watch.askAt;
    const isDue = Date.now() >= dueAt;
    const record = isDue ? await this.#ask(watch) : await this.#options.look(key).catch(() => last);
    if (watch.listeners.size === 0) return;
    // Unless it was hastened meanwhile.
    if (isDue && watch.askAt === dueAt) watch.askAt = Date.now() + gapAfter(record, watch);
    if (record !== null) this.#show(key, record);
    if (watch.failures >= MAX_FAILURES) for (const listener of [...watch.listeners]) this.#end(listener);
    else this.#schedule(key, watch, record);
  }

  async #ask(watch: Watch): Promise<VerificationRecord | null> {
    if (this.#reads >= READS_AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const [first] = watch.listeners;
    if (first === undefined) return this.#next();
    this.#reads += 1;
    const result = await this.#options.read(first.subject).catch(() => null);
    this.#reads -= 1;
    watch.failures = result?.ok === true ? 0 : watch.failures + 1;
    this.#next();
    return result?.ok === true ? result.value : null;
  }

  #next(): null {
    this.#waiting.shift()?.();
    return null;
  }
}

function newWatch(record: VerificationRecord): Watch {
  const watch: Watch = { listeners: new Set(), since: Date.now(), askAt: 0, failures: 0, timer: undefined };
  watch.askAt = watch.since + gapAfter(record, watch);
  return watch;
}

function gapAfter(record: VerificationRecord | null, { since, failures }: Watch): number {
  const now = Date.now();
  if (record === null) return gapAfterFailure(failures, SHORTEST_GAP, Math.random());
  return answersByItself(record, now) ? RECHECK_EVERY : gapAfterAnswer(now - since, SHORTEST_GAP, Math.random());
}

/** Records are looked at from several sides: an older view of one comes late. */
function isLater(now: Sighting, seen: Sighting): boolean {
  if (now.createdAt !== seen.createdAt) return now.createdAt > seen.createdAt;
  return now.change.revision > seen.change.revision || (now.change.revision === seen.change.revision && now.change.since !== seen.change.since);
}
