import type { Announcement, Effect } from '../../../src/core/effects.js';
import { kycError } from '../../../src/core/errors.js';
import type { FlowEvent } from '../../../src/core/flow-events.js';
import { INITIAL_FLOW, canStart, readsOn, type Flow } from '../../../src/core/flow.js';
import { transition } from '../../../src/core/machine.js';
import type { KycState } from '../../../src/core/names.js';
import { sampleScreen } from '../../../src/core/preview.js';
import { Alarm } from '../../../src/services/alarm.js';
import * as eventStream from '../../../src/services/event-stream.js';
import { ALONE } from '../../../src/services/fellow-readers.js';
import { StatusPoller } from '../../../src/services/status-poller.js';
import { seededRandom } from '../seeded-random.js';
import { VirtualClock } from '../virtual-clock.js';
import { VirtualPage } from '../virtual-page.js';
import type { Act, Setting } from './acts.js';
import { Laws } from './laws.js';
import { must } from './must.js';
import { checkNothingLeft, checkWhatRuns, type Running } from './running.js';
import { ScriptedServer } from './server.js';
import { strayEvent, type Stray } from './stray.js';
import { Tally } from './tally.js';

const QUIET: ReadonlySet<KycState> = new Set(['verified', 'rejected']);

/**
 * One element without its element: the real flow and the real poller in a world that is scripted. After each event the laws
 * are held against what the flow did, and after each act against what is left running.
 */
export class World {
  readonly clock = new VirtualClock();
  readonly page = new VirtualPage();
  readonly server: ScriptedServer;
  readonly laws = new Laws();
  readonly said = new Tally();
  readonly #poller: StatusPoller;
  readonly #queue: FlowEvent[] = [];
  #flow: Flow = INITIAL_FLOW;
  #busy = false;
  #configured = false;
  #exchange: AbortController | null = null;
  /** What is open, or held. */
  readonly #on = new Set<'frame' | 'lock'>();
  readonly #alarm = new Alarm(this.clock.ownedBy('wake'), (at) => this.send({ type: 'woken', at }));
  #onStart: Pick<Extract<Act, { do: 'start' }>, 'page' | 'blocked'> = { page: 'accepts', blocked: null };
  #broken: Error | null = null;

