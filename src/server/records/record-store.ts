/**
 * Keeps the records: in memory, or in the partner's store. Changes of one record come one after the other; where several
 * instances share the store, facts that one of them overwrites are read again from the vendor (see `answersByItself`).
 */
import { LRUCache } from 'lru-cache';
import type { Sealer } from '../sealing.js';
import { sha256 } from '../signature.js';
import { modeOf, type Mode, type VerificationRecord } from './record.js';

/** What of an `unstorage` instance is used (https://unstorage.unjs.io). */
export interface KeyValueStore {
  getItem(key: string): Promise<unknown>;
  setItem(key: string, value: object, options?: { ttl?: number }): Promise<void>;
}

interface Alias {
  readonly version: 1;
  readonly alias: string;
  readonly id: string;
}
type Entry = VerificationRecord | Alias;

/** A record's key, and its owner's name. */
export interface Place {
  readonly key: string;
  readonly id: string;
}

/** At once from memory, later from a store: what is always waited for would cost as much as the rest. */
export type Soon<T> = T | Promise<T>;

interface KeptUrl {
  readonly sessionId: string;
  readonly createdAt: number;
  readonly url: string;
}

/** So many people's records, and URLs, are kept in memory. */
const MAX_IN_MEMORY = 50_000;
/** A record that nobody has asked for or changed is dropped by stores that can, after this many seconds. */
const RECORD_TTL = 400 * 24 * 3_600;
const LONGEST_SESSION = 7 * 24 * 3_600_000;

export class RecordStore {
  readonly #store: KeyValueStore | null;
  readonly #memory = once(() => new LRUCache<string, Entry>({ max: MAX_IN_MEMORY }));
  readonly #urls = once(() => new LRUCache<string, KeptUrl>({ max: MAX_IN_MEMORY, ttl: LONGEST_SESSION }));
  readonly #sealer: Sealer | null;
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(store: KeyValueStore | undefined, sealer: Sealer | null) {
    this.#store = store ?? null;
    this.#sealer = sealer;
  }

  /** Whether other instances may change what is kept. */
  get isShared(): boolean {
    return this.#store !== null;
  }

  get(key: string): Soon<VerificationRecord | null> {
    return this.#store === null ? asRecord(this.#inMemory(key)) : this.#read(key).then(asRecord);
  }

  /** Where a vendor's names of somebody lead: to records, and the names by which the partner knows their owners. */
  resolve(places: readonly Place[]): Soon<readonly Place[]> {
    if (this.#store === null) return targetsOf(places, places.map(({ key }) => this.#inMemory(key)));
    return Promise.all(places.map(({ key }) => this.#read(key))).then((entries) => targetsOf(places, entries));
  }

  /** Lets a vendor's own name lead to a record, unless there is one of that name. */
  async link(name: string, { key, id }: Place): Promise<void> {
    const entry = await this.#read(name);
    if (entry !== null && (!('alias' in entry) || entry.alias === key)) return;
    await this.#write(name, { version: 1, alias: key, id });
  }

  /** @param change gets the record, or `null`; what it returns is kept, unless it is what it got */
  update<T extends VerificationRecord | null>(key: string, change: (record: VerificationRecord | null) => Soon<T>): Soon<T> {
    if (this.#store === null && !this.#queues.has(key)) return this.#updateInMemory(key, change);
    return this.#inTurn(key, async () => {
      const before = await this.get(key);
      const after = await change(before);
      if (after !== null && after !== before) await this.#write(key, after);
      return after;
    });
  }

  /** Settles when all changes that have been asked for are kept. */
  async settled(): Promise<void> {
    while (this.#queues.size > 0) await Promise.allSettled(this.#queues.values());
  }

  /** What stands for the URL in the record. */
  async keepUrl(key: string, mode: Mode, grant: KeptUrl): Promise<string | null> {
    if (this.#sealer !== null) return this.#sealer.seal(grant.url, placeOf(key, mode));
    this.#urls().set(placeOf(key, mode), grant);
    return null;
  }

  /** The URL of the record's session; `null` where it is not known here. */
  async urlOf(key: string, reverify: boolean, record: VerificationRecord): Promise<string | null> {
    const mode = modeOf({ reverify });
    const grant = record.grants[mode];
    if (grant === undefined) return null;
    if (grant.sealed !== null) return (await this.#sealer?.open(grant.sealed, placeOf(key, mode))) ?? null;
    const kept = this.#urls().get(placeOf(key, mode));
    return kept?.sessionId === grant.sessionId && kept.createdAt === grant.createdAt ? kept.url : null;
  }

  #updateInMemory<T extends VerificationRecord | null>(key: string, change: (record: VerificationRecord | null) => Soon<T>): Soon<T> {
    const before = asRecord(this.#inMemory(key));
    const keep = (after: T): T => {
      if (after !== null && after !== before) this.#memory().set(key, after);
      return after;
    };
    const after = change(before);
    return after instanceof Promise ? this.#inTurn(key, () => after.then(keep)) : keep(after);
  }

  #inMemory(key: string): Entry | null {
    return this.#memory().get(key) ?? null;
  }

  async #read(key: string): Promise<Entry | null> {
    if (this.#store === null) return this.#inMemory(key);
    const value = await this.#store.getItem(nameOf(key));
    return isEntry(value) ? value : null;
  }

  async #write(key: string, entry: Entry): Promise<void> {
    if (this.#store === null) this.#memory().set(key, entry);
    else await this.#store.setItem(nameOf(key), entry, { ttl: RECORD_TTL });
  }

  #inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#queues.get(key);
    const turn = before === undefined ? work() : before.then(work, work);
    this.#queues.set(key, turn);
    const leave = (): void => {
      if (this.#queues.get(key) === turn) this.#queues.delete(key);
    };
    turn.then(leave, leave);
    return turn;
  }
}

function asRecord(entry: Entry | null): VerificationRecord | null {
  return entry !== null && !('alias' in entry) ? entry : null;
}

function targetsOf(places: readonly Place[], entries: readonly (Entry | null)[]): readonly Place[] {
  const found = new Map<string, Place>();
  entries.forEach((entry, index) => {
    if (entry === null) return;
    const target = 'alias' in entry ? { key: entry.alias, id: entry.id } : places[index]!;
    if (!found.has(target.key)) found.set(target.key, target);
  });
  return [...found.values()];
}

/** The caches take their room at once: only those that are used. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** No id reaches a store in clear. */
const nameOf = (key: string): string => `kyc:${sha256(key)}`;
const placeOf = (key: string, mode: Mode): string => `${key}:${mode}`;

/** A store may hold anything under a name; only what was written by this version counts. */
function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null || (value as Partial<Entry>).version !== 1) return false;
  if ('alias' in value) return typeof value.alias === 'string' && 'id' in value && typeof value.id === 'string';
  const { changes, sessionsAt, grants, progress } = value as Partial<VerificationRecord>;
  const lists = Array.isArray(changes) && changes.length > 0 && Array.isArray(sessionsAt);
  return lists && typeof grants === 'object' && grants !== null && typeof progress === 'object' && progress !== null;
}
