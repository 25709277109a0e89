/**
 * Owns the flow of one element: takes what happens, asks the core what follows, and has it done. It decides nothing by
 * itself, and nothing but the core's transition ever changes the flow.
 */
import type { ReactiveController } from 'lit';
import type { Effect } from '../core/effects.js';
import type { KycError, KycErrorCode } from '../core/errors.js';
import type { FlowEvent } from '../core/flow-events.js';
import { INITIAL_FLOW, canStart, type Flow } from '../core/flow.js';
import { transition } from '../core/machine.js';
import { previewedState, sampleScreen } from '../core/preview.js';
import { EndpointClient } from '../services/endpoint-client.js';
import { Alarm } from '../services/alarm.js';
import type { StatusPoller } from '../services/status-poller.js';
import { OtherTabs } from '../services/tabs/other-tabs.js';
import type { Begun } from './behavior.js';
import { readConfiguration, verificationOf, wordsOf, type Configuration, type ConfigurationSource } from './configuration.js';
import { detailOf, eventOf } from './event-of.js';
import { KycStartEvent } from './events.js';
import { hint } from './hint.js';
import { productionPorts, type FlowHost, type FlowPorts, type FlowSettings } from './ports.js';
import { SessionEffects } from './session-effects.js';
import { createPoller } from './create-poller.js';
import { Waiters } from './waiters.js';
import { WaysOut } from './ways-out.js';

export class FlowController implements ReactiveController {
  /** What the user can do beside Veriff's frame. */
  readonly ways: WaysOut;
  readonly #host: FlowHost;
  readonly #settings: FlowSettings;
  readonly #ports: FlowPorts;
  readonly #poller: StatusPoller;
  readonly #session: SessionEffects;
  readonly #tabs: OtherTabs;
  #flow: Flow = INITIAL_FLOW;
  #since: number | null;
  #configuration: Configuration = { kind: 'incomplete', missing: [], unusable: [] };
  #configured = '';
  #client: EndpointClient | null = null;
  readonly #alarm: Alarm;
  readonly #waiters = new Waiters<Flow>();
  readonly #queue: FlowEvent[] = [];
  readonly #heardOutside: FlowEvent[] = [];
  #busy = false;
  #unmark: (() => void) | null = null;

