import { onCleanup } from '../helpers/element-cleanup.js';
import { ENDPOINT, json, says, scriptEndpoint, type ScriptedEndpoint } from '../helpers/element-endpoint.js';
import { place, record, type KycEvent } from '../helpers/element-fixture.js';
import { eventually, type HeldTime } from '../helpers/element-time.js';
import { tracesOf } from '../helpers/veriff-page.js';
import { STAND_IN_HOST, STAND_IN_ORIGIN } from '../helpers/veriff-session.js';
import type { KycState, KycVerificationElement } from '../../src/index.js';
import { isName, keyOf, type Forgery } from './forgeries.js';
import { SPEAKER, speaker, type Sender } from './senders.js';

/** How far the user has come, what Veriff's page has said by then, and how the page has closed it. */
export const STAGES = {
  'before Veriff is open': { said: null },
  'before the handshake': { said: [], isShort: true },
  'after the handshake': { said: ['HANDSHAKE'] },
  'after STARTED': { said: ['HANDSHAKE', 'STARTED'] },
  'after SUBMITTED': { said: ['HANDSHAKE', 'STARTED', 'SUBMITTED'] },
  'after FINISHED': { said: ['HANDSHAKE', 'STARTED', 'SUBMITTED', 'FINISHED'], leadsTo: 'reviewing' },
  'after the user’s cancel': { said: ['HANDSHAKE', 'STARTED', 'CANCELED'], leadsTo: 'guidance' },
  'after close()': { said: ['HANDSHAKE', 'STARTED'], closes: true, leadsTo: 'guidance' },
} as const satisfies Record<string, StageStory>;
interface StageStory {
  readonly said: readonly string[] | null;
  /** A frame that does not answer is waited for less than a minute: none passes here. */
  readonly isShort?: boolean;
  readonly closes?: boolean;
  readonly leadsTo?: KycState;
}
/** Passes after all that was said, for effects that come late, in milliseconds. */
const AFTERWARDS = 60_000;
/** Of the status, in that time at the interval that is set: one, and one that was due. */
const READS_AFTERWARDS = 2;
export type StageName = keyof typeof STAGES;

/** Of a wait, in milliseconds: a machine may have much else to do. */
const LIMIT = 120_000;

/** Follows what was said. */
interface Mark {
  readonly mark: unknown;
  readonly rendered?: number;
}

/** A page with the element on it and Veriff open, in which all that could change is watched. */
export class Stage {
  readonly element: KycVerificationElement;
  readonly endpoint: ScriptedEndpoint;
  readonly #page: Window & typeof globalThis;
  readonly #events: KycEvent[];
  readonly #heard: unknown[] = [];
  readonly #time: HeldTime | null;
  readonly #isShort: boolean;
  #marks = 0;

  constructor(page: Window & typeof globalThis, time: HeldTime | null, isShort: boolean) {
    this.#page = page;
    this.#time = time;
    this.#isShort = isShort;
    const { document } = page;
    this.endpoint = scriptEndpoint({ get: [says('UNVERIFIED')], post: [json({ sessionUrl: `${STAND_IN_ORIGIN}${SPEAKER}?nests` })] });
    this.#events = record(document);
    this.element = document.createElement('kyc-verification');
    const attributes = { 'onboarding-id': 'US_1', endpoint: ENDPOINT, 'session-hosts': STAND_IN_HOST, 'poll-interval': '60' };
    for (const [name, value] of Object.entries(attributes)) this.element.setAttribute(name, value);
  }

  /** @param time where the page's is held, to let some pass after all that is said */
  static async open(name: StageName, time: HeldTime | null, page: Window & typeof globalThis = window): Promise<Stage> {
    const { said, isShort = false, closes = false, leadsTo }: StageStory = STAGES[name];
    const stage = new Stage(page, time, isShort);
    page.fetch = window.fetch;
    place(stage.element, page.document.body);
    await stage.#reach('guidance');
    if (said !== null) {
      const loaded = new Promise((resolve) => page.addEventListener('message', resolve, { once: true }));
      void stage.element.start();
      await stage.#reach('verifying');
      await loaded;
    }
    stage.endpoint.answerGet(says('PENDING'));
    // Later than everybody else's.
    const listen = ({ data }: MessageEvent<unknown>): void => void stage.#heard.push(data);
    page.addEventListener('message', listen);
    onCleanup(() => page.removeEventListener('message', listen));
    for (const word of said ?? []) await stage.#genuinely(`VERIFF_${word}`);
    if (closes) stage.element.close();
    if (leadsTo !== undefined) await stage.#reach(leadsTo);
    // What time alone brings about is past.
    for (let turn = 0; turn < 3 && !isShort; turn++) await time?.advance(AFTERWARDS);
    await stage.element.updateComplete;
    return stage;
  }

