/** The token exchange of one element: one at a time, with what is needed to open the session that it brings. */
import { Task, initialState } from '@lit/task';
import type { Clock } from '../services/clock.js';
import type { EndpointClient, Session } from '../services/endpoint-client.js';
import { failed, failure, type Outcome } from '../services/outcome.js';
import { SessionKeeper } from '../services/session-keeper.js';
import type { FrameOpener } from './frame-opener.js';
import type { FlowHost } from './ports.js';

export class SessionExchange {
  readonly #host: FlowHost;
  readonly #clock: Clock;
  readonly #frame: FrameOpener;
  readonly #keeper: SessionKeeper;
  readonly #task: Task<readonly [], Outcome<Session>>;
  #client: EndpointClient | null = null;
  #reusable = true;

  /** @param onDone told the outcome of an exchange that was not aborted */
  constructor(host: FlowHost, clock: Clock, frame: FrameOpener, onDone: (outcome: Outcome<Session>) => void) {
    this.#host = host;
    this.#clock = clock;
    this.#frame = frame;
    this.#keeper = new SessionKeeper(clock);
    this.#task = new Task(host, {
      autoRun: false,
      task: async (_args: readonly [], { signal }) => {
        const outcome = await this.#obtain(signal);
        return signal.aborted ? initialState : outcome;
      },
      onComplete: onDone,
      onError: () => onDone(failed('network', 'exchange')),
    });
  }

  /** @param reusable a session that was left may be opened again */
  run(client: EndpointClient | null, reusable: boolean): void {
    this.#client = client;
    this.#reusable = reusable;
    void this.#task.run([]);
  }

  abort(): void {
    this.#task.abort();
  }

  /** The next exchange asks the endpoint. */
  forget(): void {
    this.#keeper.forget();
  }

  async #obtain(signal: AbortSignal): Promise<Outcome<Session>> {
    // A handler of the page may just have removed the element: only one that is back by then spends a session.
    if (!this.#host.isConnected) await new Promise<void>((resolve) => this.#clock.setTimeout(resolve, 0));
    this.#frame.warmUp();
    const client = this.#client;
    if (client === null || signal.aborted) return failed('configuration', 'exchange');
    // A session that serves once is not spent before it can be opened.
    const early = this.#reusable ? null : await this.#frame.load(signal);
    if (early !== null) return failure(early);
    const outcome = await this.#keeper.obtain(client, this.#reusable, signal);
    if (!outcome.ok || signal.aborted) return outcome;
    const late = await this.#frame.load(signal);
    return late === null ? outcome : failure(late);
  }
}
