import type { FlowEventOf } from '../../../src/core/flow-events.js';
import type { KycState } from '../../../src/core/names.js';
import { must } from './must.js';
import { NOTHING_SHOWN, type FlowRecord, type Happening, type Shown } from './record.js';

/** What stands beside the frame in this page: a warning before a session is spent, the phone, and a page of Veriff's own. */
export class WayLaws {
  readonly #record: FlowRecord;

  constructor(record: FlowRecord) {
    this.#record = record;
  }

  /** Both are shown in guidance alone, and stand as long as it does; there the user starts in spite of a warning. */
  checkShown(happening: Happening, canStart: boolean): void {
    const { shows } = happening;
    const { warning, code } = this.#expected(happening);
    must(shows.warning === warning, `${happening.event.type} leaves the warning ${shows.warning}, not ${warning}`);
    must(shows.code === code, `${happening.event.type} ${code ? 'hides' : 'shows'} the phone’s code`);
    must(warning === null || canStart, `${warning} blocks`);
    this.#record.shown = shows;
  }

  #expected({ from, event, to }: Happening): Shown {
    const { shown, inPreview } = this.#record;
    if (inPreview || to !== 'guidance') return NOTHING_SHOWN;
    if (event.type === 'warned' && from === 'requesting') return { warning: event.warning, code: event.away };
    if (from !== 'guidance') return NOTHING_SHOWN;
    return event.type === 'handed-over' ? { ...shown, code: event.away } : shown;
  }

  /** A start that is accepted in face of a warning waives it, and all others. */
  onStart({ from, event }: Happening<FlowEventOf<'start-accepted'>>): void {
    if (event.blocked !== null) return;
    const record = this.#record;
    if (record.shown.warning !== null) this.#note('a warning waived');
    record.isWaived ||= record.shown.warning !== null;
    record.leaves = event.leaves === true;
    record.fromReview = from === 'reviewing';
  }

  onExchange({ inspects, leaves }: { readonly inspects: boolean; readonly leaves: boolean }): void {
    must(inspects === !this.#record.isWaived, inspects ? 'looks around for what was waived' : 'a session is spent without a look around');
    must(leaves === this.#record.leaves, 'the session is for a frame, not a page, or the other way round');
  }

  onWarning({ from, event, to, said, untouched }: Happening<FlowEventOf<'warned'>>): void {
    if (from !== 'requesting') return must(untouched, `a warning counts in ${from}`);
    const record = this.#record;
    must(!record.isWaived, 'a warning is told after one was waived');
    this.#note(event.away ? 'a warning with the code' : 'a warning');
    must(to === 'guidance' && said.length === 0, `a warning leads to ${to} and says ${said.join() || 'nothing'}`);
    // What was in review before, or has begun by the server's word, is followed on.
    record.unfinished ||= record.fromReview || record.memory.latest?.state === 'PENDING';
    record.asked = false;
  }

  /** A verdict came while a session was asked for, and none came of that: nobody was told, so it has to be asked for again. */
  owesRead({ from, event }: Pick<Happening, 'from' | 'event'>): boolean {
    const { memory } = this.#record;
    const state = memory.latest?.state ?? 'UNVERIFIED';
    return from === 'requesting' && (event.type === 'warned' || event.type === 'close') && state !== 'UNVERIFIED' && state !== 'PENDING' && memory.isNews();
  }

  onHandOver({ from, to, said, untouched }: Happening<FlowEventOf<'handed-over'>>): void {
    must(from === 'guidance' || untouched, `the phone is offered in ${from}`);
    must(to === from && said.length === 0, 'the phone’s code moves the flow');
  }

  /** The page reads anew, as one that was just loaded. */
  onReturn({ from, to, said, untouched }: Happening<FlowEventOf<'returned'>>): void {
    const record = this.#record;
    if (from !== 'verifying' || !record.leaves) return must(untouched, `the browser is back in ${from} from where nobody left`);
    must(to === 'checking' && said.length === 0, `back from Veriff’s page the flow goes to ${to} and says ${said.join() || 'nothing'}`);
    record.asked = record.firstReadDone = false;
    record.isBack = true;
  }

  /** Where the page that was come back to resumes. */
  onFirstRead({ from, to }: Happening): void {
    if (from === 'checking' && this.#record.isBack) this.#note(`back in ${to}`);
    this.#record.isBack = false;
  }

  /** The state that an answer which decides nothing leads to, where that is fixed. */
  afterNoVerdict(from: KycState, pending: boolean): KycState | null {
    const { shown, elsewhere, memory } = this.#record;
    const inReview = pending && !elsewhere;
    if (from === 'checking') return inReview ? 'reviewing' : 'guidance';
    if (from !== 'guidance' || !shown.code || !inReview) return null;
    // What was so before says nothing of the phone.
    if (memory.previous === 'PENDING') return 'guidance';
    this.#note('begun on the phone');
    return 'reviewing';
  }

  #note(way: string): void {
    this.#record.ways.add(way);
  }
}
