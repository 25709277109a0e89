import type { Announcement } from '../../../src/core/effects.js';
import type { FlowEvent, FlowEventOf } from '../../../src/core/flow-events.js';
import { canStart, type Flow } from '../../../src/core/flow.js';
import type { KycState } from '../../../src/core/names.js';
import { LEGAL_MOVES, RESETS } from './legal-moves.js';
import { Memory } from './memory.js';
import { must } from './must.js';
import { ReadingLaws } from './reading-laws.js';
import { FlowRecord, NOTHING_SHOWN, type Happening } from './record.js';
import { WayLaws } from './way-laws.js';

const ONCE = ['kyc-opened', 'kyc-submitted', 'kyc-canceled', 'kyc-pending', 'verdict'];

/**
 * The contract's laws, held against whatever the flow does. Written from the contract alone: it looks at the state, at what is
 * said, at whether a start is possible, at the warning and the code for the phone that are shown, and at nothing else of the flow.
 */
export class Laws extends FlowRecord {
  #told: KycState = 'idle';
  readonly #ways = new WayLaws(this);
  readonly #readings = new ReadingLaws(this, this.#ways);

  take(before: Flow, event: FlowEvent, after: Flow, announcements: readonly Announcement[], at: number): void {
    const from = before.screen.name;
    const to = after.screen.name;
    this.#checkChange(from, to, event, announcements);
    const said = announcements.map(({ name }) => name).filter((name) => name !== 'kyc-state-change');
    const stalls = announcements.flatMap((one) => (one.name === 'kyc-stalled' ? [one.reason] : []));
    const { warning, screen } = after;
    const shows = { warning, code: screen.name === 'guidance' && screen.away };
    const happening = { from, event, to, said, stalls, untouched: before === after, shows };
    if (event.type === 'previewed' || RESETS[event.type] !== undefined) {
      this.#reset(happening);
    } else if (this.inPreview) {
      must(before === after && announcements.length === 0, 'a preview moves');
    } else {
      must(from === to || (LEGAL_MOVES[from][event.type] ?? []).includes(to), `${from} was left for ${to} by ${event.type}`);
      this.#hold(happening, canStart(before));
    }
    this.#ways.checkShown(happening, canStart(after));
    if (from !== to || RESETS[event.type] !== undefined) this.#enter(happening, at);
  }

  /** The event asks for a read. */
  owesRead(from: KycState, event: FlowEvent): boolean {
    return !this.inPreview && this.#ways.owesRead({ from, event });
  }

  /** A session is to be asked for. */
  onExchange(effect: { readonly inspects: boolean; readonly leaves: boolean }): void {
    this.#ways.onExchange(effect);
  }

  #checkChange(from: KycState, to: KycState, event: FlowEvent, announcements: readonly Announcement[]): void {
    const changes = announcements.flatMap((one) => (one.name === 'kyc-state-change' ? [one.previousState] : []));
    if (event.type === 'removed') {
      must(announcements.length === 0, 'a removed element speaks');
    } else {
      must(changes.length === (from === to ? 0 : 1), 'a change of state is told other than once');
      must(changes.length === 0 || announcements[0]?.name === 'kyc-state-change', 'an event comes before the change that it follows from');
      must(changes.every((previous) => previous === this.#told), 'the changes of state do not chain');
    }
    this.#told = to;
  }

  #reset({ event, to, said }: Happening): void {
    this.memory = new Memory(event.type === 'configured' && event.reverify);
    must(to === (RESETS[event.type] ?? to), `${event.type} leads to ${to}`);
    must(said.join() === (event.type === 'misconfigured' ? 'kyc-error' : ''), `${event.type} says ${said.join()}`);
    this.inPreview = event.type === 'previewed';
    this.asked = this.firstReadDone = this.isWaived = this.leaves = this.elsewhere = this.isBack = false;
    this.unfinished = event.type === 'configured' && event.leftOpen === true;
    this.shown = NOTHING_SHOWN;
    this.beginAttempt();
  }

