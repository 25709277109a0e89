/**
 * What tabs of one browser know of each other when they show the same verification: one reads the status for all, and each
 * knows whether Veriff is open in another. What is heard here is a hint: it leads to a read of one's own, never to a verdict.
 * The browser's locks end with their tab, however it ends; the channel carries states and dates, nothing secret.
 */
import type { Sighting } from '../../core/flow.js';
import { VERIFICATION_STATES } from '../../core/names.js';
import type { FellowReaders, ReadingListener } from '../fellow-readers.js';
import { takeLock, type Locks } from './tab-lock.js';

/** What the browser has for tabs to know of each other. */
export interface TabPorts {
  /** `null` where it has none: then each tab is alone. */
  readonly locks: () => Locks | null;
  /** `null` where the browser refuses. */
  readonly openChannel: (name: string) => BroadcastChannel | null;
  /** Calls when the page goes into the back/forward cache, or away, and when it comes back. */
  readonly observeStorage: (onStore: () => void, onRestore: () => void) => () => void;
}

export interface TabEvents {
  /** Veriff is open in another tab, or no longer. */
  readonly onElsewhere: (open: boolean) => void;
  /** Another tab goes on with what was open here. */
  readonly onTaken: () => void;
}

const TAKEN = 'taken';

export class OtherTabs implements FellowReaders {
  readonly #ports: TabPorts;
  readonly #events: TabEvents;
  #name: string | null = null;
  /** The page is in the back/forward cache, or on its way there. */
  #isStored = false;
  #channel: BroadcastChannel | null = null;
  #stopObserving = (): void => undefined;
  /** Veriff is open here. */
  #occupies = false;
  #releaseSession = (): void => undefined;
  #elsewhere = false;
  #releaseTurn = (): void => undefined;
  #leads = true;
  #reader: ReadingListener | null = null;

  constructor(ports: TabPorts, events: TabEvents) {
    this.#ports = ports;
    this.#events = events;
  }

  /** @param name the same for the same verification */
  join(name: string): void {
    this.leave();
    if (this.#ports.locks() === null) return;
    this.#name = `kyc-verification ${name}`;
    this.#stopObserving = this.#ports.observeStorage(() => this.#store(), () => this.#restore());
    this.#connect();
    this.#watchSession();
  }

  leave(): void {
    this.#disconnect();
    this.#stopObserving();
    this.#isStored = false;
    this.#name = null;
    this.#occupies = false;
    this.#elsewhere = false;
  }

  /** Veriff opens here: where it is open in another tab, it closes there. */
  occupy(): void {
    this.#occupies = true;
    this.#elsewhere = false;
    this.#holdSession({ steal: true });
  }

  /** Veriff is no longer open here. */
  vacate(): void {
    if (!this.#occupies) return;
    this.#occupies = false;
    this.#releaseSession();
  }

  leads(): boolean {
    return this.#leads;
  }

  follow(reader: ReadingListener): () => void {
    this.#reader = reader;
    this.#seekTurn();
    return () => {
      this.#reader = null;
      this.#giveTurn();
    };
  }

  tell(sighting: Sighting): void {
    this.#say(sighting);
  }

  #connect(): void {
    if (this.#name === null) return;
    this.#channel = this.#ports.openChannel(this.#name);
    if (this.#channel !== null) this.#channel.onmessage = ({ data }) => this.#hear(data);
  }

  /** A page that holds a lock or an open channel may not go into the back/forward cache. */
  #disconnect(): void {
    this.#channel?.close();
    this.#channel = null;
    this.#releaseSession();
    this.#giveTurn();
  }

  #store(): void {
    this.#isStored = true;
    this.#disconnect();
  }

  #restore(): void {
    if (!this.#isStored) return;
    this.#isStored = false;
    this.#connect();
    if (this.#reader !== null) this.#seekTurn();
    if (this.#occupies) this.#holdSession({ ifAvailable: true });
    else this.#watchSession();
  }

  #say(what: unknown): void {
    try {
      this.#channel?.postMessage(what);
    } catch {
      // A page can have taken away what this needs: then the others hear nothing.
    }
  }

  #hear(data: unknown): void {
    if (data === TAKEN) {
      if (!this.#occupies) this.#watchSession();
    } else if (isSighting(data)) this.#reader?.onTold(data);
  }

  #holdSession(how: { readonly steal: true } | { readonly ifAvailable: true }): void {
    const taken = (): void => {
      this.#occupies = false;
      // First where it is now: what closes here is then told as that.
      this.#tellElsewhere(true);
      this.#events.onTaken();
      this.#watchSession();
    };
    // Watched only when it is free: else one would take oneself for another.
    const ended = (): void => void (!this.#occupies && this.#watchSession());
    this.#lockSession(how, { granted: () => this.#say(TAKEN), refused: taken, lost: taken, ended });
  }

  /** @param isSure it was refused already: what an element that has just left the page still held is free by now */
  #watchSession(isSure = false): void {
    this.#lockSession(
      { mode: 'shared', ifAvailable: true },
      {
        granted: () => this.#tellElsewhere(false),
        refused: () => {
          if (!isSure) return this.#watchSession(true);
          this.#tellElsewhere(true);
          this.#lockSession({ mode: 'shared' }, { granted: () => this.#tellElsewhere(false) });
        },
      },
    );
  }

  #tellElsewhere(open: boolean): void {
    if (!open) this.#releaseSession();
    if (open === this.#elsewhere) return;
    this.#elsewhere = open;
    this.#events.onElsewhere(open);
  }

  #lockSession(...[options, on]: LockRequest): void {
    this.#releaseSession();
    this.#releaseSession = this.#lock('session', options, on);
  }

  /** Until another is known to read, this one does. */
  #seekTurn(): void {
    this.#giveTurn();
    this.#releaseTurn = this.#lock('reading', { ifAvailable: true }, {
      granted: () => undefined,
      refused: () => {
        this.#leads = false;
        this.#releaseTurn = this.#lock('reading', {}, {
          granted: () => {
            this.#leads = true;
            this.#reader?.onTurn();
          },
        });
      },
    });
  }

  #giveTurn(): void {
    this.#releaseTurn();
    this.#leads = true;
  }

  #lock(what: string, ...[options, on]: LockRequest): () => void {
    const locks = this.#ports.locks();
    // What is asked for as the page goes into the cache is taken when it comes back: else it would be refused what it still holds itself.
    if (locks === null || this.#name === null || this.#isStored) return () => undefined;
    try {
      return takeLock(locks, `${this.#name} ${what}`, options, on);
    } catch {
      // A page can have replaced the lock manager: then this tab is alone.
      return () => undefined;
    }
  }
}

type LockRequest = [options: Parameters<typeof takeLock>[2], on: Parameters<typeof takeLock>[3]];

/** Any script of the origin can speak on the channel. */
function isSighting(data: unknown): data is Sighting {
  if (typeof data !== 'object' || data === null) return false;
  const { verificationState, updatedAt } = data as Partial<Record<keyof Sighting, unknown>>;
  return VERIFICATION_STATES.some((state) => state === verificationState) && (updatedAt === null || typeof updatedAt === 'number');
}
