import { REQUEST_TIMEOUT } from '../../src/core/contract.js';
import { DEFAULT_SESSION_HOSTS } from '../../src/core/names.js';
import { EndpointClient, type Session } from '../../src/services/endpoint-client.js';
import type { Result } from '../../src/services/result.js';
import type { StatusAnswer } from '../../src/core/contract.js';

/** The time at which every request is made, by the device's clock. */
export const NOW = Date.UTC(2026, 0, 5, 12);

/** The real client, whose rests between tries take no time, and whose requests never take too long. */
export class QuickClient {
  /** How the next requests are answered. */
  respond: () => Response | Promise<Response> = () => Response.error();
  sessionHosts = DEFAULT_SESSION_HOSTS;
  /** How often something was asked, and the rests in between, in milliseconds. */
  calls = 0;
  readonly rests: number[] = [];
  readonly #timers = new Set<number>();
  #lastTimer = 0;
  readonly #client = new EndpointClient(
    {
      url: 'https://partner.example/api/kyc',
      onboardingId: 'US_1',
      reverify: false,
      credentials: () => 'same-origin',
      headers: () => undefined,
      sessionHosts: () => this.sessionHosts,
    },
    {
      fetch: async () => {
        this.calls++;
        return this.respond();
      },
      clock: {
        now: () => 0,
        date: () => NOW,
        setTimeout: (run, delay) => this.#start(run, delay),
        clearTimeout: (timer) => void this.#timers.delete(timer),
      },
      random: () => 0.5,
      isOnline: () => true,
    },
  );

  get timers(): number {
    return this.#timers.size;
  }

  read(): Promise<Result<StatusAnswer>> {
    return this.#ask(() => this.#client.readStatus(new AbortController().signal));
  }

  exchange(): Promise<Result<Session>> {
    return this.#ask(() => this.#client.createSession(new AbortController().signal));
  }

  #ask<T>(ask: () => Promise<T>): Promise<T> {
    this.calls = 0;
    this.rests.length = 0;
    return ask();
  }

  #start(run: () => void, delay: number): number {
    const timer = ++this.#lastTimer;
    this.#timers.add(timer);
    if (delay === REQUEST_TIMEOUT) return timer;
    this.rests.push(delay);
    queueMicrotask(() => {
      if (this.#timers.delete(timer)) run();
    });
    return timer;
  }
}
