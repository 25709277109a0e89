import type { Announcement, Effect } from '../../../src/core/effects.js';
import type { FlowEvent, FlowEventType } from '../../../src/core/flow-events.js';
import { INITIAL_FLOW, canStart, readsOn, type Flow } from '../../../src/core/flow.js';
import { transition } from '../../../src/core/machine.js';
import type { KycState } from '../../../src/core/names.js';
import { Alarm } from '../../../src/services/alarm.js';
import { ALONE } from '../../../src/services/fellow-readers.js';
import { StatusPoller } from '../../../src/services/status-poller.js';
import { seededRandom } from '../seeded-random.js';
import { VirtualClock } from '../virtual-clock.js';
import { VirtualPage } from '../virtual-page.js';
import type { Act, Setting } from './acts.js';
import { eventOf } from './events.js';
import { Laws } from './laws.js';
import { must } from './must.js';
import { checkNothingLeft, checkWhatRuns, type Running } from './running.js';
import { ScriptedServer } from './server.js';
import { ScriptedSession } from './session.js';
import { strayEvent, type Stray } from './stray.js';
import { Tally } from './tally.js';

const QUIET: ReadonlySet<KycState> = new Set(['verified', 'rejected']);

const CONFIGURES: ReadonlySet<Act['do']> = new Set(['configure', 'preview', 'unconfigure', 'misconfigure', 'remove']);

/** By what alone a session is asked for and opened: nothing does so by itself. */
const CAUSES: { readonly [T in Effect['type']]?: readonly FlowEventType[] } = {
  exchange: ['start-accepted'],
  'open-frame': ['session'],
  leave: ['session', 'leave-again'],
};

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
  readonly #session: ScriptedSession;
  readonly #poller: StatusPoller;
  readonly #redirects: boolean;
  readonly #queue: FlowEvent[] = [];
  #flow: Flow = INITIAL_FLOW;
  #busy = false;
  #configured = false;
  readonly #alarm = new Alarm(this.clock.ownedBy('wake'), (at) => this.send({ type: 'woken', at }));
  #onStart: Pick<Extract<Act, { do: 'start' }>, 'page' | 'blocked'> = { page: 'accepts', blocked: null };
  #broken: Error | null = null;

  constructor(setting: Setting) {
    this.server = new ScriptedServer(this.clock, () => this.page.isOnline(), setting);
    this.#session = new ScriptedSession(this.clock, this.server, (event) => this.send(event));
    this.#redirects = setting.redirects;
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
      stream: { open: (signal) => this.server.openStream(signal) },
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
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) this.#take(next);
    this.#busy = false;
  }

  #take(event: FlowEvent): void {
    const before = this.#flow;
    const { flow, effects } = transition(before, event);
    this.#flow = flow;
    const announcements = effects.flatMap((effect): Announcement[] => (effect.type === 'announce' ? [effect.event] : []));
    this.said.take(announcements);
    this.#hold(() => {
      this.laws.take(before, event, flow, announcements, this.clock.now());
      for (const effect of effects) {
        must(CAUSES[effect.type]?.includes(event.type) ?? true, `${effect.type} follows from ${event.type}`);
        if (effect.type === 'exchange') this.laws.onExchange(effect);
        this.#run(effect);
      }
      const isOwed = this.laws.owesRead(before.screen.name, event) && this.page.isVisible();
      must(!isOwed || this.server.inFlight > 0, 'a verdict is known and nobody is told');
    });
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
    const { departures } = this.#session;
    const { sent } = this.server;
    const hadLeft = this.#session.has('departure');
    const hadCode = this.laws.shown.code;
    switch (act.do) {
      case 'advance':
      case 'sleep':
      case 'setBack':
        await clock[act.do](act.span);
        break;
      case 'start':
        this.#onStart = act;
        this.send({ type: 'start', leaves: act.leaves });
        break;
      case 'hide':
      case 'show':
      case 'goOffline':
      case 'goOnline':
      case 'comeBack':
        this.page[act.do]();
        break;
      case 'surroundings':
        this.#session.surroundings = act;
        break;
      case 'server-says':
      case 'reads':
      case 'exchanges':
      case 'streams':
      case 'stream-ends':
        this.server.take(act);
        break;
      case 'stray':
        this.#stray(act.stray, at);
        break;
      default: {
        if (CONFIGURES.has(act.do)) this.#configured = act.do === 'configure';
        const event = eventOf(act, at, (what) => this.#session.has(what));
        if (event !== null) this.send(event);
      }
    }
    if (act.do === 'leave-again') must(this.#session.departures === departures + (hadLeft ? 1 : 0), 'the browser is not led away again, or out of turn');
    const isHereAgain = act.do === 'hand-over' && !act.away && hadCode && this.page.isVisible();
    must(!isHereAgain || this.server.sent > sent, 'nobody asks whether documents were sent on the phone');
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
    const { state, server, clock } = this;
    const hasFrame = this.#session.has('frame');
    const hasLeft = this.#session.has('departure');
    const event = strayEvent(stray, { state, hasFrame, hasLeft, status: server.status(), lastSentAt, at, now: clock.date() });
    if (event !== null) this.send(event);
  }

  #run(effect: Effect): void {
    switch (effect.type) {
      case 'reset':
        return this.#poller.stop();
      case 'ask-start': {
        const { page, blocked } = this.#onStart;
        const leaves = effect.leaves || this.#redirects;
        if (page === 'prevents') return;
        if (page === 'starts again') this.#queue.push({ type: 'start', leaves: effect.leaves });
        this.#onStart = { page: 'accepts', blocked };
        this.#queue.push({ type: 'start-accepted', at: this.clock.now(), blocked, leaves });
        return;
      }
      case 'read':
        return this.#poller.read({ ...effect, always: this.#flow.asked });
      case 'follow':
        return this.#poller.follow(effect.since);
      case 'wake':
        return this.#alarm.set(effect.at);
      case 'announce':
      case 'join-tabs':
        return;
      default:
        this.#session.run(effect);
    }
  }

  #running(): Running {
    const { state, laws, clock, page, server } = this;
    const session = this.#session;
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
      exchange: session.isExchanging,
      frame: session.has('frame'),
      reserved: session.has('lock'),
      departure: session.has('departure'),
      mark: session.has('mark'),
    };
  }
}
