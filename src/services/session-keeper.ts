/**
 * Keeps the session that the user left unfinished, in memory only, and exchanges the onboarding id where there is none
 * (a URL reopens, unless it is single-use or has expired).
 */
import type { Clock } from './clock.js';
import type { EndpointClient, Session } from './endpoint-client.js';
import type { Result } from './result.js';

/** Registration URLs last 7 days, in milliseconds. */
const LONGEST_LIFE = 7 * 24 * 3_600_000;

export class SessionKeeper {
  readonly #clock: Clock;
  #kept: { readonly session: Session; readonly since: number } | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async obtain(client: Pick<EndpointClient, 'createSession' | 'accepts'>, reusable: boolean, signal: AbortSignal): Promise<Result<Session>> {
    const kept = this.#kept;
    if (kept !== null && reusable && this.#isAlive(kept) && client.accepts(kept.session)) return { ok: true, value: kept.session };
    this.forget();
    const outcome = await client.createSession(signal);
    if (outcome.ok && reusable && !signal.aborted) this.#kept = { session: outcome.value, since: this.#clock.now() };
    return outcome;
  }

  forget(): void {
    this.#kept = null;
  }

  #isAlive({ session, since }: { readonly session: Session; readonly since: number }): boolean {
    const expired = session.expiresAt !== null && session.expiresAt <= this.#clock.date();
    return !expired && this.#clock.now() - since < LONGEST_LIFE;
  }
}
