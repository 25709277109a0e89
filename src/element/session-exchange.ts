/** The token exchange of one element: one at a time, after a look around, with what is needed to open the session that it brings. */
import { Task, initialState } from '@lit/task';
import type { EnvironmentWarning } from '../core/environment.js';
import type { Clock } from '../services/clock.js';
import type { EndpointClient, Session } from '../services/endpoint-client.js';
import { failed, failure, type Result } from '../services/result.js';
import { SessionKeeper } from '../services/session-keeper.js';
import type { FrameOpener } from './frame-opener.js';
import type { FlowHost } from './ports.js';

/** What came of it: nothing is asked of the endpoint where the user is to be warned first. */
export type Exchanged = Result<Session> | { readonly ok: null; readonly warning: EnvironmentWarning };

/** How one is to be done. */
export interface ExchangeOrder {
  /** A session that was left may be opened again. */
  readonly reusable: boolean;
  /** It is opened on a page of its own: no frame is needed. */
  readonly leaves: boolean;
  /** Looks for what may keep the verification from working here; `null` where that is waived. */
  readonly look: ((signal: AbortSignal) => Promise<EnvironmentWarning | null>) | null;
}

export class SessionExchange {
  readonly #host: FlowHost;
  readonly #clock: Clock;
  readonly #frame: FrameOpener;
  readonly #keeper: SessionKeeper;
  readonly #task: Task<readonly [EndpointClient | null, ExchangeOrder, AbortSignal], Exchanged>;
  #aborter: AbortController | null = null;

  /** @param onDone told the outcome of an exchange that was not aborted */
  constructor(host: FlowHost, clock: Clock, frame: FrameOpener, onDone: (outcome: Exchanged) => void) {
    this.#host = host;
    this.#clock = clock;
    this.#frame = frame;
    this.#keeper = new SessionKeeper(clock);
    this.#task = new Task(host, {
      autoRun: false,
      task: async ([client, order, signal]) => {
        const outcome = await this.#obtain(client, order, signal);
        return signal.aborted ? initialState : outcome;
      },
      onComplete: onDone,
      onError: () => onDone(failed('network', 'exchange')),
    });
  }

  run(client: EndpointClient | null, order: ExchangeOrder): void {
    this.abort();
    this.#aborter = new AbortController();
    void this.#task.run([client, order, this.#aborter.signal]);
  }

  /** Not the task's own way, which ends nothing where this run was begun by a handler of the last one's outcome. */
  abort(): void {
    this.#aborter?.abort();
  }

  /** The next exchange asks the endpoint. */
  forget(): void {
    this.#keeper.forget();
  }

  async #obtain(client: EndpointClient | null, { reusable, leaves, look }: ExchangeOrder, signal: AbortSignal): Promise<Exchanged> {
    // A handler of the page may just have removed the element: only one that is back by then spends a session.
    if (!this.#host.isConnected) await new Promise<void>((resolve) => this.#clock.setTimeout(resolve, 0));
    if (!leaves) this.#frame.warmUp();
    const warning = look === null ? null : await look(signal);
    if (client === null || signal.aborted) return failed('configuration', 'exchange');
    if (warning !== null) return { ok: null, warning };
    if (leaves) return this.#keeper.obtain(client, reusable, signal);
    // A session that serves once is not spent before it can be opened.
    const early = reusable ? null : await this.#frame.load(signal);
    if (early !== null) return failure(early);
    const outcome = await this.#keeper.obtain(client, reusable, signal);
    if (!outcome.ok || signal.aborted) return outcome;
    const late = await this.#frame.load(signal);
    return late === null ? outcome : failure(late);
  }
}
