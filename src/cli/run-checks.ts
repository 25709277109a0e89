import type { Answer, Ask, Question, Reply } from './ask.js';
import type { Check, Fault, Level, Subject, Unclear } from './check.js';
import { isRedirect, shownAnswer } from './replies.js';

/** One thing that was sent, and what came. */
export interface Trial {
  readonly sent: string;
  readonly came: string;
}

/** What became of one check. */
export interface Result {
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  readonly outcome: 'ok' | 'broken' | 'untried';
  /** Of a broken check those that break it, else all. */
  readonly trials: readonly Trial[];
  /** Why it could not be tried. */
  readonly why: string | null;
  readonly rule: string;
  readonly mend: string;
}

/**
 * Runs the checks one after the other, asking each question once.
 *
 * @param tell hears of each result as soon as it is there
 */
export async function runChecks(
  checks: readonly Check[],
  subject: Subject,
  ask: Ask,
  tell: (result: Result) => void,
): Promise<readonly Result[]> {
  const log: Answer[] = [];
  const known = new Map<string, Answer>();
  const askOnce = async (question: Question): Promise<Answer> => {
    const key = JSON.stringify([question.method, question.url, question.headers, String(question.body), question.again]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = await ask(question);
    known.set(key, answer);
    log.push(answer);
    return answer;
  };
  const results: Result[] = [];
  /** Which check told of a silence: the others that asked the same do not tell it again. */
  const told = new Map<Answer, string>();
  for (const check of checks) {
    const why = check.unless?.(subject.options) ?? whyNotYet(check, results);
    const answers: Answer[] = [];
    if (why === null) for (const question of check.ask(subject)) answers.push(await askOnce(question));
    const result = why === null ? conclude(check, answers, { subject, log, told }) : resultOf(check, 'untried', [], why);
    for (const answer of answers) if (answer.status === null && !told.has(answer)) told.set(answer, check.id);
    results.push(result);
    tell(result);
  }
  return results;
}

function whyNotYet({ after = [] }: Check, results: readonly Result[]): string | null {
  const missing = results.find(({ id, outcome }) => after.includes(id) && outcome !== 'ok');
  // What could not be tried hands its own reason on.
  return missing === undefined ? null : (missing.why ?? `it tells something only once "${missing.id}" is ok`);
}

interface Known {
  readonly subject: Subject;
  readonly log: readonly Answer[];
  readonly told: ReadonlyMap<Answer, string>;
}

function conclude(check: Check, answers: readonly Answer[], { subject, log, told }: Known): Result {
  const whyNot = (answer: Answer): string | null => {
    if (answer.status !== null) return check.judgesAll ? null : whyUnjudged(answer);
    return told.has(answer) ? `the endpoint did not answer (see "${told.get(answer)}")` : null;
  };
  const silent = answers.filter(
    (answer) => answer.status === null && !told.has(answer) && !(check.closingRefuses && answer.why === 'closed'),
  );
  const judged = answers.map((answer) => (answer.status === null || whyNot(answer) !== null ? null : answer));
  const nothingToJudge = answers.length > 0 && judged.every((reply) => reply === null);
  const verdict: readonly Fault[] | Unclear = nothingToJudge ? [] : check.judge(judged, subject, log);
  const faults = 'unclear' in verdict ? [] : verdict;
  if (silent.length + faults.length > 0) {
    const trials = [
      ...silent.map((answer) => trialOf(answer)),
      ...faults.map(({ reply, what }) => (reply === null ? { sent: 'nothing', came: what } : trialOf(reply, what))),
    ];
    return resultOf(check, 'broken', trials, null);
  }
  const why = answers.map(whyNot).find((reason) => reason !== null) ?? ('unclear' in verdict ? verdict.unclear : null);
  return resultOf(check, why === null ? 'ok' : 'untried', answers.map((answer) => trialOf(answer)), why);
}

/** An answer that says nothing of what was asked: other checks speak of it. */
function whyUnjudged(reply: Reply): string | null {
  if (isRedirect(reply)) return 'the endpoint redirects instead of answering (see "no-redirects")';
  return reply.status === 429 ? 'the endpoint limits requests (429): wait and run it again' : null;
}

function trialOf(answer: Answer, what?: string): Trial {
  return { sent: answer.question.shown, came: what === undefined ? shownAnswer(answer) : `${shownAnswer(answer)}: ${what}` };
}

function resultOf({ id, level, title, rule, mend }: Check, outcome: Result['outcome'], trials: readonly Trial[], why: string | null): Result {
  return { id, level, title, outcome, trials, why, rule, mend };
}
