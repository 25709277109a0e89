import type { FlowEventOf } from '../../../src/core/flow-events.js';
import type { KycState, VerificationState } from '../../../src/core/names.js';
import { must } from './must.js';
import { FOR_GOOD, type FlowRecord, type Happening } from './record.js';
import type { WayLaws } from './way-laws.js';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

const OUTCOME_OF: { readonly [S in VerificationState]?: KycState } = {
  VERIFIED: 'verified',
  REJECTED: 'rejected',
  RESUBMISSION_REQUESTED: 'resubmission',
  EXPIRED: 'expired',
};
const OUTCOMES: readonly (KycState | undefined)[] = Object.values(OUTCOME_OF);
const VERDICTS = OUTCOMES.map((name) => `kyc-${name}`);

/** What status reads may lead to, must lead to, and must not (contract, sections 3 and 4). */
export class ReadingLaws {
  readonly #record: FlowRecord;
  readonly #ways: WayLaws;

  constructor(record: FlowRecord, ways: WayLaws) {
    this.#record = record;
    this.#ways = ways;
  }

  onReading(happening: Happening<FlowEventOf<'reading'>>): void {
    const record = this.#record;
    const { from, event, to, untouched } = happening;
    if (from === 'idle' || record.memory.isLate(event.sentAt)) return must(untouched, 'an answer counts that came too late');
    const { verificationState } = event.status;
    const news = record.memory.take(event.status, event.sentAt, record.attempt.submittedAt, from === 'verifying');
    const outcome = verificationState === null ? undefined : OUTCOME_OF[verificationState];
    if (outcome === undefined) this.#onNoVerdict(happening);
    else this.#onVerdict(happening, outcome, news);
    const ofWhichRound = outcome === 'resubmission' && record.attempt.rounds > 0;
    this.#checkStalls(happening, event.at, ofWhichRound ? 'perhaps' : outcome !== undefined && !news);
    if (record.stalled !== 'deadline' && !(record.stalled === 'unchanged' && verificationState !== 'PENDING')) record.stalled = null;
    record.stalled = happening.stalls.at(-1) ?? record.stalled;
    record.refusals = 0;
    record.asked = record.askedHere = false;
    record.firstReadDone = true;
    must(from !== 'checking' || to !== 'checking', 'an answer leaves it at checking');
    this.#ways.onFirstRead(happening);
    must(from !== 'checking' || event.sentAt >= record.enteredAt, 'an answer counts that was asked for before the page was shown');
  }

  #onVerdict({ from, event, to, said }: Happening<FlowEventOf<'reading'>>, outcome: KycState, news: boolean): void {
    const told = said.find((name) => VERDICTS.includes(name));
    const ripe = outcome !== 'resubmission' || this.#isRipe(event.at);
    if (told === undefined) {
      must(to === from || !OUTCOMES.includes(to), `${to} is shown and not told`);
      must(!(news && this.#mustTell(from, outcome, ripe)), `${outcome} is news in ${from} and not told`);
      must(from !== 'checking' || to === 'guidance', `an old verdict leads from checking to ${to}`);
      return;
    }
    must(told === `kyc-${outcome}` && to === outcome, `${outcome} is told as ${told} in ${to}`);
    must(news, `${told} is told in ${from} and is no news`);
    must(from !== 'verifying' || ripe, `${told} closes the frame too early`);
    must(from !== 'requesting', 'a verdict ends an exchange');
    must(from !== 'failed' || this.#record.askedHere, 'a failure is left by a verdict that nobody asked for');
    this.#tell(from, event.at);
  }

  #tell(from: KycState, at: number): void {
    if (OUTCOMES.includes(from)) this.#record.beginAttempt();
    this.#record.sayOnce('verdict');
    this.#record.memory.told();
    this.#record.unfinished = false;
    this.#record.toldAt = at;
  }

  #mustTell(from: KycState, outcome: KycState, ripe: boolean): boolean {
    const { attempt, askedHere } = this.#record;
    if (from === 'requesting') return false;
    // Which round a request to resubmit belongs to can’t be told without a date.
    if (outcome === 'resubmission' && attempt.rounds > 0) return false;
    if (from === 'verifying') return ripe;
    return from !== 'failed' || askedHere;
  }

