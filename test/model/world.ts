import { warned, type Around, type Belief } from './belief.js';
import { turn, type PageClock } from './clock.js';
import type { Device } from './device.js';
import { hear, pass, postAnswered, postSent } from './frame-steps.js';
import type { Ground } from './ground.js';
import { frames, loaded, type PageState } from './page-state.js';
import { read, readFailed, readSent } from './readings.js';
import { SECRET, PATH, type Exchange, type Server } from './server.js';
import { Breach, Subject } from './subject.js';

/** A page with one or two elements, its server, its clock, and the model of each element beside it. */
export class World {
  readonly clock: PageClock;
  readonly page: PageState;
  readonly device: Device;
  readonly server: Server;
  readonly ground: Ground;
  readonly subjects: readonly Subject[];
  readonly homes: readonly HTMLElement[];
  wasWallMoved = false;
  /** What was done and what went over the wire, in words, for a breach to be understood. */
  readonly trace: string[] = [];
  #nextRequest = 0;

  constructor(ground: Ground, elements: 1 | 2) {
    this.ground = ground;
    ({ clock: this.clock, page: this.page, device: this.device, server: this.server } = ground);
    this.server.reset();
    this.device.hasCamera = true;
    this.page.reset();
    ground.faults.length = 0;
    this.subjects = ['A', 'B'].slice(0, elements).map((letter) => new Subject(letter, ++ground.worlds, (fault) => ground.faults.push(fault)));
    this.homes = [0, 1].map(() => document.body.appendChild(document.createElement('div')));
  }

  /** Clears up, whatever has become of the page. */
  async end(): Promise<void> {
    for (const node of [...this.homes, ...this.subjects.map(({ element }) => element), ...document.querySelectorAll('.kyc-verification-dialog')]) node.remove();
    for (let turns = 0; turns < 4; turns++) await turn();
  }

  around(subject: Subject, wasAsleep = false): Around {
    const others = this.subjects.filter((one) => one !== subject).flatMap(({ beliefs }) => beliefs);
    const other = new Set(others.filter(({ isPreview }) => !isPreview).map(({ state }) => state));
    return {
      now: this.clock.now,
      wall: this.clock.wall,
      wasWallMoved: this.wasWallMoved,
      nextRequest: this.#nextRequest,
      isOnline: this.page.isOnline,
      isVisible: this.page.isVisible,
      wasAsleep,
      isReverify: subject.element.reverify,
      isSessionAllowed: subject.element.sessionHosts.includes('localhost'),
      lacks: !this.device.hasCamera,
      hasHandover: subject.hasHandover,
      configuration: subject.configuration,
      isPrevented: subject.handler === 'prevents',
      other: other.has('verifying') ? 'open' : other.has('requesting') ? 'coming' : null,
    };
  }