  get frame(): HTMLIFrameElement | null {
    return this.#page.document.querySelector<HTMLIFrameElement>('dialog.kyc-verification-dialog iframe');
  }

  get veriff(): Window | null {
    return this.frame?.contentWindow ?? null;
  }

  /** Has all that said; returns what it brought about, which should be nothing. */
  async hear(sender: Sender, forgeries: readonly Forgery[], times = 1): Promise<string[]> {
    const { frame } = this;
    const window = frame?.contentWindow ?? null;
    const before = this.#look();
    const sent = Array.from({ length: times }, () => forgeries).flat();
    const expected = sent.filter(([data]) => frame === null || !isName(data)).map(([data]) => keyOf(data));
    await this.#say(sender, forgeries, times);
    const heard = this.#heard.splice(0).map(keyOf);
    const effects = this.#changesSince(before);
    if (this.frame !== frame || this.veriff !== window) effects.push('the frame is another');
    const wrong = expected.findIndex((key, turn) => heard[turn] !== key);
    if (heard.length !== expected.length || wrong >= 0) effects.push(`the page heard ${heard.length} of ${expected.length}, ${heard[wrong]} for ${expected[wrong]}`);
    return [...effects, ...(await this.#lateEffects())];
  }

  /** Whatever was said, it must not tell a minute later either. */
  async #lateEffects(): Promise<string[]> {
    if (this.#time === null || this.#isShort) return [];
    const { reads: _due, ...before } = this.#look();
    const { gets } = this.endpoint;
    await this.#time.advance(AFTERWARDS);
    await this.element.updateComplete;
    const more = this.endpoint.gets.length - gets.length;
    const effects = more > READS_AFTERWARDS ? [`${more} reads`] : [];
    return [...effects, ...this.#changesSince(before)].map((effect) => `a minute later ${effect}`);
  }

  #changesSince(before: Readonly<Record<string, string>>): string[] {
    const after = this.#look();
    return Object.keys(before).flatMap((name) => (before[name] === after[name] ? [] : [`${name}: ${before[name]?.slice(0, 200)} became ${after[name]?.slice(0, 200)}`]));
  }

  /** Veriff's window goes to another page. */
  async show(url: string): Promise<void> {
    // Not the frame's load event, which may still be that of the page before.
    const loaded = new Promise((resolve) => this.#page.addEventListener('message', resolve, { once: true }));
    if (this.frame !== null) this.frame.src = url;
    await loaded;
    this.forget();
  }

  /** What was heard so far does not count. */
  forget(): void {
    this.#heard.length = 0;
  }

  /** How often the SDK has answered Veriff's page, by what that page says. */
  async rendered(): Promise<number> {
    const { veriff } = this;
    return veriff === null ? 0 : this.#say(speaker(() => veriff, true), []);
  }

  /** In real time, which may be scarce where the product's own is held; of that the look around before a session needs some. */
  async #reach(state: KycState): Promise<void> {
    const isReached = (): boolean => this.element.state === state;
    for (let turn = 0; this.#time !== null && turn < 200 && !isReached(); turn++) await this.#time.advance(20);
    await eventually(isReached, `state ${state}`, LIMIT);
  }

  async #genuinely(word: string): Promise<void> {
    const { frame } = this;
    await this.#say(speaker(() => frame!.contentWindow!, true), [[word, []]]);
    this.#heard.length = 0;
    await this.element.updateComplete;
  }

  async #say(sender: Sender, forgeries: readonly Forgery[], times = 1): Promise<number> {
    const mark = `mark ${++this.#marks}`;
    const told = (): Mark | null => {
      const last = this.#heard.at(-1);
      return typeof last === 'object' && last !== null && 'mark' in last && last.mark === mark ? last : null;
    };
    sender(forgeries, mark, times);
    await eventually(() => told() !== null, `${mark} after all that was said`, LIMIT);
    const { rendered = 0 } = told() ?? {};
    this.#heard.pop();
    await this.element.updateComplete;
    return rendered;
  }

  #look(): Readonly<Record<string, string>> {
    const { element, endpoint, frame } = this;
    const { document, location, history } = this.#page;
    const dialog = document.querySelector('dialog');
    return {
      state: element.state,
      answer: `${element.verificationState} ${JSON.stringify(element.error)}`,
      events: this.#events.map(({ type }) => type).join(),
      reads: String(endpoint.gets.length),
      exchanges: String(endpoint.posts.length),
      frame: `${frame?.src} ${frame?.style.cssText} ${frame?.isConnected}`,
      dialog: `${dialog?.open} ${dialog?.outerHTML}`,
      element: `${element.outerHTML} ${element.shadowRoot?.innerHTML}`,
      page: JSON.stringify(this.#page === window ? tracesOf() : [document.body.style.cssText, document.documentElement.style.cssText]),
      address: `${location.href} ${history.length} ${document.title}`,
      frames: String(document.querySelectorAll('iframe').length),
    };
  }
}
