/**
 * Follows records for those who wait on a stream: what a webhook changes goes out at once; where none feeds a record, one
 * read of the vendor serves all who follow it. Two timers serve them all.
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
  /** The last change that was sent, and when its record began. */
  seen: Change | null;
  recordOf: number;
}

interface Watch {
  /** Few: a list is the smallest that holds them. */
  listeners: readonly Listener[];
  readonly since: number;
  /** When the vendor is to be asked, where nothing else brings news. */
  askAt: number;
  failures: number;
  /** When the store is to be looked at, where others write to it. */
  lookAt: number;
  isVisited: boolean;
}

/** Times in milliseconds. The element gives a stream up after 45 s of silence. */
const HEARTBEAT_EVERY = 15_000;
/** Who is due to be looked after is seen so often. */
const ROUND_EVERY = 1_000;
const SHORTEST_GAP = 5_000;
/** Another instance may have taken a webhook: so often the store is looked at, where it is shared. */
const LOOK_EVERY = 5_000;
/** Whether webhooks still come is seen so often, where they feed the record. */
const RECHECK_EVERY = 60_000;
/** All who wait together make the vendor be asked fifty times a second at most. */
const SPREAD = 20;
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
  #count = 0;
  #heartbeat: ReturnType<typeof setInterval> | undefined;
  #round: ReturnType<typeof setInterval> | undefined;
  #closed = false;

  constructor(options: StreamsOptions) {
    this.#options = options;
  }

  /** Whether one more can follow that record; who can't reads. */
  hasRoom(key: string): boolean {
    return !this.#closed && this.#count < MAX_STREAMS && (this.#watches.get(key)?.listeners.length ?? 0) < MAX_STREAMS_EACH;
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
        listener = { subject, controller, until, lastId: lastId ?? '', seen: null, recordOf: 0 };
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
    if (!watch.isVisited) void this.#visit(key, watch);
  }

  /** Ends all streams; their clients ask again elsewhere. */
  close(): void {
    this.#closed = true;
    for (const { listeners } of [...this.#watches.values()]) for (const listener of listeners) this.#end(listener);
  }

  /** What changed between the answer's read and the listening. */
  async #catchUp(key: string): Promise<void> {
    const record = await this.#options.look(key).catch(() => null);
    if (record !== null) this.#show(key, record);
  }

  #show(key: string, record: VerificationRecord): void {
    for (const listener of this.#watches.get(key)?.listeners ?? []) this.#send(listener, record);
  }

  #send(listener: Listener, record: VerificationRecord): void {
    const now = standingOf(record);
    if (!isNews(record, now, listener)) return;
    const last = record.changes.findIndex((change) => changeId(change) === listener.lastId);
    const news = last === -1 ? [now] : record.changes.slice(last + 1);
    for (const change of news) this.#push(listener, eventText(changeId(change), this.#options.bodyOf(listener.subject, record, change)));
    listener.lastId = changeId(now);
    listener.seen = now;
    listener.recordOf = record.createdAt;
  }

  #push(listener: Listener, bytes: Uint8Array): void {
    if ((listener.controller.desiredSize ?? 0) < -MAX_WAITING) return this.#end(listener);
    try {
      listener.controller.enqueue(bytes);
    } catch {
      // It was ended by the piece before this one: that must not fail whoever brought the news.
      this.#remove(listener);
    }
  }

  #add(listener: Listener, record: VerificationRecord): void {
    const { key } = listener.subject;
    const watch = this.#watches.get(key) ?? this.#newWatch(record);
    watch.listeners = [...watch.listeners, listener];
    this.#count += 1;
    this.#watches.set(key, watch);
    this.#heartbeat ??= setInterval(() => this.#beat(), HEARTBEAT_EVERY);
    this.#round ??= setInterval(() => this.#look(), ROUND_EVERY);
  }

  #newWatch(record: VerificationRecord): Watch {
    const now = Date.now();
    const watch: Watch = { listeners: [], since: now, askAt: 0, lookAt: now + LOOK_EVERY, failures: 0, isVisited: false };
    watch.askAt = watch.since + this.#gapAfter(record, watch);
    return watch;
  }

  #remove(listener: Listener): void {
    const { key } = listener.subject;
    const watch = this.#watches.get(key);
    if (watch === undefined || !watch.listeners.includes(listener)) return;
    watch.listeners = watch.listeners.filter((other) => other !== listener);
    this.#count -= 1;
    if (watch.listeners.length === 0) this.#watches.delete(key);
    if (this.#count > 0) return;
    clearInterval(this.#heartbeat);
    clearInterval(this.#round);
    this.#heartbeat = undefined;
    this.#round = undefined;
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
      for (const listener of listeners) {
        if (now >= listener.until) this.#end(listener);
        else this.#push(listener, HEARTBEAT);
      }
    }
  }

  /** Whoever is due is visited. How many calls of the vendor go on at once is limited where they are made. */
  #look(): void {
    const now = Date.now();
    for (const [key, watch] of this.#watches) {
      const isDue = now >= watch.askAt || (this.#options.isShared && now >= watch.lookAt);
      if (isDue && !watch.isVisited) void this.#visit(key, watch);
    }
  }

  /** The store is looked at; and once it is time, the vendor is asked. */
  async #visit(key: string, watch: Watch): Promise<void> {
    const isDue = Date.now() >= watch.askAt;
    watch.isVisited = true;
    // What hastens it from now on is heeded afterwards.
    if (isDue) watch.askAt = Infinity;
    const record = isDue ? await this.#ask(watch) : await this.#options.look(key).catch(() => null);
    watch.isVisited = false;
    watch.lookAt = Date.now() + LOOK_EVERY;
    if (watch.listeners.length === 0) return;
    if (watch.askAt === Infinity) watch.askAt = Date.now() + this.#gapAfter(record, watch);
    if (record !== null) this.#show(key, record);
    if (watch.failures >= MAX_FAILURES) for (const listener of watch.listeners) this.#end(listener);
    else if (watch.askAt === 0) await this.#visit(key, watch);
  }

  async #ask(watch: Watch): Promise<VerificationRecord | null> {
    const [first] = watch.listeners;
    if (first === undefined) return null;
    const result = await this.#options.read(first.subject).catch(() => null);
    watch.failures = result?.ok === true ? 0 : watch.failures + 1;
    return result?.ok === true ? result.value : null;
  }

  /** How long until the vendor is asked again for one who waits: the longer, the longer it has lasted and the more they are. */
  #gapAfter(record: VerificationRecord | null, { since, failures }: Watch): number {
    const now = Date.now();
    const shortest = Math.max(SHORTEST_GAP, this.#watches.size * SPREAD);
    if (record === null) return gapAfterFailure(failures, 0, shortest, Math.random());
    return answersByItself(record, now) ? RECHECK_EVERY : gapAfterAnswer(now - since, shortest, Math.random());
  }
}

/** Records are looked at from several sides: an older view of one comes late. */
function isNews({ createdAt }: VerificationRecord, now: Change, { seen, recordOf }: Listener): boolean {
  if (seen === null || createdAt !== recordOf) return createdAt >= recordOf;
  return now.revision > seen.revision || (now.revision === seen.revision && now.since !== seen.since);
}
