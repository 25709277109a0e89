import type { StatusAnswer } from '../../../src/core/contract.js';
import type { VerificationState } from '../../../src/core/names.js';

/** An answer of the server that was taken, with a known word in it. */
export interface Seen {
  readonly state: VerificationState;
  readonly updatedAt: number | null;
  readonly sentAt: number;
}

/** What the server has said, as far as the law of truth compares with it (contract, section 4, laws 4 and 5). */
export class Memory {
  latest: Seen | null = null;
  /** The state that was said before it. */
  previous: VerificationState | null = null;
  /** The latest state was news once, and the page has not been told of it. */
  isUntold = false;
  /** The newest answer taken was sent then: what was sent before comes too late. */
  lastSentAt = -Infinity;
  #openedAt: number | null = null;
  #base: Seen | null = null;
  #otherSince = false;
  #isTold = false;
  readonly #mayRepeat: boolean;

  /** @param mayRepeat re-verification: a user who is verified can be verified again, so VERIFIED can be an old verdict */
  constructor(mayRepeat = false) {
    this.#mayRepeat = mayRepeat;
  }

  /** Whether that answer would come too late. */
  isLate(sentAt: number): boolean {
    return sentAt < this.lastSentAt;
  }

  /** Takes an answer; returns whether it is news. */
  take(status: StatusAnswer, sentAt: number, submittedAt: number | null, isOpen: boolean): boolean {
    const isFirst = this.lastSentAt === -Infinity;
    this.lastSentAt = sentAt;
    const state = status.verificationState;
    if (state === null) return false;
    const seen: Seen = { state, updatedAt: status.updatedAt, sentAt };
    if (this.latest?.state !== state) this.isUntold = false;
    this.previous = this.latest?.state ?? null;
    this.latest = seen;
    // The first answer of all that meets the open frame may have been so before, too, unless the documents had been sent.
    const isOfBefore = this.#openedAt !== null && (sentAt <= this.#openedAt || (isFirst && isOpen && !(submittedAt !== null && sentAt >= submittedAt)));
    if (isOfBefore) {
      this.#restOn(seen);
      return false;
    }
    const news = this.#differs(seen);
    this.isUntold ||= news;
    if (this.#base !== null && this.#base.state !== state) this.#otherSince = true;
    return news;
  }

  /** Whether the last answer would be news once more. */
  isNews(): boolean {
    return this.latest !== null && this.#differs(this.latest);
  }

  /** Whether that is known by now, and told where it is a verdict that nothing holds back. */
  hasTaken(state: VerificationState | null): boolean {
    if (state === null) return true;
    const decides = state === 'VERIFIED' || state === 'REJECTED' || state === 'EXPIRED';
    return this.latest?.state === state && !(decides && this.isNews());
  }

  /** Whether the last answer can’t be told from the old one by its date. */
  isUndated(): boolean {
    return this.latest?.updatedAt == null || this.#base?.updatedAt == null;
  }

  beginAttempt(): void {
    this.#openedAt = null;
  }

  /** The frame opens: the last answer before it is the old one. */
  open(at: number): void {
    this.#openedAt = at;
    this.#restOn(this.latest);
  }

  /** Another round in the same frame: a request to resubmit that is known by now was for the round before. */
  beginRound(): void {
    if (this.latest?.state === 'RESUBMISSION_REQUESTED') this.#restOn(this.latest);
  }

  /** The page was told of the last answer. */
  told(): void {
    this.#restOn(this.latest);
    this.#isTold = true;
  }

  #restOn(seen: Seen | null): void {
    this.#base = seen;
    this.#otherSince = false;
    this.isUntold = false;
    this.#isTold = false;
  }

  #differs({ state, updatedAt }: Seen): boolean {
    const base = this.#base;
    if (state === 'VERIFIED' && !this.#mayRepeat && !this.#isTold) return true;
    if (base === null || this.#otherSince || base.state !== state) return true;
    return updatedAt !== null && base.updatedAt !== null && updatedAt > base.updatedAt;
  }
}