  /** @param begun what was before it: the flow goes on from there */
  constructor(host: FlowHost, settings: FlowSettings, begun: Begun = { since: null, error: null }, ports: FlowPorts = productionPorts) {
    this.#host = host;
    this.#since = begun.since;
    if (begun.error !== null) this.#flow = { ...INITIAL_FLOW, screen: { name: 'failed', error: begun.error } };
    this.#settings = settings;
    this.#ports = ports;
    const { clock } = ports;
    this.#tabs = new OtherTabs(ports.tabs, {
      onElsewhere: (open) => this.#hear({ type: 'elsewhere', open: open && !this.#session.isTaken }),
      onTaken: () => this.close(),
    });
    const hear = (event: FlowEvent): void => this.#hear(event);
    this.ways = new WaysOut(host, ports, settings.handoverUrl, () => this.#flow, hear);
    this.#session = new SessionEffects(host, settings, ports, this.#tabs, this.ways, hear);
    this.#alarm = new Alarm(clock, (at) => this.#hear({ type: 'woken', at }));
    this.#poller = createPoller(ports, settings, this.#tabs, () => this.#client, (event) => this.#hear(event));
    host.addController(this);
  }

  get flow(): Flow {
    return this.#flow;
  }

  /** When the documents were sent, by the device's clock. */
  get submittedAt(): Date | null {
    const { clock } = this.#ports;
    const { submittedAt } = this.#flow.attempt;
    return submittedAt === null ? null : new Date(clock.date() - (clock.now() - submittedAt));
  }

  /**
   * Begins anew where what the flow depends on has changed. The words of the page are compared, and read only then: where
   * they lead may change while the flow goes on, when the page cleans its address or moves to another.
   */
  configure(source: ConfigurationSource, preview: string): void {
    const sample = previewedState(preview);
    const key = JSON.stringify([wordsOf(source), sample]);
    if (key === this.#configured || !this.#host.isConnected) return;
    const configuration = readConfiguration(source);
    this.#configured = key;
    this.#configuration = configuration;
    this.#client = null;
    const since = this.#since;
    this.#since = null;
    if (sample !== null) {
      this.#send({ type: 'previewed', screen: sampleScreen(sample) });
    } else if (configuration.kind === 'complete') {
      this.#client = new EndpointClient({ ...this.#settings, ...configuration }, this.#ports);
      const { clock, leftOpenMark } = this.#ports;
      const leftOpen = leftOpenMark.take(verificationOf(configuration));
      this.#send({ type: 'configured', at: since ?? clock.now(), reverify: configuration.reverify, leftOpen });
      // It may have been shown for as long as `checking` lasts.
      if (since !== null) this.#send({ type: 'woken', at: clock.now() });
    } else if (configuration.kind === 'incomplete') {
      hint((hints) => hints.hintOfIncomplete(configuration));
      this.#send({ type: 'unconfigured', missing: configuration.missing });
    } else {
      hint((hints) => hints.hintOfUnusable(configuration));
      this.#send({ type: 'misconfigured' });
    }
  }

  /**
   * Settles when Veriff is open, or it is said why not.
   *
   * @param leaves by Veriff's own page, whatever `presentation` says
   */
  start(leaves = false): Promise<void> {
    return this.#sendAndWait({ type: 'start', leaves }, ({ screen: { name }, preview }) => preview || (name !== 'checking' && name !== 'requesting'));
  }

  /** Settles when the read has been answered. */
  check(): Promise<void> {
    return this.#sendAndWait({ type: 'check' }, ({ asked }) => !asked);
  }

  close(): void {
    this.#send({ type: 'close', at: this.#ports.clock.now() });
  }

  /** The user is about to start: what that needs is fetched, and looked for. */
  warmUp(): void {
    if (canStart(this.#flow)) this.#session.warmUp();
  }

  /** After a stay outside the document the flow begins anew. */
  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** An element that is only moved comes back in the same task. */
  hostDisconnected(): void {
    this.#ports.clock.setTimeout(() => {
      const heard = this.#heardOutside.splice(0);
      if (this.#host.isConnected) return heard.forEach((event) => this.#send(event));
      this.#configured = '';
      this.#send({ type: 'removed' });
    }, 0);
  }

  /** What others say while the element is out of the document waits until it is known whether that is for good. */
  #hear(event: FlowEvent): void {
    if (this.#host.isConnected) this.#send(event);
    else if (this.#configured !== '') this.#heardOutside.push(event);
  }

  #sendAndWait(event: FlowEvent, until: (flow: Flow) => boolean): Promise<void> {
    const done = this.#waiters.until(until);
    this.#send(event);
    return done;
  }

  /** One event after the other, each with all that follows from it: handlers of the page may send more meanwhile. */
  #send(event: FlowEvent): void {
    this.#queue.push(event);
    if (this.#busy) return;
    this.#busy = true;
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) this.#take(next);
    this.#busy = false;
    this.#host.requestUpdate();
    this.#waiters.settle(this.#flow);
  }

  #take(event: FlowEvent): void {
    const before = this.#flow;
    const { flow, effects } = transition(before, event);
    this.#flow = flow;
    this.#settings.onChange(flow, before);
    for (const effect of effects) this.#attempt(effect);
  }

  /** A page can have taken away what an effect needs: the flow goes on, and says so. */
  #attempt(effect: Effect): void {
    try {
      this.#run(effect);
    } catch {
      const at = this.#ports.clock.now();
      if (effect.type === 'ask-start') this.#send({ type: 'start-accepted', at, blocked: 'configuration' });
      else this.#session.onThrown(effect);
    }
  }

  #run(effect: Effect): void {
    switch (effect.type) {
      case 'reset':
        this.#poller.stop();
        this.#tabs.leave();
        return this.#session.forget();
      case 'join-tabs':
        return this.#tabs.join(verificationOf(this.#configuration));
      case 'ask-start':
        return this.#askStart(effect.leaves);
      case 'announce':
        this.#host.dispatchEvent(eventOf(effect.event, this.#flow, this.#onboardingId));
        if (effect.event.name === 'kyc-error') hintOfError(effect.event.error);
        return;
      case 'mark-at-end':
        this.#unmark?.();
        this.#unmark = effect.open ? this.#ports.leftOpenMark.leaveAtEnd(verificationOf(this.#configuration)) : null;
        return;
      case 'read':
        return this.#poller.read({ ...effect, always: this.#flow.asked });
      case 'follow':
        return this.#poller.follow(effect.since);
      case 'wake':
        return this.#alarm.set(effect.at);
      case 'reserve':
      case 'release':
      case 'exchange':
      case 'abort-exchange':
      case 'open-frame':
      case 'close-frame':
      case 'leave':
      case 'stay':
      case 'forget-session':
        return this.#session.run(effect, { client: this.#client, reverify: this.#flow.reverify });
    }
  }

  #askStart(asked: boolean): void {
    const { clock, findObstacle } = this.#ports;
    const leaves = asked || this.#settings.presentation() === 'redirect';
    const event = new KycStartEvent(detailOf(this.#flow, this.#onboardingId));
    this.#host.dispatchEvent(event);
    if (event.defaultPrevented) return;
    const blocked: KycErrorCode | null = this.#configuration.kind === 'unusable' ? 'configuration' : findObstacle(leaves);
    this.#send({ type: 'start-accepted', at: clock.now(), blocked, leaves });
  }

  get #onboardingId(): string {
    return this.#configuration.kind === 'incomplete' ? '' : this.#configuration.onboardingId;
  }
}

function hintOfError({ code }: KycError): void {
  hint((hints) => hints.hintOf(code));
}
