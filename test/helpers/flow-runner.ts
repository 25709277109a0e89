import type { StatusAnswer } from '../../src/core/contract.js';
import type { Announcement, Effect } from '../../src/core/effects.js';
import type { EnvironmentWarning } from '../../src/core/environment.js';
import { codeOfStatus, kycError, type KycErrorCode } from '../../src/core/errors.js';
import type { FlowEvent, FrameMessage } from '../../src/core/flow-events.js';
import { INITIAL_FLOW, canStart, type Flow } from '../../src/core/flow.js';
import { transition } from '../../src/core/machine.js';
import type { KycState, VerificationState } from '../../src/core/names.js';

/** The device's clock at second 0 of a {@link FlowRunner}, in milliseconds since the epoch. */
export const EPOCH = Date.UTC(2026, 0, 5, 12);

/** How an answer differs from the plain one; times in seconds. */
export interface AnswerDetails {
  /** When the read was sent; else when it is answered. */
  readonly sentAt?: number;
  readonly updatedAt?: number | null;
  readonly reasons?: readonly string[];
  readonly retryAt?: string | null;
}

/** Plays what happens to one flow, second by second, and keeps what it says and asks for. Times are in seconds. */
export class FlowRunner {
  flow: Flow = INITIAL_FLOW;
  readonly said: Announcement[] = [];
  /** What the last event asked for. */
  effects: readonly Effect[] = [];
  #at = 0;

  get state(): KycState {
    return this.flow.screen.name;
  }

  get canStart(): boolean {
    return canStart(this.flow);
  }

  /** The events said so far, by name, without the changes of state. */
  get events(): readonly string[] {
    return this.said.map(({ name }) => name).filter((name) => name !== 'kyc-state-change');
  }

  /** The kinds of the effects of the last event, announcements by their names. */
  get asked(): readonly string[] {
    return this.effects.map((effect) => (effect.type === 'announce' ? effect.event.name : effect.type));
  }

  send(event: FlowEvent): this {
    const { flow, effects } = transition(this.flow, event);
    this.flow = flow;
    this.effects = effects;
    for (const effect of effects) if (effect.type === 'announce') this.said.push(effect.event);
    return this;
  }

  /** Sets the time. */
  at(seconds: number): this {
    this.#at = seconds * 1000;
    return this;
  }

  configure({ reverify = false, leftOpen = false } = {}): this {
    return this.send({ type: 'configured', at: this.#at, reverify, leftOpen });
  }

  /** A start that the page lets pass. */
  start(blocked: KycErrorCode | null = null): this {
    this.send({ type: 'start' });
    return this.asked.includes('ask-start') ? this.accept(blocked) : this;
  }

  accept(blocked: KycErrorCode | null = null): this {
    return this.send({ type: 'start-accepted', at: this.#at, blocked });
  }

  /** A start by Veriff's own page. */
  leave(): this {
    this.send({ type: 'start', leaves: true });
    return this.send({ type: 'start-accepted', at: this.#at, blocked: null, leaves: true });
  }

  isWarned(warning: EnvironmentWarning, away = false): this {
    return this.send({ type: 'warned', warning, away, at: this.#at });
  }

  handsOver(away: boolean): this {
    return this.send({ type: 'handed-over', away, at: this.#at });
  }

  /** The browser shows the page again that it had left. */
  returns(): this {
    return this.send({ type: 'returned', at: this.#at });
  }

  session(): this {
    return this.send({ type: 'session', at: this.#at });
  }

  exchangeFailed(code: KycErrorCode): this {
    return this.send({ type: 'exchange-failed', error: kycError(code, 'exchange'), at: this.#at });
  }

  /** The server's answer to a status read; `null` for a word that is not known. */
  reads(verificationState: VerificationState | null, { sentAt, updatedAt = null, reasons = [], retryAt = null }: AnswerDetails = {}): this {
    const dated = updatedAt === null ? null : EPOCH + updatedAt * 1000;
    const status: StatusAnswer = { verificationState, reasons, retryAt, updatedAt: dated, stream: false };
    const sent = sentAt === undefined ? this.#at : sentAt * 1000;
    return this.send({ type: 'reading', status, sentAt: sent, at: this.#at, now: EPOCH + this.#at });
  }

  /** A status read that failed, by the HTTP status of the answer or by a code where there was none. */
  readFails(why: number | KycErrorCode, sentAt?: number): this {
    const error = typeof why === 'number' ? kycError(codeOfStatus(why), 'status', { httpStatus: why }) : kycError(why, 'status');
    return this.send({ type: 'read-failed', error, sentAt: sentAt === undefined ? this.#at : sentAt * 1000, at: this.#at });
  }

  hears(...messages: readonly FrameMessage[]): this {
    for (const message of messages) this.send({ type: 'frame-message', message, at: this.#at });
    return this;
  }

  frameFails(code: KycErrorCode): this {
    return this.send({ type: 'frame-failed', code, at: this.#at });
  }

  close(): this {
    return this.send({ type: 'close', at: this.#at });
  }

  check(): this {
    return this.send({ type: 'check' });
  }

  wake(): this {
    return this.send({ type: 'woken', at: this.#at });
  }
}