  /** Whether a request to resubmit counts while Veriff is open (law 8). */
  #isRipe(at: number): boolean {
    const { submittedAt, startedAgain } = this.#record.attempt;
    return submittedAt !== null && !startedAgain && at >= submittedAt + 10 * SECOND;
  }

  #onNoVerdict({ from, event, to, said }: Happening<FlowEventOf<'reading'>>): void {
    const record = this.#record;
    const { submittedAt, opened } = record.attempt;
    const state = event.status.verificationState;
    must(!said.some((name) => VERDICTS.includes(name)), `a verdict is told for ${state}`);
    const confirms = state === 'PENDING' && (from === 'verifying' || from === 'reviewing') && submittedAt !== null && event.sentAt >= submittedAt;
    const first = confirms && !record.attempt.said.has('kyc-pending');
    must(said.includes('kyc-pending') === first, first ? 'PENDING is not confirmed' : 'PENDING is confirmed out of turn');
    if (first) record.sayOnce('kyc-pending');
    const fixed = this.#ways.afterNoVerdict(from, state === 'PENDING');
    must(fixed === null || to === fixed, `${state} leads from ${from} to ${to}, not ${fixed}`);
    if (from === to) return;
    if (state === null) return must(from === 'checking' || record.askedHere, `an unknown word leads from ${from} to ${to}`);
    if (state === 'PENDING') must(from !== 'guidance' || !opened || record.shown.code, 'PENDING after a cancel leaves guidance');
    else must(to === 'guidance' && !(from === 'reviewing' && record.ownReview), `UNVERIFIED leads from ${from} to ${to}`);
    must(from !== 'failed' || record.askedHere, 'a failure is left by an answer that nobody asked for');
    if (OUTCOMES.includes(from)) record.beginAttempt();
  }

  onFailure({ from, event, to, said, stalls, untouched }: Happening<FlowEventOf<'read-failed'>>): void {
    const record = this.#record;
    const { code } = event.error;
    if (from === 'idle' || record.memory.isLate(event.sentAt)) return must(untouched, 'a failure counts that came too late');
    const forGood = FOR_GOOD.has(code);
    if (from === 'checking') must(to === (record.asked || forGood ? 'failed' : 'guidance'), `${code} leads from checking to ${to}`);
    if (from === 'guidance' && to === 'failed') must(record.asked || (!record.firstReadDone && forGood), `${code} makes guidance fail`);
    if (from === 'guidance' && record.askedHere) must(to === 'failed', `${code} is no failure though it was asked for`);
    const fails = to === 'failed' && (from !== 'failed' || record.askedHere);
    must(said.includes('kyc-error') === fails, `${code} in ${from} is told wrongly`);
    if (from === 'reviewing' && (code === 'unauthorized' || code === 'client-key')) record.refusals++;
    this.#checkStalls({ from, to, said, stalls }, event.at, false, code);
    record.stalled = stalls.at(-1) ?? record.stalled;
    record.asked = record.askedHere = false;
    record.firstReadDone = true;
  }

  #checkStalls({ from, to, stalls }: Pick<Happening, 'from' | 'to' | 'said' | 'stalls'>, at: number, repeated: boolean | 'perhaps', code?: string): void {
    const { stalled, refusals, reviewSince, attempt, memory } = this.#record;
    must(stalls.length <= 1 && (stalls.length === 0 || from === 'reviewing'), 'reading stalls twice, or where nothing is in review');
    const waited = at - (attempt.submittedAt ?? reviewSince);
    const closed = code === 'onboarding-invalid' || code === 'onboarding-not-found';
    const [reason] = stalls;
    must(reason !== 'deadline' || (waited >= 24 * HOUR && stalled !== 'deadline'), 'the deadline is told too early or twice');
    must(reason !== 'record-closed' || closed, 'the record is open');
    must(reason !== 'unauthorized' || refusals >= 3, 'reading was refused less than three times');
    const unchanged = repeated === true && memory.isUndated();
    must(reason !== 'unchanged' || (waited >= HOUR && (unchanged || repeated === 'perhaps')), 'there is nothing unchanged');
    if (from !== 'reviewing' || to !== 'reviewing' || stalled !== null || reason !== undefined) return;
    must(!closed, 'a closed record is not told');
    must(refusals < 3, 'three refusals are not told');
    must(waited < 24 * HOUR, 'the deadline is not told');
    must(!(unchanged && attempt.submittedAt !== null && waited >= HOUR), 'an unchanged verdict is not told');
  }

  onWake(happening: Happening<FlowEventOf<'woken'>>): void {
    const { from, event, to, said } = happening;
    const record = this.#record;
    const late = event.at >= record.enteredAt + 3 * SECOND;
    if (from === 'checking') must((to === 'guidance') === late, 'checking lasts other than 3 s');
    if (from === 'reviewing') return this.#onTimePassed(happening);
    if (to === from) return must(said.length === 0, 'time alone says something');
    if (from !== 'verifying') return must(said.length === 0, `time alone says ${said.join()}`);
    const { latest, isUntold } = record.memory;
    must(latest?.state === 'RESUBMISSION_REQUESTED' && isUntold, 'a verdict is told that the server no longer says');
    must(this.#isRipe(event.at), 'a request to resubmit closes the frame too early');
    must(said.join() === 'kyc-resubmission', `a request to resubmit says ${said.join()}`);
    this.#tell(from, event.at);
  }

  /** What the server said last is still so: that may last too long. */
  #onTimePassed(happening: Happening<FlowEventOf<'woken'>>): void {
    const record = this.#record;
    const { latest } = record.memory;
    const outcome = latest === null ? undefined : OUTCOME_OF[latest.state];
    must(happening.said.every((name) => name === 'kyc-stalled'), `time alone says ${happening.said.join()} in review`);
    const ofWhichRound = outcome === 'resubmission' && record.attempt.rounds > 0;
    this.#checkStalls(happening, happening.event.at, ofWhichRound ? 'perhaps' : outcome !== undefined && !record.memory.isNews());
    record.stalled = happening.stalls.at(-1) ?? record.stalled;
  }
}
