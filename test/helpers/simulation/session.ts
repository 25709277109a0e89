import type { Effect } from '../../../src/core/effects.js';
import { kycError } from '../../../src/core/errors.js';
import type { FlowEvent } from '../../../src/core/flow-events.js';
import type { VirtualClock } from '../virtual-clock.js';
import type { Act } from './acts.js';
import { must } from './must.js';
import type { ScriptedServer } from './server.js';

/** What begins once and ends once: Veriff's frame, the place for it in the document, the way to its own page, the mark at the page's end. */
export type Held = 'frame' | 'lock' | 'departure' | 'mark';

export type SessionEffect = Extract<
  Effect,
  { type: 'reserve' | 'release' | 'exchange' | 'abort-exchange' | 'open-frame' | 'close-frame' | 'leave' | 'stay' | 'mark-at-end' | 'forget-session' }
>;

/** Does what the flow asks for about a session, as the element does it: looks around, then asks the server; a frame, or a page of Veriff's own. */
export class ScriptedSession {
  /** What a look around finds from now on. */
  surroundings: Omit<Extract<Act, { do: 'surroundings' }>, 'do'> = { finds: null, away: false, delay: 0 };
  /** How often the browser was led to Veriff's page. */
  departures = 0;
  readonly #clock: VirtualClock;
  readonly #server: ScriptedServer;
  readonly #send: (event: FlowEvent) => void;
  readonly #held = new Set<Held>();
  #exchange: AbortController | null = null;

  constructor(clock: VirtualClock, server: ScriptedServer, send: (event: FlowEvent) => void) {
    this.#clock = clock;
    this.#server = server;
    this.#send = send;
  }

  has(what: Held): boolean {
    return this.#held.has(what);
  }

  /** A session is asked for, or the look around before that is under way. */
  get isExchanging(): boolean {
    return this.#exchange !== null;
  }

  run(effect: SessionEffect): void {
    switch (effect.type) {
      case 'reserve':
      case 'release':
        return this.#turn('lock', effect.type === 'reserve');
      case 'exchange':
        must(this.#exchange === null, 'two exchanges are under way');
        this.#exchange = new AbortController();
        return effect.inspects ? this.#look(this.#exchange.signal) : this.#ask(this.#exchange.signal);
      case 'abort-exchange':
        must(this.#exchange !== null, 'an exchange is ended that never began');
        this.#exchange.abort();
        return void (this.#exchange = null);
      case 'open-frame':
      case 'close-frame':
        return this.#turn('frame', effect.type === 'open-frame');
      case 'leave':
        this.departures++;
        return void this.#held.add('departure');
      case 'stay':
        return this.#turn('departure', false);
      case 'mark-at-end':
        return this.#turn('mark', effect.open);
      case 'forget-session':
    }
  }

  #look(signal: AbortSignal): void {
    const { finds, away, delay } = this.surroundings;
    const clock = this.#clock.ownedBy('look');
    const timer = clock.setTimeout(() => {
      if (finds === null) return this.#ask(signal);
      this.#send({ type: 'warned', warning: finds, away, at: clock.now() });
    }, delay);
    signal.addEventListener('abort', () => clock.clearTimeout(timer));
  }

  #ask(signal: AbortSignal): void {
    this.#server.exchange(signal, (failure) => {
      const at = this.#clock.now();
      this.#send(failure === null ? { type: 'session', at } : { type: 'exchange-failed', error: kycError(failure, 'exchange'), at });
    });
  }

  #turn(what: Held, on: boolean): void {
    must(this.#held.has(what) !== on, `${what} turned to what it is already`);
    this.#held[on ? 'add' : 'delete'](what);
  }
}