  constructor(setting: Setting) {
    this.server = new ScriptedServer(this.clock, () => this.page.isOnline(), setting);
    const { clock } = this;
    this.#poller = new StatusPoller({
      read: (signal) => {
        this.#hold(() => {
          must(this.server.inFlight === 0, 'two reads are under way');
          must(this.page.isVisible() || this.laws.asked, 'a read goes out that nobody sees or asked for');
          must(!QUIET.has(this.state) || this.laws.asked, `a read goes out by itself in ${this.state}`);
        });
        return this.server.read(signal);
      },
      stream: { load: () => Promise.resolve(eventStream), open: (signal) => this.server.openStream(signal) },
      interval: () => setting.interval,
      onAnswer: (status, sentAt) => this.send({ type: 'reading', status, sentAt, at: clock.now(), now: clock.date() }),
      onFailure: (error, sentAt) => this.send({ type: 'read-failed', error, sentAt, at: clock.now() }),
      onAlive: () => this.send({ type: 'woken', at: clock.now() }),
      clock: clock.ownedBy('poller'),
      random: seededRandom(setting.seed),
      activity: this.page,
      fellows: ALONE,
    });
  }

  get state(): KycState {
    return this.#flow.screen.name;
  }

  /** The configuration lets the user go on. */
  get isUsable(): boolean {
    return this.#configured;
  }

  /** What the server says now has been taken, and no check waits for an answer. */
  get isInformed(): boolean {
    const { screen, asked } = this.#flow;
    const waits = screen.name === 'verifying' || (screen.name === 'reviewing' && readsOn(screen));
    return !asked && (!waits || this.laws.memory.hasTaken(this.server.status().verificationState));
  }

  send(event: FlowEvent): void {
    this.#queue.push(event);
    if (this.#busy) return;
    this.#busy = true;
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      const before = this.#flow;
      const { flow, effects } = transition(before, next);
      this.#flow = flow;
      const announcements = effects.flatMap((effect): Announcement[] => (effect.type === 'announce' ? [effect.event] : []));
      this.said.take(announcements);
      this.#hold(() => {
        this.laws.take(before, next, flow, announcements, this.clock.now());
        for (const effect of effects) this.#run(effect);
      });
    }
    this.#busy = false;
  }

  /** What breaks a law in a callback is told by the act that led to it. */
  #hold(check: () => void): void {
    try {
      check();
    } catch (error) {
      this.#broken ??= error as Error;
    }
  }

  async act(act: Act): Promise<void> {
    const { clock } = this;
    const at = clock.now();
    switch (act.do) {
      case 'advance':
      case 'sleep':
      case 'setBack':
        await clock[act.do](act.span);
        break;
      case 'start':
        this.#onStart = act;
        this.send({ type: 'start' });
        break;
      case 'check':
      case 'close':
        this.send({ type: act.do, at });
        break;
      case 'hide':
      case 'show':
      case 'goOffline':
      case 'goOnline':
      case 'comeBack':
        this.page[act.do]();
        break;
      case 'frame-says':
      case 'frame-fails':
        if (!this.#on.has('frame')) break;
        this.send(act.do === 'frame-says' ? { type: 'frame-message', message: act.message, at } : { type: 'frame-failed', code: act.code, at });
        break;
      case 'server-says':
        this.server.say(act);
        break;
      case 'reads':
      case 'exchanges':
        this.server[act.do] = act.fare;
        break;
      case 'streams':
        this.server.streams = act.fare;
        break;
      case 'stream-ends':
        for (const stream of this.server.open) stream.finish(act.how);
        break;
      case 'stray':
        this.#stray(act.stray, at);
        break;
      default:
        this.#configure(act);
    }
    // No two acts happen in the same moment.
    await clock.advance(1);
    if (this.#broken !== null) throw this.#broken;
    checkWhatRuns(this.#running());
  }

  checkNothingLeft(): void {
    checkNothingLeft(this.#running());
  }

  #stray(stray: Stray, at: number): void {
    const { lastSentAt } = this.laws.memory;
    const event = strayEvent(stray, { state: this.state, status: this.server.status(), lastSentAt, at, now: this.clock.date() });
    if (event !== null) this.send(event);
  }

  #configure(act: Extract<Act, { do: 'configure' | 'preview' | 'unconfigure' | 'misconfigure' | 'remove' }>): void {
    this.#configured = act.do === 'configure';
    if (act.do === 'configure') return this.send({ type: 'configured', at: this.clock.now(), reverify: act.reverify });
    if (act.do === 'preview') return this.send({ type: 'previewed', screen: sampleScreen(act.state) });
    if (act.do === 'unconfigure') return this.send({ type: 'unconfigured', missing: ['endpoint'] });
    return this.send({ type: act.do === 'remove' ? 'removed' : 'misconfigured' });
  }

  #run(effect: Effect): void {
    switch (effect.type) {
      case 'reset':
        return this.#poller.stop();
      case 'ask-start':
        if (this.#onStart.page === 'prevents') return;
        if (this.#onStart.page === 'starts again') this.#queue.push({ type: 'start' });
        this.#onStart = { ...this.#onStart, page: 'accepts' };
        this.#queue.push({ type: 'start-accepted', at: this.clock.now(), blocked: this.#onStart.blocked });
        return;
      case 'exchange':
        must(this.#exchange === null, 'two exchanges are under way');
        this.#exchange = new AbortController();
        return this.server.exchange(this.#exchange.signal, (failure) => {
          const at = this.clock.now();
          this.send(failure === null ? { type: 'session', at } : { type: 'exchange-failed', error: kycError(failure, 'exchange'), at });
        });
      case 'abort-exchange':
        must(this.#exchange !== null, 'an exchange is ended that never began');
        this.#exchange.abort();
        return void (this.#exchange = null);
      case 'open-frame':
      case 'close-frame':
        return this.#turn('frame', effect.type === 'open-frame');
      case 'read':
        return this.#poller.read({ anew: effect.anew, always: this.#flow.asked });
      case 'follow':
        return this.#poller.follow(effect.since);
      case 'wake':
        return this.#alarm.set(effect.at);
      case 'reserve':
      case 'release':
        return this.#turn('lock', effect.type === 'reserve');
      case 'announce':
      case 'forget-session':
      case 'join-tabs':
      case 'leave':
      case 'stay':
      case 'mark-at-end':
    }
  }

  #turn(what: 'frame' | 'lock', on: boolean): void {
    must(this.#on.has(what) !== on, `${what} turned to what it is already`);
    this.#on[on ? 'add' : 'delete'](what);
  }

  #running(): Running {
    const { state, laws, clock, page, server } = this;
    return {
      state,
      canStart: canStart(this.#flow),
      record: laws,
      at: clock.now(),
      visible: page.isVisible(),
      observers: page.observers,
      pollerTimers: clock.pending('poller'),
      wakeTimers: clock.pending('wake'),
      timers: clock.pending(),
      readsInFlight: server.inFlight,
      streams: server.open.size,
      streamSpeaks: [...server.open].some(({ hasSpoken }) => hasSpoken),
      exchange: this.#exchange !== null,
      frame: this.#on.has('frame'),
      reserved: this.#on.has('lock'),
    };
  }
}