  /** Something is done of which the model knows what it means; then all that follows from it at this moment happens. */
  async step(subject: Subject, what: string, means: (belief: Belief, around: Around) => readonly Belief[], act: () => unknown): Promise<void> {
    const around = this.around(subject);
    subject.step((belief) => means(belief, around), what);
    await act();
    await this.settle();
  }

  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; ) {
      const before = this.#happenings;
      await turn();
      for (const frame of frames()) await loaded(frame);
      // What the browser has to say of its locks has arrived by then.
      if (quiet === 1) await navigator.locks.query();
      quiet = this.#happenings === before ? quiet + 1 : 0;
    }
    this.look();
  }

  get #happenings(): number {
    return this.server.log.length + this.subjects.reduce((sum, { moves, tales }) => sum + moves.length + tales.length, 0) + frames().length;
  }

  /** The models take in what went over the wire, and are compared with the elements. */
  look(): void {
    for (const exchange of this.server.log.splice(0)) this.#take(exchange);
    for (const subject of this.subjects) subject.look(this.clock.now);
    this.#keepLaws();
  }

  #take(exchange: Exchange): void {
    const { request } = exchange;
    const subject = this.subjects.find(({ letter }) => request.url.pathname.startsWith(`${PATH}/${letter}`));
    if (subject === undefined) throw new Breach(`a request to ${request.url}`);
    const around = (): Around => this.around(subject);
    this.trace.push(`  ${this.clock.now} ms: ${inWords(exchange)}`);
    // Whether a look around is over by then is not said.
    subject.step((belief) => [belief, warned(belief, this.clock.now)], 'a look around');
    switch (exchange.type) {
      case 'sent':
        if (request.method === 'POST') subject.step((belief) => postSent(belief, request.number), 'an exchange');
        else subject.step((belief) => readSent(belief, around()), this.page.isVisible ? 'a read' : 'a read of a hidden page');
        this.#nextRequest = request.number + 1;
        break;
      case 'read':
        subject.step((belief) => read(belief, request.number, exchange.reading, around()), 'the answer of a read');
        break;
      case 'read-failed':
        subject.step((belief) => readFailed(belief, request.number, exchange.status, exchange.code, around()), 'a failed read');
        break;
      case 'post-answered':
        subject.step((belief) => postAnswered(belief, request.number, exchange.answer, around()), 'the answer of an exchange');
        break;
    }
  }

  #keepLaws(): void {
    const fault = this.ground.faults[0] ?? this.page.fault ?? this.subjects.map((subject) => this.#faultOf(subject)).find((found) => found !== null);
    if (fault != null) throw new Breach(fault);
  }

  #faultOf({ element, letter, beliefs, buttons }: Subject): string | null {
    const { shadowRoot, state } = element;
    const open = this.server.open.filter(({ url }) => url.pathname.startsWith(`${PATH}/${letter}`));
    if (open.some(({ sentAt }) => this.clock.now - sentAt > 15_000)) return 'a request of more than 15 s';
    const reads = open.filter(({ method }) => method === 'GET').length;
    if (reads > 1 || open.length - reads > 1) return `${reads} reads and ${open.length - reads} exchanges at once`;
    if (shadowRoot === null || !element.isConnected) {
      const isLong = beliefs.some(({ state: believed, since }) => believed === 'gone' && this.clock.now > since);
      return isLong && open.length > 0 ? 'a request after removal' : null;
    }
    const base = shadowRoot.querySelector<HTMLElement>('[part~="base"]');
    if (base?.dataset['state'] !== state) return `shows ${base?.dataset['state']} in ${state}`;
    if (!element.matches(`:state(${state})`)) return `does not match :state(${state})`;
    if (element.matches(':state(busy)') !== (state === 'checking' || state === 'requesting')) return `is busy, or not, in ${state}`;
    if (element.matches(':state(final)') !== (state === 'verified' || state === 'rejected')) return `is final, or not, in ${state}`;
    if (shadowRoot.innerHTML.includes(SECRET)) return 'shows a secret';
    if (element.preview !== '') return null;
    const has = (part?: string): boolean => buttons.some((button) => part === undefined || button.part.contains(part));
    const told = state === 'guidance' ? adviceFault(shadowRoot, beliefs, has('continue-button')) : null;
    if (told !== null) return told;
    // Check now is busy while its read is under way, which 15 s end.
    if (state !== 'guidance' && state !== 'verifying' && reads > 0) return null;
    return this.#stuck(state, has);
  }

  /** Neither a verdict nor an enabled action. `checking` and `requesting` end by themselves, which the model holds them to. */
  #stuck(state: string, has: (part?: string) => boolean): string | null {
    const isStuck = ((): boolean => {
      switch (state) {
        case 'guidance':
          return !has('start-button') && !has('continue-button') && !has('back-button');
        case 'verifying':
          return document.querySelector('.kyc-verification-dialog[open] button:enabled') === null;
        case 'reviewing':
          return !has('check-button');
        case 'resubmission':
        case 'expired':
        case 'failed':
          return !has();
        default:
          return false;
      }
    })();
    return isStuck ? `stuck in ${state}` : null;
  }

  /** Time goes on, from timer to timer. */
  async pass(milliseconds: number): Promise<void> {
    const { now } = this.clock;
    const before = this.server.requests.length;
    const end = now + milliseconds;
    while (this.clock.now < end) await this.#goTo(Math.min(this.clock.nextAt, end));
    // Not even the shortest gap between reads that can be set, and all tries of an exchange, allow more.
    const most = this.subjects.length * (4 + milliseconds / 1_000);
    const sent = this.server.requests.length - before;
    if (sent > most) throw new Breach(`${sent} requests in ${milliseconds} ms`);
  }

  /** The device sleeps: no timer runs until it wakes, then each that is due runs once. */
  async sleep(milliseconds: number): Promise<void> {
    await this.#goTo(this.clock.now + milliseconds, true);
  }

  async #goTo(at: number, isAsleep = false): Promise<void> {
    const elapsed = Math.max(at - this.clock.now, 0);
    const isQuiet = this.clock.nextAt > at;
    this.clock.goTo(at);
    for (const subject of this.subjects) {
      const around = this.around(subject, isAsleep);
      subject.step((belief) => pass(belief, elapsed, around), 'that so much time passes');
    }
    if (isQuiet) this.look();
    else await this.settle();
  }

  /** The frame that is open says a word; its element is the one in `verifying`. */
  async hear(word: string, say: () => Promise<void>): Promise<void> {
    for (const subject of this.subjects) {
      const around = this.around(subject);
      subject.step((belief) => hear(belief, word, around), word);
    }
    await say();
    await this.settle();
  }
}

/** What may keep the verification from working, or the code for the phone, is shown where it is believed, and is not in the way. */
function adviceFault(root: ShadowRoot, beliefs: readonly Belief[], canContinue: boolean): string | null {
  const isShown = root.querySelector('[part~="status-title"]') !== null;
  if (!beliefs.some(({ isWarned, isAway }) => (isWarned || isAway) === isShown)) return isShown ? 'a warning, or the code, is shown' : 'no warning, or code, is shown';
  return beliefs.every(({ isWarned }) => isWarned) && !canContinue ? 'a warning blocks' : null;
}

function inWords({ type, request: { method, number }, ...more }: Exchange): string {
  return `${method} ${number} ${type} ${JSON.stringify(more)}`;
}
