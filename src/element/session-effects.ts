/** Does what the flow asks for about one session: the look around before it, its exchange, and its frame or its page. */
import type { Effect } from '../core/effects.js';
import type { FlowEvent } from '../core/flow-events.js';
import type { EndpointClient, Session } from '../services/endpoint-client.js';
import { failed } from '../services/result.js';
import type { OtherTabs } from '../services/tabs/other-tabs.js';
import { FrameOpener } from './frame-opener.js';
import { Lookout } from './environment-lookout.js';
import type { FlowHost, FlowPorts, FlowSettings } from './ports.js';
import { SessionExchange, type Exchanged } from './session-exchange.js';
import type { WaysOut } from './ways-out.js';

/** What the flow asks for about a session. */
export type SessionEffect = Extract<
  Effect,
  { type: 'reserve' | 'release' | 'exchange' | 'abort-exchange' | 'open-frame' | 'close-frame' | 'leave' | 'stay' | 'forget-session' }
>;

/** Whom to ask for a session. */
export interface SessionSource {
  /** `null` where there is nothing to ask. */
  readonly client: EndpointClient | null;
  readonly reverify: boolean;
}

export class SessionEffects {
  readonly #host: FlowHost;
  readonly #settings: FlowSettings;
  readonly #ports: FlowPorts;
  readonly #ways: WaysOut;
  readonly #hear: (event: FlowEvent) => void;
  readonly #lookout: Lookout;
  readonly #frame: FrameOpener;
  readonly #exchange: SessionExchange;
  #session: Session | null = null;

  constructor(host: FlowHost, settings: FlowSettings, ports: FlowPorts, tabs: OtherTabs, ways: WaysOut, hear: (event: FlowEvent) => void) {
    this.#host = host;
    this.#settings = settings;
    this.#ports = ports;
    this.#ways = ways;
    this.#hear = hear;
    this.#lookout = new Lookout(ports, settings);
    this.#frame = new FrameOpener(ports, tabs, hear, () => this.#lookout.hint('camera-policy'));
    this.#exchange = new SessionExchange(host, ports.clock, this.#frame, (outcome) => this.#onExchanged(outcome));
  }

  /** Another element of the document has a session under way. */
  get isTaken(): boolean {
    return this.#frame.isTaken;
  }

  /** The user is about to start: what that needs is fetched, and found out. */
  warmUp(): void {
    this.#lookout.warmUp();
    if (this.#settings.presentation() !== 'redirect') this.#frame.warmUp();
  }

  forget(): void {
    this.#exchange.forget();
    this.#session = null;
  }

  /** @throws where the page has taken away what it needs */
  run(effect: SessionEffect, source: SessionSource): void {
    switch (effect.type) {
      case 'reserve':
        return this.#frame.reserve();
      case 'release':
        return this.#frame.release();
      case 'exchange':
        return this.#runExchange(effect, source);
      case 'abort-exchange':
        return this.#exchange.abort();
      case 'open-frame':
        return this.#openFrame();
      case 'close-frame':
        return this.#frame.close();
      case 'leave':
        this.#ways.leave(this.#session);
        this.#session = null;
        return;
      case 'stay':
        return this.#ways.stay();
      case 'forget-session':
        return this.forget();
    }
  }

  /** What follows where `run` has thrown. */
  onThrown(effect: Effect): void {
    if (effect.type === 'exchange') this.#onExchanged(failed('frame-blocked', 'frame'));
    if (effect.type === 'open-frame' || effect.type === 'leave') {
      this.#hear({ type: 'frame-failed', code: 'frame-blocked', at: this.#ports.clock.now() });
    }
  }

  #runExchange({ leaves, inspects }: Extract<Effect, { type: 'exchange' }>, { client, reverify }: SessionSource): void {
    const look = inspects ? (signal: AbortSignal) => this.#lookout.look(leaves, signal) : null;
    this.#exchange.run(client, { reusable: !reverify, leaves, look });
  }

  #onExchanged(outcome: Exchanged): void {
    const at = this.#ports.clock.now();
    if (outcome.ok === null) {
      const { warning } = outcome;
      return this.#hear({ type: 'warned', warning, away: this.#ways.helps(warning), at });
    }
    this.#session = outcome.ok ? outcome.value : null;
    this.#hear(outcome.ok ? { type: 'session', at } : { type: 'exchange-failed', error: outcome.error, at });
  }

  #openFrame(): void {
    const { lang, frameText, themedLike, sessionHosts, presentation } = this.#settings;
    if (this.#session === null) return;
    this.#frame.open({
      session: this.#session,
      sessionHosts: sessionHosts(),
      lang: lang(),
      text: frameText(),
      themedLike: themedLike(),
      embedIn: presentation() === 'embedded' ? this.#host : null,
    });
    this.#session = null;
  }
}