  #enter({ from, event, to }: Happening, at: number): void {
    this.enteredAt = at;
    this.askedHere = false;
    if (to === 'requesting' || (event.type === 'close' && from === 'requesting')) return;
    this.refusals = 0;
    this.stalled = null;
    this.reviewSince = at;
    this.ownReview = from === 'verifying' && to === 'reviewing';
  }

  #hold(happening: Happening, couldStart: boolean): void {
    const { from, event, to, said } = happening;
    const expect = (...names: readonly string[]): void => {
      must(said.join() === names.join(), `${event.type} in ${from} says ${said.join() || 'nothing'}, not ${names.join() || 'nothing'}`);
      for (const name of names) if (ONCE.includes(name)) this.sayOnce(name);
    };
    switch (event.type) {
      case 'start':
        return expect();
      case 'start-accepted':
        if (!couldStart || from === 'checking') return must(happening.untouched, `a start is accepted in ${from}`);
        this.beginAttempt();
        this.asked = this.askedHere = false;
        must(to === (event.blocked === null ? 'requesting' : 'failed'), `a start leads to ${to}`);
        this.#ways.onStart({ ...happening, event });
        return expect(...(event.blocked === null ? [] : ['kyc-error']));
      case 'check':
        if (from !== 'idle') this.asked = this.askedHere = true;
        return expect();
      case 'session':
        if (from !== 'requesting') return must(happening.untouched, `a session counts in ${from}`);
        this.memory.open(event.at);
        this.attempt.opened = this.unfinished = true;
        this.elsewhere = false;
        return expect();
      case 'exchange-failed':
        return from === 'requesting' ? expect('kyc-error') : must(happening.untouched, `an exchange fails in ${from}`);
      case 'close':
        return from === 'verifying' ? this.#leaveFrame(to, expect) : expect();
      case 'frame-message':
        if (from !== 'verifying' || this.leaves) return must(happening.untouched, `a frame is heard in ${from}, where there is none`);
        return this.#hearFrame(event, to, expect);
      case 'frame-failed':
        if (from !== 'verifying') return must(happening.untouched, `the frame fails in ${from}`);
        must(to === (this.attempt.submittedAt === null ? 'failed' : 'reviewing'), `a failing frame leads to ${to}`);
        return expect(...(to === 'failed' ? ['kyc-error'] : []));
      case 'elsewhere':
        if (from !== 'idle') this.elsewhere = event.open;
        return expect();
      case 'warned':
        return this.#ways.onWarning({ ...happening, event });
      case 'handed-over':
        return this.#ways.onHandOver({ ...happening, event });
      case 'returned':
        return this.#ways.onReturn({ ...happening, event });
      case 'leave-again':
      case 'told':
        return expect();
      case 'reading':
        return this.#readings.onReading({ ...happening, event });
      case 'read-failed':
        return this.#readings.onFailure({ ...happening, event });
      case 'woken':
        return this.#readings.onWake({ ...happening, event });
      default:
        return must(false, `${event.type} is a reset`);
    }
  }

  #hearFrame({ message, at }: FlowEventOf<'frame-message'>, to: KycState, expect: (...names: readonly string[]) => void): void {
    const { attempt } = this;
    if (message === 'canceled') return this.#leaveFrame(to, expect);
    must(to === (message === 'finished' ? 'reviewing' : 'verifying'), `${message} leads to ${to}`);
    if (message === 'handshake') return expect(...(attempt.said.has('kyc-opened') ? [] : ['kyc-opened']));
    const isFirst = attempt.submittedAt === null;
    if (message === 'started') {
      attempt.startedAgain = !isFirst;
      return expect();
    }
    if (message === 'submitted' || isFirst) attempt.submittedAt = at;
    this.unfinished = false;
    if (attempt.startedAgain && message === 'submitted') {
      attempt.rounds++;
      this.memory.beginRound();
    }
    if (message === 'submitted') attempt.startedAgain = false;
    return expect(...(isFirst ? ['kyc-submitted'] : []));
  }

  #leaveFrame(to: KycState, expect: (...names: readonly string[]) => void): void {
    const submitted = this.attempt.submittedAt !== null;
    must(to === (submitted ? 'reviewing' : 'guidance'), `leaving the frame leads to ${to}`);
    return expect(...(submitted ? [] : ['kyc-canceled']));
  }
}
